"""negotiate play: a person in lines, the account afterwards, bad input, no input."""

import json
import os
import subprocess
import tempfile

from _run import NEGOTIATE, expect, expect_error, finish, run

PLAY = ["play", "orange", "--as", "Baker", "--rounds", "6"]

code, out, err = run(*PLAY, input="help\noptions\nat 0.8\noffer\ntheirs\naccept!\n")
expect(code == 0, f"a person plays; got {err!r}")
expect("Round 1 of 6." in err and "your draft" in err and "accept  " in err, "what it is told")
expect("They agree in round 2 of 6" in out and "What was possible" in out, "the account")
expect("Baker plays a person." in out, "who played")

code, out, err = run(*PLAY, "--json", input="walk\n")
answer = json.loads(out)
expect(list(answer) == ["as", "frontier", "input_ended", "refused", "run"], "keys in order")
expect(answer["as"] == "Baker" and answer["run"]["status"] == "walked_away", "an answer in JSON")
expect(answer["frontier"] and set(answer["frontier"][0]) == {"utilities", "outcome"}, "the frontier")

code, out, err = run(*PLAY, input="")
expect(code == 0 and "walks away" in out and "input of Baker ended" in " ".join(out.split()), "no input is no deal")
code, out, err = run(*PLAY, input="quit\n")
expect(code == 0 and "walks away" in out and "input of" not in out, "who quits has walked away")
code, out, err = run("play", "backchannel-2025", "--as", "Iran", input="options leu_stock\nquit\n")
expect("leu_stock [kg]: " in err and " kg  " in err.replace("\n", "  "), f"units are told; got {err!r}")
code, out, err = run(*PLAY, input="offer juise=1\noffer juice\nat x\ntheirs\nwalk\n")
expect(code == 0 and "did you mean 'juice'?" in err and "expected ISSUE=OPTION" in err
       and "'at' needs a utility" in err and "nothing stands" in err, "mistakes are told")
code, out, err = run(*PLAY, input="acept\nat 99\nat -1\ndraft juice=0,peel=0\nwalk\n")
expect(code == 0 and "'acept' was not understood; did you mean 'accept'?" in err
       and "no deal is worth 99.0000 to you; your best is worth" in err
       and "That is less than no deal is worth to you, 0.4" in err
       and "Your draft is worth less to you than no deal." in err, f"and doubts; got {err!r}")
POOR = [*PLAY, "--set", "party.Baker.reservation=0.95"]
code, out, err = run(*POOR, input="offer juice=0\naccept\nwalk\n")
expect(code == 0 and "'accept!' takes it all the same" in err and "walk" in out, f"no slip; got {err!r} {out!r}")
code, out, err = run(*POOR, input="offer juice=0\naccept!\n")
expect(code == 0 and "They agree in round" in out, f"whoever means it accepts; got {err!r} {out!r}")
expect_error(2, "for whom? known: Baker, Drinker", "play", "orange")
expect_error(2, "no party 'Bakr' at the table; did you mean 'Baker'?", "play", "orange", "--as", "Bakr")

# A strategy in another process.
PATIENT = "exec:python3 examples/strategies/patient.py"
code, out, err = run("run", "orange", "--strategy", f"Baker={PATIENT}", "--runs", "1", "--json")
answer = json.loads(out)
expect(code == 0 and answer["forfeits"] == [] and answer["status"] == "agreement", f"a program plays; got {out}")
code, out, err = run("run", "orange", "--strategy", "Baker=exec:echo oh no >&2; exit 3", "--runs", "0")
expect(code == 0 and "The agent of Baker fails in" in out.replace("\n", " ")
       and "exit status 3: oh no" in out.replace("\n", " "), f"a program that fails is told; got {out}")
code, out, err = run("tournament", "orange", "--strategies", f"boulware,{PATIENT},exec:exit 4",
                     "--json")
answer = json.loads(out)
expect(code == 0 and answer["faults"] == 0 and answer["forfeited"] == 5, f"failures harm no other; got {out}")
expect("exit status 4" in answer["forfeits"][0]["message"], "and are told")
code, out, err = run("run", "orange", "--strategy", f"Baker={PATIENT}")
expect("No further runs were played" in " ".join(out.split()), f"a program is not started anew unasked; got {out}")
expect("No further" not in run("run", "orange", "--strategy", f"Baker={PATIENT}", "--runs", "0")[1],
       "whoever asks for none is not told")
# What it wrote before it ended counts, however the two ends race.
ONE_LINE = "Baker=exec:echo '{\"move\":\"offer\",\"deal\":[99,99]}'"
told = {run("run", "orange", "--runs", "0", "--strategy", ONE_LINE)[1] for _ in range(20)}
expect(len(told) == 1 and "option 0 of 'deal'" in told.pop().replace("\n", " "), "the same each time")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "mine.toml")
    with open("examples/scenarios/orange.toml", encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "\n[protocol]\nstrategies = { Baker = \"exec:touch gone\" }\n")
    code, out, err = run("run", path)
    expect(code == 2 and "a file may not run programs" in err, f"files run nothing; got {err!r}")
expect_error(2, "needs a command", "run", "orange", "--strategy", "exec:")

finish()
