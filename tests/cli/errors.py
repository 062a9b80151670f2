"""Everything the command line itself can say is wrong: tests/golden/errors.txt, part "cli"."""

import os
import re
import tempfile

from _run import expect, finish, run

GALLERY = "tests/golden/errors.txt"
BASE = ["deals", "backchannel-2025"]

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
        ("a folder that does not", ["new", "no-such-folder/my.toml"]),
    ]
    part = ""
    for title, words in ways:
        code, out, err = run(*words)
        expect(code == 2 and out == "", f"{title}: status 2 and no answer; got {code} and {out!r}")
        part += f"\n## {title}\n" + err.replace(taken.name, "FILE")
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
