"""Everything the command line itself can say is wrong: tests/golden/errors.txt, part "cli"."""

import os
import re
import resource
import subprocess
import tempfile

from _run import NEGOTIATE, expect, finish, run

GALLERY = "tests/golden/errors.txt"
BASE = ["deals", "backchannel-2025"]


def wide_scenario():
    """4^12 deals: as many as a table may have rows, some hundred megabytes."""
    text = 'title = "wide"\nutilities = "raw"\n'
    for k in range(12):
        text += f'[[issue]]\nname = "i{k}"\nkind = "categorical"\n'
        text += 'options = ["a", "b", "c", "d"]\nstatus_quo = "a"\n'
    for p in range(3):
        text += f'[[party]]\nname = "p{p}"\nreservation = 0\n'
        text += "weights = { " + ", ".join(f"i{k} = 1" for k in range(12)) + " }\n"
        for k in range(12):
            levels = [str((7 * k + 11 * o * o + 5 * p * o + 3 * p + k * o * p) % 97 + (o == p) * 90)
                      for o in range(4)]
            text += f"values.i{k} = [{', '.join(levels)}]\n"
    return text


with tempfile.NamedTemporaryFile(suffix=".toml") as taken:
    ways = [
        ("no verb", []),
        ("unknown verb", ["deal", "backchannel-2025"]),
        ("unknown option before a verb", ["--versoin"]),
        ("unknown option", [*BASE, "--scop", "nuclear"]),
        ("option of another verb", ["value", "backchannel-2025", "--frontier"]),
        ("option without a value", [*BASE, "--scope"]),
        ("option given twice", [*BASE, "--scope", "nuclear", "--scope", "nuclear"]),
        ("flag with a value", [*BASE, "--json=perhaps"]),
        ("no scenario", ["deals"]),
        ("one argument too many", [*BASE, "more"]),
        ("talks", [*BASE, "--talks", "secrt"]),
        ("engine", [*BASE, "--engine", "tabel"]),
        ("power", [*BASE, "--power", "Iran"]),
        ("power that is no number", [*BASE, "--power", "Iran=much"]),
        ("JSON and CSV", [*BASE, "--json", "--csv"]),
        ("a file that exists", ["new", taken.name]),
        ("a file that is no TOML", ["new", "backchannel-2052"]),
        ("a folder that does not", ["new", "no-such-folder/my.toml"]),
        ("red lines of nobody", [*BASE, "--red-lines", ""]),
        ("a change of no scenario", ["list", "--set", "talks=public"]),
        ("no deal to value", ["value", "backchannel-2025"]),
    ]
    part = ""
    for title, words in ways:
        code, out, err = run(*words)
        expect(code == 2 and out == "", f"{title}: status 2 and no answer; got {code} and {out!r}")
        part += f"\n## {title}\n" + err.replace(taken.name, "FILE")


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))


# Not the asker's fault, or beside an answer.
with open("/dev/full", "w") as full:
    done = subprocess.run([NEGOTIATE, "list"], stdout=full, stderr=subprocess.PIPE, text=True)
    expect(done.returncode == 2, f"nowhere to write: status 2; got {done.returncode}")
    part += "\n## nowhere to write\n" + done.stderr
code, out, err = run(*BASE, "--engine", "table", "--csv")
expect(code == 0 and out.count("\n") == 1, "a refused frontier is a CSV of headings")
part += "\n## no frontier beside a CSV\n" + err
if not any(name in os.environ for name in ("ASAN_OPTIONS", "TSAN_OPTIONS")):  # they need more
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as wide:
        wide.write(wide_scenario())
        wide.flush()
        code, out, err = run("deals", wide.name, "--engine", "table",
                             preexec_fn=limit_memory)
        expect(code == 1 and out == "" and err == "negotiate: not enough memory\n",
               f"no memory: status 1 and a message; got {code} and {err!r}")
part += "\n## no memory\nnegotiate: not enough memory\n"
part += "\n"

with open(GALLERY, encoding="utf-8") as file:
    text = file.read()
found = re.search(r"^### cli\n(.*?)(?=^### |\Z)", text, re.S | re.M)
if os.environ.get("NEGOTIATION_UPDATE_GOLDEN") is not None:
    anew = "### cli\n" + part
    text = text[:found.start()] + anew + text[found.end():] if found else text + anew
    with open(GALLERY, "w", encoding="utf-8") as file:
        file.write(text)
else:
    expect(found is not None and found.group(1) == part,
           f"the part 'cli' of {GALLERY} is what is printed; got:\n{part}")
finish()
