"""negotiate robust: text, JSON, bad input."""

import json

from _run import expect, expect_error, finish, run

NUCLEAR = ["backchannel-2025", "--scope", "nuclear"]
SMALL = ["--worlds", "4", "--rows", "2"]
code, out, err = run("robust", "river", *SMALL, "--json")
expect(code == 0 and err == "", "robust answers in JSON")
answer = json.loads(out)
expect(list(answer)[:6] == ["worlds", "planned", "spread", "seed", "conclusions", "of"], "keys")
expect(answer["worlds"] == 4 and answer["complete"] and answer["of"]["name"] == "deals.joint_gain",
       "four worlds and the usual headline")
open_talks = [c for c in answer["conclusions"] if c["text"].startswith("There is a deal in public")]
expect(len(open_talks) == 1 and open_talks[0]["share"] == 1, "always a deal in public")
expect(run("robust", "river", *SMALL, "--threads", "3", "--json")[1] == out, "threads change nothing")
code, out, err = run("robust", "river", *SMALL, "--of", "deals.zone", "--seed", "2",
                     "--spread", "0.02")
expect(code == 0 and "In nearly all of them" in out and "On what deals.zone hangs" in out,
       "robust is told")

# Where nothing is drawn no share is told.
for words in (["examples/foreign/market"], ["river", "--spread", "0"]):
    code, out, err = run("robust", *words)
    text = " ".join(out.split())
    expect(code == 0 and "so nothing can be said of how sure its conclusions are" in text, f"{words}: says so")
    expect("%:" not in text and "95 %" not in text and " worlds" not in text, f"{words}: and no share")
    answer = json.loads(run("robust", *words, "--json")[1])
    expect(answer["worlds"] == answer["planned"] == 0 and answer["complete"] is True
           and answer["tornado"] == [] and answer["of"]["low"] is None
           and all(c["share"] is c["low"] is c["high"] is None for c in answer["conclusions"]),
           f"{words}: null in JSON")

# A utility at the Nash deal does not exist where no deal suits everybody.
HARD = ["--spread", "0.9", "--worlds", "4", "--rows", "8", "--of", 'deals.nash["Baker"]']
code, out, err = run("robust", "orange", *HARD, "--json")
answer = json.loads(out)
expect(code == 0 and answer["missing"] > 0 and answer["tornado"] == [] and answer["rest"] is None,
       "no indices of what does not exist everywhere")
out = " ".join(run("robust", "orange", *HARD)[1].split())
expect(f'It does not exist in {answer["missing"]} of' in out and "--of deals.joint_gain" in out,
       "the reader is told, and what to ask for")

expect_error(2, "no scope 'nucular'; did you mean 'nuclear'?", "robust", "backchannel-2025",
             "--scope", "nucular")
expect_error(2, "did you mean 'deals.zone'?", "robust", *NUCLEAR, "--of", "deals.zon")
expect_error(2, "spread", "robust", "river", *SMALL, "--spread", "1.5")
expect_error(2, "--worlds", "robust", *NUCLEAR, "--worlds", "0")
expect_error(2, "given once", "robust", *NUCLEAR, "--of", "deals.zone", "--of", "deals.share")

finish()
