"""Files that answers are written to: what is read is never written over, nothing is half written,
what cannot be written is told before the work."""

import os
import subprocess
import sqlite3
import tempfile
import time

from _run import NEGOTIATE, expect, expect_error, finish, run

PLAY = ["tournament", "orange", "--strategies", "boulware,conceder", "--rounds", "20"]


def text_of(path):
    with open(path, "rb") as file:
        return file.read()


def unchanged(path, before, what):
    expect(text_of(path) == before, f"{what}: {path} is as it was")


with tempfile.TemporaryDirectory() as top:
    def at(*names):
        return os.path.join(top, *names)

    store = at("s.db")
    expect(run(*PLAY, "--store", store)[0] == 0, "a store")
    kept = text_of(store)
    os.symlink(store, at("linked"))
    os.link(store, at("same.csv"))
    for output in (store, at("linked"), at("same.csv")):
        expect_error(2, "is what this command reads", "results", store, "--format", "csv", "-o",
                     output, "--force")
        expect_error(2, "is what this command reads", *PLAY, "--store", store, "--resume", "--nfg",
                     output, "--force")
    expect_error(2, "is what this command reads", *PLAY, "--store", at("new.db"), "--nfg",
                 at("new.db"))
    expect(not os.path.exists(at("new.db")), "nothing was begun")
    for words in (["tournament", "orange", "--strategies", "boulware", "--nfg", store],
                  ["export", "orange", "--format", "csv", "-o", store],
                  ["import", at("lap"), "-o", store], ["sequence", "four-steps", "--dot", store]):
        if words[0] == "import":
            expect(run("export", "orange", "--format", "genius", "-o", at("lap"))[0] == 0, "a folder")
        expect_error(2, "is an SQLite file", *words, "--force")
    unchanged(store, kept, "a store")

    # A scenario, what it extends, and the files of another system.
    with open("examples/scenarios/orange.toml", encoding="utf-8") as file:
        text = file.read()
    for name, content in (("o.toml", text), ("over.toml", 'extends = "o.toml"\n')):
        with open(at(name), "w", encoding="utf-8") as file:
            file.write(content)
    before = text_of(at("o.toml"))
    for form in ("csv", "nfg"):
        for scenario in ("o.toml", "over.toml"):
            expect_error(2, "is what this command reads", "export", at(scenario), "--format", form,
                         "-o", at("o.toml"), "--force")
    unchanged(at("o.toml"), before, "a scenario")
    files = sorted(os.listdir(at("lap")))
    contents = [text_of(at("lap", name)) for name in files]
    for name in files:
        expect_error(2, "is what this command reads", "import", at("lap"), "-o", at("lap", name),
                     "--force")
    domain = next(name for name in files if name not in ("Baker.xml", "Drinker.xml"))
    expect_error(2, "is what this command reads", "import", at("lap", domain), "-o",
                 at("lap", "Baker.xml"), "--force")
    expect_error(2, "is what this command reads", "export", at("lap"), "--format", "genius", "-o",
                 at("lap"), "--force")
    expect([text_of(at("lap", name)) for name in files] == contents, "the folder is as it was")

    # Written over with --force, with its permissions, through a link, and nothing left beside it.
    with open(at("out.csv"), "w", encoding="utf-8") as file:
        file.write("old")
    os.chmod(at("out.csv"), 0o640)
    os.symlink(at("out.csv"), at("link.csv"))
    expect_error(2, "exists; --force writes over it", "results", store, "-o", at("link.csv"))
    code, out, err = run("results", store, "-o", at("link.csv"), "--force")
    expect(code == 0 and out == f"Wrote {at('link.csv')}.\n", f"written; got {out!r} {err!r}")
    expect(os.path.islink(at("link.csv")) and os.stat(at("out.csv")).st_mode & 0o777 == 0o640
           and text_of(at("out.csv")).startswith(b"experiment,"), "in its place")
    expect(not [name for name in os.listdir(top) if ".part" in name], "nothing is left beside it")
    code, out, err = run("results", store, "--format", "csv", "-o", "/dev/null")
    expect(code == 0, f"a device is written as it is; got {err!r}")

    expect_error(2, "for an object a line take --format jsonl", "results", store, "--format", "csv",
                 "--json")

    # Told before anything is played.
    long = ["tournament", "backchannel-2025", "--strategies", "boulware,conceder,random-walker",
            "--repeats", "100000", "--rounds", "1000"]
    begun = time.monotonic()
    expect_error(2, "there is no folder", *long, "--nfg", at("none", "g.nfg"))
    expect_error(2, "Is a directory", *long, "--nfg", top)
    if os.geteuid() != 0:
        os.mkdir(at("closed"), 0o500)
        expect_error(2, "Permission denied", *long, "--nfg", at("closed", "g.nfg"))
    expect_error(2, "needs a scenario for two parties", "tournament", "river", "--strategies",
                 "boulware,conceder", "--repeats", "100000", "--rounds", "1000", "--nfg", at("g.nfg"))
    expect(time.monotonic() - begun < 20, "before anything is played")
    # What fails late leaves the answer.
    code, out, err = run("tournament", "orange", "--strategies", f"exec:touch {at('g.nfg')}; exit 3", "--nfg", at("g.nfg"))
    expect(code == 2 and "Tournament of" in out and "exists; --force writes over it" in err,
           f"the answer stands, then the error; got {code} {out[:80]!r} {err!r}")

    # Resuming where nothing is.
    code, out, err = run(*PLAY, "--store", at("mistyped.db"), "--resume", "--json")
    expect(code == 0 and "nothing there yet; begun anew" in err and '"recalled":0' in out,
           f"said where nothing is resumed; got {err!r}")
    code, out, err = run(*PLAY, "--store", at("mistyped.db"), "--resume", "--seed", "9")
    expect(code == 0 and "has nothing of this tournament; begun anew" in err, f"got {err!r}")
    code, out, err = run(*PLAY, "--store", at("mistyped.db"), "--resume")
    expect(code == 0 and err == "", f"resumed; got {err!r}")

    # One experiment of several, in every form.
    with sqlite3.connect(at("mistyped.db")) as opened:
        pass
    code, out, err = run("results", at("mistyped.db"), "--json")
    keys = [part.split('"')[0] for part in out.split('"experiment":"')[1:]]
    expect(len(keys) == 2, f"two experiments; got {keys}")
    for more in ([], ["--json"], ["--format", "csv"]):
        expect_error(2, "no experiment 'ffff'", "results", at("mistyped.db"), "--experiment", "ffff",
                     *more)
        code, out, err = run("results", at("mistyped.db"), "--experiment", keys[1], *more)
        expect(code == 0 and keys[0] not in out, f"the one alone; got {out}")
    expect_error(2, "say --format csv or jsonl", "results", store, "-o", at("q.txt"))
    expect_error(2, "got a folder", "results", top)
    expect_error(2, "got a folder", *PLAY, "--store", top)

    # Folders are made one deep.
    for form in ("genius", "geniusweb"):
        expect_error(2, "cannot make the folder", "export", "orange", "--format", form, "-o",
                     at("none", "deep"))
    expect(not os.path.exists(at("none")), "no parent is made")

    # Standard output that is closed does not become another file.
    done = subprocess.run(["/bin/sh", "-c", '"$0" results "$1" --format csv >&-', NEGOTIATE, store],
                          capture_output=True, text=True, timeout=50)
    expect(done.returncode == 2 and "cannot write the answer: Bad file descriptor" in done.stderr,
           f"a closed output is told; got {done.returncode} {done.stderr!r}")
    unchanged(store, kept, "a store")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([NEGOTIATE, "results", store, "--format", "csv"], stdout=full,
                              stderr=subprocess.PIPE, text=True, timeout=50)
    expect(done.returncode == 2 and "No space left on device" in done.stderr, "a full one too")

finish()
