"""Stores under pressure: several programs at one file, signals, and files that cannot be written or read."""

import functools
import json
import os
import resource
import signal
import sqlite3
import subprocess
import tempfile
import time

from _run import NEGOTIATE, expect, expect_error, finish, run
from _store import count_of, rows_of, without_store

PLAY = ["tournament", "orange", "--strategies", "boulware,random-walker", "--rounds", "20"]
BIG = [*PLAY, "--repeats", "200000", "--seed", "1"]


def begin(*words, **more):
    return subprocess.Popen([NEGOTIATE, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def wait_for_rows(work, path):
    limit = time.monotonic() + 30
    while count_of(path) == 0 and work.poll() is None and time.monotonic() < limit:
        time.sleep(0.01)


@functools.cache
def alone(*play):
    return run(*play, "--json")[1]


def together(folder, name, *plays):
    """All at once into one new file: each answers as it would alone."""
    path = os.path.join(folder, name)
    works = [begin(*play, "--store", path, "--resume", "--json") for play in plays]
    planned = {}
    for play, work in zip(plays, works):
        out, err = work.communicate(timeout=50)
        begun = err.count("begun anew") == err.count("\n") <= 1  # whoever comes first says so
        expect(work.returncode == 0 and begun, f"{name}: no program fails; got {work.returncode}, {err!r}")
        if work.returncode != 0:
            continue
        expect(without_store(out) == without_store(alone(*play)), f"{name}: each answers as it would alone")
        answer = json.loads(out)
        planned[answer["experiment"]] = answer["planned"]
    expect(len(rows_of(path)) == sum(planned.values()), f"{name}: a row a negotiation")


def read_only(folder, play):
    """A folder that cannot be written: nothing is made there, and what is there is read all the same."""
    path = os.path.join(folder, "archive.sqlite")
    run(*play, "--store", path)
    nobody = {"user": 65534} if os.geteuid() == 0 else {}  # to root nothing is read-only
    try:
        reachable = run("--version", **nobody)[0] == 0
    except OSError:
        reachable = False
    if not reachable:
        return
    os.chmod(folder, 0o555)
    expect_error(2, "unable to open database file", *play, "--store", os.path.join(folder, "new.sqlite"), **nobody)
    expect_error(2, "readonly database", *play, "--store", path, "--resume", **nobody)
    code, out, err = run("results", path, "--format", "csv", **nobody)
    expect(code == 0 and out.count("\n") == count_of(path) + 1, f"an archive is read; got {code}, {err!r}")
    code, out, err = run("results", "/" + path, "--format", "csv", **nobody)
    expect(code == 0 and out.count("\n") == count_of(path) + 1, f"by two slashes too; got {code}, {err!r}")
    os.chmod(folder, 0o755)


with tempfile.TemporaryDirectory() as folder:
    # Two programs, with the same experiment and with two; and many that make the file at once.
    one = [*PLAY, "--repeats", "500", "--seed", "1"]
    two = [*PLAY, "--repeats", "400", "--seed", "2"]
    together(folder, "same.sqlite", one, one)
    together(folder, "different.sqlite", one, two)
    for k in range(2):
        few = [[*PLAY, "--repeats", "2", "--seed", str(seed)] for seed in (1, 1, 2, 3)]
        together(folder, f"made{k}.sqlite", *few)

    # A signal ends it with an answer about what was played, which is what is kept.
    for kind in (signal.SIGINT, signal.SIGTERM):
        path = os.path.join(folder, f"{kind.name}.sqlite")
        work = begin(*BIG, "--store", path, "--json")
        wait_for_rows(work, path)
        work.send_signal(kind)
        out, err = work.communicate(timeout=50)
        expect(work.returncode == 0 and err == "", f"{kind.name} ends cleanly; got {work.returncode}, {err!r}")
        answer = json.loads(out)
        expect(not answer["complete"] and 0 < answer["matches"] < answer["planned"], f"{kind.name}: some was played")
        expect(count_of(path) == answer["matches"], f"{kind.name}: and is kept")

    # The file goes away under a program.
    path = os.path.join(folder, "gone.sqlite")
    work = begin(*BIG, "--store", path)
    wait_for_rows(work, path)
    os.remove(path)
    out, err = work.communicate(timeout=50)
    expect(work.returncode == 1 and out == "" and err.count("\n") == 1 and
           "was moved or removed while it was written" in err, f"a removed file is told; got {work.returncode}, {err!r}")

    # A full disk: no file may grow beyond some kilobytes, and a write fails rather than kills.
    path = os.path.join(folder, "full.sqlite")

    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    work = begin(*BIG, "--store", path, preexec_fn=small_files)
    out, err = work.communicate(timeout=50)
    expect(work.returncode == 1 and out == "" and err.count("\n") == 1 and path in err and "disk" in err,
           f"a full disk is told; got {work.returncode}, {err!r}")
    kept = rows_of(path)
    expect(len(kept) > 0, "and what was committed stays")
    few = [*BIG[:-4], "--repeats", "2000", "--seed", "1"]
    code, out, err = run(*few, "--store", path, "--resume", "--json")
    expect(code == 0 and json.loads(out)["store"]["recalled"] == min(len(kept), 8000), f"and is gone on with; got {err!r}")

    # Files that cannot be made, read or understood.
    expect_error(2, "unable to open database file", *one, "--store", "/proc/none.sqlite")
    expect_error(2, "No such file or directory", *one, "--store", os.path.join(folder, "no", "folder.sqlite"))
    expect_error(2, "none.sqlite': unable to open database file: No such file or directory", "results",
                 os.path.join(folder, "none.sqlite"))
    expect_error(2, "a store is a file; got a folder", "results", folder)
    read_only(folder, one)
    later = os.path.join(folder, "later.sqlite")
    run(*one, "--store", later)
    with sqlite3.connect(later) as store:
        store.execute("PRAGMA user_version = 2")
    for words in (["results", later], [*one, "--store", later, "--resume"]):
        expect_error(2, "was made by a later version (its form is 2, the latest known here 1)", *words)

finish()
