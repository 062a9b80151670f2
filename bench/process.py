#!/usr/bin/env python3
"""Times `negotiate` as a whole process: start, read, validate, search, print.

    bench/process.py [build/release/negotiate] [runs]

Prints the median, least and greatest wall time and the largest resident set of each command.
"""

import os
import statistics
import sys
import time

SCENARIO = "examples/scenarios/backchannel-2025.toml"
COMMANDS = [
    ["deals", SCENARIO, "--scope", "nuclear"],
    ["deals", SCENARIO, "--scope", "comprehensive"],
    ["value", SCENARIO, "--scope", "nuclear", "--deal", "J", "--deal", "N1"],
    ["run", SCENARIO, "--scope", "nuclear"],
    ["run", SCENARIO, "--scope", "comprehensive"],
]


def run(program, words):
    """Wall seconds and peak resident MB of one run, its output thrown away."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execv(program, [program, *words])
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(words)}: exit status {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/release/negotiate"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 21
    for words in COMMANDS:
        samples = [run(program, words) for _ in range(runs)]
        times = [1000 * seconds for seconds, _ in samples]
        print(
            f"negotiate {' '.join(words)}: median {statistics.median(times):.1f} ms of {runs} runs "
            f"({min(times):.1f} to {max(times):.1f}), {max(m for _, m in samples):.0f} MB"
        )


if __name__ == "__main__":
    main()
