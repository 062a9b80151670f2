#!/usr/bin/env python3
"""What belongs together is there: a test for each header, a line in the build for each source."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    faults = []

    # include/negotiation/<room>/<noun>.hpp has tests/<room>/<noun>.cpp
    include = ROOT / "include/negotiation"
    for header in sorted(include.rglob("*.hpp")):
        name = header.relative_to(include)
        if len(name.parts) == 1 or "detail" in name.parts or "fwd" in name.stem:
            continue
        if not (ROOT / "tests" / name.with_suffix(".cpp")).exists():
            faults.append(f"include/negotiation/{name}: no tests/{name.with_suffix('.cpp')}")

    # every source under src/ is listed, once
    listing = (ROOT / "src/CMakeLists.txt").read_text(encoding="utf-8")
    listed = re.findall(r"^\s+([\w/.-]+\.cpp)\s*$", listing, re.MULTILINE)
    present = [str(path.relative_to(ROOT / "src")) for path in sorted((ROOT / "src").rglob("*.cpp"))]
    for path in present:
        if listed.count(path) != 1:
            faults.append(f"src/{path}: listed {listed.count(path)} times in src/CMakeLists.txt")

    # a folder of examples/ with a program can be copied out and built
    for folder in sorted({path.parent for path in (ROOT / "examples").glob("*/*.cpp")}):
        if not (folder / "CMakeLists.txt").exists():
            faults.append(f"{folder.relative_to(ROOT)}: no CMakeLists.txt, so it cannot be copied out")

    # CITATION.cff is the one other place that names the version
    version = re.search(r'NEGOTIATION_VERSION "([^"]+)"', (include / "version.hpp").read_text())[1]
    if f"\nversion: {version}\n" not in (ROOT / "CITATION.cff").read_text():
        faults.append(f"CITATION.cff: version is not {version}")

    print("\n".join(faults) or "pairing: nothing is missing")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
