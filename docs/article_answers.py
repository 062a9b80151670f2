"""How the answers of docs/article.md are put: functions of what commands of docs/article_rows.py give.

Words that hang on numbers ("more", "none") are chosen from the numbers too. What talks, lives and dates
answer is in docs/article_chances.py.
"""

from article_words import (
    IRAN, US, both, chance, clause, clauses, count, gains_of, listed, n, named, no_deal, option,
    share, signed, suit, threat, variant,
)


def who_gains_more(a):
    j, n1 = a["deals"]
    text = []
    for deal in (j, n1):
        more = max(deal["surplus"], key=deal["surplus"].get)
        text.append(f"{deal['name']} is worth {n(deal['utilities'][IRAN])} to Iran, "
                    f"{signed(deal['surplus'][IRAN])} beyond no deal, and {more} gains more.")
    return " ".join(text) + " To compare gains of two sides is to trust that their scales compare."


def would_wreck(a, seated):
    least = a["deals"][0]["spoilers"][0]["reservation"]
    text = []
    for deal in a["deals"]:
        israel = deal["spoilers"][0]
        where = "below" if israel["utility"] < least else "not below"
        text.append(f"{deal['name']} is worth {n(israel['utility'], 4)} to it, {where} that, and is struck "
                    f"at with {share(israel['hazard_per_month'])} a month")
    return (f"Those worth less to it than the {n(least, 4)} of no deal. {'; '.join(text)}. With a seat for "
            f"Israel {count(seated['outcomes']['zone'])} nuclear deals suit everybody.")


def tabled(a):
    j, n1 = a["deals"]
    text = f"{a['by_product'][0]['name']}, by the product of gains ({n(a['by_product'][0]['product'], 6)})."
    text += (f" United States ranks {' before '.join(a['ranking'][US])}, Iran "
             f"{' before '.join(a['ranking'][IRAN])}.")
    better = j["dominated_by"]
    if better:
        text += f" J is dominated: another deal gives {both(better['improvement'], signed)} more."
    return text


def clause_by_clause(a):
    j = a["deals"][0]
    shared = [c["issue"] for c in j["clauses"] if min(c["worth"][US], c["worth"][IRAN]) > 0]
    return (f"For both at once: {listed(shared)}. The United States gains by {listed(gains_of(j, US))}; "
            f"Iran by {listed(gains_of(j, IRAN))} (dearest first). Together they leave "
            f"{both(j['surplus'], signed)} beyond no deal.")


def left_at_a_break(a):
    order = a["variants"][0]["least_trust"]
    broken = order["breaks_off"]
    if broken is None:
        return "At the beliefs of the file the order of least trust is carried out."
    steps = listed(order["order"][:broken["done"]])
    return (f"In the text of Vienna, at the beliefs of the file, {broken['party']} would stop after "
            f"{broken['done']} steps ({steps}), before {broken['before']}. After both have undone what can "
            f"be undone the United States is left with {signed(broken['left'][US])} and Iran with "
            f"{signed(broken['left'][IRAN])} (points of that file).")


def corner(a, textbook):
    conflict = listed(f"{line['party']} on {line['issue']}" for line in a["red_line_conflicts"][0])
    state = "leave no deal" if a["in_public"]["empty"] else "leave some deal"
    return (f"In public their red lines {state}; the smallest set in the way: {conflict}. In the textbook's "
            f"war of attrition {textbook['rhetoric']}.")


def gulf_money(a):
    if not a["gap"]:
        return "There is no gap."
    paid = a["payments"]["outsider"]
    prices = ", or ".join(f"{option(m['total'])} {m['unit']} if priced by {m['issue']}"
                          + (" (beyond its levels, so drawn on from the last of them)" if m["beyond"] else "")
                          for m in paid["money"])
    text = (f"Were no deal worth {no_deal(a, IRAN)} to Iran, the cheapest deal would fall "
            f"{n(paid['total'], 4)} of value short: {prices}.")
    lacks = a["carrying_out"]["lacks"] if a["carrying_out"] else []
    if lacks:
        text += (" To carry it out somebody would also have to guarantee "
                 + listed(f"{share(k['guarantee'])} of the losses of {k['party']}" for k in lacks
                          if k["guarantee"] is not None)
                 + (": as good as all, so that it is hardly feasible."
                    if max(k["guarantee"] or 0 for k in lacks) > 0.9 else "."))
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
                    + (f", sooner than {n(step['maximum_delay'], 0)} days" if step["maximum_delay"] is not None
                       else ", at any delay" if step["any_delay"] else "")
                    + f", and is with {n(step['probability'])} after {n(step['delay'], 0)} days"
                    + (" (kept honest)" if step["honest"]
                       else " (not kept honest)" if need is None or step["probability"] < need
                       else " (not kept honest once waiting is counted"
                       + (")" if step["probability_sooner"] is None else
                          f", but on the boundary: a day sooner {n(step['probability_sooner'])} would be enough)")))
    agency = a["inspectors"][0]
    return ("; ".join(text) + f". Inspections by the {agency['name']}, reported within "
            f"{n(agency['days'], 0)} days, that are enough: "
            + listed(f"{option(s['inspections'])} of {s['step']}" if s["inspections"] is not None
                     else f"none of {s['step']}" for s in agency["steps"]) + ".")


CRITERIA = {"zone": "the number of deals", "share": "their share", "product": "the product of gains",
            "linked": "the same if the further issues must move", "passing": "the chance to pass at home",
            "passing_with_lines": "that chance where public red lines count",
            "spoilers": "a year without a spoiler's blow",
            "year": "a year without an end", "horizon": "ten years without an end", "agreement": "talks that agree",
            "time": "time to agree", "expected": "what passes and lasts",
            "overall": "what is reached, passes and lasts"}


def narrow_or_broad(a):
    narrow, broad = a["scopes"]
    wins = {"nuclear": [], "comprehensive": []}
    for verdict in a["better"]:
        if not verdict["tied"]:
            wins[verdict["scope"]].append(CRITERIA[verdict["criterion"]])
    return (f"Broad is better by {listed(wins['comprehensive'])}; narrow by {listed(wins['nuclear'])}. The "
            f"product of gains is {n(broad['nash']['product'], 6)} against "
            f"{n(narrow['nash']['product'], 6)}, a year on the deal stands with "
            f"{n(broad['lasting']['year'])} against {n(narrow['lasting']['year'])}.")


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


def window(a):
    surge = a["surge"]
    grown = surge["factions"][0]

    def last(passing):
        left = [s for s, deals in zip(grown["shares"], passing) if deals > 0]
        return f"{100 * left[-1]:.0f} %" if left else "no share"
    today = grown["today"]
    held = [s for s, deals in zip(grown["shares"], surge["joint_red_lines_on"]) if deals > 0]
    state = "it is open" if held and held[-1] >= today else "it is shut"
    return (f"In part: with hardliners up to {last(surge['joint_red_lines_on'])} of the {grown['chamber']} "
            f"where they vote by public red lines, up to {last(surge['joint'])} where they do not, of the "
            f"shares tried, some of {count(surge['deals'])} efficient deals pass in both homes. Today, at "
            f"{100 * today:.0f} %, {state}. Which dates these are the model does not say: sizes of factions are "
            "in it, no calendar of politics.")


def bring_home(a):
    j, n1 = a["deals"]
    return (f"Chance to pass in both homes: J {n(j['joint'])}, N1 {n(n1['joint'])}; where those who hold "
            f"public red lines vote by them, {n(j['joint_red_lines_on'])} and "
            f"{n(n1['joint_red_lines_on'])}. The bottleneck is the {n1['bottleneck']}. This rests on "
            f"{a['assumed_numbers']} assumed numbers.")


def emboldening(a):
    j = a["deals"][0]
    cheap = [s for s in j["synergies"] if s["changes"][US] > 0 and s["changes"][IRAN] > -0.01]
    text = listed(f"{s['issue']} {option(s['option'])} ({signed(s['changes'][US])} in Washington, "
                  f"{signed(s['changes'][IRAN])} in Tehran)"
                  for s in sorted(cheap, key=lambda s: -s["changes"][US])[:3])
    return ("In part. Changes of J that raise the chance in Washington most and cost Tehran less than a "
            f"hundredth: {text}. That a concession lowers later deterrence is not modelled; what hardliners "
            "think of it stands in their weights.")


def red_line_form(a):
    bridge = a["bridge"]
    if not a["in_public"]["empty"]:
        return "Yes: some deal suits both with every red line in force."
    conflict = listed(f"{line['party']} on {line['issue']}" for line in a["red_line_conflicts"][0])
    return (f"Not while every red line binds: those of {conflict} together leave no deal, which is the "
            f"certificate. If {bridge['party']} alone opened {bridge['issue']} = "
            f"{option(bridge['option'])}, {count(bridge['zone'])} deals would come back with every other "
            "red line in force.")


def misperceived(weighed, a):
    gains = [at["values"][0] for at in weighed["points"]]
    axis = weighed["axes"][0]
    deal = a["deals"][0]
    text = (f"In part. Whatever enrichment weighs for Iran between {axis['low']} and {axis['high']} instead of "
            f"{axis['as_written']}, its other weights making room, N1 gives it {signed(min(gains))} to "
            f"{signed(max(gains))} beyond no deal"
            + (", so it accepts" if min(gains) >= 0 else ", so it may refuse")
            + ". Were it weighed 0.10 more and relief as much less, N1 would be "
            + ("accepted" if deal["acceptable"] else "rejected"))
    better = deal["dominated_by"]
    if better:
        text += f"; the regret: another deal would give {both(better['improvement'], signed)} more"
    return text + (". Not answered: which weights past choices reveal. The library elicits no preferences, "
                   "and no record of choices is at hand.")


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
    text = ("In part. At the beliefs of the file it is" if enforced["feasible"] else
            "In part. At the beliefs of the file it is not: "
            + listed(f"{m['party']} would need {n(m['completion'])} more from completion"
                     if m["completion"] is not None else f"no completion is enough for {m['party']}"
                     for m in enforced["mends"]))
    return (f"{text}. Trust needed, by what completion is worth: {sweep}. A flow that grows year by year "
            "with compliance is not modelled.")


def money_and_security(a, small):
    names = ("security without relief", "relief without security", "both")
    text = "; ".join(f"{name} {both(d['surplus'], signed)}"
                     + ("" if d["acceptable"] else f", rejected by {listed(d['rejected_by'])}")
                     for name, d in zip(names, a["deals"]))
    nothing, money, pledge, together = (d["utilities"]["Small state"] for d in small["deals"])
    return (f"N1, gains beyond no deal: {text}. In that file the two add up. Where they need one another, "
            f"an `interaction` says so: the small state of the second file gains {n(money - nothing)} by "
            f"money, {n(pledge - nothing)} by a treaty and {n(together - nothing)} by both.")


def hawks(a):
    n1 = named(a["deals"], "N1")
    kinds = [s["kind"] for s in n1["synergies"]]
    hurt = kinds.count("contested") / len(kinds)
    word = "Yes, as a rule" if hurt > 0.5 else "Sometimes" if hurt > 0 else "No"
    return (f"{word}: of {len(kinds)} changes of one clause of N1, {kinds.count('contested')} help one home and "
            f"hurt the other, {kinds.count('shared')} move both alike, {kinds.count('one-sided')} move one "
            "alone.")


def first_mover(a):
    free = a["variants"][0]["least_trust"]
    text = "; ".join(f"{name} asks {both(variant(a, name)['least_trust']['by_party'])}"
                     for name in ("iran-first", "us-first"))
    starts = free["runs"][0]
    return (f"In the text of Vienna the order of least trust begins with {starts['party']} "
            f"({listed(starts['steps'])}) and asks {both(free['by_party'])}; {text}. Believed are "
            f"{both(a['variants'][0]['self_enforcing']['beliefs'])}.")


def unaddressed(a):
    narrow, broad = a["scopes"]
    order = sorted(narrow["lasting"]["threats"], key=lambda t: -t["monthly"])
    text = ", ".join(f"{t['hazard']} {share(t['monthly'])} a month instead of "
                     f"{share(threat(broad, t['hazard']))}" for t in order)
    return (f"Once a nuclear deal is carried out, against a comprehensive one: {text}. The first of these "
            "ends it most often.")


def trust_lost(a, before, after):
    first, then = before["self_enforcing"], after["self_enforcing"]
    return (f"By Bayes' rule, for assumed numbers: {a['strikes']}. Were Iran's belief "
            f"{n(then['beliefs'][IRAN], 2)} instead of {n(first['beliefs'][IRAN], 2)}, the best "
            f"order of steps would miss by {n(then['shortfall'])} instead of {n(first['shortfall'])}.")


def sanctions(a):
    text = listed(f"{count(int(at['values'][0]))} at {at['levels'][0]:.2f}" for at in a["points"])
    return (f"By what they make no deal worth to Iran, {a['axes'][0]['as_written']:.2f} in the file; deals that "
            f"suit both: {text}; above {n(a['quantities'][1]['as_written'])} there is none. Sanctions that hurt "
            "widen the zone; those that teach Iran to do without close it. Which of these they do the model is "
            "told, it does not find out.")
