#!/usr/bin/env python3
"""Programs in README.md and the guide are files that the build compiles and runs.

    snippets.py                     every block of cpp is a file of docs/snippets or examples, and
                                    every block of any kind is closed
    snippets.py SOURCE PROGRAM      a page shows SOURCE, and says what PROGRAM prints
    snippets.py --write             puts changed files of docs/snippets into the pages
"""

import difflib
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r" *```")
BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SOURCES = [*sorted((ROOT / "docs/snippets").glob("*.cpp")), *sorted((ROOT / "examples").glob("*/*.cpp"))]


def likeness(a, b):
    return difflib.SequenceMatcher(None, a.splitlines(), b.splitlines()).ratio()


def check_pages(write):
    """Complaints about blocks that are no file."""
    texts = {source: source.read_text(encoding="utf-8") for source in SOURCES}
    for page in PAGES:
        text = fresh = page.read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            shown = block[1]
            if shown in texts.values():
                continue
            nearest = max(SOURCES, key=lambda source: likeness(texts[source], shown))
            if write and likeness(texts[nearest], shown) > 0.5:
                fresh = fresh.replace(block[0], f"```cpp\n{texts[nearest]}```")
                continue
            names = (str(page.relative_to(ROOT)), str(nearest.relative_to(ROOT)))
            yield "\n".join(difflib.unified_diff(shown.splitlines(), texts[nearest].splitlines(),
                                                 *names, lineterm=""))
        if fresh != text:
            page.write_text(fresh, encoding="utf-8")


def check_fences():
    """Complaints about blocks that nothing closes: all below such a one is turned inside out."""
    for page in PAGES:
        opened = None
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            if FENCE.match(line):
                if opened and line.strip() != "```":
                    yield f"{page.relative_to(ROOT)}:{opened}: the block is not closed before line {number}"
                opened = None if opened and line.strip() == "```" else number
        if opened:
            yield f"{page.relative_to(ROOT)}:{opened}: the block is not closed"


def check_program(source, program):
    """Complaints about a snippet that no page shows, or whose output its page does not give."""
    code = source.read_text(encoding="utf-8")
    run = subprocess.run([program], capture_output=True, text=True, timeout=50, check=False)
    if run.returncode != 0 or not run.stdout:
        yield f"{source.name}: status {run.returncode}, printed {run.stdout!r} and {run.stderr!r}"
    pages = [text for text in (page.read_text(encoding="utf-8") for page in PAGES)
             if f"```cpp\n{code}```" in text]
    if not pages:
        yield f"{source.name}: no page shows it (snippets.py --write puts it where its like stands)"
    for text in pages:
        for line in run.stdout.splitlines():
            if line not in re.sub(r"\s+", " ", text):
                yield f"{source.name}: its page does not say that it prints '{line}'"


def main():
    arguments = sys.argv[1:]
    if len(arguments) == 2:
        faults = list(check_program(pathlib.Path(arguments[0]), arguments[1]))
    else:
        faults = [*check_fences(), *check_pages("--write" in arguments)]
    print("\n".join(faults) or "snippets: every program shown is one that runs")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
