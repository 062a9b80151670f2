"""negotiate scope: text, JSON, options, bad input."""

import json

from _run import expect, expect_error, finish, golden, run

code, out, err = run("scope", "river")
expect(code == 0 and err == "", "scope answers without a word on standard error")
golden("tests/golden/scope_river.txt", out)

answer = json.loads(run("scope", "river", "--runs", "2", "--json")[1])
expect(list(answer) == ["scenario", "talks", "parties", "assumed_numbers", "seed", "scopes",
                        "better", "flips", "refused"], "keys in order")
expect([one["name"] for one in answer["scopes"]] == ["water", "everything"],
       "the scopes of the file")
expect([one["zone"] for one in answer["scopes"]] == [0, 179], "their zones")
expect(answer["scopes"][0]["nash"] is None, "no deal over water alone")
expect(answer["scopes"][1]["mandatory"]["beyond"] == "water", "one contains the other")
expect(answer["scopes"][0]["talks"]["runs"] == 2, "--runs are played")

# Without counts, talks and changes the back channel takes moments.
code, out, err = run("scope", "backchannel-2025", "--uncounted", "--runs", "0", "--spread", "0")
expect(code == 0 and err == "", "the back channel is compared")
golden("tests/golden/scope_backchannel.txt", out)
answer = json.loads(run("scope", "backchannel-2025", "--scope", "comprehensive", "--scope",
                        "nuclear", "--uncounted", "--runs", "0", "--spread", "0", "--json")[1])
expect([one["name"] for one in answer["scopes"]] == ["comprehensive", "nuclear"],
       "in the order asked for")
expect(answer["flips"]["tried"] == 0 and answer["scopes"][0]["zone"] is None, "less is done")
alone = json.loads(run("scope", "river", "--scope", "water", "--runs", "0", "--json")[1])
expect([one["name"] for one in alone["scopes"]] == ["water", None], "one against every issue")

expect("Example:\n  negotiate scope backchannel-2025" in run("scope", "--help")[1],
       "help ends with an example")
expect_error(2, "needs a SCENARIO", "scope")
expect_error(2, "scope: nothing to compare; a [[scope]] of the scenario names issues", "scope",
             "orange")
expect_error(2, "no scope 'watr'; did you mean 'water'?", "scope", "river", "--scope", "watr")
expect_error(2, "scope: 'water' is named twice", "scope", "river", "--scope", "water", "--scope",
             "water")
expect_error(2, "by a share in [0, 1] of themselves; got 30", "scope", "river", "--spread", "30")
expect_error(2, "option --spread: expected a number; got 'far'", "scope", "river", "--spread",
             "far")
expect_error(2, "option --runs: expected a whole number; got '-1'", "scope", "river", "--runs=-1")
finish()
