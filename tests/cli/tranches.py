"""negotiate tranches: text, JSON, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

code, out, err = run("tranches", "small-steps")
expect(code == 0 and err == "", "tranches answers")
golden("tests/golden/tranches.txt", out)

code, out, err = run("tranches", "small-steps", "--json")
expect(code == 0 and err == "", "tranches answers in JSON")
answer = json.loads(out)
expect(list(answer)[:6] == ["trust", "target", "first", "sizes", "count", "survival"],
       "keys in order")
expect(answer["count"] == len(answer["sizes"]) and sum(answer["sizes"]) >= answer["target"],
       "the sizes come to the target")
expect(math.isclose(answer["first"], 1 / 9), "the first is what odds of one to nine allow")
expect(answer["reading"] == "drawdown", "drawdown unless something else is asked for")

# The numbers behind the command win over the file's.
answer = json.loads(run("tranches", "small-steps", "--trust", "0.02", "--target", "1",
                        "--json")[1])
expect(answer["trust"] == 0.02 and answer["target"] == 1, "trust and target are obeyed")
expect(math.isclose(answer["first"], 1 / 49) and math.isclose(sum(answer["sizes"]), 1),
       "with learning a belief of 0.02 finishes")
taught = ["tranches", "small-steps", "--set", "tranches.defection=0.8", "--json"]
expect(json.loads(run(*taught)[1])["count"] == 4, "by drawdown four tranches")
answer = json.loads(run(*taught, "--reading", "next-turn")[1])
expect(answer["count"] == 3 and answer["reading"] == "next-turn", "by the next turn three")

# No plan is an answer.
code, out, err = run("tranches", "small-steps", "--set", "tranches.defection=0", "--target", "1",
                     "--json")
expect(code == 0 and err == "", "no plan is an answer")
answer = json.loads(out)
expect([answer[key] for key in ("first", "sizes", "count", "survival")] == [None] * 4,
       "and has null where there is none")

expect("Example:\n  negotiate tranches small-steps --trust 0.05" in run("tranches", "--help")[1],
       "help ends with an example")
expect_error(2, "negotiate tranches: option --trust: expected a number; got 'low'",
             "tranches", "small-steps", "--trust", "low")
expect_error(2, "negotiate tranches: the trust must lie in (0, 1); got 1",
             "tranches", "small-steps", "--trust", "1")
expect_error(2, "negotiate tranches: the target must lie in (0, 1]; got 95",
             "tranches", "small-steps", "--target", "95")
expect_error(2, "no reading 'nextturn'; did you mean 'next-turn'? known: drawdown, next-turn",
             "tranches", "small-steps", "--reading", "nextturn")
expect_error(2, "negotiate tranches: this scenario has no tranches; [tranches] says what is "
             "exchanged, see the guide", "tranches", "orange")
expect_error(2, "needs a SCENARIO", "tranches")
expect_error(2, "unknown option '--prior'", "tranches", "small-steps", "--prior", "0.1")
finish()
