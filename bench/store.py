#!/usr/bin/env python3
"""Times a tournament that keeps every negotiation in a store, as a whole process.

    bench/store.py [build/release/negotiate] [runs] [negotiations]

Two strategies on two bundled scenarios, roles rotated, until a million negotiations are played; the same
without a store beside it. The peer's way, a row committed by itself, is timed with the same rows in Python's
sqlite3. Prints medians, negotiations a second, sizes, and the largest resident set of few and of many.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time

import process

WORDS = ["tournament", "orange", "aid-and-guarantee", "--strategies", "boulware,conceder", "--json"]
PAIRINGS = 2 * 4


def once(program, repeats, threads, path=None):
    words = [*WORDS, "--repeats", str(repeats), "--threads", str(threads)]
    if path:
        for end in ("", "-wal", "-shm"):
            if os.path.exists(path + end):
                os.remove(path + end)
        words += ["--store", path]
    return process.run(program, words)


def peers_way(path, rows):
    """A transaction a row, synchronised as SQLite does unless told otherwise."""
    with sqlite3.connect(path) as source:
        taken = source.execute("SELECT * FROM negotiation LIMIT ?", (rows,)).fetchall()
    with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as folder:
        store = sqlite3.connect(os.path.join(folder, "rows.sqlite"), isolation_level=None)
        marks = ",".join("?" * len(taken[0]))
        names = ",".join(f"c{k}" for k in range(len(taken[0])))
        store.execute(f"CREATE TABLE negotiation ({names})")
        began = time.perf_counter()
        for row in taken:
            store.execute(f"INSERT INTO negotiation VALUES ({marks})", row)
        return len(taken) / (time.perf_counter() - began)


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/release/negotiate")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    repeats = (int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000) // PAIRINGS
    count = repeats * PAIRINGS
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "store.sqlite")
        for threads in (1, 2):
            bare = [once(program, repeats, threads) for _ in range(runs)]
            kept = [once(program, repeats, threads, path) for _ in range(runs)]
            plain, with_store = (statistics.median(s for s, _ in all_of) for all_of in (bare, kept))
            small = once(program, 1000, threads, path + "-small")[1]
            print(f"{threads} thread{'s' if threads > 1 else ''}: {count:,} negotiations {plain:.2f} s, with a "
                  f"store {with_store:.2f} s ({count / with_store:,.0f} a second, {plain / with_store:.2f} of "
                  f"the throughput without); {max(m for _, m in kept):.0f} MB of memory, {small:.0f} MB for "
                  f"{1000 * PAIRINGS:,}; {os.path.getsize(path) / 1e6:.0f} MB on disk")
        print(f"a transaction a row (Python's sqlite3): {peers_way(path, 2000):,.0f} rows a second")


if __name__ == "__main__":
    main()
