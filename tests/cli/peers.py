"""bench/peers/negmas_tournament.py without NegMAS: with a module in its place that has the few names it uses, with
the arguments it may give them; and its one line where NegMAS is absent, of another version, or lacks a name."""

import os
import re
import subprocess
import sys
import tempfile

from _run import NEGOTIATE, expect, finish

PEERS = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", "bench", "peers", "negmas_tournament.py"))

NEGMAS = '''
import os
__version__ = "VERSION"


class Scenario:
    def __init__(self, outcome_space, ufuns):
        self.outcome_space, self.ufuns = outcome_space, ufuns

    @staticmethod
    def from_genius_folder(path, ignore_discount=False, ignore_reserved=False, safe_parsing=True):
        assert ignore_discount and sorted(os.listdir(path)) == ["domain.xml", "one.xml", "two.xml"]
        return Scenario(path, ("first", "second"))
'''

SAO = '''
import time


class Negotiator:
    pass


class BoulwareTBNegotiator(Negotiator):
    pass


class LinearTBNegotiator(Negotiator):
    pass


class ConcederTBNegotiator(Negotiator):
    pass


class MiCRONegotiator(Negotiator):
    pass


class SAOMechanism:
    """Two negotiators agree unless both are boulware, after two milliseconds."""

    def __init__(self, outcome_space=None, n_steps=None):
        assert outcome_space is not None and n_steps == 100
        self.seats = []
        self.agreement = None

    def add(self, negotiator, *, preferences=None, ufun=None, role=None):
        assert isinstance(negotiator, Negotiator) and ufun == ("first", "second")[len(self.seats)]
        self.seats.append(negotiator)
        return True

    def run(self):
        assert len(self.seats) == 2
        time.sleep(0.002)
        if not all(isinstance(n, BoulwareTBNegotiator) for n in self.seats):
            self.agreement = ("o1",)
        return self
'''


def compare(module_folder):
    words = [sys.executable, "-B", PEERS, NEGOTIATE, "1"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=50,
                          env={**os.environ, "PYTHONPATH": module_folder})
    return done.returncode, done.stdout, done.stderr


def negmas_in(folder, version="0.16.0", sao=SAO):
    made = os.path.join(folder, "negmas")
    os.makedirs(made, exist_ok=True)
    for name, text in (("__init__.py", NEGMAS.replace("VERSION", version)), ("sao.py", sao)):
        with open(os.path.join(made, name), "w", encoding="utf-8") as file:
            file.write(text)


def expect_line(told, message):
    code, out, err = told
    expect(code == 1 and out == "" and err.count("\n") == 1 and message in err, f"one line with {message!r}; got {told}")


with tempfile.TemporaryDirectory() as folder:
    negmas_in(folder)
    code, out, err = compare(folder)
    lines = out.splitlines()
    expect(code == 0 and err == "" and len(lines) == 3, f"it compares; got {code}, {out!r}, {err!r}")
    if len(lines) == 3:
        ours = re.fullmatch(r"negotiate, whole process, 1 thread: ([\d.]+) ms for 80 negotiations", lines[0])
        theirs = re.fullmatch(r"NegMAS, without its start: ([\d.]+) ms for 80 negotiations, 75 deals", lines[1])
        ratio = re.fullmatch(r"ratio ([\d.]+)", lines[2])
        expect(ours and theirs and ratio, f"what each took, and the ratio; got {out}")
        if ours and theirs and ratio:
            expect(float(theirs[1]) >= 160, "80 negotiations of two milliseconds")
            exact = float(theirs[1]) / float(ours[1])
            expect(abs(float(ratio[1]) - exact) <= 0.06 + 0.03 * exact, f"their time over ours; got {out}")
    for version in ("0.11.9", "0.18.0", "1.0"):
        negmas_in(folder, version)
        expect_line(compare(folder), f"NegMAS {version} is installed; this was written for 0.12 to 0.17")
    negmas_in(folder, "0.17.3", SAO.replace("MiCRO", "Micro"))
    expect_line(compare(folder), "NegMAS 0.17.3 lacks what is compared: MiCRONegotiator")
    negmas_in(folder, sao="raise ImportError('no such module')")
    expect_line(compare(folder), "NegMAS cannot be loaded here, so there is nothing to compare with: no such module")

finish()
