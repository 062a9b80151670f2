"""How the answers of docs/article.md are put: functions of what commands of docs/article_rows.py give.

Words that hang on numbers ("more", "none") are chosen from the numbers too.
"""

US, IRAN = "United States", "Iran"


# --- How numbers and words are put -----------------------------------------------------------------

def n(x, digits=3):
    return f"{x:,.{digits}f}"


def signed(x):
    return f"{x:+.3f}"


def share(x):
    return f"{100 * x:.1f} %"


def count(x):
    """A number of deals, or what stands for one."""
    return "an uncounted number" if x is None else x if isinstance(x, str) else f"{x:,}" if x else "none"


def chance(x):
    return f"{x:.3f}" if x >= 0.001 or x == 0 else "under 0.001"


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


def who_mediates(a):
    ways = {over(w): w for w in a["ways"]}
    text = ", ".join(f"over {name} {share(w['agreed']['share'])}" for name, w in ways.items()
                     if len(w["mediators"]) < 2)
    best = listed(f"{party} by talks over {listed(who) if who else 'nobody'}"
                  for party, who in a["best"].items())
    heard = listed(f"{m['name']} by {listed(p for p, yes in m['believed'].items() if yes)}"
                   for m in a["mediators"] if any(m["believed"].values()))
    direct = a["ways"][0]["agreed"]
    text = text.replace("over nobody", "directly")
    return (f"Agreements in {a['runs']} runs: {text} (of the first the 95 % interval is "
            f"{share(direct['low'])} to {share(direct['high'])}, so few runs tell little). Best served, "
            f"waiting counted: {best}. Counsel of restraint would be believed of {heard}.")


def cost_of_relays(a):
    direct, together = a["ways"][0], a["ways"][-1]
    one = next(w for w in a["ways"] if w["mediators"] == ["Qatar"])
    return (f"Over Qatar {n(one['lost'], 1)} messages are lost in a run and {share(one['agreed']['share'])} "
            f"of runs agree, where {share(direct['agreed']['share'])} do directly. Through all "
            f"{len(together['mediators'])} in a chain an offer arrives with {n(together['arrival'])}, a yes "
            f"is turned round with {n(together['turned_round'])}, {n(together['days'], 0)} days pass "
            f"instead of {n(direct['days'], 0)}, and {share(together['agreed']['share'])} agree.")


def gulf_money(a):
    if not a["gap"]:
        return "There is no gap."
    paid = a["payments"]["outsider"]
    prices = listed(f"{option(m['total'])} {m['unit']} priced by {m['issue']}"
                    + (" (beyond its levels)" if m["beyond"] else "") for m in paid["money"])
    text = (f"Were no deal worth {no_deal(a, IRAN)} to Iran, the cheapest deal would fall "
            f"{n(paid['total'], 4)} of value short: {prices}.")
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
                    + f", and is with {n(step['probability'])}"
                    + (" (kept honest)" if step["honest"]
                       else " (not kept honest)" if need is None or step["probability"] < need
                       else " (not kept honest once waiting is counted)"))
    agency = a["inspectors"][0]
    return ("; ".join(text) + f". Inspections by the {agency['name']} that are enough: "
            + listed(f"{option(s['inspections'])} of {s['step']}" if s["inspections"] is not None
                     else f"none of {s['step']}" for s in agency["steps"]) + ".")


def haste(a):
    plan = named(a["plans"], "as written")
    text = ", ".join(f"{p['name']} {share(p['here']['before_collapse'])}" for p in a["plans"])
    return (f"Agreement before a collapse, plan by plan: {text}. By what it may expect the United States "
            f"does best with '{a['best'][US]}' and Iran with '{a['best'][IRAN]}'. By the two rates alone, "
            f"mu/(mu + lambda), it would be {share(plan['here']['closed_form'])} as written.")


def framework_first(a):
    of = a["framework"]
    if of["refused"]:
        return f"Not weighed: {of['refused']}."
    if of["outcome"] is None:
        return "There is none to sign: no deal of its scope suits everybody."

    worths = of["worths"].values()

    def answer(key):
        better = [worth[key] > worth["waiting"] for worth in worths]
        return "yes" if all(better) else "for one of them" if any(better) else "no"

    def pays(worth):
        return ("any" if worth["any_collapse"] else "none" if worth["greatest_collapse"] is None
                else f"{n(worth['greatest_collapse'], 2)} a month")

    def each(key):
        return both({party: worth[key] for party, worth in of["worths"].items()}, lambda x: n(x, 4))
    return (f"If it can be signed now, {answer('signed_now')}: the Nash deal of the {of['scope']} file, with "
            f"details later, is worth {each('signed_now')} beyond no deal, waiting for the whole "
            f"{each('waiting')}. The greatest rate of collapse after it at which that pays: "
            f"{both(of['worths'], pays)}. If it has to be talked over first, {answer('talked_over')}: {each('talked_over')}, since talks settle it at "
            f"{n(of['talks']['settlement'])} a month, the details then at {n(of['details']['settlement'])}, the "
            f"whole at {n(a['plans'][0]['settlement'])}, against {n(of['collapse'])} collapses before it is signed "
            f"and {n(of['collapse_after'])} after. Rates know no deadline, and what the framework gives is kept.")


def now_or_later(a):
    def moment(party):
        best = a["timing"][party]["best"]
        if best is None:
            return f"{party} is never offered anything that suits it"
        first = a["timing"][party]["months"][best["first"] - 1]
        start = (f"{party} is first offered something that suits it in month {best['first']}, in "
                 f"{share(first['offered'])} of the runs")
        if best["month"] == best["first"]:
            return f"{start}, and does best to take it ({best['worth']:+.4f})"
        return (f"{start}, and does best to wait until the end of month {best['month']} ({best['worth']:+.4f}, of "
                f"which waiting is worth {best['option']:.4f})")
    return ("By what lies on the table at each month's end, discounted, and with the chance that calm holds until "
            "then: " + "; ".join(moment(party) for party in (US, IRAN))
            + ". The others are taken to stand by their last offers.")


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


def precedent(jcpoa, jpoa, life):
    deal = jcpoa["deals"][0]
    senate = named(deal["chambers"], "Senate", "chamber")
    history, best = variant(jpoa, "history")["least_trust"], jpoa["variants"][0]["least_trust"]
    called = ("The votes" if deal["joint"] >= 0.75 else "The votes, but barely" if deal["joint"] >= 0.5
              else "No")
    return (f"{called}: not fitted to them, the model gives J {n(senate['expected_supporters'], 1)} "
            f"expected votes where {senate['supporters_needed']} carry it (42 there were), and passes it "
            f"with {n(deal['joint'])}. The steps of 2013 and 2014 as they came ask for a trust of "
            f"{n(history['trust'])}, the best order for {n(best['trust'])}. Played out in public by the "
            f"file's strategies and deadline the talks are signed in {share(stage(life, 'signed'))} of "
            "worlds; in 2015 they were.")


def window(a):
    surge = a["surge"]
    grown = surge["factions"][0]

    def last(passing):
        left = [s for s, deals in zip(grown["shares"], passing) if deals > 0]
        return f"{100 * left[-1]:.0f} %" if left else "no share"
    return ("In part: no calendar of politics is in the model, sizes of factions are. Of "
            f"{count(surge['deals'])} efficient deals some pass in both homes with hardliners up to "
            f"{last(surge['joint'])} of the {grown['chamber']}, and up to "
            f"{last(surge['joint_red_lines_on'])} where they vote by public red lines, of the shares tried "
            f"(today {100 * grown['today']:.0f} %).")


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


def misperceived(a, real):
    deal, seen = a["deals"][0], real["deals"][1]
    text = ("In part. Were enrichment weighed 0.10 more by Iran and relief as much less, N1 would be worth "
            f"{n(deal['utilities'][IRAN])} to it instead of {n(seen['utilities'][IRAN])} and still be "
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


def lasts(scopes, narrow, broad):
    a, b = scopes["scopes"]
    return (f"Once carried out, a year with {chance(a['lasting']['year'])} (nuclear) or "
            f"{n(b['lasting']['year'])} (comprehensive), ten years with {chance(a['lasting']['horizon'])} "
            f"or {chance(b['lasting']['horizon'])}. From the first day of the talks on, "
            f"{share(stage(narrow, 'implemented'))} or {share(stage(broad, 'implemented'))} of worlds see "
            f"it carried out and {share(stage(narrow, 'survived'))} or {share(stage(broad, 'survived'))} "
            f"see it stand at the end, which rests on {narrow['assumed_numbers']} assumed numbers.")


def money_and_security(a, small):
    names = ("security without relief", "relief without security", "both")
    text = "; ".join(f"{name} {both(d['surplus'], signed)}"
                     + ("" if d["acceptable"] else f", rejected by {listed(d['rejected_by'])}")
                     for name, d in zip(names, a["deals"]))
    nothing, money, pledge, together = (d["utilities"]["Small state"] for d in small["deals"])
    return (f"N1, gains beyond no deal: {text}. In that file the two add up. Where they need one another, "
            f"an `interaction` says so: the small state of the second file gains {n(money - nothing)} by "
            f"money, {n(pledge - nothing)} by a treaty and {n(together - nothing)} by both.")


def wreckers(life):
    text = []
    for when in ("talks", "ratification", "implementation", "aftermath"):
        blows = [c for c in life["causes"] if c["stage"] == when and c["kind"] == "hazard"]
        if blows:
            first = max(blows, key=lambda c: c["share"])
            text.append(f"{when}: {first['which']} ({share(first['share'])})")
    return f"What ends most of all worlds, stage by stage: {', '.join(text)}."


def hawks(a):
    n1 = named(a["deals"], "N1")
    kinds = [s["kind"] for s in n1["synergies"]]
    return (f"Of {len(kinds)} changes of one clause of N1, {kinds.count('contested')} help one home and "
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


def opportunity(a):
    plan = named(a["plans"], "as written")
    signed_deal = plan["utilities"]
    if signed_deal is None:
        return "Nothing: no run of the talks agrees."
    whole = {p: signed_deal[p] - a["no_deal"][p] for p in (US, IRAN)}
    return (f"What is agreed, when it is, is worth {both(whole, signed)} beyond no deal. Discounted, and "
            "with the chance that it comes before a collapse, "
            f"{both(plan['here']['gains'], lambda x: f'{x:+.4f}')} may be expected. What failing costs is "
            "row 31.")


def unaddressed(a):
    narrow, broad = a["scopes"]
    order = sorted(narrow["lasting"]["threats"], key=lambda t: -t["monthly"])
    text = ", ".join(f"{t['hazard']} {share(t['monthly'])} a month instead of "
                     f"{share(threat(broad, t['hazard']))}" for t in order)
    return (f"Once a nuclear deal is carried out, against a comprehensive one: {text}. The first of these "
            "ends it most often.")


def trust_lost(a, before, after):
    first, then = before["self_enforcing"], after["self_enforcing"]
    return (f"By Bayes' rule: {a['strikes']}. Were Iran's belief {n(then['beliefs'][IRAN], 2)} instead of "
            f"{n(first['beliefs'][IRAN], 2)}, the best order of steps would miss by {n(then['shortfall'])} "
            f"instead of {n(first['shortfall'])}.")


def no_deal(a, party):
    return n(a["reservations"][party]["value"], 2)


def sanctions(*cases):
    text = ", ".join(f"at {no_deal(a, IRAN)} {count(a['outcomes']['zone'])}" for a in cases)
    return (f"By what they make no deal worth to Iran; deals that suit both: {text}; above "
            f"{n(cases[0]['margins'][IRAN])} there is none. Sanctions that hurt widen the zone; those that "
            "teach Iran to do without close it. Which of these they do the model is told, it does not find "
            "out.")


def strikes(a, bolder, harder):
    return (f"It hangs on whom they strengthened: {count(a['outcomes']['zone'])} deals suit both as it is, "
            f"{count(bolder['outcomes']['zone'])} if no deal is now worth {no_deal(bolder, US)} to the "
            f"United States, {count(harder['outcomes']['zone'])} if it is worth {no_deal(harder, IRAN)} to "
            "Iran. For trust see row 9.")


def one_by_one(life):
    return listed(f"{c['cause']} ({share(c['share'])})" for c in life["causes"][:3])
