"""negotiate race --framework: text, JSON, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

ASKED = ["race", "truce-collapse", "--scope", "nuclear", "--runs", "30"]
BRIEF = [*ASKED[:-1], "1"]

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

expect_error(2, "no scope 'nuclea'; did you mean 'nuclear'?", "race", "truce-collapse", "--framework",
             "nuclea")
expect_error(2, "negotiate race: framework: no scope ''; known: nuclear, comprehensive", *BRIEF,
             "--framework", "")
expect_error(2, "framework: scope 'comprehensive' must be narrower than scope 'nuclear'; it has "
             "'missile_range' as well", *BRIEF, "--framework", "comprehensive")
expect_error(2, "framework: scope 'nuclear' must be narrower than scope 'nuclear'; it has the same "
             "issues", *BRIEF, "--framework", "nuclear")
finish()
