"""The rows of docs/article.md: number, question, commands, and the answer made of what they give.

An answer is a function of the answers of the commands. docs/article.py runs all this.
"""

import math

from article_answers import (
    bring_home, cheap_and_dear, clause_by_clause, corner, emboldening, exposure, first_mover,
    gulf_money, hawks, inspection, last_promise, left_at_a_break, misperceived, missiles, missing,
    money_and_security, narrow_or_broad, red_line_form, sanctions, tabled, trust_lost, unaddressed,
    who_gains_more, window, would_wreck,
)
from article_chances import (
    cost_of_relays, election, framework_first, haste, how_sure, lasts, now_or_later, one_by_one,
    opportunity, precedent, strikes, struck, talking, who_mediates, wreckers,
)
from article_words import (
    IRAN, US, both, chance, clause, clauses, count, listed, n, named, option, over, share, signed,
    suit, threat, variant,
)

HEAD = """\
# Questions of an article

What would somebody ask who reads, in the summer of 2025, that Washington and Tehran talk in secret under an uneasy \
truce? {rows} questions, each with what answers it, and the answer. Rows {in_part} are answered in part only and say \
what is missing; none is answered with something made up.

**Everything rests on assumptions.** What governments want, when they would walk away, how far they trust each other: \
nobody has published any of it. The files mark such numbers as assumptions and `negotiate check backchannel-2025` \
counts them. The answers follow from them and predict nothing; rows 1, 3, 6, 48 and 58 say on how many they rest. \
Change one with `--set PATH=VALUE` and ask again.

Utilities run from 0 to 1 and "no deal" is what a side has if it walks away. J is a deal like that of 2015; N1 is the \
Nash deal of the nuclear file: a consortium on Iranian soil, no stock, full relief. Talks are few here, \
15 to 150, so that the page is quickly checked: shares are rough, and rows 3, 24, 31 and 58 show how rough. Rows \
that need no scenario name a program with its assumed numbers in the source.

This page is written by `docs/article.py build/release/negotiate build/release/examples --write` from \
`docs/article_rows.py`; a test holds it to what the commands give.
"""

FULL = ("enrichment=consortium_iran_3pct,leu_stock=0,centrifuges=5060,inspection=jcpoa_plus,"
        "sanctions_relief=100,frozen_assets=12,duration=25,exit_guarantee=penalty_or_treaty")

VALUE = "value backchannel-2025 --scope nuclear --deal J --deal N1"
DEALS = "deals backchannel-2025 --scope nuclear"
BROAD = "deals backchannel-2025 --scope comprehensive"
SEATED = "deals backchannel-2025 --scope nuclear --seat Israel"
SCOPES = ("scope backchannel-2025 --scope nuclear --scope comprehensive --uncounted --runs 0 --spread 0")
RATIFY = "ratify backchannel-2025 --scope comprehensive --deal J --deal N1"
SURGE = RATIFY + " --surge 'US hardliners'"
GROWN = "ratify hardliner-surge --scope comprehensive --deal J --deal N1"
ALLY = RATIFY + " --set 'faction[\"US hardliners\"].ally={name=\"Israel\",weight=0.2}'"
LIFE = "life backchannel-2025 --scope nuclear --runs 20000 --played 100"
LIVES = "life backchannel-2025 --scope comprehensive --runs 20000 --played 40"
SAMPLED = "life backchannel-2025 --scope comprehensive --runs 500 --played 15 --samples 5"
SEEDS = [f"life backchannel-2025 --scope comprehensive --runs 1000 --played 15 --seed {k}" for k in range(1, 6)]
RUN = "run backchannel-2025 --scope nuclear --runs 100"
RACE = "race truce-collapse --scope nuclear --runs 150"
FRAMED = "race backchannel-2025 --scope comprehensive --framework nuclear --runs 60"
MEDIATE = "mediate direct-vs-mediated --scope nuclear --runs 100"
SEQUENCE = "sequence backchannel-2025 --scope nuclear"
VIENNA = "sequence vienna-2022 --compare iran-first,us-first,no-snapback"
JPOA = "sequence jpoa-2013 --compare history,iran-all-first"
JCPOA = "ratify jcpoa-2015 --scope comprehensive --deal J"
JCPOA_LIFE = "life jcpoa-2015 --scope nuclear --runs 2000 --played 20"
PLEDGE = "value backchannel-2025 --scope comprehensive --deal non_aggression=treaty"
TRANCHES = "tranches small-steps"
VERIFY = "verify backchannel-2025 --scope nuclear"
VERIFY_BROAD = "verify backchannel-2025 --scope comprehensive"
GAP = "gap backchannel-2025 --scope nuclear --set party.Iran.reservation=0.8"
SMALL = "value backchannel-2025 --scope nuclear --deal inspection=csa,frozen_assets=6"
DRAFT = "value backchannel-2025 --scope nuclear --deal enrichment=domestic_5,leu_stock=300"
MISSILES = ("value backchannel-2025 --scope comprehensive --deal N1 "
            + " ".join(f"--deal {FULL},missile_range={km}" for km in (2000, 1000, 500)))
PROXIES = f"ratify backchannel-2025 --scope comprehensive --deal N1 --deal {FULL},proxies=halve"
SECURITY = ("value backchannel-2025 --scope comprehensive --deal "
            f"{FULL.replace('relief=100', 'relief=0')},non_aggression=treaty --deal {FULL} --deal "
            f"{FULL},non_aggression=treaty")
SMALL_STATE = ("value aid-and-guarantee --deal weapons=10 --deal weapons=10,aid=8 --deal "
               "weapons=10,guarantee=treaty --deal weapons=10,aid=8,guarantee=treaty")
ELECTION = ("scope backchannel-2025 --scope nuclear --uncounted --runs 0 --spread 0 "
            "--set 'event[\"US election\"].after={}'")
NO_BOND = " --set 'event[\"US election\"].unless={exit_guarantee=[\"none\"]}'"
NEAR, OWN = ELECTION.format(11), ELECTION.format(41)
UNBOUND, OWN_UNBOUND = NEAR + NO_BOND, OWN + NO_BOND
HARDER_CHANGE = " --set party.Iran.reservation=0.57"
HARDER = DEALS + HARDER_CHANGE
SANCTIONED = ("sweep backchannel-2025 --scope nuclear --vary party.Iran.reservation=0.57..0.67:3 --of deals.zone "
              "--of deals.margin.Iran")
WEIGHED = ("sweep backchannel-2025 --scope nuclear --vary party.Iran.weights.enrichment=0.1..0.3:5 "
           "--of value.gain.N1.Iran")
STRUCK_CHANGE = " --set issue.centrifuges.status_quo=5060"
BOLDER_CHANGE = " --set 'party[\"United States\"].reservation=0.63'"
STRUCK = DEALS + STRUCK_CHANGE
BOLDER = DEALS + BOLDER_CHANGE
SHAKEN = SEQUENCE + " --trust Iran=0.05"
PROUD = ("value backchannel-2025 --scope nuclear --deal N1 --set party.Iran.weights.enrichment=0.30 --set "
         "party.Iran.weights.sanctions_relief=0.14")
TEXTBOOK, BELIEFS, FAITH = "examples/textbook", "examples/beliefs", "examples/good_faith"


ROWS = [
    (1, "What is this deal worth to Washington?", [VALUE],
     lambda a: "; ".join(f"{d['name']} is worth {n(d['utilities'][US])}, {signed(d['surplus'][US])} beyond no "
                         "deal"
                         for d in a["deals"]) + f". This rests on {a['assumed_numbers']} assumed numbers."),
    (2, "What is it worth to Tehran, and who gains more?", [VALUE], who_gains_more),
    (3, "How sure can I be, when nobody knows the numbers?", [SAMPLED, *SEEDS], how_sure),
    (4, "Should this stay secret, and for how long?", [DEALS, TEXTBOOK],
     lambda a, t: f"In secret {count(a['outcomes']['zone'])} deals suit both, in public "
                  f"{count(a['in_public']['zone'])}. By the textbook, for assumed chances and costs, "
                  f"{t['back channel']}. That is the answer to how long: as long as leaks come more rarely."),
    (5, "How long do we have?", [RACE],
     lambda a: f"Talks that agree take {n(a['plans'][0]['days'], 0)} days; by then calm holds with "
               f"{share(a['months'][-1]['calm_holds'])}. Half of it is gone after "
               f"{n(math.log(2) / a['plans'][0]['here']['rate'], 1)} months."
     if a["plans"][0]["days"] is not None else "No run of the talks agrees."),
    (6, "Is there any deal at all?", [DEALS],
     lambda a: f"{'Yes' if a['outcomes']['zone'] else 'No'}: of {count(a['outcomes']['raw'])} nuclear deals "
               f"{count(a['outcomes']['feasible'])} are feasible and {count(a['outcomes']['zone'])} suit "
               f"both, with {len(a['frontier'])} efficient combinations of utilities. This rests on "
               f"{a['assumed_numbers']} assumed numbers, the values of no deal first of all."),
    (7, "What is the chance that talks outlive the truce?", [RACE],
     lambda a: "If Israel may strike during them, an agreement comes before a collapse with "
               f"{share(a['plans'][0]['here']['before_collapse'])}; without shocks with "
               f"{share(a['plans'][0]['agreed']['share'])}."),
    (8, "Which deals would Israel wreck?", [RATIFY, SEATED], would_wreck),
    (9, "How much trust did the strikes cost?", [BELIEFS, SEQUENCE, SHAKEN], trust_lost),
    (10, "Which of these packages should be tabled?", [VALUE], tabled),
    (11, "Is a small first step worth it even if nothing follows?", [SMALL],
     lambda a: "Basic inspections against 6 billion, compared with today: "
               f"{both({p: sum(c['worth'][p] for c in a['deals'][0]['clauses']) for p in (US, IRAN)}, signed)}. "
               f"As a final deal it would be {both(a['deals'][0]['surplus'], signed)} against no deal."),
    (12, "Which clauses of 2015 still pay for both?", [VALUE], clause_by_clause),
    (13, "What changes if two files are linked?", [SCOPES],
     lambda a: f"The product of gains goes from {n(a['scopes'][0]['nash']['product'], 6)} to "
               f"{n(a['scopes'][1]['nash']['product'], 6)}, and to "
               f"{n(a['scopes'][1]['mandatory']['product'], 6)} if "
               f"{listed(a['scopes'][1]['mandatory']['issues'])} have to move."),
    (14, "Would this deal survive the next election?", [NEAR, UNBOUND, OWN, OWN_UNBOUND], election),
    (15, "Do more sanctions widen or close the zone?", [SANCTIONED], sanctions),
    (16, "What raises the risk most?", [RACE],
     lambda a: "In part. While talks last, "
               + listed(f"{h['name']} ({n(h['rate'])} shocks a month)"
                        for h in sorted(a["hazards"], key=lambda h: -h["rate"]))
               + ". Tension is no variable of its own, so it has no course to show: what drives it is said "
                 "as terms of hazards."),
    (17, "If it breaks at some step, who is left with what?", [VIENNA], left_at_a_break),
    (18, "What should we believe after 60 % enrichment?", [BELIEFS],
     lambda a: f"By Bayes' rule: {a['enrichment']}. How likely the act is of either kind is assumed."),
    (19, "Should an attack that nobody is named for end the talks?", [BELIEFS],
     lambda a: f"Where talks need a belief of one third: not named for it, {a['an attack, act']}; laid to "
               f"Iran, {a['an attack, accusation']}."),
    (20, "Have they talked themselves into a corner?", [DEALS, TEXTBOOK], corner),
    (21, "How fragile is it, as a number?", [RACE],
     lambda a: f"{n(a['plans'][0]['here']['rate'])} shocks a month: calm outlives one month with "
               f"{share(a['months'][1]['calm_holds'])} and {a['months'][-2]['month']} months with "
               f"{share(a['months'][-2]['calm_holds'])}."),
    (22, "What did the strikes change in the bargaining?", [DEALS, STRUCK, RUN, RUN + STRUCK_CHANGE], struck),
    (23, "Is a deal more or less likely after the strikes?",
     [DEALS, BOLDER, HARDER, RUN, RUN + BOLDER_CHANGE, RUN + HARDER_CHANGE], strikes),
    (24, "Why Qatar? Would Oman or the E3 do better?", [MEDIATE], who_mediates),
    (25, "What is one more month of calm worth?", [RACE],
     lambda a: f"{100 * a['plans'][0]['here']['calm']:.1f} points more of a chance that an agreement comes "
               f"first, as these talks go; {100 * a['plans'][0]['here']['calm_closed']:.1f} if it were as "
               "likely in every month."),
    (26, "What does this deal leave burning?", [SCOPES],
     lambda a: f"Untouched: {listed(a['scopes'][1]['mandatory']['issues'])}. A month of the nuclear deal "
               "carries "
               + listed(f"{share(t['monthly'])} from {t['hazard']}"
                        for t in a["scopes"][0]["lasting"]["threats"]) + "."),
    (27, "What if it leaks tomorrow?", [DEALS, LIFE],
     lambda a, b: f"Then public red lines bind and {suit(a['in_public']['zone'])} instead "
                  f"of {count(a['outcomes']['zone'])}. In {share(b['leaked'])} of worlds it leaks before "
                  "the talks end."),
    (28, "What do indirect talks cost?", [MEDIATE], cost_of_relays),
    (29, "What does snapback buy?", [VIENNA],
     lambda a: f"In the text of Vienna {n(variant(a, None)['least_trust']['trust'])} of trust carries the "
               "best order; if nothing could be undone it would take "
               f"{n(variant(a, 'no-snapback')['least_trust']['trust'])}."),
    (30, "How much Gulf money closes the gap?", [GAP], gulf_money),
    (31, "Is talking better than not talking?", [LIFE], talking),
    (32, "Is a framework better than waiting for a full deal?", [FRAMED], framework_first),
    (33, "In how many tranches, how large?", [TRANCHES],
     lambda a: f"At a belief of {n(a['trust'])} in {a['count']} tranches: "
               + ", ".join(n(x) for x in a["sizes"])
               + f" of the whole; with {n(a['survival'])} no shock comes before the end. Learning nothing on "
                 f"the way it would take {a['fixed']['count']}."),
    (34, "Who is exposed, when, by how much?", [SEQUENCE], exposure),
    (35, "How good must inspection be?", [VERIFY], inspection),
    (36, "What breakout time does this cap buy?", [VALUE, DEALS],
     lambda a, b: ", ".join(f"{d['name']} {n(d['reported']['breakout_months'], 1)}" for d in a["deals"])
                  + " months to 25 kg, where today it is "
                    f"{n(b['status_quo']['reported']['breakout_months'], 1)}: an ideal cascade, so a lower "
                    "bound."),
    (37, "Now or later?", [RACE], now_or_later),
    (38, "Is it worth rushing with a worse text?", [RACE], haste),
    (39, "Narrow or broad?", [SCOPES], narrow_or_broad),
    (40, "Can regional conduct be traded at all?", [BROAD, VERIFY_BROAD],
     lambda a, b: f"The Nash deal has proxies: {option(a['solutions']['nash']['outcome']['proxies'])}. The "
                  "step needs a detection of "
                  f"{n(named(b['steps'], 'proxies', 'step')['minimum_probability'])} and has "
                  f"{n(named(b['steps'], 'proxies', 'step')['probability'])}, so it is "
                  f"{'kept' if named(b['steps'], 'proxies', 'step')['honest'] else 'not kept'} honest."
     if named(b["steps"], "proxies", "step")["minimum_probability"] is not None
     else "No detection would keep the step honest."),
    (41, "What does a proxy clause buy?", [PROXIES, SCOPES, BELIEFS],
     lambda a, b, c: "In N1 with support halved Israel strikes with "
                     f"{share(a['deals'][1]['spoilers'][0]['hazard_per_month'])} a month instead of "
                     f"{share(a['deals'][0]['spoilers'][0]['hazard_per_month'])}; attacks of proxies fall "
                     f"from {share(threat(b['scopes'][0], 'proxies'))} to "
                     f"{share(threat(b['scopes'][1], 'proxies'))}. What an attack does to trust hangs on "
                     f"control: held back with 0.8, {c['proxies held back with 0.8']}; with 0.1, "
                     f"{c['proxies held back with 0.1']}."),
    (42, "Does putting missiles in kill the deal?", [MISSILES], missiles),
    (43, "Does a narrow deal make an Israeli strike more likely?", [SCOPES],
     lambda a: f"{'Yes' if threat(a['scopes'][0], 'Israel') > threat(a['scopes'][1], 'Israel') else 'No'}: "
               f"{share(threat(a['scopes'][0], 'Israel'))} a month after the narrow Nash deal, "
               f"{share(threat(a['scopes'][1], 'Israel'))} after the broad one."),
    (44, "How does every deal look from Israel?", [DEALS, VALUE],
     lambda a, b: "; ".join(f"{name.replace('_', '-')} {n(s['onlookers']['Israel']['utility'])}"
                            for name, s in a["solutions"].items())
                  + "; " + "; ".join(f"{d['name']} {n(d['utilities']['Israel'])}" for d in b["deals"])
                  + f"; today {n(a['status_quo']['onlookers']['Israel']['utility'])}. It is content from "
                    f"{n(a['status_quo']['onlookers']['Israel']['threshold'])} on."),
    (45, "What does history say about the prior?", [BELIEFS, MEDIATE],
     lambda a, b: f"In part: {a['history']}. How likely such acts are of either kind of government is "
                  "assumed, not estimated: the library has no data on past episodes. Directly "
                  f"{share(b['ways'][0]['agreed']['share'])} of talks agree, over Qatar "
                  f"{share(b['ways'][1]['agreed']['share'])}."),
    (46, "Would the model have called 2015?", [JCPOA, JPOA, JCPOA_LIFE], precedent),
    (47, "When is the domestic window open?", [SURGE], window),
    (48, "Can either leader bring this home?", [RATIFY], bring_home),
    (49, "Which concessions embolden, and can others replace them?", [RATIFY], emboldening),
    (50, "How much do votes depend on Israel's view?", [RATIFY, ALLY],
     lambda a, b: "If a fifth of the US hardliners' judgement were Israel's: "
                  + listed(f"{x['name']} passes in Washington with {n(y['homes'][0]['probability'], 4)} "
                           "instead of "
                           f"{n(x['homes'][0]['probability'], 4)}" for x, y in zip(a["deals"], b["deals"])) + "."),
    (51, "Is there a form of words inside the red lines?", [DEALS], red_line_form),
    (52, "Which symbolic option unlocks the material ones?", [DEALS],
     lambda a: f"{option(a['bridge']['option'])}, if {a['bridge']['party']} allows it: the best deal it "
               f"brings back is worth {n(a['bridge']['nash']['utilities'][0])} and "
               f"{n(a['bridge']['nash']['utilities'][1])}. A symbol is said here as a red line or as the "
               "value of an option; no money buys a red line off."),
    (53, "What if we have their weights wrong?", [WEIGHED, PROUD], misperceived),
    (54, "Does limiting the programme make Iran less safe, and what offsets it?", [TEXTBOOK, PLEDGE],
     lambda t, a: f"By the preventive-war inequality {t['preventive war']}. A treaty of non-aggression adds "
                  f"{both(clause(a['deals'][0], 'non_aggression'), signed)}."),
    (55, "What is cheap for us and dear to them?", [VALUE], cheap_and_dear),
    (56, "What is missing from this draft?", [DRAFT], missing),
    (57, "Is the future good enough to keep the last promise?", [SEQUENCE], last_promise),
    (58, "Will it last?", [SCOPES, LIFE, LIVES], lasts),
    (59, "Is money without security worth anything?", [SECURITY, SMALL_STATE], money_and_security),
    (60, "How little trust can we start with?", [TRANCHES],
     lambda a: "As little as one likes, in small tranches: "
               + ", ".join(f"at {n(s['trust'], 2)} the first may be {n(s['first'])}, {s['count']} in all"
                           for s in a["sweep"][:4]) + "."),
    (61, "Which conflict is the likeliest wrecker, and when?", [LIFE], wreckers),
    (62, "Does helping their hawks hurt ours?", [RATIFY], hawks),
    (63, "Which scope, by numbers?", [SCOPES, BROAD, DEALS],
     lambda s, b, d: f"{count(d['outcomes']['zone'])} nuclear and {count(b['outcomes']['zone'])} "
                     "comprehensive deals suit both; they pass with "
                     f"{n(s['scopes'][0]['passing']['joint'])} and {n(s['scopes'][1]['passing']['joint'])}; "
                     f"what passes and lasts a year is worth {n(s['scopes'][0]['expected'], 6)} and "
                     f"{n(s['scopes'][1]['expected'], 6)} of the product of gains."),
    (64, "Who goes first, and what does it take?", [VIENNA], first_mover),
    (65, "What is the opportunity worth?", [RACE], opportunity),
    (66, "Are they negotiating or playing for time?", [FAITH],
     lambda a: "How likely it is that they stall, after each of five offers. "
               + " ".join(f"{name}: {x}." for name, x in a.items())
               + " Whoever concedes late looks like somebody who stalls, until late."),
    (67, "Which unaddressed issue ends it?", [SCOPES, LIFE],
     lambda a, b: f"{unaddressed(a)} From the first day of the talks on, worlds end most often by "
                  f"{one_by_one(b)}."),
]
