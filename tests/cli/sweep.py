"""negotiate sweep: text, JSON, CSV, bad input."""

import csv
import io
import json
import math

from _run import expect, expect_error, finish, golden, run

NUCLEAR = ["backchannel-2025", "--scope", "nuclear"]
IRAN = "party.Iran.reservation=0.62..0.72:3"

code, out, err = run("sweep", *NUCLEAR, "--vary", IRAN, "--of", "deals.zone")
expect(code == 0 and err == "", "sweep answers")
golden("tests/golden/sweep_nuclear.txt", out)

code, out, err = run("sweep", *NUCLEAR, "--vary", IRAN, "--of", "deals.zone",
                     "--of", 'deals.nash["Iran"]', "--json")
expect(code == 0 and err == "", "sweep answers in JSON")
answer = json.loads(out)
expect(list(answer)[:3] == ["axes", "quantities", "points"], "keys in order")
expect([p["levels"][0] for p in answer["points"]] == [0.62, 0.67, 0.72], "ends and middle exact")
expect(answer["points"][0]["values"][0] == 6546, "the canonical zone at one end")
expect(math.isclose(answer["points"][0]["values"][1], 0.705), "and the Nash utility of Iran")
expect(json.loads(run("sweep", *NUCLEAR, "--vary", IRAN, "--of", "deals.zone",
                      "--of", "deals.nash.Iran", "--threads", "1", "--json")[1]) == answer,
       "threads and spelling change nothing")

code, out, err = run("sweep", *NUCLEAR, "--vary", IRAN, "--of", "deals.zone", "--csv")
expect(code == 0 and err == "", "sweep answers in CSV")
rows = list(csv.reader(io.StringIO(out, newline="")))
expect(rows[0] == ["party.Iran.reservation", "deals.zone", "reason"], "columns")
expect(rows[1] == ["0.62", "6546", ""] and len(rows) == 4, "rows")

code, out, err = run("sweep", *NUCLEAR, "--vary", "party.Iran.weights.enrichment=0.2..1.4:3")
expect(code == 0 and "keep their proportions" in out and "No number (-) at 1 place" in out,
       "weights make room and a point too far is a row")

code, out, err = run("sweep", "backchannel-2025", "--list-quantities")
expect(code == 0 and "ratify.probability" in out and "life.survived" in out, "quantities listed")
names = [q["name"] for q in json.loads(run("sweep", "river", "--list-quantities", "--json")[1])
         ["quantities"]]
expect("deals.zone" in names and not any(n.startswith("ratify") for n in names),
       "only those the scenario has sections for")

# Lives: ten for each talk that is played.
LIFE = ["sweep", *NUCLEAR, "--vary", "party.Iran.reservation=0.62..0.62:1", "--of", "life.signed",
        "--runs", "5", "--json"]
life = json.loads(run("life", *NUCLEAR, "--runs", "50", "--played", "5", "--json")[1])
expect(json.loads(run(*LIFE)[1])["points"][0]["values"][0] == life["stages"][1]["share"],
       "life.* is life --runs 10N --played N")
expect("--runs 10N --played N" in " ".join(run("sweep", "backchannel-2025", "--list-quantities")[1].split())
       and "--runs 10N --played N" in " ".join(run("sweep", "--help")[1].split()), "and says so")

# Quantities of tournaments are those of the verb.
WHO = ["--strategies", "boulware,time-dependent(e=0.3)"]
KEY = 'tournament.utility["time-dependent(e=0.3)"]'
played = json.loads(run("tournament", "orange", *WHO, "--json", "--set", "party.Baker.reservation=0.5")[1])
swept = json.loads(run("sweep", "orange", *WHO, "--vary", "party.Baker.reservation=0.4..0.5:2", "--of", KEY,
                       "--of", "tournament.advantage.boulware", "--json")[1])
expect(swept["points"][1]["values"] == [played["strategies"][1]["mean_utility"],
                                        played["strategies"][0]["advantage"]], "tournament quantities")
expect(json.loads(run("robust", "orange", *WHO, "--worlds", "4", "--rows", "2", "--of", KEY, "--json")[1])["of"]["as_written"]
       == swept["quantities"][0]["as_written"], "of robust too")
names = [q["name"] for q in json.loads(run("sweep", "orange", "--list-quantities", "--json")[1])["quantities"]]
expect('tournament.advantage["micro"]' in names and KEY not in names, "all strategies are listed")
names = [q["name"] for q in json.loads(run("sweep", "orange", *WHO, "--list-quantities", "--json")[1])
         ["quantities"]]
expect(KEY in names and 'tournament.advantage["micro"]' not in names, "or those that are given")
expect_error(2, "'micro' is not in the line-up of the tournament", "sweep", "orange", *WHO, "--vary",
             "party.Baker.reservation=0.4..0.5:2", "--of", "tournament.utility.micro")

expect_error(2, "did you mean 'party.Iran.reservation'?", "sweep", *NUCLEAR,
             "--vary", "party.Iran.reservaton=0..1:2")
expect_error(2, "is not a number but holds", "sweep", *NUCLEAR, "--vary", "party.Iran=0..1:2")
expect_error(2, "0.7 is above 0.6", "sweep", *NUCLEAR, "--vary", "party.Iran.reservation=0.7..0.6:2")
expect_error(2, "must be finite", "sweep", *NUCLEAR, "--vary", "party.Iran.reservation=0..inf:2")
expect_error(2, "needs from 1 to", "sweep", *NUCLEAR, "--vary", "party.Iran.reservation=0..1:0")
expect_error(2, "needs from 1 to", "sweep", *NUCLEAR, "--vary",
             "party.Iran.reservation=0..1:99999999999")
expect_error(2, "needs PATH=lo..hi:n", "sweep", *NUCLEAR, "--vary", "party.Iran.reservation")
expect_error(2, "needs a number to vary, PATH=lo..hi:n; got none; of the 393 of this scenario say "
             "--vary 'party[\"United States\"].reservation=0.522..0.638:9'", "sweep", *NUCLEAR)
expect_error(2, "from 0.5 to 0.7 takes 2 points at least; got 1", "sweep", *NUCLEAR, "--vary",
             "party.Iran.reservation=0.5..0.7:1")
expect_error(2, "sweep: quantity 'deals.nash[\"Iran\"]' is asked for twice", "sweep", *NUCLEAR, "--vary", IRAN,
             "--of", "deals.nash.Iran", "--of", 'deals.nash["Iran"]')
expect_error(2, "varied twice", "sweep", *NUCLEAR, "--vary", IRAN, "--vary", IRAN)
expect_error(2, "did you mean 'deals.zone'?", "sweep", *NUCLEAR, "--vary", IRAN, "--of", "deals.zon")
expect_error(2, "exclude one another", "sweep", *NUCLEAR, "--vary", IRAN, "--csv", "--json")

finish()
