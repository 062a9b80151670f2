#!/usr/bin/env python3
"""Prints what each public header costs whoever includes it: CPU seconds of g++ -O2 on that header alone.

    bench/headers.py [FOLDER]        e.g. deal; all rooms without one

The budget is in CONTRIBUTING.md ("What a header costs"). Machines differ and a busy one is slower, so
the first line is a yardstick, and headers are marked that cost more than the budget by that measure.
Each number is the least of three runs.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLAGS = ["-std=c++20", "-O2", "-I", str(ROOT / "include"), "-isystem", "/usr/include/eigen3"]

YARDSTICK = "Eigen/Core"
YARDSTICK_SECONDS = 0.68  # on the machine on which the budget was set
BUDGET = 0.8
WITHOUT_MATRICES = 0.3


def run(header):
    """CPU seconds of one compiler run."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "one.cpp"
        source.write_text(f"#include <{header}>\n")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["g++", *FLAGS, "-c", source, "-o", source.with_suffix(".o")], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(header):
    return min(run(header) for _ in range(3))


def main():
    below = ROOT / "include" / "negotiation" / (sys.argv[1] if len(sys.argv) > 1 else "")
    headers = [h.relative_to(ROOT / "include") for h in sorted(below.rglob("*.hpp"))]
    yardstick = seconds(YARDSTICK)
    slower = yardstick / YARDSTICK_SECONDS
    print(f"{yardstick:6.2f} s  {YARDSTICK}; budget here {BUDGET * slower:.2f} s, "
          f"aim without matrices {WITHOUT_MATRICES * slower:.2f} s")
    costs = sorted(((seconds(h), h) for h in headers if "detail" not in h.parts), reverse=True)
    for cost, header in costs:
        mark = "  over budget" if cost > BUDGET * slower else ""
        print(f"{cost:6.2f} s  {header}{mark}")


if __name__ == "__main__":
    main()
