"""The order of steps on the table: deals, value and run, with the file that brings it."""

import json

from _run import expect, expect_error, finish, golden, run

FILE = "backchannel-sequenced"

code, out, err = run("deals", FILE, "--scope", "nuclear")
expect(code == 0 and err == "", "deals with the order of steps on the table")
golden("tests/golden/deals_sequenced.txt", out)

code, out, err = run("value", FILE, "--deal", "N1")
expect(code == 0 and err == "", "a deal in every order")
golden("tests/golden/value_sequenced.txt", out)
answer = json.loads(run("value", FILE, "--deal", "J", "--json")[1])
expect(list(answer)[-1] == "expectation", "what utilities mean is told last")
expect(answer["expectation"] == {"issue": "order",
                                 "beliefs": {"United States": 0.25, "Iran": 0.15}}, "beliefs")
deal = answer["deals"][0]
expect([o["order"] for o in deal["orders"]] == ["step-by-step", "iran-first", "us-first"], "orders")
expect(set(deal["carried_out"]) == {"United States", "Iran"}, "worth once carried out")

code, out, err = run("run", FILE, "--scope", "nuclear", "--runs", "0")
expect(code == 0 and err == "", "talks over the order too")
golden("tests/golden/run_sequenced.txt", out)

expect_error(2, "no order 'us-frist'; did you mean 'us-first'?", "deals", FILE,
             "--set", 'issue.order.options=["step-by-step","us-frist"]')
expect_error(2, "so no estimate of issues can be perfect; take 'frequency'", "run", FILE,
             "--scope", "nuclear", "--runs", "0", "--strategy", "boulware(model=perfect)")
finish()
