"""negotiate gap: text, JSON, options, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

BASE = ["gap", "backchannel-2025", "--scope", "nuclear"]
APART = BASE + ["--set", "party.Iran.reservation=0.8"]

code, out, err = run(*APART)
expect(code == 0 and err == "", "gap answers without a word on standard error")
golden("tests/golden/gap_nuclear.txt", out)
golden("tests/golden/gap_public.txt", run(*BASE, "--talks", "public")[1])

answer = json.loads(run(*APART, "--json")[1])
expect(list(answer)[:8] == ["scenario", "scope", "talks", "red_lines", "parties",
                            "assumed_numbers", "gap", "payments"], "keys in order")
expect(answer["gap"] is True, "there is a gap")
outsider = answer["payments"]["outsider"]
expect(math.isclose(outsider["total"], 0.015), "what somebody outside pays")
expect(math.isclose(outsider["money"][1]["total"], 20), "in billions of the fund")
expect(answer["payments"]["by_party"] == {"United States": None, "Iran": None},
       "nobody at the table can")

answer = json.loads(run(*BASE, "--json")[1])
expect(answer["gap"] is False and answer["payments"]["outsider"]["total"] == 0, "no gap")
answer = json.loads(run(*BASE, "--red-lines", "all", "--json")[1])
expect(answer["gap"] is True and answer["payments"]["outsider"] is None,
       "red lines are no question of money")
expect(len(answer["red_line_conflicts"]) == 1 and answer["bridge"]["party"] == "United States",
       "but of lines and a bridge")
answer = json.loads(run("gap", "river", "--scope", "water", "--json")[1])
expect(answer["payments"]["outsider"]["money"][0]["amounts"][1] is None,
       "whom money does not move has no price")

expect("Example:\n  negotiate gap backchannel-2025" in run("gap", "--help")[1],
       "help ends with an example")
expect_error(2, "needs a SCENARIO", "gap")
expect_error(2, "no scope 'nuclar'; did you mean 'nuclear'?", "gap", "backchannel-2025", "--scope",
             "nuclar")
expect_error(2, "no party 'Irn' at the table; did you mean 'Iran'?", *BASE, "--red-lines", "Irn")
expect_error(2, "unknown option '--payer'", *BASE, "--payer", "Iran")
finish()
