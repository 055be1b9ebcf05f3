#!/usr/bin/env python3
"""Runs the examples of this folder against the emulator, one fault after another, and prints what they tell of it.

usage: table.py EMULATOR CERTIFICATES PROGRAM...            prints the table of README.md
       table.py --check README EMULATOR CERTIFICATES PROGRAM...   compares it with that of README
"""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

FAULTS = ["none", "slow", "chunked", "wrong_type", "cut_before", "cut_after", "replayed", "truncated", "gzip", "throttled",
          "retry_after", "busy", "clock", "internal_error", "internal_error_after", "bad_gateway", "gateway_timeout",
          "gateway_timeout_after", "unavailable", "not_found_page", "forbidden_page", "login_page"]


class Emulator:
    def __init__(self, program, certificates):
        self.process = subprocess.Popen(
            [program, "--load-balancer", "lb-1", "--print-ports", "--cert", f"{certificates}/cert.pem", "--key",
             f"{certificates}/key.pem"], stdout=subprocess.PIPE, text=True)
        self.port, self.tls_port = self.process.stdout.readline().split()

    def ask(self, path, body=None):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        data = None if body is None else json.dumps(body).encode()
        with opener.open(f"http://127.0.0.1:{self.port}/_emulator/{path}", data, timeout=10) as reply:
            return reply.read().decode()

    def seen_twice(self):
        return json.loads(self.ask("counts"))["NoncesSeenTwice"]


def where_is(emulator, certificates):
    return [f"127.0.0.1:{emulator.tls_port}", f"{certificates}/cert.pem"] if certificates else [f"127.0.0.1:{emulator.port}"]


def run(program, where):
    return subprocess.run([program, *where], capture_output=True, text=True, timeout=60, check=False).stdout.splitlines()


def outcome(emulator, program, fault, certificates):
    """What the second call of the program says: its first call goes well, so that a kept connection would be used."""
    emulator.ask("faults", {"next": ["none", fault]})
    before = emulator.seen_twice()
    where = where_is(emulator, certificates)
    said = run(program, where)
    if len(said) != 2 or said[0] != "ok":
        sys.exit(f"{program} with {fault}: {said}")
    if fault == "clock":  # the next time it goes back
        emulator.ask("faults", {"next": ["clock"]})
        run(program, where)
    again = emulator.seen_twice() - before
    return said[1] + (f", sent {again + 1} times by the stack" if again else "")


def table(emulator, certificates, programs):
    rows = [["fault", *(Path(program).name.removeprefix("stack_") for program in programs)], ["---"] * (len(programs) + 1)]
    # A stack without TLS sends nothing then.
    no_tls = {p for p in programs if run(p, where_is(emulator, certificates))[0].startswith("transport nobody not_sent")}
    for fault in FAULTS:
        row = [f"`{fault}`"]
        for program in programs:
            plain = outcome(emulator, program, fault, None)
            tls = plain if program in no_tls else outcome(emulator, program, fault, certificates)
            row.append(plain if tls == plain else f"{plain}; over TLS {tls}")
        rows.append(row)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def columns(text):
    """Of a table: not every machine has every stack."""
    rows = [line.strip("| \n").split(" | ") for line in text.splitlines()]
    return {column[0]: column[1:] for column in zip(*rows, strict=True)}


def main(arguments):
    readme = None
    if arguments[0] == "--check":
        readme, arguments = Path(arguments[1]), arguments[2:]
    emulator = Emulator(arguments[0], arguments[1])
    try:
        made = table(emulator, arguments[1], arguments[2:])
    finally:
        emulator.process.terminate()
    if readme is None:
        print(made, end="")
        return 0
    committed = columns("".join(re.findall(r"^\| (?:fault|---|`).*\n", readme.read_text(encoding="utf-8"), re.MULTILINE)))
    if all(committed.get(stack) == column for stack, column in columns(made).items()):
        return 0
    print(f"{readme} is not up to date. It should be:\n{made}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
