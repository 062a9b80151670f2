"""negotiate deals: text, JSON, CSV, options, bad input."""

import json

from _run import expect, expect_error, finish, golden, run

BASE = ["deals", "backchannel-2025"]
NUCLEAR = BASE + ["--scope", "nuclear"]

code, out, err = run(*NUCLEAR)
expect(code == 0 and err == "", "deals answers without a word on standard error")
golden("tests/golden/deals_nuclear.txt", out)
golden("tests/golden/deals_comprehensive.txt", run(*BASE, "--scope", "comprehensive")[1])
golden("tests/golden/deals_public.txt", run(*NUCLEAR, "--talks", "public")[1])

answer = json.loads(run(*NUCLEAR, "--json")[1])
keys = ["scenario", "scope", "talks", "red_lines", "parties", "assumed_numbers", "outcomes",
        "frontier", "solutions", "in_public", "red_line_conflicts", "bridge", "margins"]
expect(list(answer)[:len(keys)] == keys, "keys of deals --json in the documented order")
expect(answer["outcomes"]["zone"] == 6546, "the zone of the nuclear scope")
expect(answer["in_public"]["zone"] == 0, "in public there is none")
expect(answer["solutions"]["nash"]["utilities"] == [0.647, 0.705], "the Nash deal")
expect(list(answer["solutions"]) == ["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"],
       "the four solutions in order")
expect(answer["bridge"]["option"] == "consortium_iran_3pct", "the bridge")
expect(isinstance(answer["solutions"]["nash"]["outcome"]["leu_stock"], int), "numbers stay numbers")
expect(set(answer["margins"]) == {"United States", "Iran"}, "a margin for each party")

for lines, zone in (("none", 6546), ("United States", 103), ("Iran", 6443),
                    ("United States, Iran", 0), ("all", 0)):
    answer = json.loads(run(*NUCLEAR, "--red-lines", lines, "--json")[1])
    expect(answer["outcomes"]["zone"] == zone, f"zone with red lines {lines}")
expect(answer["solutions"]["nash"] is None, "an empty zone has null solutions")

for engine in ("table", "stream", "eliminate"):
    answer = json.loads(run(*NUCLEAR, "--engine", engine, "--json")[1])
    expect(answer["solutions"]["nash"]["utilities"] == [0.647, 0.705], f"Nash by {engine}")
    expect(answer["in_public"]["empty"] is True, f"public emptiness by {engine}")

answer = json.loads(run(*NUCLEAR, "--seat", "Israel", "--json")[1])
expect(answer["parties"] == ["United States", "Iran", "Israel"], "Israel with a seat")
answer = json.loads(run(*NUCLEAR, "--power", "Iran=3", "--lotteries", "--json")[1])
expect(answer["solutions"]["nash"]["utilities"][1] > 0.705, "power pays")
expect(answer["lotteries"]["nash"]["deals"], "lotteries where asked for")
answer = json.loads(run(*NUCLEAR, "--set", 'party.Iran.reservation=0.95', "--json")[1])
expect(answer["outcomes"]["zone"] == 0 and answer["empty_without_red_lines"],
       "--set changes the scenario")

status, rows, refusal = run(*BASE, "--engine", "table", "--csv")
expect(status == 0 and len(rows.splitlines()) == 1 and "no frontier: a table would" in refusal,
       "a refused search is told beside its empty table")
table = run(*NUCLEAR, "--csv")[1].splitlines()
expect(table[0].startswith("United States,Iran,count,enrichment,"), "the first row of --csv")
expect(len(table) == 1 + len(json.loads(run(*NUCLEAR, "--json")[1])["frontier"]), "rows of --csv")
expect("point" in run(*NUCLEAR, "--frontier")[1], "--frontier prints the points")
expect(run("deals", "examples/scenarios/backchannel-2025.toml")[0] == 0, "a path is a scenario")
code, out, err = run("deals", "--seat", "Israel", "backchannel-2025", "--scope", "nuclear")
expect(code == 0, "--seat takes one value and leaves the scenario alone")

expect_error(2, "needs a SCENARIO", "deals")
expect_error(2, "no scope 'nuclar'; did you mean 'nuclear'?", *BASE, "--scope", "nuclar")
expect_error(2, "unknown option '--scop'; did you mean '--scope'?", *BASE, "--scop", "nuclear")
expect_error(2, "option --scope needs a value", *BASE, "--scope")
expect_error(2, "option --scope may be given once", *NUCLEAR, "--scope", "nuclear")
expect_error(2, "no such talks 'open'; known: secret, public", *BASE, "--talks", "open")
expect_error(2, "no engine 'tabel'; did you mean 'table'?", *BASE, "--engine", "tabel")
expect_error(2, "no party 'Irn' at the table; did you mean 'Iran'?", *BASE, "--red-lines", "Irn")
expect_error(2, "expected none, all or names of parties", *BASE, "--red-lines", ",")
expect_error(2, "expected PARTY=NUMBER; got 'Iran'", *BASE, "--power", "Iran")
expect_error(2, "must be a number above 0; got -1", *BASE, "--power", "Iran=-1")
expect_error(2, "no onlooker 'Isreal'", *BASE, "--seat", "Isreal")
expect_error(2, "exclude one another", *BASE, "--json", "--csv")
expect_error(2, "is one argument too many", *BASE, "more")
expect_error(2, "did you mean 'backchannel-2025'?", "deals", "backchanel-2025")
expect_error(2, "reservations", *BASE, "--set", "party.Iran.reservations=0.4")
finish()
