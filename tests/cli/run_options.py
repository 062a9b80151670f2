"""negotiate run: how options change the talks, and bad input."""

import json

from _run import expect, expect_error, finish, run

BASE = ["run", "backchannel-2025", "--runs", "5"]
NUCLEAR = BASE + ["--scope", "nuclear"]
DIRECT = NUCLEAR + ["--mediator", "Qatar=none", "--mediator", "Oman=none"]

answer = json.loads(run(*DIRECT, "--rounds", "40", "--clock", "genius", "--json",
                        "--strategy", "linear", "--strategy", "Iran=conceder")[1])
expect(answer["rounds_limit"] == 40 and answer["clock"] == "negmas", "--rounds and --clock")
expect([p["strategy"] for p in answer["parties"]] == ["linear", "conceder"], "--strategy")
expect(answer["mediators"] == [], "--mediator NAME=none")
expect(answer["status"] == "agreement", "they agree")
answer = json.loads(run(*DIRECT, "--strategy", "hardliner", "--json")[1])
expect(answer["status"] == "no_agreement" and answer["outcome"] is None
       and answer["distance"]["pareto"] is None, "no agreement is an answer")
answer = json.loads(run(*NUCLEAR, "--seat", "Israel", "--json")[1])
expect([p["name"] for p in answer["parties"]] == ["United States", "Iran", "Israel"],
       "an onlooker with a seat plays")
plain = json.loads(run(*NUCLEAR, "--json")[1])
expect("models" not in plain, "models are told when they are asked for")
answer = json.loads(run(*NUCLEAR, "--models", "--json")[1])
expect({m["party"] for m in answer["models"]} == {"United States", "Iran"}, "--models, parties")
expect(all(abs(m["spearman"] - 1) < 1e-9 and m["rmse"] < 1e-9
           for m in answer["models"] if m["model"] == "perfect"), "the perfect model is perfect")
expect({k: v for k, v in answer.items() if k != "models"} == plain, "--models changes nothing else")
expect("rank correlation" in run(*NUCLEAR, "--models")[1], "--models, told")
expect(run("run", "orange", "--runs", "5")[0] == 0, "a scenario that says nothing of talks runs")

expect_error(2, "needs a SCENARIO", "run")
expect_error(2, "unknown strategy 'bolware'; did you mean 'boulware'?", *BASE, "--strategy",
             "bolware")
expect_error(2, "has no parameter 'f'", *BASE, "--strategy", "Iran=boulware(f=1)")
expect_error(2, "no party 'Irn' at the table; did you mean 'Iran'?", *BASE, "--strategy",
             "Irn=boulware")
for nothing in ("", "A=", "=linear"):
    expect_error(2, f"expected PARTY=STRATEGY, or a strategy for all; got '{nothing}'", *BASE,
                 "--strategy", nothing)
expect_error(2, "all parties together have one strategy; got 'boulware' and 'conceder'", *BASE,
             "--strategy", "boulware", "--strategy", "conceder")
expect_error(2, "'A' has one strategy; got 'boulware' and 'linear'", *BASE,
             "--strategy", "A=boulware", "--strategy", "linear", "--strategy", "A=linear")
expect_error(2, "expected NAME=ROLE, or NAME=none; got 'Oman='", *BASE, "--mediator", "Oman=")
expect_error(2, "rounds must lie in", *BASE, "--rounds", "0")
expect_error(2, "option --rounds: expected a whole number; got 'many'", *BASE, "--rounds", "many")
expect_error(2, "no clock 'wall'; known: geniusweb, negmas, genius", *BASE, "--clock", "wall")
expect_error(2, "option --seed: expected a whole number from 0 to 18446744073709551615; got '-1'", *BASE, "--seed", "-1")
expect_error(2, "too large to be written down", *BASE, "--strategy", "micro")
finish()
