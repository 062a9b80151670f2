#!/usr/bin/env python3
"""Times `negotiate life` as a whole process, and what a life costs after set-up.

    bench/life.py [build/release/negotiate] [runs]

Set-up is what one life takes: reading, a thousand talks in secret and a thousand in public, what lies ahead
of each deal. A life's own cost is what more lives add. The peer's way plays talks for each life (--talks
each). Prints medians, lives a second on one thread and on two, and the largest resident set of few lives
and of many.
"""

import os
import statistics
import sys

import process

SCENARIO = "examples/scenarios/backchannel-2025.toml"
SCOPE = "comprehensive"


def words_of(lives, threads, *more):
    return ["life", SCENARIO, "--scope", SCOPE, "--runs", str(lives), "--threads", str(threads), "--json", *more]


def median(program, runs, lives, threads, *more):
    samples = [process.run(program, words_of(lives, threads, *more)) for _ in range(runs)]
    return statistics.median(s for s, _ in samples), max(m for _, m in samples)


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/release/negotiate")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    few, many = 1, 10_000_000
    rates = []
    for threads in (1, 2):
        set_up, small = median(program, runs, few, threads)
        whole, large = median(program, runs, many, threads)
        rates.append((many - few) / (whole - set_up))
        print(f"{threads} thread{'s' if threads > 1 else ''}: set-up {set_up:.2f} s; {many:,} lives "
              f"{whole:.2f} s, {rates[-1]:,.0f} lives a second after set-up, each lived twice (red lines at "
              f"home on and off); {small:.0f} MB with {few} life, {large:.0f} MB with {many:,}")
    print(f"two threads against one: {rates[1] / rates[0]:.2f} times")
    few, many = 1, 1500
    set_up, _ = median(program, runs, few, 1, "--talks", "each")
    whole, _ = median(program, runs, many, 1, "--talks", "each")
    print(f"talks of its own for every life, 1 thread: {(many - few) / (whole - set_up):,.0f} lives a second")


if __name__ == "__main__":
    main()
