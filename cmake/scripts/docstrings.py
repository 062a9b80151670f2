#!/usr/bin/env python3
"""A documented free function says what it costs, whether threads may share it, and which test holds it.

Checks the tags of public headers, their order, and that every named test case exists, here and in
docs/validation.md. What is not documented at all is Doxygen's to find (target docs).

    cmake/scripts/docstrings.py [ROOM...]        all rooms without one
"""

import functools
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

ORDER = ["brief", "tparam", "param", "return", "throws", "complexity", "thread", "source", "test"]
# a block of comment at the margin, and the declaration or definition below it
DOCUMENTED = re.compile(r"^((?:///.*\n)+)((?:(?!///)[^\n;{]*\n)*?[^\n;{]*[;{])", re.MULTILINE)
NO_FUNCTION = re.compile(r"^(?:template\s*<[^>]*>\s*)?(?:__extension__ )?"
                         r"(?:struct|class|enum|concept|using|namespace|inline constexpr|#)")
TEST = re.compile(r'(tests/[\w/.]+?\.\w+)`? "([^"]+)"')
CASE = re.compile(r'\bTEST_CASE\w*\(\s*((?:"[^"]*"\s*)+)')


@functools.cache
def cases(name):
    """The test cases of a file; nothing when there is no such file."""
    path = ROOT / name
    if not path.exists():
        return None
    found = CASE.findall(path.read_text(encoding="utf-8"))
    return {"".join(re.findall(r'"([^"]*)"', case)) for case in found}


def missing_tests(text):
    """Complaints about test cases that are named and do not exist."""
    for name, case in TEST.findall(re.sub(r"\s+(?:///\s*)?", " ", text)):
        known = cases(name)
        if known is None:
            yield f"there is no {name}"
        elif case not in known:
            yield f'{name} has no case "{case}"'


def complaints(comment):
    """What the comment of a function lacks or has in the wrong order."""
    tags = [tag for tag in re.findall(r"(?<![\w`])@(\w+)", comment) if tag in ORDER]
    for tag in ("brief", "complexity", "test"):
        if tag not in tags:
            yield f"no @{tag}"
    if not re.search(r"@thread\b|thread-safe", comment):
        yield "no word on threads: `; thread-safe` behind @complexity{}, or @thread"
    if tags != sorted(tags, key=ORDER.index):
        yield f"tags in the order {' '.join(tags)}; meant is {' '.join(ORDER)}"


def main():
    faults = []
    include = ROOT / "include/negotiation"
    functions = 0
    for header in sorted(h for room in sys.argv[1:] or [""] for h in (include / room).rglob("*.hpp")):
        if "detail" in header.parts:
            continue
        text = header.read_text(encoding="utf-8")
        name = header.relative_to(ROOT)
        faults += [f"{name}: {fault}" for fault in missing_tests(text)]
        text = re.sub(r"^namespace detail \{.*?^\}  // namespace detail$",
                      lambda hidden: "\n" * hidden[0].count("\n"), text, flags=re.MULTILINE | re.DOTALL)
        for found in DOCUMENTED.finditer(text):
            comment, code = found.groups()
            if "(" not in code or NO_FUNCTION.match(code):
                continue
            functions += 1
            line = text.count("\n", 0, found.start(2)) + 1
            faults += [f"{name}:{line}: {fault}" for fault in complaints(comment)]

    validation = (ROOT / "docs/validation.md").read_text(encoding="utf-8")
    faults += [f"docs/validation.md: {fault}" for fault in missing_tests(validation)]

    print("\n".join(faults) or f"docstrings: {functions} functions say what they cost and what tests them")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
