"""negotiate race: text, JSON, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

ASKED = ["race", "truce-collapse", "--scope", "nuclear", "--runs", "30"]
BRIEF = [*ASKED[:-1], "1"]

code, out, err = run(*ASKED)
expect(code == 0 and err == "", "race answers")
golden("tests/golden/race.txt", out)

code, out, err = run(*ASKED[:-1], "6", "--json", "--rate", "0.08", "--sweep", "0,0.3", "--haste", "2",
                     "--seed", "7")
expect(code == 0 and err == "", "race answers in JSON")
answer = json.loads(out)
expect(list(answer)[:4] == ["plans", "best", "hazards", "events"], "keys in order")
plan = answer["plans"][0]
expect(plan["here"]["rate"] == 0.08 and answer["hazards"] is None, "the rate is obeyed")
expect([at["rate"] for at in plan["sweep"]] == [0, 0.3], "the sweep is obeyed")
expect(answer["seed"] == 7 and answer["haste"] == 2, "seed and haste are obeyed")
mu = plan["settlement"]
expect(math.isclose(plan["here"]["closed_form"], mu / (mu + 0.08)) if mu else True,
       "the closed form is mu/(mu + lambda)")

# Without a word about lasting, or about talks, a scenario is answered too.
code, out, err = run("race", "orange", "--runs", "5")
expect(code == 0 and err == "" and "Nothing threatens these talks" in out,
       "without hazards the answer says so")

# A program plays as written; in haste, something that can be hurried plays in its place.
code, out, err = run("race", "orange", "--runs", "1", "--strategy", "Baker=exec:exit 3")
expect(code == 0 and err == "" and "in place of a program" in " ".join(out.split()),
       "a program plays in a race")
code, told, err = run("race", "orange", "--runs", "1", "--strategy", "Baker=exec:exit 3", "--json")
plans = [plan["strategies"]["Baker"] for plan in json.loads(told)["plans"]]
expect(plans[:2] == ["exec:exit 3"] * 2 and plans[-1] == "time-dependent(e=1)",
       "a program is played as written, and nothing of it in haste")

# Now or later: who waits until the end has what the talks give.
last = {party: timing["months"][-1]["worth"] for party, timing in answer["timing"].items()}
expect(all(math.isclose(last[party], gain, abs_tol=1e-12)
           for party, gain in plan["here"]["gains"].items()), "the last month is the talks' own")
expect(answer["framework"] is None, "no framework unless asked about")

expect("Example:\n  negotiate race truce-collapse" in run("race", "--help")[1],
       "help ends with an example")
expect_error(2, "the rate of collapse must lie in [0, 10^6] a month; got -1", *BRIEF, "--rate",
             "-1")
expect_error(2, "option --sweep: expected a number; got 'much'", *BRIEF, "--sweep", "0.1,much")
expect_error(2, "haste must lie in [0.001, 1000]; got 0", *BRIEF, "--haste", "0")
expect_error(2, "option --rate: expected a number; got 'often'", *BRIEF, "--rate", "often")
expect_error(2, "no scope 'narrow'", "race", "truce-collapse", "--scope", "narrow")
expect_error(2, "needs a SCENARIO", "race")
expect_error(2, "unknown option '--hurry'", "race", "orange", "--hurry", "3")
finish()
