#!/usr/bin/env python3
"""Who may include what: the walls between the rooms, and what stays out of public headers."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

MODEL_ROOMS = {"model", "theory", "deal", "talks", "ratification", "sequence", "compliance", "survival"}
SCENARIO = MODEL_ROOMS | {"scenario"}

# A room is a folder of include/negotiation. It sees itself and these.
ALLOWED = {
    "model": set(),
    "theory": set(),
    "deal": {"model"},
    "talks": {"model", "deal"},
    "ratification": {"model", "deal"},
    "sequence": {"model"},
    "compliance": {"model"},
    "survival": {"model"},
    "scenario": MODEL_ROOMS,
    "life": SCENARIO,
    "laboratory": {"model", "deal", "talks", "scenario"},
    "study": {"model", "scenario"},
    "report": set(),
}
ALLOWED["question"] = set(ALLOWED)
ALLOWED["io"] = set(ALLOWED)  # declarations only; the readers and writers are compiled

# include/negotiation/detail/ and the headers at the top know nothing of the library and may be seen
# by everybody; negotiation.hpp documents the namespace.
EVERYBODY = {"detail", ""}

THIRD_PARTY = ("Eigen/", "boost/", "fmt/", "Random123/")
# Each costs every user of the header a third of a second and more, or its results are not portable.
BANNED = {"execution", "regex", "filesystem", "iostream", "random"}
# Heavy or private dependencies stay behind one wall of src/.
SOURCE_ONLY = {"CLI/": "src/cli", "toml++/": "src/io", "nlohmann/": ("src/io", "src/talks"),
               "pugixml": "src/io", "sqlite3.h": "src/laboratory"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := INCLUDE.match(line):
            yield number, match[1], match[2]


def room_of(relative):
    """The folder under negotiation/, empty for a header at the top."""
    parts = pathlib.PurePosixPath(relative).parts
    return parts[1] if len(parts) > 2 else ""


def source_room(path):
    """The room of a source: src/<room>/..., empty for one at the top."""
    parts = path.relative_to(ROOT / "src").parts
    return parts[0] if len(parts) > 1 else ""


def looks_into(room, name):
    """Whether what a source includes is of a room that its own may not see."""
    if name.startswith("negotiation/"):
        other = room_of(name)
    else:
        other = name.split("/")[0] if "/" in name else ""
    return other in ALLOWED and other not in ALLOWED[room] | EVERYBODY | {room}


def main():
    faults = []

    def fault(path, number, text):
        faults.append(f"{path.relative_to(ROOT)}:{number}: {text}")

    for header in sorted((ROOT / "include/negotiation").rglob("*.hpp")):
        room = room_of(header.relative_to(ROOT / "include"))
        if room not in ALLOWED and room not in EVERYBODY:
            fault(header, 1, f"unknown room '{room}'; known: {', '.join(sorted(ALLOWED))}")
            continue
        visible = ALLOWED.get(room, set()) | EVERYBODY | {room}
        for number, bracket, name in includes(header):
            if bracket == '"':
                fault(header, number, f'"{name}": includes are written with angle brackets')
            elif name.startswith("negotiation/"):
                if room_of(name) not in visible:
                    fault(header, number, f"room '{room}' may not include <{name}>")
            elif "/" in name or "." in name:
                if not name.startswith(THIRD_PARTY):
                    fault(header, number, f"<{name}> does not belong in a public header")
            elif name in BANNED:
                fault(header, number, f"<{name}> is kept out of public headers")

    for source in sorted((ROOT / "src").rglob("*.[ch]pp")):
        room = source_room(source)
        for number, _, name in includes(source) if room in ALLOWED else ():
            if looks_into(room, name):
                fault(source, number, f"room '{room}' may not include <{name}>")

    for folder in ("src", "examples", "tests", "bench", "docs"):
        for source in sorted((ROOT / folder).rglob("*.[ch]pp")):
            for number, _, name in includes(source):
                for prefix, homes in SOURCE_ONLY.items():
                    homes = (homes,) if isinstance(homes, str) else homes
                    if name.startswith(prefix) and not any(
                            source.is_relative_to(ROOT / home) for home in homes):
                        fault(source, number, f"<{name}> belongs in {' and '.join(homes)} alone")

    print("\n".join(faults) or "walls: nothing looks through one")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
