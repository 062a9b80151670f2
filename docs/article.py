#!/usr/bin/env python3
"""docs/article.md: the questions of an article, each with the command that answers it, and its answer.

    docs/article.py NEGOTIATE EXAMPLES            from the top of the tree: is the page what they give
    docs/article.py NEGOTIATE EXAMPLES PART       the rows of one part: samples, framework, life, race,
                                                  mediate, run, rest
    docs/article.py NEGOTIATE EXAMPLES --write    write the page anew

NEGOTIATE is the built program, EXAMPLES the folder of the built examples. No answer holds a result of its
own: they come from the JSON of the command, or from the lines that an example prints.
"""

import difflib
import functools
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import textwrap

from article_rows import HEAD, ROWS

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/article.md"
PARTS = ("--samples", "--framework", "life", "race", "mediate", "run")  # what takes seconds; all other rows are the part `rest`


@functools.lru_cache(maxsize=None)
def answered(command, negotiate, examples):
    """What a command gives: the value of its JSON, or the lines of an example by what they begin with."""
    if command.startswith("examples/"):
        words = [os.path.join(examples, command.removeprefix("examples/"))]
    else:
        words = [negotiate, *shlex.split(command), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=False, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(f"article: '{command}': status {done.returncode} and {done.stderr!r}")
    if command.startswith("examples/"):
        return dict(line.split(": ", 1) for line in done.stdout.splitlines())
    return json.loads(done.stdout)


def shown(command):
    """A command as the page shows it."""
    if command.startswith("examples/"):
        return f"[`{command}`](../{command}/main.cpp)"
    return f"`negotiate {command}`"


def wrapped(text):
    """Paragraphs in lines that can be read in an editor."""
    kept = text.replace(" %", "\0%")  # a sign stays with its number
    return "\n\n".join(textwrap.fill(part, 108, break_long_words=False, break_on_hyphens=False)
                       for part in kept.split("\n\n")).replace("\0", " ")


def part_of(commands):
    """The part that a row is checked in: that of its slowest verb or option."""
    words = {word for command in commands for word in command.split()}
    return next((part.strip("-") for part in PARTS if part in words), "rest")


def block(number, question, commands, answer, run):
    """A row of the page."""
    text = answer(*(run(command) for command in commands))
    asked = [shown(command) for command in commands]
    listing = asked[0] if len(asked) == 1 else "\n".join(f"* {one}" for one in asked)
    return f"### {number}. {question}\n\n{listing}\n\n{wrapped(text)}\n"


def rows_of(text):
    """Blocks of a page by their number."""
    found = re.split(r"^### (\d+)\. ", text, flags=re.MULTILINE)
    return {int(number): body.strip() for number, body in zip(found[1::2], found[2::2])}


def page_head(blocks):
    """What stands above the rows; which of them are answered in part is read off their answers."""
    in_part = [str(number) for number, text in rows_of("\n".join(blocks)).items() if "\n\nIn part" in text]
    return wrapped(HEAD.format(rows=len(ROWS), in_part=", ".join(in_part[:-1]) + " and " + in_part[-1]))


def main():
    negotiate, examples, *rest = sys.argv[1:]
    run = functools.partial(answered, negotiate=os.path.abspath(negotiate),
                            examples=os.path.abspath(examples))
    if [row[0] for row in ROWS] != list(range(1, len(ROWS) + 1)):
        raise SystemExit("article: rows are numbered from 1 without a gap")
    wanted = rest[0] if rest and rest[0] != "--write" else None
    parts = [*(part.strip("-") for part in PARTS), "rest"]
    if wanted not in (None, *parts):
        raise SystemExit(f"article: no part '{wanted}'; there are {', '.join(parts)}")
    blocks = [block(*row, run) for row in ROWS if wanted in (None, part_of(row[2]))]
    if rest == ["--write"]:
        PAGE.write_text("\n".join([page_head(blocks) + "\n", *blocks]), encoding="utf-8")
        print(f"article: {len(blocks)} rows written")
        return 0
    text = PAGE.read_text(encoding="utf-8")
    there, now = rows_of(text), rows_of("\n".join(blocks))
    faults = []
    if list(there) != [row[0] for row in ROWS]:
        faults.append("the page has other rows than article_rows.py")
    if wanted is None and not text.startswith(page_head(blocks)):
        faults.append("the head of the page is not that of article_rows.py")
    for number, body in now.items():
        faults += difflib.unified_diff(there.get(number, "").splitlines(), body.splitlines(),
                                       f"row {number} of the page", "given now", lineterm="")
    print("\n".join(faults) or f"article: {len(blocks)} rows are what their commands give")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
