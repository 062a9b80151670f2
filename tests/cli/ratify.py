"""negotiate ratify: text, JSON, bad input."""

import json
import math

from _run import expect, expect_error, finish, golden, run

code, out, err = run("ratify", "backchannel-2025", "--scope", "nuclear")
expect(code == 0 and err == "", "ratify answers")
golden("tests/golden/ratify_nuclear.txt", out)

code, out, err = run("ratify", "jcpoa-2015", "--scope", "nuclear", "--deal", "J")
expect(code == 0 and err == "", "ratify answers about 2015")
golden("tests/golden/ratify_2015.txt", out)

# every issue: too many deals to list, which takes less time
ONE = ["ratify", "backchannel-2025", "--deal", "J", "--deal", "N1", "--json"]
code, out, err = run(*ONE)
expect(code == 0 and err == "", "ratify answers in JSON")
answer = json.loads(out)
expect(list(answer)[:2] == ["deals", "scenario"], "keys in order")
j, n1 = answer["deals"]
expect(list(n1)[:6] == ["name", "outcome", "utilities", "chambers", "joint", "spoilers"],
       "keys of a deal in order")
expect(list(n1["chambers"][0])[:5] == ["party", "rule", "probability", "probability_independent",
                                       "probability_red_lines_on"], "keys of a chamber in order")
expect(list(n1["spoilers"][0])[:4] == ["name", "utility", "hazard_per_month",
                                       "survival_12_months"], "keys of a spoiler in order")
# the table of the scenario: independent members, red lines off
expect([round(d["chambers"][0]["probability_independent"], 4) for d in (j, n1)] == [0.9998, 1],
       "41 senators")
expect([round(d["spoilers"][0]["hazard_per_month"], 4) for d in (j, n1)] == [0.0943, 0.0618],
       "Israel's hazard")
expect([round(d["spoilers"][0]["survival_12_months"], 3) for d in (j, n1)] == [0.305, 0.465],
       "twelve months")
product = math.prod(home["probability"] for home in n1["homes"])
expect(math.isclose(n1["joint"], product), "homes are independent of one another")

treaty = json.loads(run(*ONE, "--alternative", "treaty")[1])["deals"][1]["chambers"][0]
expect(treaty["rule"] == "quota" and treaty["quota"] == 67, "another rule")
expect(round(treaty["probability_independent"], 4) == 0.7654, "67 senators")

# No deal is an answer.
code, out, err = run("ratify", "backchannel-2025", "--talks", "public", "--json")
expect(code == 0 and err == "", "no deal is an answer")
answer = json.loads(out)
expect([d["name"] for d in answer["deals"]] == ["J", "N1"] and answer["refused"] is not None,
       "and says that there is no Nash deal")

surge = json.loads(run("ratify", "hardliner-surge", "--deal", "N1", "--surge", "US hardliners",
                       "--json")[1])["surge"]
expect(surge["factions"][0]["today"] == 0.6 and len(surge["joint"]) == 11, "shares of a surge")
expect([n > 0 for n in surge["joint_red_lines_on"]] == [True] * 6 + [False] * 5,
       "the joint win-set vanishes at 60 of 100")

expect("Example:\n  negotiate ratify backchannel-2025 --scope nuclear --deal N1" in
       run("ratify", "--help")[1], "help ends with an example")
expect_error(2, "negotiate ratify: this scenario has no chambers; a [[chamber]] says who ratifies, "
             "see the guide", "ratify", "orange")
# a faction that outvotes its chamber is found where it is said
expect_error(2, "--set faction[\"US hardliners\"].size=200: faction 'US hardliners' has 200 votes, "
             "chamber 'Senate' 100 seats of which 100 are left", "ratify", "backchannel-2025",
             "--set", 'faction["US hardliners"].size=200')
expect_error(2, "faction 'Democrats' has 47 votes, chamber 'Senate' 100 seats of which 40 are left",
             "ratify", "backchannel-2025", "--set", 'faction["US hardliners"].size=60')
expect_error(2, "40 of 100 seats belong to no faction", "ratify", "backchannel-2025",
             "--set", "faction.Democrats.size=7")
expect_error(2, "--set chamber.Senate.quota=101: a quota must be at most the votes there are, 100; "
             "got 101", "ratify", "backchannel-2025", "--set", "chamber.Senate.quota=101")
expect_error(2, "no alternative rule 'traety'; did you mean 'treaty'?", "ratify",
             "backchannel-2025", "--alternative", "traety")
expect_error(2, "negotiate ratify: surge: no faction 'Whigs'", "ratify", "backchannel-2025",
             "--deal", "N1", "--surge", "Whigs")
expect_error(2, "negotiate ratify: option --talks: no such talks 'open'", "ratify",
             "backchannel-2025", "--talks", "open")
expect_error(2, "needs a SCENARIO", "ratify")
finish()
