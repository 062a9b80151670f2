"""negotiate verify: text, JSON, bad input."""

import json

from _run import expect, expect_error, finish, golden, run

code, out, err = run("verify", "backchannel-2025")
expect(code == 0 and err == "", "verify answers")
golden("tests/golden/verify.txt", out)

code, out, err = run("verify", "backchannel-2025", "--json")
expect(code == 0 and err == "", "verify answers in JSON")
answer = json.loads(out)
expect(list(answer)[:5] == ["order", "order_name", "feasible", "steps", "inspectors"],
       "keys in order")
expect(all(s["honest"] == (s["probability"] >= s["discounted_probability"])
           for s in answer["steps"]), "honest where there is enough")
iaea, means = answer["inspectors"]
expect([s["step"] for s in iaea["steps"]] == ["centrifuges", "enrichment", "stock"],
       "who watches what")
expect(means["steps"][1]["rate"] is None and means["steps"][1]["inspections"] == 2,
       "proxies: two looks, or none often enough")
expect(iaea["cost"] == 3 and iaea["budget"] is None, "what it costs")

# Scope, deal and order are obeyed.
answer = json.loads(run("verify", "backchannel-2025", "--scope", "nuclear", "--json")[1])
expect(answer["inspectors"][1]["steps"] == [], "nothing of the others in the nuclear scope")
answer = json.loads(run("verify", "backchannel-2025", "--deal", "J", "--json")[1])
expect(answer["deal"] == "J", "the deal")
answer = json.loads(run("verify", "four-steps", "--order", "us-all-first", "--json")[1])
expect(answer["order_name"] == "us-all-first" and answer["order"] == ["U1", "U2", "I1", "I2"],
       "the order")
answer = json.loads(run("verify", "vienna-2022", "--variant", "iran-first", "--json")[1])
expect(len(answer["order"]) == 12 and answer["steps"] == [], "the variant")

expect("Example:\n  negotiate verify backchannel-2025 --scope nuclear" in
       run("verify", "--help")[1], "help ends with an example")
expect_error(2, "negotiate verify: this scenario has no steps; a [[step]] says who does what",
             "verify", "orange")
expect_error(2, "no order 'us-all-frist'; did you mean 'us-all-first'?",
             "verify", "four-steps", "--order", "us-all-frist")
expect_error(2, "option --deal: one deal is carried out; got 2",
             "verify", "backchannel-2025", "--deal", "J", "--deal", "N1")
expect_error(2, "needs a SCENARIO", "verify")
expect_error(2, "a probability of detection must lie in [0, 1]; got 2",
             "verify", "backchannel-2025", "--set", "inspector.IAEA.detection=2")
finish()
