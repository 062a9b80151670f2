"""The rows of docs/article.md: number, question, commands, and the answer made of what they give.

An answer is a function of the answers of the commands, or a text where there is no command. Words that
hang on numbers ("more", "none") are chosen from the numbers too. docs/article.py runs all this.
"""

import math

US, IRAN = "United States", "Iran"

HEAD = """\
# Questions of an article

What would somebody ask who has just read, in the summer of 2025, that Washington and Tehran talk in secret
under an uneasy truce? Sixty-seven questions, each with a command that answers it, and the answer.

**Everything rests on assumptions.** What governments want, when they would walk away, how likely they
think each other to keep a deal: nobody has published any of it. The files mark such numbers as
assumptions, `negotiate check backchannel-2025` counts them, and the answers below follow from them and
predict nothing; rows 1, 3, 6, 48 and 58 say how many they rest on. Change one with
`--set PATH=VALUE` and ask again. Utilities run from 0 to 1, and "no deal" is what a side has if it walks
away. Rows that need no scenario show a small program with assumed numbers in its source.

The page is written by `docs/article.py build/release/negotiate build/release/examples --write`, and a test
holds it to what the commands print. J is a deal like that of 2015; N1 is the Nash deal on the nuclear
file: a consortium on Iranian soil, no stock, full relief.
"""

FULL = ("enrichment=consortium_iran_3pct,leu_stock=0,centrifuges=5060,inspection=jcpoa_plus,"
        "sanctions_relief=100,frozen_assets=12,duration=25,exit_guarantee=penalty_or_treaty")

VALUE = "value backchannel-2025 --scope nuclear --deal J --deal N1"
DEALS = "deals backchannel-2025 --scope nuclear"
BROAD = "deals backchannel-2025 --scope comprehensive"
SEATED = "deals backchannel-2025 --scope nuclear --seat Israel"
SCOPES = ("scope backchannel-2025 --scope nuclear --scope comprehensive --uncounted --runs 0 "
          "--within 0")
RATIFY = "ratify backchannel-2025 --scope comprehensive --deal J --deal N1"
SURGE = RATIFY + " --surge 'US hardliners'"
GROWN = "ratify hardliner-surge --scope comprehensive --deal J --deal N1"
ALLY = RATIFY + " --set 'faction[\"US hardliners\"].ally={name=\"Israel\",weight=0.2}'"
LIFE = "life backchannel-2025 --scope nuclear --runs 2000 --played 20"
LIVES = "life backchannel-2025 --scope comprehensive --runs 2000 --played 20"
SAMPLED = "life backchannel-2025 --scope comprehensive --runs 500 --played 5 --samples 10"
RACE = "race truce-collapse --scope nuclear --runs 20"
MEDIATE = "mediate direct-vs-mediated --scope nuclear --runs 20"
SEQUENCE = "sequence backchannel-2025 --scope nuclear"
VIENNA = "sequence vienna-2022 --compare iran-first,us-first,no-snapback"
JPOA = "sequence jpoa-2013 --compare history,iran-all-first"
JCPOA = "ratify jcpoa-2015 --scope nuclear --deal J"
TRANCHES = "tranches small-steps"
VERIFY = "verify backchannel-2025 --scope nuclear"
VERIFY_BROAD = "verify backchannel-2025 --scope comprehensive"
GAP = "gap backchannel-2025 --scope nuclear --set party.Iran.reservation=0.8"
SMALL = "value backchannel-2025 --scope nuclear --deal inspection=csa,frozen_assets=6"
DRAFT = "value backchannel-2025 --scope nuclear --deal enrichment=domestic_5,leu_stock=300"
MISSILES = ("value backchannel-2025 --scope comprehensive --deal N1 "
            + " ".join(f"--deal {FULL},missile_range={km}" for km in (2000, 1000, 500)))
PROXIES = f"ratify backchannel-2025 --scope comprehensive --deal N1 --deal {FULL},proxies=halve"
SECURITY = (f"value backchannel-2025 --scope comprehensive --deal {FULL.replace('relief=100', 'relief=0')}"
            f",non_aggression=treaty --deal {FULL} --deal {FULL},non_aggression=treaty")
NEAR = ("scope backchannel-2025 --scope nuclear --uncounted --runs 0 --within 0 "
        "--set 'event[\"US election\"].after=11'")
UNBOUND = NEAR + " --set 'event[\"US election\"].unless={exit_guarantee=[\"none\"]}'"
HARDER = DEALS + " --set party.Iran.reservation=0.57"
WORSE = DEALS + " --set party.Iran.reservation=0.67"
STRUCK = DEALS + " --set issue.centrifuges.status_quo=5060"
BOLDER = DEALS + " --set 'party[\"United States\"].reservation=0.63'"
SHAKEN = SEQUENCE + " --trust Iran=0.05"
PROUD = ("value backchannel-2025 --scope nuclear --deal N1 --set party.Iran.weights.enrichment=0.30 "
         "--set party.Iran.weights.sanctions_relief=0.14")
TEXTBOOK, BELIEFS, FAITH = "examples/textbook", "examples/beliefs", "examples/good_faith"


# --- How numbers and words are put -----------------------------------------------------------------

def n(x, digits=3):
    return f"{x:,.{digits}f}"


def signed(x):
    return f"{x:+.3f}"


def share(x):
    return f"{100 * x:.1f} %"


def count(x):
    return f"{int(x):,}" if x is not None else "an uncounted number"


def both(of, put=n):
    return f"United States {put(of[US])}, Iran {put(of[IRAN])}"


def listed(words):
    words = list(words)
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words) or "none"


def option(x):
    return f"{x:g}" if isinstance(x, (int, float)) else str(x)


def clauses(outcome):
    return ", ".join(f"{issue} {option(x)}" for issue, x in outcome.items())


def named(items, name, key="name"):
    """The item of this name."""
    return next(item for item in items if item[key] == name)


def stage(life, name):
    return named(life["stages"], name)["share"]


def variant(answer, name):
    return named(answer["variants"], name, "variant")


def threat(scope, hazard):
    return named(scope["lasting"]["threats"], hazard, "hazard")["monthly"]


def gains_of(deal, party):
    """Clauses that are worth something to a party, dearest first."""
    worth = [(c["worth"][party], c["issue"]) for c in deal["clauses"]]
    return [issue for value, issue in sorted(worth, reverse=True) if value > 0]


def clause(deal, issue):
    return named(deal["clauses"], issue, "issue")["worth"]


def over(way):
    return listed(way["mediators"]) if way["mediators"] else "nobody"


# --- Answers that need more than a line ------------------------------------------------------------

def who_gains_more(a):
    j, n1 = a["deals"]
    text = []
    for deal in (j, n1):
        more = max(deal["surplus"], key=deal["surplus"].get)
        text.append(f"{deal['name']} is worth {n(deal['utilities'][IRAN])} to Iran, "
                    f"{signed(deal['surplus'][IRAN])} beyond no deal; {more} gains more")
    return "; ".join(text) + ". To compare gains of two sides is to trust that their scales compare."


def would_wreck(a, seated):
    text = ", ".join(f"{d['name']} ({n(d['spoilers'][0]['utility'])} to it, a strike with "
                     f"{share(d['spoilers'][0]['hazard_per_month'])} a month)" for d in a["deals"])
    least = a["deals"][0]["spoilers"][0]["reservation"]
    return (f"Those worth less than {n(least)} to it: {text}. With a seat for Israel "
            f"{count(seated['outcomes']['zone'])} nuclear deals suit everybody.")


def tabled(a):
    j, n1 = a["deals"]
    text = f"{a['by_product'][0]['name']}, by the product of gains ({n(a['by_product'][0]['product'], 6)})."
    text += f" United States ranks {' before '.join(a['ranking'][US])}, Iran {' before '.join(a['ranking'][IRAN])}."
    better = j["dominated_by"]
    if better:
        text += f" J is dominated: another deal gives {both(better['improvement'], signed)} more."
    return text


def clause_by_clause(a):
    j = a["deals"][0]
    shared = [c["issue"] for c in j["clauses"] if min(c["worth"][US], c["worth"][IRAN]) > 0]
    return (f"For both at once: {listed(shared)}. The United States gains by {listed(gains_of(j, US))}; Iran by "
            f"{listed(gains_of(j, IRAN))} (dearest first). Together they leave {both(j['surplus'], signed)} "
            "beyond no deal.")


def left_at_a_break(a):
    order = a["variants"][0]["least_trust"]
    broken = order["breaks_off"]
    if broken is None:
        return "At the beliefs of the file the order of least trust is carried out."
    steps = listed(order["order"][:broken["done"]])
    return (f"In the text of Vienna, at the beliefs of the file, {broken['party']} would stop after "
            f"{broken['done']} steps ({steps}), before {broken['before']}. After both have undone what can be "
            f"undone the United States is left with {signed(broken['left'][US])} and Iran with "
            f"{signed(broken['left'][IRAN])} (points of that file).")


def corner(a, textbook):
    conflict = listed(f"{line['party']} on {line['issue']}" for line in a["red_line_conflicts"][0])
    state = "leave no deal" if a["in_public"]["empty"] else "leave some deal"
    return (f"In public their red lines {state}; the smallest set in the way: {conflict}. "
            f"In the textbook's war of attrition, one side having twice the cost of backing down: "
            f"{textbook['rhetoric']}.")


def who_mediates(a):
    ways = {over(w): w for w in a["ways"]}
    text = ", ".join(f"over {name} {share(w['agreed']['share'])}" for name, w in ways.items()
                     if len(w["mediators"]) < 2)
    best = listed(f"{party} by talks over {listed(who) if who else 'nobody'}"
                  for party, who in a["best"].items())
    heard = listed(f"{m['name']} by {listed(p for p, yes in m['believed'].items() if yes)}"
                   for m in a["mediators"] if any(m["believed"].values()))
    return (f"Agreements in {a['runs']} runs: {text.replace('over nobody', 'directly')}. Best served, waiting "
            f"counted: {best}. Counsel of restraint would be believed of {heard}.")


def cost_of_relays(a):
    direct, together = a["ways"][0], a["ways"][-1]
    one = next(w for w in a["ways"] if w["mediators"] == ["Qatar"])
    return (f"Over Qatar {n(one['lost'], 1)} messages are lost in a run and {share(one['agreed']['share'])} of runs "
            f"agree, where {share(direct['agreed']['share'])} do directly. Through all "
            f"{len(together['mediators'])} in a chain an offer arrives with {n(together['arrival'])}, a yes is "
            f"turned round with {n(together['turned_round'])}, {n(together['days'], 0)} days pass instead of "
            f"{n(direct['days'], 0)}, and {share(together['agreed']['share'])} agree.")


def gulf_money(a):
    paid = a["payments"]["outsider"]
    text = f"Were no deal worth 0.8 to Iran, " if a["gap"] else "There is no gap: "
    prices = listed(f"{option(m['total'])} {m['unit']} priced by {m['issue']}"
                    + (" (beyond its levels)" if m["beyond"] else "") for m in paid["money"])
    text += f"the cheapest deal would fall {n(paid['total'], 4)} of value short: {prices}."
    lacks = a["carrying_out"]["lacks"] if a["carrying_out"] else []
    if lacks:
        text += (" To carry it out somebody would also have to guarantee "
                 + listed(f"{share(k['guarantee'])} of the losses of {k['party']}" for k in lacks
                          if k["guarantee"] is not None) + ".")
    return text


def exposure(a):
    order = a["least_trust"]
    text = "; ".join(f"{r['party']} after {listed(r['steps'])} (may lose {n(r['loss'])}, to gain "
                     f"{n(r['gain'])}, so must trust {n(r['trust'])})" for r in order["runs"] if r["hands_over"])
    return f"In the order of least trust, move by move: {text}."


def inspection(a):
    text = []
    for step in a["steps"]:
        need = step["minimum_probability"]
        text.append(f"{step['step']} must be found out with "
                    + (n(need) if need is not None else "more than any probability")
                    + (f", within {n(step['maximum_delay'], 0)} days" if step["maximum_delay"] is not None
                       else ", at any delay" if step["any_delay"] else "")
                    + (" (kept honest)" if step["honest"] else " (not kept honest once waiting is counted)"))
    agency = a["inspectors"][0]
    return ("; ".join(text) + f". Inspections by the {agency['name']} that are enough: "
            + listed(f"{option(s['inspections'])} of {s['step']}" if s["inspections"] is not None
                     else f"none of {s['step']}" for s in agency["steps"]) + ".")


def haste(a):
    plan = named(a["plans"], "as written")
    text = ", ".join(f"{p['name']} {share(p['here']['before_collapse'])}" for p in a["plans"])
    return (f"Agreement before a collapse, plan by plan: {text}. By what it may expect the United States does best "
            f"with '{a['best'][US]}' and Iran with '{a['best'][IRAN]}'. By the two rates alone, mu/(mu + lambda), "
            f"it would be {share(plan['here']['closed_form'])} as written.")


def narrow_or_broad(a):
    narrow, broad = a["scopes"]
    wins = {"nuclear": [], "comprehensive": []}
    for verdict in a["better"]:
        if not verdict["tied"]:
            wins[verdict["scope"]].append(verdict["criterion"])
    return (f"Broad is better by {listed(wins['comprehensive'])}; narrow by {listed(wins['nuclear'])}. The product "
            f"of gains is {n(broad['nash']['product'], 6)} against {n(narrow['nash']['product'], 6)}, a year on the "
            f"deal stands with {n(broad['lasting']['year'])} against {n(narrow['lasting']['year'])}.")


def missiles(a):
    text = []
    for deal in a["deals"]:
        limit = option(deal["outcome"]["missile_range"])
        why = "accepted" if deal["acceptable"] else f"rejected by {listed(deal['rejected_by'])}"
        crossed = [line for line in deal["reasons"].get(IRAN, {}).get("red_lines", [])
                   if line["issue"] == "missile_range"]
        text.append(f"{limit} ({both(deal['surplus'], signed)}) is {why}"
                    + (", across Iran's public red line" if crossed else ""))
    return "N1 with a limit on range, in km, gains beyond no deal in brackets: " + "; ".join(text) + "."


def precedent(jcpoa, jpoa):
    deal = jcpoa["deals"][0]
    senate = named(deal["chambers"], "Senate", "chamber")
    history, best = variant(jpoa, "history")["least_trust"], jpoa["variants"][0]["least_trust"]
    return (f"Nearly. Not fitted to it, the model gives J {n(senate['expected_supporters'], 1)} expected votes where "
            f"{senate['supporters_needed']} carry it (42 there were) and passes it with {n(deal['joint'])}. The "
            f"steps of 2013 and 2014 as they came ask for a trust of {n(history['trust'])}, the best order for "
            f"{n(best['trust'])}.")


def window(a):
    surge = a["surge"]
    grown = surge["factions"][0]
    shares = grown["shares"]

    def last(passing):
        left = [s for s, deals in zip(shares, passing) if deals > 0]
        return share(left[-1]) if left else "no share at all"
    return (f"No calendar of politics is in the model; sizes of factions are. Of {count(surge['deals'])} efficient "
            f"deals some pass in both homes with hardliners up to {last(surge['joint'])} of the {grown['chamber']}, "
            f"and up to {last(surge['joint_red_lines_on'])} where they vote by public red lines, of the shares tried "
            f"(today {share(grown['today'])}).")


def bring_home(a):
    j, n1 = a["deals"]
    return (f"Chance to pass in both homes: J {n(j['joint'])}, N1 {n(n1['joint'])}; where those who hold public red "
            f"lines vote by them, {n(j['joint_red_lines_on'])} and {n(n1['joint_red_lines_on'])}. The bottleneck is "
            f"the {n1['bottleneck']}. This rests on {a['assumed_numbers']} assumed numbers.")


def emboldening(a):
    j = a["deals"][0]
    helps = sorted(j["synergies"], key=lambda s: -s["changes"][US])[:3]
    text = listed(f"{s['issue']} {option(s['option'])} ({signed(s['changes'][US])} in Washington, "
                  f"{signed(s['changes'][IRAN])} in Tehran)" for s in helps)
    return (f"Those whose replacement moves the Senate most, in J: {text}. Emboldening itself is part of the weights "
            "of the hardliners; no link from a concession to later deterrence is modelled.")


def red_line_form(a):
    bridge = a["bridge"]
    if not a["in_public"]["empty"]:
        return "Yes: some deal suits both with every red line in force."
    conflict = listed(f"{line['party']} on {line['issue']}" for line in a["red_line_conflicts"][0])
    return (f"Not while every red line binds: those of {conflict} together leave no deal, which is the certificate. "
            f"If {bridge['party']} alone opened {bridge['issue']} = {option(bridge['option'])}, {count(bridge['zone'])} "
            "deals would come back with every other red line in force.")


def misperceived(a, real):
    deal, seen = a["deals"][0], real["deals"][1]
    text = (f"In part. Were enrichment weighed 0.10 more by Iran and relief as much less, N1 would be worth "
            f"{n(deal['utilities'][IRAN])} to it instead of {n(seen['utilities'][IRAN])} and still be "
            + ("accepted" if deal["acceptable"] else "rejected"))
    better = deal["dominated_by"]
    if better:
        text += f"; the regret: another deal would give {both(better['improvement'], signed)} more"
    return text + (". Not answered: weights inferred from past choices. The library elicits no preferences, and no "
                   "record of choices is at hand.")


def cheap_and_dear(a):
    j = a["deals"][0]
    ratios = sorted(((c["worth"][IRAN] / -c["worth"][US], c["issue"]) for c in j["clauses"]
                     if c["worth"][IRAN] > 0 > c["worth"][US]), reverse=True)
    text = ", ".join(f"{issue} ({n(ratio, 1)} to 1)" for ratio, issue in ratios)
    trade = j["trade"]
    moves = listed(f"{c['issue']} from {option(c['from'])} to {option(c['to'])}" for c in trade["changes"])
    return (f"What Iran gains for each unit that it costs us, in J: {text}. The best trade: {moves}, "
            f"{both(trade['gains'], signed)}.")


def missing(a):
    deal = a["deals"][0]
    text = listed(f"{p} falls {n(r['short_by'])} short" for p, r in deal["reasons"].items() if r["short_by"] > 0)
    breaks = f"it breaks {listed(deal['violated'])}" if deal["violated"] else "it breaks no constraint"
    better = deal["dominated_by"]
    return (f"Of a draft with 5 % at home and 300 kg alone: {text}; {breaks}. What would be better for both: "
            f"{clauses(better['outcome'])}." if better else f"{text}; {breaks}.")


def last_promise(a):
    sweep = ", ".join(f"{n(s['trust'])} at {option(s['factor'])} times" for s in a["sweep"]["completion"]
                      if s["trust"] is not None)
    enforced = a["self_enforcing"]
    text = ("At the beliefs of the file it is" if enforced["feasible"] else "At the beliefs of the file it is not: "
            + listed(f"{m['party']} would need {n(m['completion'])} more from completion" if m["completion"] is not None
                     else f"no completion is enough for {m['party']}" for m in enforced["mends"]))
    return f"{text}. Trust needed, by what completion is worth: {sweep}. A flow that grows year by year is not modelled."


def lasts(scopes, narrow, broad):
    a, b = scopes["scopes"]
    return (f"Once carried out, a year with {n(a['lasting']['year'])} (nuclear) or {n(b['lasting']['year'])} "
            f"(comprehensive), ten years with {n(a['lasting']['horizon'])} or {n(b['lasting']['horizon'])}. From the "
            f"first day of the talks on, {share(stage(narrow, 'implemented'))} or {share(stage(broad, 'implemented'))} "
            f"of worlds see it carried out and {share(stage(narrow, 'survived'))} or {share(stage(broad, 'survived'))} "
            f"see it stand at the end, which rests on {narrow['assumed_numbers']} assumed numbers.")


def money_and_security(a):
    names = ("security without relief", "relief without security", "both")
    text = "; ".join(f"{name} {both(d['surplus'], signed)}"
                     + ("" if d["acceptable"] else f", rejected by {listed(d['rejected_by'])}")
                     for name, d in zip(names, a["deals"]))
    return (f"N1, gains beyond no deal: {text}. In this file the two add up; where one is worth little without the "
            "other a party is given an `interaction`, and the same command answers.")


def wreckers(a, life):
    text = ", ".join(f"{h['name']} {n(h['rate'])} a month (first with {share(h['first'])})" for h in a["hazards"])
    late = max((c for c in life["causes"] if c["stage"] in ("ratification", "implementation")
                and c["kind"] == "hazard"), key=lambda c: c["share"], default=None)
    more = (f" After signature it is most often {late['which']}, during {late['stage']} "
            f"({share(late['share'])} of worlds)." if late else "")
    return f"During the talks: {text}.{more}"


def hawks(a):
    n1 = named(a["deals"], "N1")
    kinds = [s["kind"] for s in n1["synergies"]]
    return (f"Of {len(kinds)} changes of one clause of N1, {kinds.count('contested')} help one home and hurt the "
            f"other, {kinds.count('shared')} move both alike, {kinds.count('one-sided')} move one alone.")


def first_mover(a):
    free = a["variants"][0]["least_trust"]
    text = "; ".join(f"{name} asks {both(variant(a, name)['least_trust']['by_party'])}"
                     for name in ("iran-first", "us-first"))
    starts = free["runs"][0]
    return (f"In the text of Vienna the order of least trust begins with {starts['party']} ({listed(starts['steps'])}) "
            f"and asks {both(free['by_party'])}; {text}. Believed are {both(a['variants'][0]['self_enforcing']['beliefs'])}.")


def opportunity(a, life):
    plan = named(a["plans"], "as written")
    worth = {p: v["mean"] - v["no_talks"] for p, v in life["value"].items()}
    return (f"Gains that may be expected while Israel might strike at once: {both(plan['here']['gains'], lambda x: n(x, 4))}. "
            f"Over the whole life, with what failing in public costs: {both(worth, lambda x: f'{x:+.4f}')}.")


def unaddressed(a):
    narrow, broad = a["scopes"]
    order = sorted(narrow["lasting"]["threats"], key=lambda t: -t["monthly"])
    text = ", ".join(f"{t['hazard']} {share(t['monthly'])} a month instead of {share(threat(broad, t['hazard']))}"
                     for t in order)
    return f"Once a nuclear deal is carried out, against a comprehensive one: {text}. The first of these ends it most often."


def trust_lost(a, before, after):
    first, then = before["self_enforcing"], after["self_enforcing"]
    return (f"By Bayes' rule, a strike during talks being held two and a half times as likely of a side that cannot "
            f"be trusted: {a['strikes']}. Were it 0.05 instead of {n(first['beliefs'][IRAN], 2)}, the best order of "
            f"steps would miss by {n(then['shortfall'])} instead of {n(first['shortfall'])}.")


def sanctions(a, harder, worse):
    return (f"By what they make no deal worth to Iran: at 0.57 {count(harder['outcomes']['zone'])} deals suit both, at "
            f"{n(a['reservations'][IRAN]['value'], 2)} {count(a['outcomes']['zone'])}, at 0.67 "
            f"{count(worse['outcomes']['zone'])}; above {n(a['margins'][IRAN])} none. Sanctions that hurt widen the zone, "
            "sanctions that make Iran look for other friends close it. Which of these they do is no question for "
            "the model.")


def strikes(a, bolder, harder):
    return (f"It hangs on whom they strengthened: {count(a['outcomes']['zone'])} deals before; "
            f"{count(bolder['outcomes']['zone'])} if no deal is now worth 0.63 to the United States; "
            f"{count(harder['outcomes']['zone'])} if it is worth 0.57 to Iran. Trust is row 9.")


def one_by_one(life):
    return listed(f"{c['cause']} ({share(c['share'])})" for c in life["causes"][:3])


ROWS = [
    (1, "What is this deal worth to Washington?", [VALUE],
     lambda a: "; ".join(f"{d['name']} is worth {n(d['utilities'][US])}, {signed(d['surplus'][US])} beyond no deal"
                         for d in a["deals"]) + f". This rests on {a['assumed_numbers']} assumed numbers."),
    (2, "What is it worth to Tehran, and who gains more?", [VALUE], who_gains_more),
    (3, "How sure can I be, when nobody knows the numbers?", [SAMPLED],
     lambda a: f"Little. With every assumed number drawn anew {a['sampled']['samples']} times within "
               f"{share(a['sampled']['spread'])} of itself, the share of signed deals runs from "
               f"{share(a['sampled']['stages']['signed']['low'])} to {share(a['sampled']['stages']['signed']['high'])}, "
               f"that of ratified ones from {share(a['sampled']['stages']['ratified']['low'])} to "
               f"{share(a['sampled']['stages']['ratified']['high'])} ({a['assumed_numbers']} assumed numbers)."),
    (4, "Should this stay secret, and for how long?", [DEALS, TEXTBOOK],
     lambda a, t: f"In secret {count(a['outcomes']['zone'])} deals suit both, in public "
                  f"{count(a['in_public']['zone'])}. The textbook's break-even, for assumed chances and costs: "
                  f"{t['back channel']}."),
    (5, "How long do we have?", [RACE],
     lambda a: f"Talks that agree take {n(a['plans'][0]['days'], 0)} days; by then calm holds with "
               f"{share(a['months'][-1]['calm_holds'])}. Half of it is gone after "
               f"{n(math.log(2) / a['plans'][0]['here']['rate'], 1)} months."
     if a["plans"][0]["days"] is not None else "No run of the talks agrees."),
    (6, "Is there any deal at all?", [DEALS],
     lambda a: f"{'Yes' if a['outcomes']['zone'] else 'No'}: of {count(a['outcomes']['raw'])} nuclear deals "
               f"{count(a['outcomes']['feasible'])} are feasible and {count(a['outcomes']['zone'])} suit both, with "
               f"{len(a['frontier'])} efficient combinations of utilities. This rests on {a['assumed_numbers']} "
               "assumed numbers, the values of no deal first of all."),
    (7, "What is the chance that talks outlive the truce?", [RACE],
     lambda a: f"If Israel may strike during them, an agreement comes before a collapse with "
               f"{share(a['plans'][0]['here']['before_collapse'])}; without shocks with "
               f"{share(a['plans'][0]['agreed']['share'])}."),
    (8, "Which deals would Israel wreck?", [RATIFY, SEATED], would_wreck),
    (9, "How much trust did the strikes cost?", [BELIEFS, SEQUENCE, SHAKEN], trust_lost),
    (10, "Which of these packages should be tabled?", [VALUE], tabled),
    (11, "Is a small first step worth it even if nothing follows?", [SMALL],
     lambda a: f"Basic inspections against 6 billion, compared with today: "
               f"{both({p: sum(c['worth'][p] for c in a['deals'][0]['clauses']) for p in (US, IRAN)}, signed)}. "
               f"As a final deal it would be {both(a['deals'][0]['surplus'], signed)} against no deal."),
    (12, "Which clauses of 2015 still pay for both?", [VALUE], clause_by_clause),
    (13, "What changes if two files are linked?", [SCOPES],
     lambda a: f"The product of gains goes from {n(a['scopes'][0]['nash']['product'], 6)} to "
               f"{n(a['scopes'][1]['nash']['product'], 6)}, and to {n(a['scopes'][1]['mandatory']['product'], 6)} if "
               f"{listed(a['scopes'][1]['mandatory']['issues'])} have to move."),
    (14, "Would this deal survive the next election?", [NEAR, UNBOUND],
     lambda a, b: f"Were the election eleven months off, the Nash deal with its exit guarantee would stand a year after "
                  f"completion with {n(a['scopes'][0]['lasting']['year'])}; if that guarantee did not bind a successor, "
                  f"with {n(b['scopes'][0]['lasting']['year'])}."),
    (15, "Do more sanctions widen or close the zone?", [DEALS, HARDER, WORSE], sanctions),
    (16, "What raises the risk most?", [RACE],
     lambda a: "While talks last, "
               + listed(f"{h['name']} ({n(h['rate'])} shocks a month)"
                        for h in sorted(a["hazards"], key=lambda h: -h["rate"]))
               + ". Tension is no variable of its own: what drives it is said as terms of hazards."),
    (17, "If it breaks at some step, who is left with what?", [VIENNA], left_at_a_break),
    (18, "What should we believe after 60 % enrichment?", [BELIEFS],
     lambda a: f"If such an act is twice as likely of somebody who cannot be trusted: {a['enrichment']}."),
    (19, "Should an attack that nobody is named for end the talks?", [BELIEFS],
     lambda a: f"Where talks need a belief of one third: not named for it, {a['an attack, act']}; laid to Iran, "
               f"{a['an attack, accusation']}."),
    (20, "Have they talked themselves into a corner?", [DEALS, TEXTBOOK], corner),
    (21, "How fragile is it, as a number?", [RACE],
     lambda a: f"{n(a['plans'][0]['here']['rate'])} shocks a month: calm outlives one month with "
               f"{share(a['months'][1]['calm_holds'])} and {a['months'][-2]['month']} months with "
               f"{share(a['months'][-2]['calm_holds'])}."),
    (22, "What did the strikes change in the bargaining?", [DEALS, STRUCK],
     lambda a, b: f"If they left 5060 of 20000 machines, today's breakout time goes from "
                  f"{n(a['status_quo']['reported']['breakout_months'], 2)} to "
                  f"{n(b['status_quo']['reported']['breakout_months'], 2)} months and today is worth "
                  f"{signed(b['status_quo']['utilities'][0] - a['status_quo']['utilities'][0])} more to the United "
                  f"States and {signed(b['status_quo']['utilities'][1] - a['status_quo']['utilities'][1])} to Iran. "
                  f"Deals stay {count(b['outcomes']['zone'])} as long as no deal is worth the same."),
    (23, "Is a deal more or less likely after the strikes?", [DEALS, BOLDER, HARDER], strikes),
    (24, "Why Qatar? Would Oman or the E3 do better?", [MEDIATE], who_mediates),
    (25, "What is one more month of calm worth?", [RACE],
     lambda a: f"{share(a['plans'][0]['here']['calm'])} more chance of an agreement in time, as these talks go; "
               f"{share(a['plans'][0]['here']['calm_closed'])} if it were as likely in every month."),
    (26, "What does this deal leave burning?", [SCOPES],
     lambda a: f"{listed(a['scopes'][1]['mandatory']['issues'])}. A month of the nuclear deal carries "
               + listed(f"{share(t['monthly'])} from {t['hazard']}" for t in a["scopes"][0]["lasting"]["threats"]) + "."),
    (27, "What if it leaks tomorrow?", [DEALS, LIFE],
     lambda a, b: f"Then public red lines bind and {count(a['in_public']['zone'])} deals suit both instead of "
                  f"{count(a['outcomes']['zone'])}. In {share(b['leaked'])} of worlds it leaks before the talks end."),
    (28, "What do indirect talks cost?", [MEDIATE], cost_of_relays),
    (29, "What does snapback buy?", [VIENNA],
     lambda a: f"In the text of Vienna {n(variant(a, None)['least_trust']['trust'])} of trust carries the best order; if "
               f"nothing could be undone it would take {n(variant(a, 'no-snapback')['least_trust']['trust'])}."),
    (30, "How much Gulf money closes the gap?", [GAP], gulf_money),
    (31, "Is talking better than not talking?", [LIFE],
     lambda a: "Over the whole life, against never talking: "
               + both({p: v["mean"] - v["no_talks"] for p, v in a["value"].items()}, lambda x: f"{x:+.4f}")
               + ". Below 0 is what delay and failing in public cost more than the deals that come of it are worth."),
    (32, "Is a framework better than waiting for a full deal?", [TEXTBOOK],
     lambda t: f"If it calms and details then come faster (rates in the source): {t['framework']}."),
    (33, "In how many tranches, how large?", [TRANCHES],
     lambda a: f"At a belief of {n(a['trust'])} in {a['count']} tranches: "
               + ", ".join(n(x) for x in a["sizes"]) + f" of the whole; with {n(a['survival'])} no shock comes before "
               f"the end. Learning nothing on the way it would take {a['fixed']['count']}."),
    (34, "Who is exposed, when, by how much?", [SEQUENCE], exposure),
    (35, "How good must inspection be?", [VERIFY], inspection),
    (36, "What breakout time does this cap buy?", [VALUE, DEALS],
     lambda a, b: ", ".join(f"{d['name']} {n(d['reported']['breakout_months'], 1)}" for d in a["deals"])
                  + f" months to 25 kg, where today it is {n(b['status_quo']['reported']['breakout_months'], 1)}: an "
                    "ideal cascade, so a lower bound."),
    (37, "Now or later?", [TEXTBOOK],
     lambda t: f"In the textbook's case {t['timing']}. How fast a text gets better is the user's to say."),
    (38, "Is it worth rushing with a worse text?", [RACE], haste),
    (39, "Narrow or broad?", [SCOPES], narrow_or_broad),
    (40, "Can regional conduct be traded at all?", [BROAD, VERIFY_BROAD],
     lambda a, b: f"The Nash deal has proxies: {option(a['solutions']['nash']['outcome']['proxies'])}. The step needs a "
                  f"detection of {n(named(b['steps'], 'proxies', 'step')['minimum_probability'])} and has "
                  f"{n(named(b['steps'], 'proxies', 'step')['probability'])}, so it is "
                  f"{'kept' if named(b['steps'], 'proxies', 'step')['honest'] else 'not kept'} honest."
     if named(b["steps"], "proxies", "step")["minimum_probability"] is not None
     else "No detection would keep the step honest."),
    (41, "What does a proxy clause buy?", [PROXIES, SCOPES, BELIEFS],
     lambda a, b, c: f"In N1 with support halved Israel strikes with {share(a['deals'][1]['spoilers'][0]['hazard_per_month'])} "
                     f"a month instead of {share(a['deals'][0]['spoilers'][0]['hazard_per_month'])}; attacks of proxies fall "
                     f"from {share(threat(b['scopes'][0], 'proxies'))} to {share(threat(b['scopes'][1], 'proxies'))}. What "
                     f"an attack does to trust hangs on control: {c['proxies']}."),
    (42, "Does putting missiles in kill the deal?", [MISSILES], missiles),
    (43, "Does a narrow deal make an Israeli strike more likely?", [SCOPES],
     lambda a: f"{'Yes' if threat(a['scopes'][0], 'Israel') > threat(a['scopes'][1], 'Israel') else 'No'}: "
               f"{share(threat(a['scopes'][0], 'Israel'))} a month after the narrow Nash deal, "
               f"{share(threat(a['scopes'][1], 'Israel'))} after the broad one."),
    (44, "How does every deal look from Israel?", [DEALS, VALUE],
     lambda a, b: "; ".join(f"{name} {n(s['onlookers']['Israel']['utility'])}" for name, s in a["solutions"].items())
                  + "; " + "; ".join(f"{d['name']} {n(d['utilities']['Israel'])}" for d in b["deals"])
                  + f"; today {n(a['status_quo']['onlookers']['Israel']['utility'])}. It is content from "
                    f"{n(a['status_quo']['onlookers']['Israel']['threshold'])} on."),
    (45, "What does history say about the prior?", [BELIEFS, MEDIATE],
     lambda a, b: f"One deal kept and one left: {a['history']}. Not estimated from data: how likely such acts are of "
                  f"either kind of government is assumed. Directly {share(b['ways'][0]['agreed']['share'])} of talks agree, "
                  f"over Qatar {share(b['ways'][1]['agreed']['share'])}."),
    (46, "Would the model have called 2015?", [JCPOA, JPOA], precedent),
    (47, "When is the domestic window open?", [SURGE], window),
    (48, "Can either leader bring this home?", [RATIFY], bring_home),
    (49, "Which concessions embolden, and can others replace them?", [RATIFY], emboldening),
    (50, "How much do votes depend on Israel's view?", [RATIFY, ALLY],
     lambda a, b: "If a fifth of the US hardliners' judgement were Israel's: "
                  + listed(f"{x['name']} passes in Washington with {n(y['homes'][0]['probability'])} instead of "
                           f"{n(x['homes'][0]['probability'])}" for x, y in zip(a["deals"], b["deals"])) + "."),
    (51, "Is there a form of words inside the red lines?", [DEALS], red_line_form),
    (52, "Which symbolic option unlocks the material ones?", [DEALS],
     lambda a: f"{option(a['bridge']['option'])}, if {a['bridge']['party']} allows it: the best deal it brings back is worth "
               f"{n(a['bridge']['nash']['utilities'][0])} and {n(a['bridge']['nash']['utilities'][1])}. A symbol is said "
               "here as a red line or as the value of an option; no money buys a red line off."),
    (53, "What if we have their weights wrong?", [PROUD, VALUE], misperceived),
    (54, "Does limiting the programme make Iran less safe, and what offsets it?", [TEXTBOOK, SECURITY],
     lambda t, a: f"By the preventive-war inequality {t['preventive war']}. A treaty of non-aggression adds "
                  f"{both(clause(a['deals'][2], 'non_aggression'), signed)} to N1."),
    (55, "What is cheap for us and dear to them?", [VALUE], cheap_and_dear),
    (56, "What is missing from this draft?", [DRAFT], missing),
    (57, "Is the future good enough to keep the last promise?", [SEQUENCE], last_promise),
    (58, "Will it last?", [SCOPES, LIFE, LIVES], lasts),
    (59, "Is money without security worth anything?", [SECURITY], money_and_security),
    (60, "How little trust can we start with?", [TRANCHES],
     lambda a: "As little as one likes, in small tranches: "
               + ", ".join(f"at {n(s['trust'], 2)} the first may be {n(s['first'])}, {s['count']} in all"
                           for s in a["sweep"][:4]) + "."),
    (61, "Which conflict is the likeliest wrecker, and when?", [RACE, LIFE], wreckers),
    (62, "Does helping their hawks hurt ours?", [RATIFY], hawks),
    (63, "Which scope, by numbers?", [SCOPES, BROAD, DEALS],
     lambda s, b, d: f"{count(d['outcomes']['zone'])} nuclear and {count(b['outcomes']['zone'])} comprehensive deals suit "
                     f"both; they pass with {n(s['scopes'][0]['passing']['joint'])} and "
                     f"{n(s['scopes'][1]['passing']['joint'])}; what passes and lasts a year is worth "
                     f"{n(s['scopes'][0]['expected'], 6)} and {n(s['scopes'][1]['expected'], 6)} of the product of gains."),
    (64, "Who goes first, and what does it take?", [VIENNA], first_mover),
    (65, "What is the opportunity worth?", [RACE, LIFE], opportunity),
    (66, "Are they negotiating or playing for time?", [FAITH],
     lambda a: "; ".join(f"{name} with {x}" for name, x in a.items())
               + ". Whoever concedes late looks like somebody who stalls, until late."),
    (67, "Which unaddressed issue ends it?", [SCOPES, LIFE],
     lambda a, b: f"{unaddressed(a)} From the first day of the talks on, worlds end most often by {one_by_one(b)}."),
]
