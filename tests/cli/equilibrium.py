"""negotiate equilibrium: text, JSON, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

asked = ["equilibrium", "backchannel-2025", "--scope", "nuclear", "--red-lines", "none"]
code, out, err = run(*asked, "--rounds", "10")
expect(code == 0 and err == "", "equilibrium answers")
golden("tests/golden/equilibrium.txt", out)

code, out, err = run("equilibrium", "orange", "--rounds", "10", "--json")
expect(code == 0 and err == "", "equilibrium answers in JSON")
answer = json.loads(out)
expect(list(answer)[:8] == ["model", "horizon", "utilities", "outcome", "first_round_agreement",
                            "thresholds", "certificate", "fixed_points"], "keys in order")
expect(answer["model"] == "stahl" and answer["horizon"] == 10, "the deadline is obeyed")
expect(answer["certificate"]["regret"] <= 1e-9, "nobody gains by another move")
expect(answer["certificate"]["states"] == 20, "checked at every turn")

for model in ("rubinstein", "baron-ferejohn", "quantal"):
    few = ["equilibrium", "orange", "--model", model]
    few += ["--rounds", "5"] if model == "quantal" else []
    code, out, err = run(*few, "--json")
    expect(code == 0 and json.loads(out)["model"] == model.replace("-", "_"), f"model {model}")
    proof = json.loads(out)["certificate"]
    expect((proof["regret"] is None) == (model == "quantal"), f"certificate of {model}")
    expect(0 <= proof["residual"] <= 1e-9 and proof["converged"] is True, f"residual of {model}")
    code, out, err = run(*few)
    expect(code == 0 and "nan" not in out, f"model {model} as text")
answer = json.loads(run("equilibrium", "bazaar", "--model", "rubinstein", "--discount", "Buyer=0.95",
                        "--discount", "Seller=0.95", "--json")[1])
expect(answer["fixed_points"] > 1 and answer["shown"] == "nearest_to_nash",
       "stationary equilibria are counted, and the one shown is a choice")
led = answer["by_last_offer"]
expect(led["Buyer"] != led["Seller"], "a deadline leads where its last offer decides")
answer = json.loads(run("equilibrium", "orange", "--model", "baron-ferejohn", "--recognition", "Baker=3",
                        "--json")[1])
expect(answer["recognition"] == {"Baker": 0.75, "Drinker": 0.25}, "weights are obeyed")

answer = json.loads(run("equilibrium", "orange", "--discount", "Baker=0.5", "--breakdown", "0.1", "--json")[1])
expect(answer["discounts"]["Baker"] == 0.5 and answer["breakdown"] == 0.1, "numbers are obeyed")
answer = json.loads(run("equilibrium", "orange", "--quota", "majority", "--json")[1])
expect(answer["agreement"]["more_than"], "a majority is obeyed")
answer = json.loads(run(*asked[:4], "--red-lines", "all", "--json")[1])
expect(answer["outcome"] is None and answer["zone_is_empty"], "no deal is an answer")

example = run("equilibrium", "--help")[1].rstrip().splitlines()[-1].split()
expect("screening" in example and run(*example[1:])[0] == 0, "the example of screening runs")

# Prices asked of two types in two rounds: Fudenberg and Tirole 1983.
sale = ["equilibrium", "bazaar", "--model", "screening", "--rounds", "2", "--proposer", "Seller",
        "--discount", "Buyer=0.9", "--discount", "Seller=0.9"]
code, out, err = run(*sale, "--type", "1:0.48", "--type", "2:0.52", "--json")
expect(code == 0 and err == "", "screening answers in JSON")
answer = json.loads(out)
told = answer["screening"]
expect(answer["model"] == "screening" and answer["horizon"] == 2, "screening keeps the deadline")
expect(math.isclose(told["prices"][0]["price"], 1.1) and math.isclose(told["profit"], 1.004),
       "the high type is sold to first")
expect(answer["utilities"]["Seller"] == told["profit"] and answer["outcome"] is None,
       "screening has no deal to show")
least, after = answer["thresholds"]
expect(math.isclose(least[1], 1.1) and after == [1, None],
       "each type has a price that it pays for sure, until it is gone")
expect(answer["certificate"]["regret"] <= 1e-9, "no other price gains")
code, out, err = run(*sale, "--type", "2:0.8", "--type", "1:0.2", "--json")
told = json.loads(out)["screening"]
expect(told["prices"][0]["price"] == 2 and math.isclose(told["profit"], 1.56)
       and math.isclose(told["prices"][0]["accepts"][1], 2 - 1 / 0.8),
       "a tough price that is accepted at random")
code, out, err = run("equilibrium", "backchannel-2025", "--model", "screening", "--proposer", "Iran",
                     "--type", "12:0.3", "--type", "25:0.3", "--type", "55:0.4", "--rounds", "4", "--breakdown", "0.1")
expect(code == 0 and err == "" and "nan" not in out, "screening answers in text")
golden("tests/golden/equilibrium_screening.txt", out)

# The run says what it lost against equilibrium play.
answer = json.loads(run("run", "bazaar", "--strategy", "equilibrium", "--json")[1])
expect(all(math.isclose(regret, 0, abs_tol=1e-9)
           for regret in answer["equilibrium"]["regret"].values()), "those who play it lose nothing")

expect_error(2, "no model 'nash'; known: stahl, rubinstein, baron-ferejohn, quantal, screening",
             *asked, "--model", "nash")
expect_error(2, "did you mean 'Iran'?", *asked, "--discount", "Irak=0.9")
expect_error(2, "a discount factor must lie in (0, 1]; got 2", *asked, "--discount", "Iran=2")
expect_error(2, "lambda must be a finite number of 0 or more; got -1",
             *asked, "--model", "quantal", "--lambda", "-1")
expect_error(2, "recognition means nothing here", *asked, "--model", "rubinstein", "--recognition", "Iran=3")
expect_error(2, "option --type: expected VALUE:PROBABILITY; got '2'", *sale, "--type", "2")
expect_error(2, "needs the types of 'Buyer'", *sale)
expect_error(2, "must sum to 1; got 0.9", *sale, "--type", "1:0.9")
expect_error(2, "did you mean 'Seller'?", *sale[:6], "--type", "1:1", "--proposer", "Sellar")
expect_error(2, "type means nothing here", *asked, "--type", "1:1")
expect_error(2, "lambda means nothing here", *asked, "--lambda", "20")
expect_error(2, "rounds means nothing here", *asked, "--rounds", "5", "--model", "rubinstein")
expect_error(2, "discount is given twice for 'Iran'",
             *asked, "--discount", "Iran=0.9", "--discount", "Iran=0.8")
expect_error(2, "quota must be a share of the votes in (0, 1], or 'majority'; got 2", *asked, "--quota", "2")
expect_error(2, "breakdown must be a probability in [0, 1); got -1", *asked, "--breakdown", "-1")
for wrong in ("nan", "inf"):
    expect_error(2, f"lambda must be a finite number of 0 or more; got {wrong}",
                 *asked, "--model", "quantal", "--lambda", wrong)
for lambda_ in ("1e13", "1e300", "1e308"):
    code, out, err = run(*asked, "--model", "quantal", "--lambda", lambda_)
    expect(code == 0 and "nan" not in out, f"lambda {lambda_} is not too great")
out = run("equilibrium", "bazaar", "--breakdown", "0.9999999999")[1]
expect("with probability 0.9999999999 a round" in out, "what falls short of 1 does not read 1")
expect_error(2, "needs a SCENARIO", "equilibrium")
finish()
