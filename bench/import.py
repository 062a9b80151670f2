#!/usr/bin/env python3
"""Times reading a large GENIUS scenario as a whole process: 5 MB of XML, a domain and two profiles with
20 issues of 940 options.

    bench/import.py [build/release/negotiate] [runs]

The files are drawn from a fixed seed and written into a temporary folder. Prints the median, least and
greatest wall time of `import`, which writes the scenario as TOML, and of `check`, which does not.
"""

import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

from genius_files import write_genius

ISSUES, OPTIONS = 20, 940


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/release/negotiate")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 21
    with tempfile.TemporaryDirectory() as folder:
        scenario = str(pathlib.Path(folder, "large"))
        size = write_genius(scenario, [OPTIONS] * ISSUES, random.Random(1), wordy=True)
        print(f"{size / 1e6:.2f} MB of XML, {ISSUES} issues of {OPTIONS} options, two profiles")
        for verb in ("import", "check"):
            times = []
            for _ in range(runs):
                began = time.perf_counter()
                subprocess.run([program, verb, scenario], stdout=subprocess.DEVNULL, check=True)
                times.append(1000 * (time.perf_counter() - began))
            print(f"  negotiate {verb}: median {statistics.median(times):.1f} ms of {runs} runs "
                  f"({min(times):.1f} to {max(times):.1f})")


if __name__ == "__main__":
    main()
