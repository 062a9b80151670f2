"""negotiate race: text, JSON, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

ASKED = ["race", "truce-collapse", "--scope", "nuclear", "--runs", "30"]

code, out, err = run(*ASKED)
expect(code == 0 and err == "", "race answers")
golden("tests/golden/race.txt", out)
expect(run(*ASKED, "--threads", "1")[1] == out, "the same on one thread")

code, out, err = run(*ASKED, "--json", "--rate", "0.08", "--sweep", "0,0.3", "--haste", "2",
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

# Now or later: who waits until the end has what the talks give.
last = {party: timing["months"][-1]["worth"] for party, timing in answer["timing"].items()}
expect(all(math.isclose(last[party], gain, abs_tol=1e-12)
           for party, gain in plan["here"]["gains"].items()), "the last month is the talks' own")
expect(answer["framework"] is None, "no framework unless asked about")

# A framework first, details later.
FRAMED = ["race", "truce-collapse", "--scope", "comprehensive", "--framework", "nuclear", "--runs",
          "30", "--sweep", "0.1"]
code, out, err = run(*FRAMED)
expect(code == 0 and err == "", "race answers about a framework")
golden("tests/golden/race_framework.txt", out)
framework = json.loads(run(*FRAMED, "--json")[1])["framework"]
for party, worth in framework["worths"].items():
    mu, after, r = framework["details"]["settlement"], framework["collapse_after"], worth["interest"]
    rates, remains = worth["by_rates"], worth["remains"]
    expect(math.isclose(rates["signed_now"],
                        worth["framework"] + mu * worth["rest"] / (mu + after + r)),
           f"the formula is obeyed for {party}")
    now = worth["framework"] + remains["details"] * worth["rest"]
    expect(math.isclose(worth["signed_now"], now), f"days give what is signed now for {party}")
    expect(math.isclose(worth["waiting"], remains["whole"] * worth["whole"]),
           f"days give what waiting is worth for {party}")
    expect(math.isclose(worth["talked_over"], remains["framework"] * now),
           f"days give what is talked over for {party}")
    expect(math.isclose(worth["difference"], worth["signed_now"] - worth["waiting"]),
           f"the difference is one for {party}")
    expect(worth["difference_interval"]["told"] and worth["difference_interval"]["low"] > 0,
           f"thirty runs tell for {party}")
expect(framework["collapse_after"] < framework["collapse"], "Israel strikes less once it is signed")

expect("Example:\n  negotiate race truce-collapse" in run("race", "--help")[1],
       "help ends with an example")
expect_error(2, "the rate of collapse must lie in [0, 10^6] a month; got -1", *ASKED, "--rate",
             "-1")
expect_error(2, "option --sweep: expected a number; got 'much'", *ASKED, "--sweep", "0.1,much")
expect_error(2, "haste must lie in [0.001, 1000]; got 0", *ASKED, "--haste", "0")
expect_error(2, "option --rate: expected a number; got 'often'", *ASKED, "--rate", "often")
expect_error(2, "no scope 'narrow'", "race", "truce-collapse", "--scope", "narrow")
expect_error(2, "no scope 'nuclea'; did you mean 'nuclear'?", "race", "truce-collapse", "--framework",
             "nuclea")
expect_error(2, "negotiate race: framework: no scope ''; known: nuclear, comprehensive", *ASKED,
             "--framework", "")
expect_error(2, "framework: scope 'comprehensive' must be narrower than scope 'nuclear'; it has "
             "'missile_range' as well", *ASKED, "--framework", "comprehensive")
expect_error(2, "framework: scope 'nuclear' must be narrower than scope 'nuclear'; it has the same "
             "issues", *ASKED, "--framework", "nuclear")
expect_error(2, "needs a SCENARIO", "race")
expect_error(2, "unknown option '--hurry'", "race", "orange", "--hurry", "3")
finish()
