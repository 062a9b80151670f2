"""What the tests of the command line share: run it, compare with what is expected."""

import os
import signal
import subprocess
import sys

# Ignored by a script in the background, it would be ignored by what is run here too.
signal.signal(signal.SIGINT, signal.default_int_handler)

NEGOTIATE = os.path.abspath(sys.argv[1])
failures = []


def run(*words, **more):
    """Runs negotiate; returns status, standard output, standard error."""
    done = subprocess.run([NEGOTIATE, *words], capture_output=True, text=True, timeout=50, **more)
    return done.returncode, done.stdout, done.stderr


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


def expect_error(status, message, *words, **more):
    """The command must fail with the status, one line of message, and print no answer."""
    code, out, err = run(*words, **more)
    told = " ".join(words)
    expect(code == status, f"{told}: status {status}; got {code}")
    expect(out == "", f"{told}: nothing on standard output; got {out[:80]!r}")
    expect(message in err, f"{told}: message with {message!r}; got {err!r}")
    expect(err.endswith("\n") and "terminate" not in err, f"{told}: a clean message; got {err!r}")


def golden(path, text):
    """Compares with the file; NEGOTIATION_UPDATE_GOLDEN=1 writes it instead."""
    if os.environ.get("NEGOTIATION_UPDATE_GOLDEN") == "1":
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return
    with open(path, encoding="utf-8") as file:
        expect(file.read() == text,
               f"{path} is what is printed (NEGOTIATION_UPDATE_GOLDEN=1 writes it anew)")


def finish():
    sys.exit(1 if failures else 0)
