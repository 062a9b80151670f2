"""negotiate sequence: text, JSON, what is compared, graphs, bad input."""

import json
import os
import tempfile

from _run import expect, expect_error, finish, golden, run

VIENNA = ["sequence", "vienna-2022"]

code, out, err = run(*VIENNA, "--compare", "iran-first,us-first,no-snapback")
expect(code == 0 and err == "", "sequence answers without a word on standard error")
golden("tests/golden/sequence_vienna.txt", out)
expect(run(*VIENNA, "--compare", "iran-first", "--compare", "us-first,no-snapback")[1] == out,
       "a list given again goes on")
code, out, err = run("sequence", "jpoa-2013", "--order", "history")
expect(code == 0 and err == "", "an order of the scenario is told as well")
golden("tests/golden/sequence_jpoa.txt", out)

# JSON: one object, or one a variant; keys in the documented order.
KEYS = ["scenario", "variant", "deal", "steps", "ideals", "orders", "feasible", "reading",
        "least_trust", "pareto", "peak_exposure", "self_enforcing", "detection", "sweep", "whole",
        "learning", "fixed", "lower_bound", "ties_broken", "refused"]
ORDER_KEYS = ["trust", "exact", "by_party", "order", "runs", "feasible", "refused", "breaks_off", "discounted"]
answer = json.loads(run(*VIENNA, "--json")[1])
expect(list(answer) == [*KEYS, "assumed_numbers"], "keys of sequence --json in order")
expect(list(answer["least_trust"]) == ORDER_KEYS, "keys of an order")
expect(list(answer["least_trust"]["runs"][0])[:5] == ["party", "steps", "trust", "loss", "gain"],
       "keys of a move")
expect((answer["steps"], answer["ideals"], answer["orders"]) == (12, 344, 554400), "counts")
expect(answer["least_trust"]["exact"] == {"United States": "5/34", "Iran": "19/110"},
       "trusts are exact")
expect(answer["feasible"] is True and answer["reading"] == "drawdown"
       and answer["variant"] is None and answer["lower_bound"] is None, "as written")
expect([list(p) for p in answer["pareto"]] == [["by_party", "exact", "order"]] * 11,
       "who must trust how much")
judged = answer["self_enforcing"]
expect(list(judged)[:6] == ["beliefs", "feasible", "shortfall", "failing_run", "mends", "order"],
       "keys of beliefs")
expect(judged["feasible"] is False and abs(judged["shortfall"] - (10 / 39 - 0.25)) < 1e-12,
       "beliefs of the scenario fall short")
expect([list(m) for m in judged["mends"]]
       == [["party", "belief", "needed", "guarantee", "completion", "undone"]] * 2,
       "keys of what mends")
answer = json.loads(run(*VIENNA, "--compare", "us-first", "--json")[1])
expect(list(answer) == ["variants"], "what is compared is a list")
expect([v["variant"] for v in answer["variants"]] == [None, "us-first"], "in the order listed")
expect([list(v) for v in answer["variants"]] == [[*KEYS, "assumed_numbers"]] * 2,
       "each with every key")
answer = json.loads(run("sequence", "jpoa-2013", "--order", "history", "--json")[1])
expect(list(answer)[len(KEYS)] == "order_report", "an order asked about follows")
expect(answer["order_report"]["exact"] == {"United States": "105/298", "Iran": "4/9"},
       "the order of 2013")
expect(answer["self_enforcing"] is None, "no beliefs, no word on them")

# The options: variants, beliefs, readings, learning, deals, scopes, changes.
answer = json.loads(run(*VIENNA, "--variant", "iran-first", "--json")[1])
expect(answer["variant"] == "iran-first" and answer["fixed"] is False, "a variant by itself")
answer = json.loads(run("sequence", "four-steps", "--variant", "in-turn-iran-first", "--json")[1])
expect(answer["fixed"] is True and answer["least_trust"]["exact"]
       == {"United States": "2/5", "Iran": "1/3"}, "an order is kept to")
code, out, err = run("sequence", "four-steps", "--variant", "iran-all-first")
expect(code == 0 and "better off stopping" in " ".join(out.split()),
       "an order that nobody would go through is an answer")
answer = json.loads(run("sequence", "four-steps", "--variant", "iran-all-first", "--json")[1])
expect(answer["feasible"] is False and answer["least_trust"]["refused"]
       == {"party": "United States", "after": 2, "tempted_by": 2.0}, "and says who would stop")
answer = json.loads(run(*VIENNA, "--trust", "Iran=0.2", "--trust", "United States=0.2",
                        "--json")[1])
expect(answer["self_enforcing"]["feasible"] is True
       and answer["self_enforcing"]["beliefs"] == {"United States": 0.2, "Iran": 0.2},
       "beliefs by party")
for reading, least in (("drawdown", 19 / 110), ("next-turn", 3 / 22), ("peak", 0)):
    answer = json.loads(run(*VIENNA, "--reading", reading, "--json")[1])
    expect(answer["reading"] == reading and abs(answer["least_trust"]["trust"] - least) < 1e-12,
           f"the reading {reading}")
taught = [word for step in ("I1", "U1", "I2", "U2")
          for word in ("--set", f"step.{step}.defection=0.3")]
answer = json.loads(run("sequence", "four-steps", "--variant", "in-turn-iran-first", "--learning",
                        "--reading", "next-turn", *taught, "--json")[1])
expect(answer["learning"] is True and answer["least_trust"]["exact"]
       == {"United States": None, "Iran": None}, "with learning trusts are no fractions")
expect(abs(answer["least_trust"]["by_party"]["United States"] - 0.318182) < 1e-6,
       "honoured steps teach")
answer = json.loads(run("sequence", "backchannel-2025", "--scope", "nuclear", "--deal", "J",
                        "--json")[1])
expect(answer["deal"] == "J" and len(answer["outcome"]) == 8, "a deal by name, within a scope")

# What somebody outside stands for: losses made good, payments held until they are answered.
answer = json.loads(run("sequence", "four-steps", "--guarantee", "United States=0.5", "--json")[1])
expect(answer["guarantees"] == {"United States": 0.5}
       and abs(answer["least_trust"]["trust"] - 0.2) < 1e-12
       and answer["least_trust"]["exact"]["United States"] is None, "half of every loss made good")
answer = json.loads(run("sequence", "four-steps", "--escrow", "U1:I1", "--json")[1])
expect(answer["escrows"] == [{"payment": "U1", "answer": "I1", "release": "release of U1",
                              "cost": 0.0}]
       and answer["least_trust"]["exact"] == {"United States": "0", "Iran": "1/9"}
       and answer["steps"] == 5, "a payment in escrow")
answer = json.loads(run("sequence", "four-steps", "--escrow", "U1=0.25", "--json")[1])
expect(answer["escrows"][0]["answer"] == "I1" and answer["escrows"][0]["cost"] == 0.25,
       "an answer is found")
expect("escrows" not in json.loads(run(*VIENNA, "--json")[1]) and "guarantees" not in json.loads(run(*VIENNA, "--json")[1]), "absent where nobody asks")
text = " ".join(run("sequence", "four-steps", "--escrow", "U1:I1=0.25", "--guarantee",
                    "Iran=0.4")[1].split())
expect("40 % of what Iran loses if the others stop is made good to it" in text
       and "'U1' is paid into an escrow, and comes into force with 'release of U1', not before "
       "'I1'; if that never comes it goes back, less 0.2500" in text, "both are told")
expect_error(2, "option --escrow: expected STEP[:ANSWER][=COST]; got ':I1'", "sequence",
             "four-steps", "--escrow", ":I1")
expect_error(2, "option --guarantee: expected PARTY=NUMBER; got 'Iran'", "sequence", "four-steps",
             "--guarantee", "Iran")
expect_error(2, "guarantee: no party 'Oman' at the table", "sequence", "four-steps",
             "--guarantee", "Oman=1")

# A graph for Graphviz, over what the file held if that is asked for.
with tempfile.TemporaryDirectory() as folder:
    dot = os.path.join(folder, "steps.dot")
    for more in ([], ["--force"]):
        code, out, err = run("sequence", "four-steps", "--dot", dot, *more)
        expect(code == 0 and out.startswith("Who goes first"), "the answer is printed beside")
    with open(dot, encoding="utf-8") as file:
        text = file.read()
    expect(text.startswith("digraph steps {") and '"I1" -> "I2";' in text and text.endswith("}\n"),
           "steps are drawn")
    expect_error(2, "exists; --force writes over it", "sequence", "four-steps", "--dot", dot)
    expect_error(2, "cannot write", *VIENNA, "--dot", os.path.join(folder, "none", "x.dot"))

free = json.loads(run(*VIENNA, "--variant", "free", "--json")[1])
written = json.loads(run(*VIENNA, "--json")[1])
expect(free["variant"] == "free" and free["least_trust"] == written["least_trust"],
       "the steps as written have a name too")

code, out, err = run("sequence", "--help")
expect(code == 0 and "negotiate sequence vienna-2022" in out.rstrip().splitlines()[-1],
       "--help ends with an example")

expect_error(2, "no variant or order 'iran-frist'; did you mean 'iran-first'? known: free, "
             "iran-first, us-first, no-snapback", *VIENNA, "--variant", "iran-frist")
expect_error(2, "no variant or order 'nobody-first'; known: free", *VIENNA, "--compare",
             "us-first,nobody-first")
expect_error(2, "no order 'history': this scenario has none", *VIENNA, "--order", "history")
expect_error(2, "no order 'histroy'; did you mean 'history'?", "sequence", "jpoa-2013", "--order",
             "histroy")
expect_error(2, "trust: no party 'Oman' at the table; known: United States, Iran", *VIENNA,
             "--trust", "Oman=0.3")
expect_error(2, "trust of 'Iran' must lie in (0, 1); got 1", *VIENNA, "--trust", "Iran=1")
expect_error(2, "option --trust: expected PARTY=NUMBER; got 'Iran'", *VIENNA, "--trust", "Iran")
expect_error(2, "option --reading: no reading 'drawdwon'; did you mean 'drawdown'? known: "
             "drawdown, next-turn, peak", *VIENNA, "--reading", "drawdwon")
expect_error(2, "this scenario has no steps", "sequence", "orange")
expect_error(2, "the steps of this scenario state their values and carry out no deal", *VIENNA,
             "--deal", "nash")
expect_error(2, "no deal 'K'; known: J, N1", "sequence", "backchannel-2025", "--deal", "K")
expect_error(2, "option --deal: one deal is carried out; got 2", "sequence", "backchannel-2025",
             "--deal", "J", "--deal", "N1")
expect_error(2, "scope: no scope 'nuclear'; none is known", *VIENNA, "--scope", "nuclear")
expect_error(2, "needs a SCENARIO", "sequence")
expect_error(2, "'orange' is one argument too many", *VIENNA, "orange")
expect_error(2, "unknown option '--varient'; did you mean '--variant'?", *VIENNA, "--varient", "x")
finish()
