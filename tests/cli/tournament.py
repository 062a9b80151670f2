"""negotiate tournament: text, JSON, threads, Ctrl-C, bad input."""

import json
import os
import signal
import subprocess
import tempfile
import time

from _run import NEGOTIATE, expect, expect_error, finish, golden, run

LIST = "boulware,conceder,tit-for-tat,random-walker,time-dependent(e=0.5,k=0.1)"
BASE = ["tournament", "orange", "aid-and-guarantee", "--strategies", LIST]

code, out, err = run(*BASE, "--repeats", "2", "--seed", "7")
expect(code == 0 and err == "", "tournament answers, and shows no progress in a pipe")
golden("tests/golden/tournament.txt", out)

code, out, err = run(*BASE, "--repeats", "2", "--seed", "7", "--json")
expect(code == 0 and err == "", "tournament answers in JSON")
for threads in ("1", "2", "7"):
    expect(run(*BASE, "--repeats", "2", "--seed", "7", "--json", "--threads", threads)[1] == out,
           f"the same bytes on {threads} threads")
answer = json.loads(out)
expect(list(answer)[:5] == ["seed", "matches", "strategies", "mediators", "pairs"], "keys in order")
row = ["name", "mean_utility", "low", "high", "advantage", "agreement_rate", "mean_rounds", "rank"]
expect([list(s)[:8] == row for s in answer["strategies"]] == [True] * 5, "keys of a strategy")
expect(answer["seed"] == 7 and answer["matches"] == 5 * 5 * 2 * 2, "every pair twice everywhere")
expect(answer["complete"] is True and answer["faults"] == 0, "all was played")
expect(answer["strategies"][4]["name"] == "time-dependent(e=0.5,k=0.1)", "names as written")
expect(len(answer["pairs"]) == 5 and all(len(p) == 5 for p in answer["pairs"]), "a matrix of pairs")
expect(sorted(s["rank"] for s in answer["strategies"])[0] == 1, "somebody is first")
expect(json.loads(run(*BASE, "--json", "--seed", "8")[1])["strategies"]
       != json.loads(run(*BASE, "--json", "--seed", "9")[1])["strategies"], "seeds differ")

expect(list(answer)[-7:] == ["experiment", "comparisons", "groups", "meta_game", "store", "scenarios_needed",
                               "ranked_by"],
       "new keys come last")
game = answer["meta_game"]
expect(list(game)[:2] == ["strategies", "payoffs"] and len(game["payoffs"]) == 5
       and all(len(p) == 5 for p in game["payoffs"]), "a meta-game of all strategies")
expect(game["equilibria"] and all(e["regret"] <= 1e-12 and abs(sum(e["mix"]) - 1) < 1e-12
                                  for e in game["equilibria"]), "equilibria are certified")
expect(abs(sum(game["alpha_rank"]) - 1) < 1e-9, "shares of time")
expect(all({"mix", "basin"} <= set(b) for b in game["replicator"]), "basins")
expect(game["sampling"] == "stages" and len(game["survival"]) == 5, "survival is resampled")
expect(len(answer["comparisons"]) == 10, "every two are compared")
expect(answer["scenarios_needed"] == 9 and all(c["adjusted"] == 1 and c["scenarios"] == 2
                                               for c in answer["comparisons"]),
       "two scenarios tell nobody apart, nine might")
expect(len(answer["experiment"]) == 16 and int(answer["experiment"], 16) >= 0, "a key")
expect(json.loads(run(*BASE, "--repeats", "2", "--seed", "8", "--json")[1])["experiment"]
       != answer["experiment"], "another seed is another experiment")

# Every strategy of the catalogue; the game for Gambit.
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "game.nfg")
    code, out, err = run("tournament", "orange", "--strategies", "all", "--rounds", "10", "--json",
                         "--nfg", path)
    expect(code == 0 and err == "", "all strategies play")
    answer = json.loads(out)
    expect({"boulware", "micro", "tit-for-tat"} <= {s["name"] for s in answer["strategies"]},
           "all are there")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    expect(text.startswith(f'NFG 1 R "experiment {answer["experiment"]}"'), "the game is written")
    size = len(answer["meta_game"]["strategies"])
    expect(len(text.rstrip().splitlines()[-1].split()) == 2 * size * size, "with all payoffs")

# The options: fixed seats, rounds, clock, changes, a list given again.
once = ["tournament", "orange", "--strategies", "boulware", "--strategies", "conceder,linear", "--fixed-seats"]
answer = json.loads(run(*once, "--rounds", "20", "--clock", "negmas", "--json")[1])
expect(answer["matches"] == 6 and answer["rounds_limit"] == 20 and answer["clock"] == "negmas"
       and answer["rotate"] is False and answer["seed"] == 1, "options are obeyed")
answer = json.loads(run("tournament", "backchannel-2025", "--scope", "nuclear", "--strategies",
                        "boulware", "--rounds", "5", "--json",
                        "--set", "party.Iran.reservation=0.9")[1])
expect(answer["scope"] == "nuclear" and answer["scenarios"][0]["no_deal"]["Iran"] == 0.9,
       "scope and changes are obeyed")

# Mediators: every pairing under every entry, one object an entry, threads change nothing.
WAYS = ["--mediators", "none,relay(noise=0.1,delay=3)", "--mediators",
        "relay(noise=0.1)+formulator(after=5)"]
code, out, err = run(*BASE, *WAYS, "--json")
expect(code == 0 and err == "", "a tournament with mediators answers")
for threads in ("1", "7"):
    expect(run(*BASE, *WAYS, "--json", "--threads", threads)[1] == out,
           f"the same bytes with mediators on {threads} threads")
answer = json.loads(out)
expect([m["name"] for m in answer["mediators"]]
       == ["direct", "relay(noise=0.1,delay=3)", "relay(noise=0.1)+formulator(after=5)"],
       "mediators by name")
expect([list(m)[:8] == row for m in answer["mediators"]] == [True] * 3, "keys of a mediator")
expect(answer["matches"] == 5 * 5 * 2 * 3, "every pair with every mediator")
expect("What stands between the parties:" in run(*BASE, *WAYS)[1], "mediators have a table")

# Every row of the main table has its name, however many columns fit.
names = ["averaged-tit-for-tat", "absolute-tit-for-tat", "nice-tit-for-tat", "conceder-at-once", "boulware", "linear",
         "conceder", "hardliner", "micro", "staller", "zeuthen"]
text = run("tournament", "orange", "--strategies", ",".join(names), "--rounds", "5")[1]
head = text.split("What all seats")[0].splitlines()
expect(all(sum(line.split()[1:2] == [name] for line in head) == 2 for name in names),
       "a table that is too wide comes in two, with names in both")

# Where scales differ ranks are by advantage.
wide = ["tournament", "orange", "bazaar", "--strategies", "boulware,conceder", "--rounds", "20"]
answer = json.loads(run(*wide, "--json")[1])
expect(answer["ranked_by"] == "advantage" and all(
    s["advantage_low"] <= s["advantage"] <= s["advantage_high"] for s in answer["strategies"]), "by advantage")
expect(all(s["mean_rounds"] <= s["mean_offers"] <= 2 * s["mean_rounds"]
           for s in answer["strategies"] + answer["scenarios"]), "of two one or both make an offer a round")
text = " ".join(run(*wide)[1].split())
expect("ranks are by advantage, and means in utility, distances among them, are left out" in text, "and says so")
expect("rank strategy advantage 95 % agreed rounds" in text, "nothing is told in utility")
expect(all(s["mean_utility"] is s["low"] is s["distance"]["pareto"] is None for s in
           answer["strategies"] + answer["mediators"]), "nor in JSON")

# What populations come back to by more than linear terms; where none came to rest no share is told.
tied = ["tournament", "orange", "--strategies", "boulware,micro,conceder"]
game = json.loads(run(*tied, "--json")[1])["meta_game"]
expect([e["stability"] for e in game["equilibria"]] == ["attracting"], "micro attracts")
expect([(b["mix"], b["basin"]) for b in game["replicator"]] == [([0, 1, 0], 1)] and game["unsettled"] == 0,
       "from everywhere, though all earn as much against it")
slow = ["tournament", "orange", "--strategies", "boulware,micro,trade-off"]
game = json.loads(run(*slow, "--json")[1])["meta_game"]
expect(game["replicator"] == [] and game["unsettled"] == 1, "no population came to rest")
expect("100.0 % of them came to no rest in 1,000 steps" in " ".join(run(*slow)[1].split()), "which is told")
expect("micro - " in " ".join(run(*slow)[1].split()), "so there is a dash")

# Repeats of what draws nothing tell nothing of how sure it is.
for repeats in ("2", "3"):
    out = run("tournament", "orange", "--strategies", "boulware,conceder,micro,hybrid", "--repeats", repeats,
              "--json")[1]
    expect(all(s["in_equilibrium"]["share"] in (0, 1) for s in json.loads(out)["meta_game"]["survival"]),
           "what is alike stays as it is")

# Too few results for an interval; an order that ranks hang on.
answer = json.loads(run("tournament", "orange", "--strategies", "random-walker", "--json")[1])
expect(answer["strategies"][0]["low"] is None and answer["strategies"][0]["high"] is None,
       "two results make no interval")
expect(answer["scenarios"][0]["talks"] == "public", "secret or public talks are told")
text = " ".join(run("tournament", "river", "--strategies", "boulware,linear", "--fixed-seats")[1].split())
expect("Seats are fixed: who sits where follows the order of the list" in text,
       "ranks that hang on the order say so")

# The game of choosing a strategy does not hang on the order of the list, or there is none.
def payoffs(names, *more):
    answer = json.loads(run("tournament", "aid-and-guarantee", "--strategies", names, "--json", *more)[1])
    game = answer["meta_game"]
    return game and {(game["strategies"][i], game["strategies"][j]): game["payoffs"][i][j]
                     for i in range(2) for j in range(2)}


expect(payoffs("boulware,conceder") == payoffs("conceder,boulware"), "the order of a list changes no game")
expect(payoffs("boulware,conceder", "--fixed-seats") is None, "with fixed seats there is no game")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a.nfg")
    expect_error(2, "option --nfg: the game of choosing a strategy needs every order of seats; leave out "
                 "--fixed-seats", "tournament", "orange", "--strategies", "boulware,conceder",
                 "--fixed-seats", "--nfg", path)
    expect(not os.path.exists(path), "and nothing is written")

# Ctrl-C: an answer about what was played.
work = subprocess.Popen([NEGOTIATE, *BASE, "--repeats", "2000", "--rounds", "10000", "--json"],
                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
time.sleep(1)
work.send_signal(signal.SIGINT)
out, err = work.communicate(timeout=30)
expect(work.returncode == 0 and err == "", f"Ctrl-C ends cleanly; got {work.returncode}, {err!r}")
answer = json.loads(out)
expect(answer["complete"] is False, "what was stopped says so")
expect(0 < answer["matches"] < answer["planned"] == 2000 * 50, "and has what was played")

# Ctrl-C within a match: it ends with the turn in hand. The program takes its time, so that one lasts.
SLOW = """import json, sys, time
for line in sys.stdin:
    if json.loads(line)["type"] != "start":
        time.sleep(0.1)
        print(json.dumps({"move": "offer", "at_least": 1}), flush=True)
"""
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "slow.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(SLOW)
    work = subprocess.Popen([NEGOTIATE, "tournament", "orange", "--strategies", f"exec:python3 {path}",
                             "--rounds", "1000", "--json"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    work.send_signal(signal.SIGINT)
    out, err = work.communicate(timeout=30)
expect(work.returncode == 0 and json.loads(out)["matches"] == 0 and json.loads(out)["complete"] is False,
       f"a match that was stopped is not kept; got {work.returncode}, {err!r}")

expect_error(2, "negotiate tournament: needs strategies; got none; known: all, time-dependent, boulware",
             "tournament", "orange")
expect_error(2, "unknown strategy 'bolware'; did you mean 'boulware'?",
             "tournament", "orange", "--strategies", "bolware")
expect_error(2, "unknown strategy 'ALL'; did you mean 'all'? known: all, time-dependent", "tournament", "orange", "--strategies", "ALL")
expect_error(2, "unknown option '--rotate'", "tournament", "orange", "--strategies", "all", "--rotate")
expect_error(2, "strategy 'boulware' is given twice",
             "tournament", "orange", "--strategies", "boulware,boulware")
expect_error(2, "unknown mediator 'rely'; did you mean 'relay'? known: relay, formulator, "
             "manipulator, guarantor, escrow, none, direct", *BASE, "--mediators", "none,rely")
expect_error(2, "needs a SCENARIO or several", "tournament", "--strategies", "boulware")
expect_error(2, "option --repeats: expected a whole number from 1 to 1000000000; got '0'",
             *BASE, "--repeats", "0")
expect_error(2, "option --threads: expected a whole number from 1 to 1024; got 'many'",
             *BASE, "--threads", "many")
expect_error(2, "option --clock: no clock 'sundial'", *BASE, "--clock", "sundial")
expect_error(2, "known: geniusweb, negmas, genius",
             *BASE, "--clock", "geniu")
expect_error(2, "50 pairings with roles rotated, 1000000 times each, are more than the 1048576 "
             "negotiations that can be played; take at most 20971 repeats, or give --fixed-seats",
             *BASE, "--repeats", "1000000")
expect_error(2, "rounds must lie in [1, 1000000]; got 1000001", *BASE, "--rounds", "1000001")
expect_error(2, "rounds must lie in [1, 1000000]; got 0", *BASE, "--rounds", "0")
expect_error(2, "Two cooks and one orange: scope: no scope 'nuclear'; none is known",
             *BASE, "--scope", "nuclear")
expect_error(2, "scenario 'Two cooks and one orange' is given twice; titles must differ",
             "tournament", "orange", "orange", "--strategies", "boulware")
expect_error(2, "unknown option '--strategy'; did you mean '--strategies'?",
             "tournament", "orange", "--strategy", "boulware")
finish()
