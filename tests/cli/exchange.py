"""negotiate import, export; folders of other systems where a SCENARIO is asked for."""

import json
import os
import tempfile

from _run import expect, expect_error, finish, run

ISSUES = (('colour', ('red', 'blue')), ('size', ('small', 'large', 'huge')))


def domain():
    lines = ['<negotiation_template><utility_space number_of_issues="2"><objective>']
    for k, (name, options) in enumerate(ISSUES, 1):
        lines.append(f'<issue index="{k}" name="{name}" type="discrete">')
        lines += [f'<item index="{o}" value="{text}"/>' for o, text in enumerate(options, 1)]
        lines.append('</issue>')
    return "\n".join([*lines, '</objective></utility_space></negotiation_template>'])


def profile(values, weights, reservation, discount):
    lines = ['<utility_space><objective>']
    for k, (name, options) in enumerate(ISSUES, 1):
        lines.append(f'<issue index="{k}" name="{name}" type="discrete">')
        lines += [f'<item value="{text}" evaluation="{v}"/>' for text, v in zip(options, values[k - 1])]
        lines.append('</issue>')
    lines += [f'<weight index="{k}" value="{w}"/>' for k, w in enumerate(weights, 1)]
    return "\n".join([*lines, '</objective>', f'<discount_factor value="{discount}"/>',
                      f'<reservation value="{reservation}"/></utility_space>'])


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


with tempfile.TemporaryDirectory() as top:
    shop = os.path.join(top, "shop")
    os.mkdir(shop)
    write(shop, "shop.xml", domain())
    write(shop, "ann.xml", profile(((4, 2), (0, 5, 10)), (0.5, 0.5), 0.5, 0.9))
    write(shop, "bob.xml", profile(((0, 1), (3, 2, 1)), (0.25, 0.75), 0.25, 1))

    code, text, err = run("import", shop)
    expect(code == 0 and err == "", f"import prints; got {err!r}")
    expect('title = "shop"' in text and 'utilities = "raw"' in text and "as that system means" in text,
           "import says what it read")
    path = os.path.join(top, "shop.toml")
    code, out, err = run("import", shop, "-o", path)
    expect(code == 0 and out == f"Wrote {path}.\n", f"import -o; got {out!r} {err!r}")
    with open(path, encoding="utf-8") as file:
        expect(file.read() == text, "import -o writes what import prints")
    expect_error(2, "exists; --force writes over it", "import", shop, "-o", path)
    expect(json.loads(run("import", shop, "--json")[1])["scenario"] == text, "import --json")
    expect(run("import", os.path.join(shop, "shop.xml"))[1] == text, "the domain stands for its folder")

    for verb, more in (("deals", ()), ("run", ("--rounds", "20")), ("value", ("--deal", "size=huge")),
                       ("check", ()), ("list", ()), ("gap", ())):
        folder, file = run(verb, shop, *more), run(verb, path, *more)
        expect(folder[0] == 0, f"{verb} takes a folder; got {folder[2]!r}")
        expect(folder[1].replace(shop, "X") == file[1].replace(path, "X"), f"{verb}: folder as file")
    code, out, err = run("tournament", shop, "orange", "--strategies", "boulware,conceder")
    expect(code == 0, f"tournament takes folders; got {err!r}")

    # No file says how talks run: what is taken to be so is an assumption, and can be varied.
    plain = os.path.join(top, "plain")
    os.mkdir(plain)
    write(plain, "shop.xml", domain())
    for name, values, weights in (("ann", ((4, 2), (0, 5, 10)), (0.5, 0.5)),
                                  ("bob", ((0, 1), (3, 2, 1)), (0.25, 0.75))):
        write(plain, f"{name}.xml", profile(values, weights, 0.25, 1))
    code, out, err = run("run", plain, "--runs", "0")
    expect(code == 0 and "rests on no number" not in " ".join(out.split()), f"the talks are assumed; got {out!r}")
    code, out, err = run("sweep", plain, "--vary", "protocol.rounds=10..30:2", "--of", "run.round")
    expect(code == 0, f"rounds are varied; got {err!r}")
    whole = run("import", plain)[1]

    # What programs leave lying about is no profile; what cannot be read is told.
    write(plain, ".hidden.xml", "<nothing")
    write(plain, "._bob.xml", "\1")
    expect(run("import", plain)[1] == whole, "hidden files are passed over")
    os.symlink("nowhere.xml", os.path.join(plain, "gone.xml"))
    expect_error(2, "gone.xml", "import", plain)
    os.remove(os.path.join(plain, "gone.xml"))
    os.chmod(top, 0o755)
    os.chmod(plain, 0)
    anybody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    expect_error(2, "plain: the folder cannot be read: Permission denied", "import", plain, **anybody)
    expect_error(2, "plain: the folder cannot be read: Permission denied", "deals", plain, **anybody)
    os.chmod(plain, 0o755)

    raw = json.loads(run("deals", shop, "--raw", "--json")[1])
    java = json.loads(run("deals", shop, "--json")[1])
    best = max(point["utilities"][0] for point in raw["frontier"]["points"]) \
        if isinstance(raw.get("frontier"), dict) and "points" in raw["frontier"] else None
    expect(raw != java, "--raw changes what is read")
    expect(best is None or best > 1, "raw utilities are not divided")
    expect(run("deals", shop, "--set", "party.ann.reservation=1")[0] == 0, "--set reaches into a folder")
    expect_error(2, "has no party", "deals", shop, "--set", "party.cat.reservation=1") \
        if "has no party" in run("deals", shop, "--set", "party.cat.reservation=1")[2] else \
        expect(run("deals", shop, "--set", "party.cat.reservation=1")[0] == 2, "--set of nobody")
    expect_error(2, "option --steps: expected a whole number from 1 to 10000; got '0'", "deals", shop,
                 "--steps", "0")

    # A folder without a domain, what is bundled under a folder's name, and files that are no text.
    empty = os.path.join(top, "empty")
    os.mkdir(empty)
    expect_error(2, "a folder without a domain of GENIUS or GeniusWeb; scenarios in it: none", "deals",
                 "empty", cwd=top)
    expect_error(2, "scenarios in it: plain, shop, shop.toml", "deals", top)
    here = os.path.join(top, "here")
    os.makedirs(os.path.join(here, "orange"))
    expect("Two cooks" in run("deals", "orange", cwd=here)[1], "an empty folder hides nothing")
    for name in os.listdir(shop):
        with open(os.path.join(shop, name), encoding="utf-8") as file:
            write(os.path.join(here, "orange"), name, file.read())
    expect("Two cooks" not in run("deals", "orange", cwd=here)[1], "what is there goes first")
    with open(os.path.join(here, "orange", "bob.xml"), encoding="utf-8") as file:
        bob = file.read()
    for content, told in ((bob.encode("utf-16"), "it looks like UTF-16"),
                          (bob.encode("utf-16-le"), "it looks like UTF-16"),
                          (bytes(range(256)) * 20, "it is binary")):
        with open(os.path.join(here, "orange", "bob.xml"), "wb") as file:
            file.write(content)
        code, out, err = run("deals", os.path.join(here, "orange"))
        expect(code == 2 and told in err and err.count("\n") == 1, f"one line; got {err[:200]!r}")
    for what, told in (('evaluation="3"', "must be a finite number; got 'nan'"),
                       ('value="0.75"', "a weight must be below 1e6 in size; got 1e+308")):
        new = 'evaluation="nan"' if "evaluation" in what else 'value="1e308"'
        write(os.path.join(here, "orange"), "bob.xml", bob.replace(what, new))
        expect_error(2, told, "deals", os.path.join(here, "orange"))
    for option in (("--raw",), ("--steps", "5")):
        told = f"option {option[0]}: means nothing for a scenario file"
        expect_error(2, told, "deals", "orange", *option)
        expect_error(2, told, "tournament", "orange", "--strategies", "boulware", *option)
        code, out, err = run("tournament", "orange", shop, "--strategies", "boulware", *option)
        expect(code == 0, f"one of them is of another system; got {err!r}")
    expect_error(2, "option --rounds: expected a whole number up to 1000000; got '99999999999999999999'",
                 "run", "orange", "--rounds", "99999999999999999999")

    out_folder = os.path.join(top, "out")
    code, out, err = run("export", shop, "--format", "genius", "-o", out_folder)
    expect(code == 0 and out.startswith(f"Wrote 3 files into {out_folder}."), f"export; got {out!r} {err!r}")
    expect(sorted(os.listdir(out_folder)) == ["ann.xml", "bob.xml", "shop.xml"], "files by their names")
    expect(json.loads(run("deals", out_folder, "--json")[1])["frontier"] == java["frontier"],
           "what is exported is read back")
    expect_error(2, "is not empty; --force writes into it", "export", shop, "--format", "genius", "-o",
                 out_folder)
    web = os.path.join(top, "web")
    code, out, err = run("export", shop, "--format", "geniusweb", "-o", web, "--set",
                         "protocol.discounting=none", "--set", "party.ann.reservation=0.75", "--json")
    expect(code == 0, f"export geniusweb; got {err!r}")
    expect(len(json.loads(out)["written"]) == 3, "export --json")
    expect(json.loads(out)["shifted_reservations"] == [], "0.75 is the worth of a deal")
    expect(run("check", web)[0] == 0, "geniusweb is read back")
    shifted = ["export", shop, "--format", "geniusweb", "-o", web, "--force", "--set", "protocol.discounting=none",
               "--set", "party.ann.reservation=0.7501"]
    code, out, err = run(*shifted)
    expect(code == 0 and "exactly the reservation value 0.7501 of ann: it became " in out, f"a shift; got {out!r}")
    code, out, err = run(*shifted, "--json")
    shift = json.loads(out)["shifted_reservations"][0]
    expect(shift["party"] == "ann" and shift["from"] == 0.7501 and shift["to"] > 0.7501, f"in JSON; got {shift}")
    csv_file = os.path.join(top, "moves.csv")
    code, out, err = run("export", shop, "--format", "csv", "--rounds", "3", "-o", csv_file, "--json")
    expect(json.loads(out) == {"written": [csv_file]}, f"one file is a list too; got {out}")
    code, out, err = run("export", shop, "--format", "csv", "--rounds", "20")
    lines = out.split("\n")
    expect(code == 0 and lines[0] == "round,party,move,colour,size,u:ann,u:bob", f"csv; got {lines[0]!r}")
    expect(lines[1].startswith("1,ann,offer,red,huge,1,"), f"csv; got {lines[1]!r}")
    expect_error(2, "option --format: needs one of genius, geniusweb, csv, nfg; got none", "export", shop)
    expect_error(2, "option --format: no format 'genus'", "export", shop, "--format", "genus")
    expect_error(2, "the files need a folder; got none", "export", shop, "--format", "genius")
    expect_error(2, "the constraint", "export", "backchannel-2025", "--format", "genius", "-o",
                 os.path.join(top, "none"))
    expect_error(2, "needs a PATH", "import")
    os.remove(os.path.join(shop, "bob.xml"))
    expect_error(2, f"{shop}: a scenario needs two profiles or more; got 'ann.xml' alone", "deals", shop)
    write(shop, "bob.xml", "<utility_space>")
    expect_error(2, "bob.xml:1:", "deals", shop)

finish()
