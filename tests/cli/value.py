"""negotiate value: text, JSON, bad input."""

import json

from _run import expect, expect_error, finish, golden, run

BASE = ["value", "backchannel-2025", "--scope", "nuclear"]

golden("tests/golden/value_j.txt", run(*BASE, "--deal", "J")[1])
golden("tests/golden/value_several.txt",
       run(*BASE, "--deal", "J", "--deal", "N1", "--deal", "enrichment=zero")[1])

code, out, err = run(*BASE, "--deal", "J", "--deal", "enrichment=domestic_5, leu_stock=300", "--json")
expect(code == 0 and err == "", "value answers")
answer = json.loads(out)
expect(list(answer)[:2] == ["deals", "ranking"], "keys of value --json")
deal = answer["deals"][0]
keys = ["name", "outcome", "utilities", "surplus", "acceptable", "rejected_by", "efficient",
        "dominated_by", "clauses", "reported"]
expect(list(deal)[:len(keys)] == keys, "keys of a deal in the documented order")
expect(deal["utilities"] == {"United States": 0.614, "Iran": 0.717, "Israel": 0.597}, "utilities")
expect(deal["surplus"] == {"United States": 0.034, "Iran": 0.097}, "surplus")
expect(deal["acceptable"] is True and deal["rejected_by"] == [], "J is acceptable")
expect([list(c)[:2] for c in deal["clauses"]] == [["issue", "worth"]] * 8, "a clause an issue")
expect(answer["deals"][1]["rejected_by"] == ["United States", "Iran"], "a poor deal is rejected")
expect(answer["ranking"]["Iran"][0] == "J", "the ranking of Iran")

answer = json.loads(run(*BASE, "--deal", "enrichment=zero", "--json")[1])
expect(answer["deals"][0]["feasible"] is False and answer["deals"][0]["violated"],
       "an infeasible deal is an answer")
answer = json.loads(run(*BASE, "--deal", "J", "--talks", "public", "--json")[1])
expect(answer["deals"][0]["rejected_by"] == ["United States"], "in public the United States cannot")

expect_error(2, "needs a deal, by name or as issue=option,...; got none; known: J, N1", *BASE)
expect_error(2, "no issue 'enrichmnt'; did you mean 'enrichment'?", *BASE, "--deal", "enrichmnt=zero")
expect_error(2, "has no option 'zeroo'; did you mean 'zero'?", *BASE, "--deal", "enrichment=zeroo")
expect_error(2, "is out of the scope 'nuclear'", *BASE, "--deal", "proxies=end")
expect_error(2, "no deal 'JCPOA'", *BASE, "--deal", "JCPOA")
expect_error(2, "is mentioned twice", *BASE, "--deal", "leu_stock=0,leu_stock=0")
expect_error(2, "no deal ''", *BASE, "--deal", "")
expect_error(2, "needs a SCENARIO", "value", "--deal", "J")
expect_error(2, "unknown option '--deals'; did you mean '--deal'?", *BASE, "--deals", "J")
finish()
