#!/usr/bin/env python3
"""The work of bench/tournament.py in NegMAS, where it is installed, beside ours: what each takes.

    bench/peers/negmas_tournament.py [build/release/negotiate] [runs]

The same scenarios as GENIUS files, the strategies that both have (boulware, linear, conceder, MiCRO), every
pair in both roles, at most 100 rounds. NegMAS is not part of this project: `pip install negmas` where that is
possible. It runs in this process, so its start is left out; ours is the time of the whole process.

Every call below is in the published sources that name themselves 0.12.0, and adding negotiators to a mechanism
is so in the description of 0.17.0; nobody has run this with NegMAS yet. Another version is refused.
"""

import os
import pathlib
import random
import re
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import process  # noqa: E402
from genius_files import write_genius  # noqa: E402

SIZES = [(6, 6), (4, 5, 6), (5, 10, 10), (10, 10, 12), (15, 10, 20)]
OURS = "time-dependent(e=0.25,tolerance=0.0001),time-dependent(e=1,tolerance=0.0001)," \
       "time-dependent(e=4,tolerance=0.0001),micro"
THEIRS = ["BoulwareTBNegotiator", "LinearTBNegotiator", "ConcederTBNegotiator", "MiCRONegotiator"]
ROUNDS = 100
VERSIONS = (0, 12), (0, 17)  # the first and the last that are accepted, whatever follows the second number


def load():
    """NegMAS, with all that is used of it."""
    try:
        import negmas
        import negmas.sao
    except ImportError as missing:
        sys.exit(f"NegMAS cannot be loaded here, so there is nothing to compare with: {missing}")
    version = getattr(negmas, "__version__", "unknown")
    known = re.match(r"(\d+)\.(\d+)", version)
    if not known or not VERSIONS[0] <= tuple(map(int, known.groups())) <= VERSIONS[1]:
        first, last = (".".join(map(str, v)) for v in VERSIONS)
        sys.exit(f"NegMAS {version} is installed; this was written for {first} to {last}")
    used = [(negmas, "Scenario"), *((negmas.sao, name) for name in ["SAOMechanism", *THEIRS])]
    missing = [name for module, name in used if not hasattr(module, name)]
    if missing:
        sys.exit(f"NegMAS {version} lacks what is compared: {', '.join(missing)}")
    return negmas


def peers(negmas, folders):
    """Seconds, negotiations, and those that ended in a deal."""
    began = time.perf_counter()
    deals = played = 0
    for folder in folders:
        scenario = negmas.Scenario.from_genius_folder(folder, ignore_discount=True)
        if scenario is None:
            sys.exit(f"NegMAS cannot read {folder}")
        for first in THEIRS:
            for second in THEIRS:
                mechanism = negmas.sao.SAOMechanism(outcome_space=scenario.outcome_space, n_steps=ROUNDS)
                for name, ufun in zip((first, second), scenario.ufuns):
                    mechanism.add(getattr(negmas.sao, name)(), ufun=ufun)
                mechanism.run()
                played += 1
                deals += mechanism.agreement is not None
    return time.perf_counter() - began, played, deals


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/release/negotiate")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    negmas = load()
    draws = random.Random(1)
    with tempfile.TemporaryDirectory() as base:
        folders = []
        for sizes in SIZES:
            folders.append(os.path.join(base, "x".join(map(str, sizes))))
            write_genius(folders[-1], sizes, draws)
        words = ["tournament", *folders, "--raw", "--clock", "negmas", "--rounds", str(ROUNDS),
                 "--threads", "1", "--json", "--strategies", OURS]
        ours = statistics.median(process.run(program, words)[0] for _ in range(runs))
        print(f"negotiate, whole process, 1 thread: {1000 * ours:.1f} ms for {len(SIZES) * 16} negotiations")
        took = [peers(negmas, folders) for _ in range(runs)]
        theirs = statistics.median(t for t, _, _ in took)
        print(f"NegMAS, without its start: {1000 * theirs:.1f} ms for {took[0][1]} negotiations, {took[0][2]} deals")
        print(f"ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main()
