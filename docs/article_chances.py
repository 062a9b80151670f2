"""Answers of docs/article.md that come from talks played, lives lived, and what lasts until when."""

from article_words import (
    IRAN, US, both, chance, count, interval, listed, n, named, no_deal, option, over, precise,
    share, signed, stage, suit, variant,
)


def against_qatar(ways, name):
    """Whether talks over somebody agree more often than over Qatar, as their intervals show it."""
    one, qatar = ways[name]["agreed"], ways["Qatar"]["agreed"]
    return ("more often" if one["low"] > qatar["high"] else "less often" if one["high"] < qatar["low"]
            else "neither more nor less often beyond chance")


def who_mediates(a):
    ways = {over(w): w for w in a["ways"] if len(w["mediators"]) < 2}
    verdict = {name: against_qatar(ways, name) for name in ("Oman", "E3")}
    said = listed(f"{listed('over ' + name for name in verdict if verdict[name] == how)} talks agree {how}"
                  for how in dict.fromkeys(verdict.values()))
    text = ", ".join(f"{'directly' if name == 'nobody' else 'over ' + name} {share(w['agreed']['share'])} "
                     f"({interval(w['agreed'])})" for name, w in ways.items())
    best = listed(f"for {party} {listed(who)}" for party, who in a["best"].items())
    heard = listed(f"{m['name']} by {listed(p for p, yes in m['believed'].items() if yes)}"
                   for m in a["mediators"] if any(m["believed"].values()))
    return (f"Set against Qatar, {said}. Of {a['runs']} runs each, with 95 % intervals: {text}. "
            f"Better than direct talks beyond chance, waiting counted: {best}. Counsel of restraint "
            f"would be believed of {heard}.")


def cost_of_relays(a):
    direct, together = a["ways"][0], a["ways"][-1]
    one = next(w for w in a["ways"] if w["mediators"] == ["Qatar"])
    return (f"Over Qatar {n(one['lost'], 1)} messages are lost in a run and {share(one['agreed']['share'])} "
            f"of runs agree, where {share(direct['agreed']['share'])} do directly. Through all "
            f"{len(together['mediators'])} in a chain an offer arrives with {n(together['arrival'])}, a yes "
            f"is turned round with {n(together['turned_round'])}, {n(together['days'], 0)} days pass "
            f"instead of {n(direct['days'], 0)}, and {share(together['agreed']['share'])} agree.")


def haste(a):
    plan = named(a["plans"], "as written")
    text = ", ".join(f"{p['name']} {share(p['here']['before_collapse'])}" for p in a["plans"])
    hurried = {party: best for party, best in a["best"].items() if best != "as written"}
    rest = [party for party in a["best"] if party not in hurried]
    verdict = "By what it may expect, " + "; ".join(
        [f"{party} does better beyond chance with '{best}' than as written" for party, best in hurried.items()]
        + [f"no plan is better than as written beyond chance for {listed(rest)}"] * bool(rest))
    return (f"{'Yes' if not rest else 'For one of them' if hurried else 'No'}. {verdict}. Agreement before a "
            f"collapse, plan by plan, {plan['runs']} runs each: {text}. By the two rates alone, "
            f"mu/(mu + lambda), it would be {share(plan['here']['closed_form'])} as written.")


def framework_first(a):
    of = a["framework"]
    if of["refused"]:
        return f"Not weighed: {of['refused']}."
    if of["outcome"] is None:
        return "There is none to sign: no deal of its scope suits everybody."

    worths = of["worths"].values()

    def answer(by):
        told = [worth[{"difference": "difference_interval", "talked_over_difference": "talked_over_interval"}[by]]["told"] and (1 if worth[by] > 0 else -1) for worth in worths]
        return ("yes" if all(t == 1 for t in told) else "no" if all(t == -1 for t in told)
                else "it cannot be told" if not any(told) else "for one of them")

    def pays(worth):
        return ("any" if worth["any_collapse"] else "none" if worth["greatest_collapse"] is None
                else f"{n(worth['greatest_collapse'], 2)} a month")

    def each(key):
        return both({party: worth[key] for party, worth in of["worths"].items()}, lambda x: n(x, 4))
    return (f"If it can be signed now, {answer('difference')}: the Nash deal of the {of['scope']} file, with "
            f"details later, is worth {each('signed_now')} beyond no deal, waiting for the whole "
            f"{each('waiting')}. The greatest rate of collapse after it at which that pays: "
            f"{both(of['worths'], pays)}. If it has to be talked over first, "
            f"{answer('talked_over_difference')}: {each('talked_over')}. This is by the days of "
            f"{of['talks']['runs']} runs each, with {n(of['collapse'])} collapses a month before it is signed and "
            f"{n(of['collapse_after'])} after; what the framework itself gives is taken as kept.")


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


def lasts(scopes, narrow, broad):
    a, b = scopes["scopes"]

    def seen(life, name):
        of = named(life["stages"], name)
        return f"{precise(of['share'])} ({interval(of, precise)})"
    return (f"Once carried out, a year with {chance(a['lasting']['year'])} (nuclear) or "
            f"{n(b['lasting']['year'])} (comprehensive), ten years with {chance(a['lasting']['horizon'])} "
            f"or {chance(b['lasting']['horizon'])}. From the first day of the talks on, of {narrow['runs']:,} "
            f"worlds each, {seen(narrow, 'implemented')} or {seen(broad, 'implemented')} see it carried out and "
            f"{seen(narrow, 'survived')} or {seen(broad, 'survived')} see it stand at the end; the 95 % intervals "
            f"leave out the chance of the {narrow['played_in_secret']} and {broad['played_in_secret']} talks that "
            f"worlds draw from. This rests on {narrow['assumed_numbers']} or {broad['assumed_numbers']} assumed "
            "numbers.")


def talking(life):
    """Whether talks are worth having, by their worth less that of never talking."""
    more = {party: {key: v[key] - v["no_talks"] for key in ("mean", "low", "high")}
            for party, v in life["value"].items()}
    better = [v["low"] > 0 for v in more.values()]
    worse = [v["high"] < 0 for v in more.values()]
    text = both(more, lambda v: f"{v['mean']:+.4f} ({v['low']:+.4f} to {v['high']:+.4f})")
    return (f"{'Yes' if all(better) else 'No' if all(worse) else 'Not for both beyond chance'}. Over the whole "
            f"life, against never talking: {text}, with 95 % intervals that leave out the chance of the "
            f"{life['played_in_secret']} talks that worlds draw from. A value below 0 says that leaks, delay and "
            "deals that are broken cost more than the others bring.")


def how_sure(a, *seeds):
    sampled = a["sampled"]

    def moved(name):
        of = sampled["stages"][name]
        alone = [stage(life, name) for life in seeds]
        return (f"from {share(of['low'])} to {share(of['high'])} (by chance alone from {share(min(alone))} to "
                f"{share(max(alone))})")
    return (f"Little. With assumptions drawn anew {sampled['samples']} times within {share(sampled['spread'])} of "
            f"themselves, the share of signed deals runs {moved('signed')}, that of ratified ones "
            f"{moved('ratified')}. By chance alone: assumptions as they are, {len(seeds)} seeds; few talks are "
            f"played, {seeds[0]['played_in_secret']} a draw, so part of the spread is chance. This rests on "
            f"{a['assumed_numbers']} assumed numbers.")


def election(near, unbound, own, own_unbound):
    def year(a):
        return a["scopes"][0]["lasting"]["year"]

    def ten(a):
        return a["scopes"][0]["lasting"]["horizon"]
    text = (f"The file's own election, in month 41, changes nothing within a year of completion, which lies before "
            f"it: the Nash deal stands with {n(year(own))} whether or not its exit guarantee binds a successor"
            if year(own) == year(own_unbound) else
            f"With the file's own election, in month 41, the Nash deal stands a year after completion with "
            f"{n(year(own))}, with {n(year(own_unbound))} if its exit guarantee did not bind a successor")
    return (f"{text}. Over ten years that guarantee keeps {1e6 * ten(own):.1f} in a million instead of "
            f"{1e6 * ten(own_unbound):.1f}: other threats end it first. Were the election eleven months off, the "
            f"deal would stand a year after completion with {n(year(near))}; if the guarantee did not "
            f"bind a successor, with {n(year(unbound))}.")


def frequency(*runs):
    """How often talks agree."""
    return [f"{share(a['agreed_runs'] / a['other_runs'])}" for a in runs]


def wreckers(life):
    text = []
    for when in ("talks", "ratification", "implementation", "aftermath"):
        blows = [c for c in life["causes"] if c["stage"] == when and c["kind"] == "hazard"]
        if blows:
            first = max(blows, key=lambda c: c["share"])
            put = share if first["share"] >= 0.001 else precise
            text.append(f"{when}: {first['which']} ({put(first['share'])})")
    times = life["time"]
    dates = ", ".join(f"{name} in month {n(times[key]['median'] / 30.4375, 1)}"
                      for key, name in (("talks", "talks end"), ("signed", "deals are signed"),
                                        ("ratified", "ratified"), ("implemented", "carried out"))
                      if times[key] is not None)
    return (f"What ends most of all worlds, stage by stage: {', '.join(text)}. When: counted from the first day, "
            f"in the median, {dates}.")


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


def strikes(a, bolder, harder, *runs):
    now, with_bold, with_hard = frequency(*runs)
    return (f"It hangs on whom they strengthened. Of {runs[0]['other_runs']} talks {now} agree as it is, {with_bold} "
            f"if no deal is now worth {no_deal(bolder, US)} to the United States, {with_hard} if it is worth "
            f"{no_deal(harder, IRAN)} to Iran. Deals that suit both: {count(a['outcomes']['zone'])}, "
            f"{count(bolder['outcomes']['zone'])} and {count(harder['outcomes']['zone'])}. For trust see row 9.")


def struck(a, b, *runs):
    before, after = frequency(*runs)

    def today(party):
        return signed(b["status_quo"]["utilities"][party] - a["status_quo"]["utilities"][party])
    zones = [x["outcomes"]["zone"] for x in (a, b)]
    months = [n(x["status_quo"]["reported"]["breakout_months"], 2) for x in (a, b)]
    return (f"If they left 5060 of 20000 machines, today's breakout time goes from {months[0]} to {months[1]} months "
            f"and today is worth {today(0)} more to the United States and {today(1)} to Iran. Of "
            f"{runs[0]['other_runs']} talks {after} agree, "
            f"{'as before' if after == before else 'instead of ' + before}, as long as no deal is worth the same; "
            + (f"deals that suit both stay {count(zones[1])}." if zones[0] == zones[1]
               else f"deals that suit both go from {count(zones[0])} to {count(zones[1])}."))


def one_by_one(life):
    return listed(f"{c['cause']} ({share(c['share'])})" for c in life["causes"][:3])
