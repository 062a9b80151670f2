#!/usr/bin/env python3
"""Fails when a test case took longer than it may: slow.py SECONDS tests.xml (CTest's JUnit output).

The packaging tests build whole projects and are exempt.
"""

import sys
import xml.etree.ElementTree


def main():
    limit = float(sys.argv[1])
    slow = []
    for case in xml.etree.ElementTree.parse(sys.argv[2]).iter("testcase"):
        seconds = float(case.get("time"))
        if seconds > limit and not case.get("name").startswith("packaging/"):
            slow.append(f"{seconds:.1f} s, over {limit:.0f} s: {case.get('name')}")
    print("\n".join(slow), end="\n" if slow else "")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
