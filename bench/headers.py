#!/usr/bin/env python3
"""Prints what each public header costs whoever includes it: CPU seconds of g++ -O2 on that header alone.

    bench/headers.py [FOLDER]        e.g. deal; all rooms without one

The budget is 0.8 s, 0.3 s for headers without matrices; see CONTRIBUTING.md.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLAGS = ["-std=c++20", "-O2", "-I", str(ROOT / "include"), "-isystem", "/usr/include/eigen3"]


def seconds(header):
    """CPU seconds of one compiler run."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "one.cpp"
        source.write_text(f"#include <{header}>\n")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["g++", *FLAGS, "-c", source, "-o", source.with_suffix(".o")], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    below = ROOT / "include" / "negotiation" / (sys.argv[1] if len(sys.argv) > 1 else "")
    headers = [h.relative_to(ROOT / "include") for h in sorted(below.rglob("*.hpp"))]
    costs = sorted(((seconds(h), h) for h in headers if "detail" not in h.parts), reverse=True)
    for cost, header in costs:
        print(f"{cost:6.2f} s  {header}")


if __name__ == "__main__":
    main()
