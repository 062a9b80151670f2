"""The JSON Schema that editors use agrees with the reader: every bundled scenario and every good
file of the fuzzer's corpus is valid, and what is broken in its shape is not."""

import copy
import json
import pathlib
import sys
import tomllib

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs" / "scenario.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def load(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def complaint(document):
    """The best of what the schema says against a document, or None."""
    error = jsonschema.exceptions.best_match(VALIDATOR.iter_errors(document))
    return None if error is None else f"{error.json_path}: {error.message}"


def set_at(document, path, value):
    for step in path[:-1]:
        document = document[step]
    document[path[-1]] = value


def delete_at(document, path):
    for step in path[:-1]:
        document = document[step]
    del document[path[-1]]


# What is done to a sound file, and how; each must turn it into an invalid one.
BROKEN = {
    "no title": lambda d: delete_at(d, ["title"]),
    "an empty title": lambda d: set_at(d, ["title"], ""),
    "no parties": lambda d: delete_at(d, ["party"]),
    "an unknown key at the top": lambda d: set_at(d, ["tals"], "secret"),
    "an unknown key in an issue": lambda d: set_at(d, ["issue", 0, "optoins"], []),
    "an unknown key in a party": lambda d: set_at(d, ["party", 0, "wieghts"], {}),
    "an unknown word for talks": lambda d: set_at(d, ["talks"], "open"),
    "an unknown kind": lambda d: set_at(d, ["issue", 0, "kind"], "categoric"),
    "a list of options that is a word": lambda d: set_at(d, ["issue", 0, "options"], "red"),
    "no options": lambda d: delete_at(d, ["issue", 0, "options"]),
    "a range beside options": lambda d: set_at(d, ["issue", 0, "range"], [0, 1]),
    "an integer issue without a unit": lambda d: delete_at(d, ["issue", 1, "unit"]),
    "a range of three": lambda d: set_at(d, ["issue", 1, "range"], [0, 1, 2]),
    "a step of nothing": lambda d: set_at(d, ["issue", 1, "step"], 0),
    "no status quo": lambda d: delete_at(d, ["issue", 0, "status_quo"]),
    "a reservation value in words": lambda d: set_at(d, ["party", 0, "reservation"], "much"),
    "no reservation value": lambda d: delete_at(d, ["party", 0, "reservation"]),
    "a weight in words": lambda d: set_at(d, ["party", 0, "weights"], {"a": "much"}),
    "values of an unknown form": lambda d: set_at(
        d, ["party", 0, "values", "b"], {"form": "parabola"}),
    "a curve without its ends": lambda d: set_at(
        d, ["party", 0, "values", "b"], {"form": "power", "exponent": 1}),
    "an attitude without its number": lambda d: set_at(
        d, ["party", 0, "risk"], {"attitude": "cara"}),
    "a discount by the fortnight": lambda d: set_at(
        d, ["party", 0, "discount"], {"factor": 0.9, "per": "fortnight"}),
    "a red line without options": lambda d: set_at(
        d, ["party", 0, "red_lines"], [{"issue": "a"}]),
    "half an implication": lambda d: set_at(
        d, ["constraint"], [{"name": "c", "if": {"a": ["x"]}}]),
    "a protocol with an unknown key": lambda d: set_at(d, ["protocol"], {"round": 3}),
    "half a round": lambda d: set_at(d, ["protocol"], {"rounds": 1.5}),
    "an unknown rule of agreement": lambda d: set_at(d, ["protocol"], {"agreement": "plurality"}),
    "a strategy that is a number": lambda d: set_at(
        d, ["protocol"], {"strategies": {"P": 0.3}}),
    "a channel that leaks less than never": lambda d: set_at(d, ["channel"], {"leak_rate": -1}),
    "a mediator without a role": lambda d: set_at(d, ["mediator"], [{"name": "M"}]),
    "a mediator that leans too far": lambda d: set_at(
        d, ["mediator"], [{"name": "M", "role": "relay", "bias": 2, "toward": "P"}]),
    "a sequence with an unknown key": lambda d: set_at(d, ["sequence"], {"completions": 1}),
    "a belief that is certain": lambda d: set_at(d, ["sequence"], {"trust": {"P": 1}}),
    "a step by nobody": lambda d: set_at(d, ["step"], [{"name": "s", "value": 1}]),
    "a step worth nothing that is said": lambda d: set_at(
        d, ["step"], [{"name": "s", "party": "P"}]),
    "a step with values that implements": lambda d: set_at(
        d, ["step"], [{"name": "s", "party": "P", "value": 1, "implements": {"issue": "a"}}]),
    "a step that is undone twice over": lambda d: set_at(
        d, ["step"], [{"name": "s", "party": "P", "value": 1, "undone": {"P": 2}}]),
    "a pretence that saves in two ways": lambda d: set_at(
        d, ["step"], [{"name": "s", "party": "P", "value": 1, "fake": {"saves": 1, "share": 1}}]),
    "an order without steps": lambda d: set_at(d, ["order"], [{"name": "o"}]),
    "a variant with a list of prerequisites": lambda d: set_at(
        d, ["variant"], [{"name": "v", "after": ["s"]}]),
    "tranches without a belief": lambda d: set_at(d, ["tranches"], {"cost": 1, "worth": 2}),
    "tranches that reach for more than the whole": lambda d: set_at(
        d, ["tranches"], {"cost": 1, "worth": 2, "trust": 0.1, "target": 2}),
    "tranches with an unknown key": lambda d: set_at(
        d, ["tranches"], {"cost": 1, "worth": 2, "trust": 0.1, "prior": 0.1}),
    "a hazard without its period": lambda d: set_at(
        d, ["tranches"], {"cost": 1, "worth": 2, "trust": 0.1, "days": 1, "hazard": {"rate": 1}}),
    "a chamber without a rule": lambda d: set_at(d, ["chamber"], [{"name": "C", "party": "P"}]),
    "a chamber without a seat": lambda d: set_at(
        d, ["chamber"], [{"name": "C", "party": "P", "rule": "unanimity", "seats": 0}]),
    "a quota that is not said": lambda d: set_at(
        d, ["chamber"], [{"name": "C", "party": "P", "rule": "quota"}]),
    "a leader with a quota": lambda d: set_at(
        d, ["chamber"], [{"name": "C", "party": "P", "rule": "leader", "quota": 1}]),
    "an unknown rule of a chamber": lambda d: set_at(
        d, ["chamber"], [{"name": "C", "party": "P", "rule": "consensus"}]),
    "a chamber that follows by a rule": lambda d: set_at(
        d, ["chamber"], [{"name": "C", "party": "P", "rule": "unanimity", "follows": "B"}]),
    "a faction without a chamber": lambda d: set_at(d, ["faction"], [{"name": "F"}]),
    "half a vote": lambda d: set_at(d, ["faction"], [{"name": "F", "chamber": "C", "size": 0.5}]),
    "a faction with an unknown key": lambda d: set_at(
        d, ["faction"], [{"name": "F", "chamber": "C", "votes": 5}]),
    "an inspector without a name": lambda d: set_at(d, ["inspector"], [{"detection": 0.5}]),
    "an inspector who sees too much": lambda d: set_at(
        d, ["inspector"], [{"name": "I", "detection": 1.5}]),
    "an inspector with an unknown key": lambda d: set_at(
        d, ["inspector"], [{"name": "I", "visits": 5}]),
    "a loss that is none": lambda d: set_at(d, ["inspector"], [{"name": "I", "loss": 0}]),
    "an ally without a weight": lambda d: set_at(
        d, ["faction"], [{"name": "F", "chamber": "C", "ally": {"name": "P"}}]),
    "a hazard that comes at no rate": lambda d: set_at(
        d, ["hazard"], [{"name": "h", "per": "month"}]),
    "a hazard by both its measures": lambda d: set_at(
        d, ["hazard"], [{"name": "h", "per": "month", "rate": 1, "probability": 0.5}]),
    "a certain hazard": lambda d: set_at(
        d, ["hazard"], [{"name": "h", "per": "month", "probability": 1}]),
    "an unknown stage": lambda d: set_at(
        d, ["hazard"], [{"name": "h", "per": "month", "rate": 1, "stages": ["war"]}]),
    "a term without a condition": lambda d: set_at(
        d, ["hazard"], [{"name": "h", "per": "month", "rate": 1, "terms": [{"add": 1}]}]),
    "an event at no date": lambda d: set_at(d, ["event"], [{"name": "e", "per": "month"}]),
    "an event that lowers odds to nothing": lambda d: set_at(
        d, ["event"],
        [{"name": "e", "after": 1, "per": "month", "effect": {"odds": {"P": 0}}}]),
    "a horizon without its period": lambda d: set_at(d, ["survival"], {"horizon": 10}),
    "a removal without a file to remove from": lambda d: set_at(
        d, ["party", 0, "remove"], True),
}


def main():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    corpus = ROOT / "tests" / "fuzz" / "corpus"
    sound = sorted((ROOT / "examples" / "scenarios").glob("*.toml"))
    sound += sorted(corpus.glob("good_*.toml"))
    failures = [f"{path.name}: {what}" for path in sound if (what := complaint(load(path)))]
    small = load(corpus / "good_small.toml")
    for title, spoil in BROKEN.items():
        document = copy.deepcopy(small)
        spoil(document)
        if complaint(document) is None:
            failures.append(f"the schema accepts {title}")
    # A file that extends another may leave out what the other one says.
    part = {"extends": "base.toml", "party": [{"name": "P", "reservation": 0.4}],
            "scope": [{"name": "s", "remove": True}]}
    if what := complaint(part):
        failures.append(f"a part of a scenario: {what}")
    print("\n".join(failures) or f"{len(sound)} files and {len(BROKEN)} broken variants")
    return 1 if failures or len(sound) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
