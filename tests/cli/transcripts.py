"""What README.md and the guide show of the program is what it prints.

    tests/cli/transcripts.py build/dev/negotiate [--write] [page ...]     from the top of the tree

Without a page: of all of them.

Three kinds of fenced blocks are looked at:
  text, beginning with `$ build/release/negotiate ...`: the output below the command, line by line; a
      line `…` stands for any number of lines left out;
  text, beginning with `{`, below a block of sh with one command: its JSON laid out for reading; `…`
      stands for entries left out;
  sh: every `negotiate` command in it must be accepted.
--write (or NEGOTIATION_UPDATE_GOLDEN=1) writes blocks of the first kind anew, except those with `…`.
"""

import difflib
import json
import os
import pathlib
import re
import shlex
import sys

from _run import expect, finish, run

PROMPT = "$ build/release/negotiate "
LEFT_OUT = "…"
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRITE = "--write" in sys.argv or os.environ.get("NEGOTIATION_UPDATE_GOLDEN") == "1"


def printed(words):
    """Standard output of a command that must succeed."""
    code, out, err = run(*words)
    expect(code == 0, f"negotiate {' '.join(words)}: status 0; got {code} and {err!r}")
    return out


def matches(shown, real):
    """Whether lines are the real ones, or, around each `…`, runs of them in this order."""
    if LEFT_OUT not in shown:
        return shown == real
    runs = [[]]
    for line in shown:
        runs.append([]) if line == LEFT_OUT else runs[-1].append(line)
    first, *middle, last = runs
    at = len(first)
    end = len(real) - len(last)
    if real[:at] != first or end < at or real[end:] != last:
        return False
    for part in middle:
        while at + len(part) <= end and real[at : at + len(part)] != part:
            at += 1
        if at + len(part) > end:
            return False
        at += len(part)
    return True


def transcript(page, text):
    """The block as it should be; complains about differences unless they are to be written."""
    result = []
    for part in re.split(rf"^(?={re.escape(PROMPT)})", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        real = printed(shlex.split(command[len(PROMPT):])).rstrip("\n").split("\n")
        if not matches(shown, real):
            if WRITE and LEFT_OUT not in shown:
                shown = real
            else:
                print("\n".join(difflib.unified_diff(shown, real, str(page), "printed", lineterm="")))
                expect(False, f"{page}: '{command}' prints what is shown (--write writes it anew)")
        result += [command, *shown]
    return "\n".join(result) + "\n"


def laid_out(text):
    """JSON in which `…` stands for entries left out, as a value; `…` becomes an entry itself."""
    plain, open_brackets, quoted = "", [], False
    for k, letter in enumerate(text):
        if letter == '"' and (k == 0 or text[k - 1] != "\\"):
            quoted = not quoted
        if not quoted and letter in "{[":
            open_brackets.append(letter)
        elif not quoted and letter in "}]":
            open_brackets.pop()
        if not quoted and letter == LEFT_OUT:
            letter = f'"{LEFT_OUT}": null' if open_brackets[-1] == "{" else f'"{LEFT_OUT}"'
        plain += letter
    return json.loads(plain)


def difference(shown, real, place=""):
    """Where the real value is not the one shown, keys in its order, apart from what was left out."""
    if isinstance(shown, dict) and isinstance(real, dict):
        keys = [key for key in shown if key != LEFT_OUT]
        if keys != [key for key in real if key in shown or LEFT_OUT not in shown]:
            return f"{place}: keys {', '.join(real)}"
        pairs = [(f"{place}.{key}", shown[key], real[key]) for key in keys]
    elif isinstance(shown, list) and isinstance(real, list):
        entries = [entry for entry in shown if entry != LEFT_OUT]
        if len(real) != len(entries) and (LEFT_OUT not in shown or len(real) < len(entries)):
            return f"{place}: {len(real)} entries"
        pairs = [(f"{place}[{k}]", a, b) for k, (a, b) in enumerate(zip(entries, real))]
    else:
        return None if shown == real and type(shown) is type(real) else f"{place}: {real}"
    return next(filter(None, (difference(a, b, where) for where, a, b in pairs)), None)


def commands(text):
    """The words of each negotiate command of a block of sh, without redirection and comment."""
    for line in text.splitlines():
        words = shlex.split(line, comments=True)
        if words and words[0] in ("negotiate", "build/release/negotiate"):
            yield words[1 : words.index(">")] if ">" in words else words[1:]


ASKED = [pathlib.Path(word) for word in sys.argv[2:] if not word.startswith("--")]
PAGES = [pathlib.Path("README.md"), *sorted(pathlib.Path("docs").rglob("*.md"))]

transcripts = 0
for page in ASKED or PAGES:
    text = page.read_text(encoding="utf-8")
    above = []  # the commands of the block before
    fresh = text
    for block in FENCED.finditer(text):
        language, body = block.groups()
        if language == "text" and body.startswith(PROMPT):
            transcripts += 1
            fresh = fresh.replace(block[0], f"```text\n{transcript(page, body)}```")
        elif language == "text" and body.startswith("{") and len(above) == 1:
            transcripts += 1
            found = difference(laid_out(body), json.loads(printed(above[0])))
            expect(found is None,
                   f"{page}: negotiate {' '.join(above[0])} prints the JSON that is shown; got {found}")
        above = list(commands(body)) if language == "sh" else []
        for words in above:
            printed(words)
    if WRITE and fresh != text:
        page.write_text(fresh, encoding="utf-8")
expect(ASKED or transcripts > 0, "some page shows what is printed")
finish()
