"""negotiate mediate: text, JSON, bad input."""

import json

from _run import expect, expect_error, finish, golden, run

ASKED = ["mediate", "direct-vs-mediated", "--scope", "nuclear", "--runs", "30"]
BRIEF = [*ASKED[:-1], "1"]

code, out, err = run(*ASKED, "--together", "Qatar+Oman")
expect(code == 0 and err == "", "mediate answers")
golden("tests/golden/mediate.txt", out)

code, out, err = run(*ASKED[:-1], "6", "--json", "--prior", "0.2", "--mediator", "E3=none",
                     "--mediator", "Switzerland=none", "--seed", "7",
                     "--counsel", "mediator_cost=0.9")
expect(code == 0 and err == "", "mediate answers in JSON")
answer = json.loads(out)
expect(list(answer)[:4] == ["ways", "best", "mediators", "prior"], "keys in order")
expect([way["mediators"] for way in answer["ways"]]
       == [[], ["Qatar"], ["Oman"], ["Qatar", "Oman"]], "who was left out is not tried")
expect(all(way["runs"] == 6 for way in answer["ways"]), "every way is played as often")
expect(answer["prior"] == 0.2 and answer["seed"] == 7, "prior and seed are obeyed")
expect(answer["counsel"]["mediator_cost"] == 0.9 and not answer["counsel"]["assumed"],
       "numbers that were given are not assumed")
expect(answer["dispute"]["assumed"] is True, "the textbook's numbers are")

# A scenario without mediators, or without a word about talks, is answered too.
code, out, err = run("mediate", "orange", "--runs", "5")
expect(code == 0 and err == "" and "nobody to compare" in out.replace("\n", " "),
       "without mediators the answer says so")

expect("Example:\n  negotiate mediate direct-vs-mediated" in run("mediate", "--help")[1],
       "help ends with an example")
expect_error(2, "together: no mediator 'Omn'; did you mean 'Oman'?", *BRIEF, "--together",
             "Qatar+Omn")
expect_error(2, "counsel: no number 'cost'", *BRIEF, "--counsel", "cost=1")
expect_error(2, "dispute: gamma = (p theta - 1/2)/(1/2 - theta/2) must be at least 1", *BRIEF,
             "--dispute", "victory=0.6")
expect_error(2, "the prior must lie in [0, 1]; got 2", *BRIEF, "--prior", "2")
expect_error(2, "runs must lie in [1, 1000000]; got 0", "mediate", "orange", "--runs", "0")
expect_error(2, "option --runs: expected a whole number; got 'many'", "mediate", "orange",
             "--runs", "many")
expect_error(2, "no scope 'narrow'", "mediate", "direct-vs-mediated", "--scope", "narrow")
expect_error(2, "a manipulator needs a budget", *BRIEF,
             "--set", "mediator.E3.role=manipulator(damage=0.1)")
expect_error(2, "needs a SCENARIO", "mediate")
expect_error(2, "unknown option '--runz'", "mediate", "orange", "--runz", "3")
finish()
