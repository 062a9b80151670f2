#!/usr/bin/env python3
"""Times `negotiate tournament` as a whole process: 8 strategies, 5 scenarios of 36 to 3,000 outcomes,
roles rotated, twice, at most 100 rounds: 640 negotiations.

    bench/tournament.py [build/release/negotiate] [runs]

The scenarios are drawn from a fixed seed and written into a temporary folder. Prints the median, least
and greatest wall time on one thread, on two, and on two with a hundred times the work.
"""

import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

from process import run

SIZES = [(6, 6), (4, 5, 6), (5, 10, 10), (10, 10, 12), (15, 10, 20)]
STRATEGIES = ("boulware,linear,conceder,boulware(e=0.1),time-dependent(e=0.5,k=0.1),micro,"
              "tit-for-tat,random-walker")


def scenario(sizes, draws):
    """A scenario file: two parties, every value drawn by itself."""
    text = f'title = "{" x ".join(map(str, sizes))}"\nutilities = "raw"\n'
    for k, size in enumerate(sizes):
        options = ", ".join(f'"o{o}"' for o in range(size))
        text += f'[[issue]]\nname = "i{k}"\nkind = "categorical"\noptions = [{options}]\n'
        text += 'status_quo = "o0"\n'
    for party in ("one", "two"):
        weights = ", ".join(f"i{k} = {0.5 + draws.random():.4f}" for k in range(len(sizes)))
        text += f'[[party]]\nname = "{party}"\nreservation = 0\nweights = {{ {weights} }}\n'
        for k, size in enumerate(sizes):
            text += f"values.i{k} = [{', '.join(f'{draws.random():.4f}' for _ in range(size))}]\n"
    return text


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/release/negotiate"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    draws = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for sizes in SIZES:
            path = pathlib.Path(folder, f"{'x'.join(map(str, sizes))}.toml")
            path.write_text(scenario(sizes, draws), encoding="utf-8")
            files.append(str(path))
        words = ["tournament", *files, "--strategies", STRATEGIES, "--rotate", "--rounds", "100"]
        small = [*words, "--repeats", "2"]
        answer = json.loads(subprocess.run([os.path.abspath(program), *small, "--json"],
                                           capture_output=True, check=True).stdout)
        print(f"{answer['matches']} negotiations")
        large = [*words, "--repeats", "200"]
        for name, command in (("1 thread", [*small, "--threads", "1"]),
                              ("2 threads", [*small, "--threads", "2"]),
                              ("1 thread, 100 times the work", [*large, "--threads", "1"]),
                              ("2 threads, 100 times the work", [*large, "--threads", "2"])):
            times = [1000 * run(program, command)[0] for _ in range(runs)]
            print(f"{name}: median {statistics.median(times):.1f} ms of {runs} runs "
                  f"({min(times):.1f} to {max(times):.1f})")


if __name__ == "__main__":
    main()
