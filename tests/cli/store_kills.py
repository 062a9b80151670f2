"""A tournament in a store, killed again and again at drawn moments and resumed until it is done: what was
committed stays as it was, nothing of it is played again, and the end is that of one go."""

import json
import os
import random
import signal
import subprocess
import tempfile
import time

from _run import NEGOTIATE, expect, finish, run
from _store import count_of, rows_of, without_store

PLAY = ["tournament", "orange", "--strategies", "boulware,random-walker", "--rounds", "20", "--seed", "3",
        "--threads", "2", "--repeats"]
KILLS = 8
PATIENCE = 1.5  # seconds until a kill, whatever is committed

draws = random.Random(1)


def as_long_as_it_takes():
    """The tournament with as many repeats as leave time for kills, the answer in one go, and its seconds."""
    repeats = 1000
    while True:
        began = time.monotonic()
        answer = run(*PLAY, str(repeats), "--json")[1]
        took = time.monotonic() - began
        if took > 0.4 or repeats > 3000:
            return [*PLAY, str(repeats)], answer, took
        repeats *= 2


def killed(play, path, wait):
    """Starts or resumes, kills when `wait` returns. True where it was killed before it had ended."""
    work = subprocess.Popen([NEGOTIATE, *play, "--store", path, "--resume"], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
    wait(work)
    work.send_signal(signal.SIGKILL)
    return work.wait() == -signal.SIGKILL


def after_moments(longest):
    moment = draws.uniform(0, longest)
    return lambda work: time.sleep(moment)


def after_rows(path, rows):
    """When at least so many are committed."""
    def wait(work):
        limit = time.monotonic() + PATIENCE
        while count_of(path) < rows and work.poll() is None and time.monotonic() < limit:
            time.sleep(0.002)
    return wait


def same_rows(before, after):
    return all(after.get(key) == row for key, row in before.items())


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "kept.sqlite")
    play, plain, took = as_long_as_it_takes()
    planned = json.loads(plain)["planned"]

    committed = {}
    kills = gains = 0
    for k in range(KILLS):
        if k % 2 == 0:
            wait = after_moments(min(took / 2, PATIENCE))
        else:
            wait = after_rows(path, len(committed) + draws.randrange(1, planned // 4))
        kills += killed(play, path, wait)
        now = rows_of(path)
        expect(same_rows(committed, now), f"kill {k}: what was committed before is as it was")
        gains += len(now) > len(committed)
        committed = now
        if len(committed) == planned:
            break
    expect(kills >= 3 and gains >= 2, f"it was killed on the way; got {kills} kills, {gains} with new rows")

    code, out, err = run(*play, "--store", path, "--resume", "--json")
    expect(code == 0 and err == "", f"it goes on to its end; got {code}, {err!r}")
    expect(without_store(out) == without_store(plain), "and comes to the same as in one go")
    # So all that was played and is not there is what each kill cost, which store.batch bounds:
    # tests/laboratory/store.cpp counts that.
    expect(json.loads(out)["store"]["recalled"] == len(committed), "nothing that was committed is played again")
    last = rows_of(path)
    expect(same_rows(committed, last), "and stays as it was")
    expect(sorted(number for _, number in last) == list(range(planned)), "every negotiation has one row")

    whole = os.path.join(folder, "whole.sqlite")
    run(*play, "--store", whole)
    expect(rows_of(whole) == last, "and they are the rows of a store that nobody killed")
    print(f"{kills} kills, {gains} of them with new rows, {planned} negotiations")

finish()
