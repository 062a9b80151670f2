"""negotiate run: text, JSON, trace."""

import json

from _run import expect, finish, golden, run

BASE = ["run", "backchannel-2025", "--runs", "5"]
NUCLEAR = BASE + ["--scope", "nuclear"]

code, out, err = run(*NUCLEAR)
expect(code == 0 and err == "", "run answers without a word on standard error")
golden("tests/golden/run_nuclear.txt", out)
golden("tests/golden/run_comprehensive.txt", run(*BASE, "--scope", "comprehensive")[1])

answer = json.loads(run(*NUCLEAR, "--json")[1])
keys = ["scenario", "scope", "protocol", "clock", "rounds_limit", "seed", "parties", "mediators",
        "status", "round", "offers", "time", "days", "utilities", "discounted", "outcome",
        "distance"]
expect(list(answer)[:len(keys)] == keys, "keys of run --json in the documented order")
expect("trace" not in answer, "no trace unless asked for")
traced = json.loads(run(*NUCLEAR, "--json", "--trace")[1])
expect(list(traced)[len(keys)] == "trace", "the trace follows")
expect(list(traced["trace"][0])[:5] == ["round", "party", "action", "outcome", "utilities"],
       "keys of the trace")
expect(sum(move["action"] == "offer" and move["party"] in answer["utilities"]
           for move in traced["trace"]) == answer["offers"], "offers are counted")
expect(traced["seed"] == 1, "the seed is 1 unless given")
expect(run(*NUCLEAR, "--json")[1] == run(*NUCLEAR, "--json", "--seed", "1")[1],
       "the same seed gives the same bytes")

expect(len(run(*NUCLEAR, "--trace")[1]) > len(out), "--trace tells every move")
finish()
