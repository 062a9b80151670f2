#!/usr/bin/env python3
"""The keys of @source{key, ...} and those of docs/refs.bib are the same. (Doxygen's @cite would need bibtex.)"""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def damaged(text):
    """Entries that a merge left without their end, a title, a year, or with a field twice."""
    faults = []
    for entry in re.split(r"^(?=@)", text, flags=re.MULTILINE)[1:]:
        key = re.match(r"@\w+\{\s*([^,\s]+)", entry).group(1)
        fields = re.findall(r"^ +(\w+) *=", entry, re.MULTILINE)
        if entry.count("{") != entry.count("}") or not entry.rstrip().endswith("\n}"):
            faults.append(f"docs/refs.bib: the braces of {key} do not close")
        if len(set(fields)) != len(fields) or not {"title", "year"} <= set(fields):
            faults.append(f"docs/refs.bib: {key} has a field twice, or no title or year")
    return faults


def main():
    faults = []
    bib = ROOT / "docs/refs.bib"
    text = bib.read_text(encoding="utf-8") if bib.exists() else ""
    known = collections.Counter(re.findall(r"^@\w+\{\s*([^,\s]+)\s*,", text, re.MULTILINE))
    faults += [f"docs/refs.bib: {key} stands there {n} times" for key, n in known.items() if n > 1]

    faults += damaged(text)

    cited = set()
    files = [*(ROOT / "include").rglob("*.hpp"), *(ROOT / "docs").rglob("*.md")]
    for path in sorted(files):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for key in re.findall(r"[@\\]source\{\s*([^,}\s]+)", line):
                cited.add(key)
                if key not in known:
                    faults.append(f"{path.relative_to(ROOT)}:{number}: '{key}' is not in docs/refs.bib")

    faults += [f"docs/refs.bib: no @source cites {key}" for key in known if key not in cited]

    print("\n".join(faults) or f"bib: every source is one of the {len(known)} in docs/refs.bib")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
