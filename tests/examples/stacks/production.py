#!/usr/bin/env python3
"""Runs production.cpp against the emulator, which fails: is all done, and nothing twice?

usage: production.py EMULATOR CERTIFICATES PROGRAM SOURCE [FAULT_RATE [SEED]]    without a rate, one fault after another
"""

import json
import subprocess
import sys
from pathlib import Path

from table import Emulator

FAULTS = ["clock", "throttled", "cut_after", "none", "busy", "bad_gateway", "truncated", "none", "unavailable", "replayed",
          "none", "internal_error_after", "retry_after", "gateway_timeout_after", "none", "cut_before", "gzip", "clock"]


def main(program, certificates, example, source, *chance):
    lines = len(Path(source).read_text(encoding="utf-8").splitlines())
    assert lines <= 60, f"{source} has {lines} lines"
    emulator = Emulator(program, certificates)
    try:
        emulator.ask("faults", {"rate": float(chance[0]), "seed": int(chance[1])} if chance else {"next": FAULTS})
        done = subprocess.run([example, f"127.0.0.1:{emulator.port}", "lb-1"], timeout=150, check=False)
        emulator.ask("faults", {"rate": 0, "seed": 1})
        state, counts = (json.loads(emulator.ask(what)) for what in ("state", "counts"))
    finally:
        emulator.process.terminate()
    group, = state["Groups"].values()
    assert done.returncode == 0
    assert sorted(server["ServerId"] for server in group["Servers"]) == [f"i-{i}" for i in range(41, 53)]
    changes = [change["Action"] for change in counts["Changes"]]
    assert changes.count("CreateVServerGroup") == 1 and changes.count("AddVServerGroupBackendServers") == 3, changes
    assert counts["NoncesSeenTwice"] == 0
    print(f"{counts['Requests']} requests, {sum(counts['Faults'].values())} faults, nothing twice")


if __name__ == "__main__":
    main(*sys.argv[1:])
