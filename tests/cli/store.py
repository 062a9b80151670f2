"""A tournament in a store: what is kept, a kill at any moment, resuming, listing, writing out."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import tempfile
import time

from _run import NEGOTIATE, expect, expect_error, finish, run
from _store import count_of, without_store

PLAY = ["tournament", "orange", "--strategies", "boulware,random-walker", "--repeats",
        "500", "--seed", "3"]

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "kept.sqlite")
    plain = run(*PLAY, "--json")[1]

    # Killed as soon as something is committed (where it has not ended by then), then resumed.
    killed = subprocess.Popen([NEGOTIATE, *PLAY, "--store", path, "--threads", "2"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    limit = time.monotonic() + 30
    while count_of(path) == 0 and killed.poll() is None and time.monotonic() < limit:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    before = count_of(path)
    expect(before > 0, "what was committed is there after a kill")
    expect_error(2, "negotiations of this experiment", *PLAY, "--store", path)
    code, out, err = run(*PLAY, "--store", path, "--resume", "--json")
    expect(code == 0 and err == "", f"it goes on; got {err!r}")
    expect(without_store(out) == without_store(plain), "and comes to the same as in one go")
    expect(json.loads(out)["store"] == {"file": path, "recalled": before, "batch": 4096}, "nothing is played twice")
    answer = json.loads(out)
    expect(count_of(path) == answer["matches"], "a row a negotiation")
    with sqlite3.connect(path) as store:
        keys = store.execute("SELECT count(DISTINCT scenario || mediators || strategies || repeat) "
                             "FROM negotiations").fetchone()[0]
        expect(keys == answer["matches"], "no key stands twice")

    # More repeats go on with fewer; another seed is another experiment of the same file.
    code, out, err = run(*PLAY[:-4], "--repeats", "510", "--seed", "3", "--store", path, "--resume",
                         "--json")
    expect(json.loads(out)["store"]["recalled"] == answer["matches"], "more repeats go on")
    code, out, err = run(*PLAY[:-4], "--repeats", "2", "--seed", "4", "--store", path)
    expect(code == 0 and f"Kept in {path} as experiment " in out.replace("\n", " "), "the text tells where")

    code, out, err = run("results", path)
    expect(code == 0 and "2 experiments." in out and "boulware, random-walker" in out, "a list")
    listed = json.loads(run("results", path, "--json")[1])["experiments"]
    expect([e["negotiations"] for e in listed] == [2040, 8], f"how far each is; got {listed}")
    expect(listed[0]["experiment"] == answer["experiment"], "its key")
    expect_error(2, "which experiment?", "results", path, "--format", "csv")
    key = listed[1]["experiment"]
    code, out, err = run("results", path, "--format", "csv", "--experiment", key)
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    expect(code == 0 and len(rows) == 8 and rows[0]["strategy_1"] == "boulware", "rows")
    code, out, err = run("results", path, "--format", "jsonl", "--experiment", key)
    objects = [json.loads(line) for line in out.splitlines()]
    expect(len(objects) == 8 and [float(r["utility_2"]) for r in rows]
           == [o["utilities"][1] for o in objects], "objects say the same")
    written = os.path.join(folder, "all.csv")
    code, out, err = run("results", path, "--format", "csv", "--experiment", key, "-o", written)
    with open(written, encoding="utf-8", newline="") as file:
        expect(code == 0 and len(list(csv.DictReader(file))) == 8, "and into a file")
    expect_error(2, "--force writes over it", "results", path, "--format", "csv", "--experiment",
                 key, "-o", written)
    expect_error(2, "no experiment '123'", "results", path, "--format", "csv", "--experiment", "123")
    expect_error(2, "no format 'xml'", "results", path, "--format", "xml")

    other = os.path.join(folder, "other.toml")
    with open(other, "w", encoding="utf-8") as file:
        file.write("title = 'no store'\n" * 100)
    expect_error(2, "file is not a database", "results", other)
    expect_error(2, "file is not a database", *PLAY, "--store", other)
    expect_error(2, "No such file or directory", "results", os.path.join(folder, "none.sqlite"))
    expect_error(2, "needs a STORE", "results")
    expect_error(2, "give --store FILE", *PLAY, "--resume")
    with sqlite3.connect(os.path.join(folder, "foreign.sqlite")) as foreign:
        foreign.execute("CREATE TABLE t (x)")
    expect_error(2, "not one of negotiations", "results", os.path.join(folder, "foreign.sqlite"))
    open(os.path.join(folder, "empty.sqlite"), "w").close()
    expect_error(2, "empty.sqlite': is empty", "results", os.path.join(folder, "empty.sqlite"))

finish()
