"""How numbers and words are put in docs/article.md."""

US, IRAN = "United States", "Iran"


def n(x, digits=3):
    return f"{x:,.{digits}f}"


def signed(x):
    return f"{x:+.3f}"


def share(x):
    return f"{100 * x:.1f} %"


def count(x):
    """A number of deals, or what stands for one."""
    return "an uncounted number" if x is None else x if isinstance(x, str) else f"{x:,}" if x else "none"


def precise(x):
    """A share that may be tiny."""
    return f"{100 * x:.3f} %"


def interval(of, put=share):
    return f"{put(of['low'])} to {put(of['high'])}"


def suit(x):
    """So many deals suit both."""
    return f"{count(x)} deals suit both" if x else "no deal suits both"


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


def no_deal(a, party):
    return n(a["reservations"][party]["value"], 2)
