"""negotiate check, list, new; help, version, verbs that are none."""

import json
import os
import tempfile

from _run import expect, expect_error, finish, run

code, out, err = run("check", "backchannel-2025")
expect(code == 0 and "is sound: 12 issues" in out and err == "", "check sums up")
answer = json.loads(run("check", "backchannel-2025", "--json")[1])
expect(answer["outcomes"] == {"raw": 89600000, "feasible": 29299200}, "check --json")
expect("8 issues" in run("check", "backchannel-2025", "--scope", "nuclear")[1], "check --scope")
expect_error(2, "needs a SCENARIO", "check")
expect_error(2, "--set protocol.kind=agenda: agenda: mediators speak of whole deals", "check", "backchannel-2025",
             "--set", "protocol.kind=agenda")
expect_error(2, "no scope 'nucular'; did you mean 'nuclear'?", "check", "backchannel-2025", "--scope", "nucular")
expect_error(2, "sum to", "check", "backchannel-2025", "--set", "party.Iran.weights.enrichment=0.9")

code, out, err = run("list")
expect(code == 0 and "backchannel-2025" in out, "list shows the bundled scenarios")
names = [entry["name"] for entry in json.loads(run("list", "--json")[1])["scenarios"]]
expect("backchannel-2025" in names, "list --json")
expect("is listed too: strategies, acceptance, models, protocols, mediators." in " ".join(out.split()),
       "list tells what else is listed")
for kind, entry in (("strategies", "boulware"), ("acceptance", "combi"), ("models", "hard-headed"),
                    ("protocols", "agenda"), ("mediators", "relay")):
    code, out, err = run("list", kind)
    expect(code == 0 and f"- {entry}: " in out, f"list {kind} tells {entry}; got {err!r}")
    choices = json.loads(run("list", kind, "--json")[1])["choices"]
    expect(entry in [one["name"] for one in choices], f"list {kind} --json")
expect_error(2, "option --set needs a SCENARIO", "list", "models", "--set", "talks=public")
code, out, err = run("list", "backchannel-2025")
expect(code == 0 and "leu_stock [kg]: 0, 300, 1000, 4000, 9248; today 9248." in out,
       "list shows what can be named")
answer = json.loads(run("list", "backchannel-2025", "--json")[1])
expect(answer["issues"][1]["options"] == [0, 300, 1000, 4000, 9248], "list SCENARIO --json")
expect(answer["parties"][0]["red_lines"][0]["public"] is True, "red lines are listed")

code, template, err = run("new")
expect(code == 0 and template.startswith("# A scenario"), "new prints a template")
expect(json.loads(run("new", "--json")[1])["template"] == template, "new --json")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "my.toml")
    code, out, err = run("new", path)
    expect(code == 0 and "Wrote" in out, "new writes a file")
    with open(path, encoding="utf-8") as file:
        expect(file.read() == template, "the file is the template")
    expect_error(2, "exists; --force writes over it", "new", path)
    expect(run("new", path, "--force")[0] == 0, "--force writes over")
    expect(run("check", path)[0] == 0, "the template is sound")
    answer = json.loads(run("deals", path, "--json")[1])
    expect(answer["outcomes"]["zone"] > 0 and answer["in_public"]["zone"] > 0,
           "the template has deals")
    expect_error(2, "cannot write", "new", os.path.join(folder, "none", "my.toml"))
    for name in ("backchannel-2052", "my.toml.", ".toml", "my.json", "my.toml" + os.sep):
        wrong = os.path.join(folder, "wrong", name)
        os.makedirs(os.path.dirname(wrong), exist_ok=True)
        expect_error(2, f"FILE must be a name that ends in .toml; got '{wrong}'", "new", wrong)
    expect_error(2, "FILE must be a name that ends in .toml", "new", "backchannel-2052", "--force")
    expect(not os.path.exists("backchannel-2052"), "a name that is refused is not written")
    expect([name for _, _, files in os.walk(os.path.join(folder, "wrong")) for name in files] == [],
           "nothing is written under a name that is refused")

code, out, err = run("--version")
expect(code == 0 and out == "negotiate 0.1.0\n", f"--version; got {out!r}")
expect(run("help")[1] == run("--help")[1], "help is --help")
expect(run("help", "deals")[1] == run("deals", "--help")[1], "help VERB is VERB --help")
code, out, err = run("--help")
expect(code == 0 and "Example" in out and err == "", "--help")
for verb in ("deals", "value", "gap", "scope", "run", "play", "mediate", "race", "equilibrium", "tournament", "results",
             "ratify", "sequence", "tranches", "life", "verify", "robust", "sweep", "check", "list", "import",
             "export", "new"):
    code, out, err = run(verb, "--help")
    expect(code == 0 and f"Example:\n  negotiate {verb}" in out, f"{verb} --help has an example")
    expect("--json" in out, f"{verb} has --json")

expect_error(2, "needs a verb; known: deals, value, gap, scope, run, play, mediate, race, equilibrium, tournament, "
             "results, ratify, sequence, tranches, life, verify, robust, sweep, check, list, … (23 in all)")
expect_error(2, "unknown verb 'deal'; did you mean 'deals'?", "deal", "backchannel-2025")
expect_error(2, "unknown option '--versoin'; did you mean '--version'?", "--versoin")
expect_error(2, "unknown verb 'xyzzy'; known: deals", "xyzzy")
expect_error(2, "unknown verb 'deal'; did you mean 'deals'?", "deal", "--help")
expect(run("import", "orange", "-o", "-")[1] == run("import", "orange")[1], "-o - is standard output")
finish()
