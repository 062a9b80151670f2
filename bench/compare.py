#!/usr/bin/env python3
"""Compare two runs of a benchmark: compare.py BASELINE.json NEW.json

Both are written by Google Benchmark (--benchmark_repetitions=5 or more, --benchmark_out=FILE).
Medians of the repetitions are compared. A difference under 10 % is not judged: on a shared machine
it says nothing. Status 1 when anything became slower, 2 when the files cannot be compared.
"""

import json
import statistics
import sys

REPETITIONS = 5
THRESHOLD = 0.10
NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}


def fail(message):
    print(f"compare.py: {message}", file=sys.stderr)
    sys.exit(2)


def medians(path):
    """Median CPU time in ns by name, in the order of the file."""
    try:
        with open(path, encoding="utf-8") as file:
            runs = json.load(file)["benchmarks"]
    except (OSError, ValueError, KeyError) as error:
        fail(f"{path}: not a benchmark's JSON output: {error}")
    times = {}
    for run in runs:
        if run.get("run_type", "iteration") != "iteration":
            continue  # the aggregates: computed here instead
        if run.get("error_occurred"):
            fail(f"{path}: {run['name']} failed: {run.get('error_message', 'no reason given')}")
        times.setdefault(run["name"], []).append(run["cpu_time"] * NANOSECONDS[run["time_unit"]])
    for name, values in times.items():
        if len(values) < REPETITIONS:
            fail(f"{path}: {name} ran {len(values)} times; at least {REPETITIONS} are needed "
                 "(--benchmark_repetitions)")
    return {name: statistics.median(values) for name, values in times.items()}


def main():
    if len(sys.argv) != 3:
        fail("usage: compare.py BASELINE.json NEW.json")
    before, after = medians(sys.argv[1]), medians(sys.argv[2])
    shared = [name for name in before if name in after]
    if not shared:
        fail("the two files have no benchmark in common")
    slower = 0
    for name in shared:
        change = after[name] / before[name] - 1
        if abs(change) < THRESHOLD:
            verdict = "no verdict"
        else:
            verdict = "faster" if change < 0 else "SLOWER"
            slower += change > 0
        print(f"{name:<50} {before[name]:>14.0f} ns {after[name]:>14.0f} ns {change:>+8.1%}  {verdict}")
    for name in sorted(before.keys() ^ after.keys()):
        print(f"{name:<50} only in {sys.argv[1] if name in before else sys.argv[2]}")
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
