#!/usr/bin/env python3
"""A strategy in another process, in Python's standard library: it holds out and gives in late.

    negotiate run orange --strategy "exec:python3 examples/strategies/patient.py"

One JSON object a line comes in, one goes out; docs/guide/external.md tells all of them. Whatever is
printed to standard error is shown if the program fails.
"""

import json
import sys

EXPONENT = 0.2  # below 1: late


def say(message):
    print(json.dumps(message), flush=True)


def main():
    rounds, least, greatest = 1, 0.0, 1.0
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "start":
            rounds = message["rounds"]
            utility = message["utility"]
            least = max(utility["reservation"], utility["least"])
            greatest = utility["greatest"]
            continue
        conceded = min(1.0, message["round"] / rounds) ** (1 / EXPONENT)
        target = greatest - conceded * (greatest - least)
        standing = message["standing_utility"]
        if "accept" in message["legal"] and standing is not None and standing >= target:
            say({"move": "accept"})
        elif "offer" in message["legal"]:
            say({"move": "offer", "at_least": target})
        else:
            say({"move": "reject"})


if __name__ == "__main__":
    main()
