"""Standard output that is closed or full never crashes the program."""

import os
import subprocess

from _run import NEGOTIATE, expect, finish

words = [NEGOTIATE, "deals", "backchannel-2025", "--scope", "comprehensive", "--frontier", "--json"]

with open("/dev/full", "w", encoding="utf-8") as full:
    done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, timeout=50)
expect(done.returncode == 2, f"a full device is status 2; got {done.returncode}")
expect("cannot write the answer: No space left on device" in done.stderr,
       f"a full device is told; got {done.stderr!r}")

reader, writer = os.pipe()
os.close(reader)  # the reader has gone before a byte is written
done = subprocess.run(words, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=50)
os.close(writer)
expect(done.returncode == 0, f"a closed pipe is no failure; got {done.returncode}")
expect(done.stderr == "", f"a closed pipe is not talked about; got {done.stderr!r}")
finish()
