#!/usr/bin/env python3
"""Times `negotiate tournament` as a whole process: 8 strategies, 5 scenarios of 36 to 3,000 outcomes,
roles rotated, twice, at most 100 rounds: 640 negotiations.

    bench/tournament.py [build/release/negotiate] [runs]

The scenarios are drawn from a fixed seed and written into a temporary folder, as scenario files and,
drawn anew, as folders of GENIUS XML. Prints the median, least
and greatest wall time on one thread and on two; with a hundred times the work also that of two processes
side by side, which share no memory: more than they reach no two threads can.
"""

import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

from genius_files import write_genius

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
        words = ["tournament", *files, "--strategies", STRATEGIES]
        small = [*words, "--rounds", "100", "--repeats", "2"]
        answer = json.loads(subprocess.run([os.path.abspath(program), *small, "--json"],
                                           capture_output=True, check=True).stdout)
        print(f"{answer['matches']} negotiations of at most 100 rounds")
        measure({"1 thread": [program, small, 1, 1], "2 threads": [program, small, 2, 1]}, runs)
        folders = [str(pathlib.Path(folder, "x".join(map(str, sizes)))) for sizes in SIZES]
        for path, sizes in zip(folders, SIZES):
            write_genius(path, sizes, draws)
        foreign = ["tournament", *folders, *small[1 + len(files):]]
        print("the same from folders of GENIUS XML")
        measure({"1 thread": [program, foreign, 1, 1], "2 threads": [program, foreign, 2, 1]}, runs)
        for rounds in (100, 1000):
            large = [*words, "--rounds", str(rounds), "--repeats", "200"]
            print(f"{100 * answer['matches']} negotiations of at most {rounds} rounds")
            one, two, both = measure(
                {"1 thread": [program, large, 1, 1], "2 threads": [program, large, 2, 1],
                 "two processes of 1 thread side by side": [program, large, 1, 2]}, runs)
            print(f"two threads against one: {one / two:.2f} times; what the machine gives two "
                  f"processes that share nothing: {2 * one / both:.2f} times")


def measure(works, runs):
    """Prints and gives the medians of some runs of each [ms]. They take turns, so that whatever else the
    machine does slows all of them alike."""
    times = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            times[name].append(1000 * side_by_side(*work))
    for name, took in times.items():
        print(f"  {name}: median {statistics.median(took):.1f} ms of {runs} runs "
              f"({min(took):.1f} to {max(took):.1f})")
    return [statistics.median(took) for took in times.values()]


def side_by_side(program, words, threads, processes):
    """Wall time of some processes that do the same at the same time [s]."""
    command = [os.path.abspath(program), *words, "--threads", str(threads)]
    began = time.perf_counter()
    started = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(processes)]
    if any(process.wait() != 0 for process in started):
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
