#!/usr/bin/env python3
"""What including the library costs: the instructions that a compiler runs, which repeat where times do not, with the
functions' bodies in the headers and with them compiled once (SLBWIRE_SEPARATE); and bytes of code. See `benchmarks/cost`.

usage: cost.py [report|check|update]
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = ROOT / "include"
TABLE = ROOT / "benchmarks/cost.tsv"
COMPILERS = ["g++", "clang++-14", "clang++-19"]
STANDARD = "standard headers"
SEPARATE = "-DSLBWIRE_SEPARATE"
PERCENT = 2

# A program that hands each of `operations` to `call`.
CALLS = """
namespace slb = slbwire;
int main() {{
    const auto http = [](const slb::http_request& request) -> slb::http_response {{
        return {{.status = 200, .body = request.url}};
    }};
    slb::client client{{.credentials = {{"id", "secret"}}, .region_id = "cn-hangzhou"}};
    int done = 0;
    {calls}
    return done;
}}
"""


def including(*headers):
    return "".join(f"#include <{header}>\n" for header in headers)


def calling(operations):
    calls = "\n    ".join(f"done += slb::call(http, client, slb::{name}{{}}).has_value();" for name in operations)
    return CALLS.format(calls=calls)


def all_operations():
    umbrella = (INCLUDE / "slbwire/slbwire.hpp").read_text(encoding="utf-8")
    headers = sorted(re.findall(r'#include "(api/\w+\.hpp)"', umbrella))
    text = "".join((INCLUDE / "slbwire" / header).read_text(encoding="utf-8") for header in headers)
    return re.findall(r"struct (\w+) \{\n    static constexpr std::string_view action", text)


EMPTY = "empty file"
ONE = "one call"
ALL = f"all {len(all_operations())} operations"
SIGNING = "signing and encoding"
UMBRELLA = "umbrella"
ONE_CALL = including("slbwire/api/vserver_group_servers.hpp", "slbwire/call/call.hpp") + calling(
    ["remove_vserver_group_backend_servers"])
PROGRAMS = {
    EMPTY: "",
    STANDARD: including("string", "vector", "span", "charconv", "optional", "variant"),
    SIGNING: including("slbwire/call/sign.hpp", "slbwire/api/backend_list.hpp"),
    UMBRELLA: including("slbwire/slbwire.hpp"),
    ONE: ONE_CALL,
    ALL: including("slbwire/slbwire.hpp") + calling(all_operations()),
}
PEERS = ["nlohmann/json.hpp", "simdjson.h", "pugixml.hpp", "fmt/format.h", "rapidjson/document.h", "boost/json.hpp",
         "json/json.h", "rapidxml/rapidxml.hpp", "boost/url.hpp", "curl/curl.h", "openssl/hmac.h"]
PATHS = [f"-I{INCLUDE}", "-I/usr/include/jsoncpp"]

# What the project promises, as ratios to the standard's headers at the same level: (compiled once, bodies in headers).
BUDGETS = {
    (UMBRELLA, "-O0"): (1.5, 2.4),
    (ONE, "-O0"): (1.5, 6.4),
    (ONE, "-O2"): (1.5, 15),
    (ALL, "-O2"): (4, None),
    (SIGNING, "-O0"): (1.3, 1.5),
}
# What a test compares with cost.tsv: a minute of counting.
GUARDED = [(STANDARD, "-O0", ""), (SIGNING, "-O0", ""), (UMBRELLA, "-O0", ""), (UMBRELLA, "-O0", SEPARATE),
           (ONE, "-O0", SEPARATE), (ONE, "-O2", SEPARATE)]


def instructions(compiler, level, source, *more):
    """Millions of instructions of the compiler proper; None where it fails."""
    command = [compiler, "-std=c++20", level, "-DNDEBUG", *PATHS, *more, "-c", str(source), "-o", os.devnull]
    said = subprocess.run([*command, "-###"], capture_output=True, text=True, check=True).stderr
    proper = next(shlex.split(line) for line in said.splitlines() if re.search(r"cc1plus|-cc1", line))
    count = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}", "--"]
    environment = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run([*count, *proper], capture_output=True, text=True, check=False, env=environment,
                          cwd=Path(source).parent)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    return int(found.group(1).replace(",", "")) / 1e6 if done.returncode == 0 and found else None


def version(compiler):
    return subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def written(folder, name, text):
    source = folder / (re.sub(r"\W+", "_", name) + ".cpp")
    source.write_text(text, encoding="utf-8")
    return source


def verdict(ratio, most):
    if most is None or ratio is None:
        return ""
    return f"<= {most}: " + ("met" if round(ratio, 2) <= most else "MISSED")


def report(compiler, folder):
    print(f"\n{version(compiler)}", flush=True)
    print(f"{'instructions, as parts of those of the standard headers':<58}{'once':>7} {'':<14}{'headers':>9}", flush=True)
    base = {}
    for level in ("-O0", "-O2"):
        empty = instructions(compiler, level, written(folder, EMPTY, ""))
        base[level] = (empty, instructions(compiler, level, written(folder, STANDARD, PROGRAMS[STANDARD])) - empty)
    for level, names in (("-O0", (SIGNING, UMBRELLA, ONE)), ("-O2", (ONE, ALL))):
        empty, standard = base[level]
        for name in names:
            source = written(folder, name, PROGRAMS[name])
            once, headers = (instructions(compiler, level, source, *flags) for flags in ((SEPARATE,), ()))
            once, headers = (None if n is None else (n - empty) / standard for n in (once, headers))
            most = BUDGETS.get((name, level), (None, None))
            print(f"{name + ' ' + level:<58}{once:>7.2f} {verdict(once, most[0]):<14}{headers:>9.2f} "
                  f"{verdict(headers, most[1])}".rstrip(), flush=True)
    empty, standard = base["-O0"]
    for peer in PEERS:
        count = instructions(compiler, "-O0", written(folder, peer, including(peer)))
        if count is not None:
            print(f"{peer + ' -O0':<58}{'':>22}{(count - empty) / standard:>9.2f}", flush=True)


def text_bytes(path):
    sections = subprocess.run(["size", "-A", path], capture_output=True, text=True, check=True).stdout
    return sum(int(size) for size in re.findall(r"^\.text\S* +(\d+)", sections, re.MULTILINE))


def print_sizes(compiler, folder):
    """Machine code: of a program with bodies in its headers, of one that links them, and of its calling file alone."""
    one = written(folder, ONE, ONE_CALL)
    bodies = written(folder, "compiled", including("slbwire/compiled.hpp"))
    few = written(folder, "all", PROGRAMS[ALL])
    for level in ("-O2", "-Os"):
        compile_it = [compiler, "-std=c++20", level, "-DNDEBUG", *PATHS, "-ffunction-sections"]
        link = [*compile_it, "-s", "-Wl,--gc-sections", "-o", folder / "program"]
        subprocess.run([*compile_it, one, "-o", folder / "program", "-s"], check=True)
        headers = text_bytes(folder / "program")
        subprocess.run([*compile_it, SEPARATE, "-c", bodies, "-o", folder / "bodies.o"], check=True)
        subprocess.run([*compile_it, SEPARATE, "-c", one, "-o", folder / "one.o"], check=True)
        subprocess.run([*link, folder / "one.o", folder / "bodies.o"], check=True)
        once = text_bytes(folder / "program")
        subprocess.run([*compile_it, SEPARATE, "-c", few, "-o", folder / "all.o"], check=True)
        subprocess.run([*link, folder / "all.o", folder / "bodies.o"], check=True)
        each = (text_bytes(folder / "program") - once) / (len(all_operations()) - 1)
        print(f"{compiler + ' ' + level:<24}{headers / 1024:>9.1f}{once / 1024:>9.1f}{text_bytes(folder / 'one.o') / 1024:>9.1f}"
              f"{each / 1024:>9.1f}", flush=True)


def made_with():
    machine = subprocess.run(["g++", "-dumpmachine"], capture_output=True, text=True, check=True).stdout.strip()
    return f"# {version('g++')}, {machine}: millions of instructions"


def guarded(folder):
    return {f"{name} {level} {flag}".strip(): instructions("g++", level, written(folder, name, PROGRAMS[name]),
                                                           *([flag] if flag else []))
            for name, level, flag in GUARDED}


def check(folder):
    """The counts beside those of cost.tsv. The standard's headers are not ours: they only tell that all is as it was."""
    if not shutil.which("valgrind"):
        return skip("valgrind is not installed")
    head, *rows = TABLE.read_text(encoding="utf-8").splitlines()
    if head != made_with():
        return skip(f"the table was made with {head[2:]}")
    expected = {name: float(count) for name, count in (row.split("\t") for row in rows)}
    counted = guarded(folder)
    if abs(counted[f"{STANDARD} -O0"] / expected[f"{STANDARD} -O0"] - 1) > 0.002:
        return skip("the standard's headers are others than those of the table")
    bad = expected.keys() != counted.keys()
    for name, count in counted.items():
        change = 100 * (count / expected.get(name, count) - 1)
        word = "MORE" if change > PERCENT else "less: update the table" if change < -PERCENT else "as recorded"
        bad = bad or word != "as recorded"
        print(f"{name:<44}{count:>9.1f}  {change:>+5.1f}%  {word}")
    if bad:
        print("To record the new counts: sh benchmarks/cost update")
    return 1 if bad else 0


def skip(why):
    print(f"skipped: {why}")
    return 77


def main(arguments):
    what = arguments[0] if arguments else "report"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if what == "check":
            return check(folder)
        if what == "update":
            rows = [f"{name}\t{count:.1f}" for name, count in guarded(folder).items()]
            TABLE.write_text("\n".join([made_with(), *rows, ""]), encoding="utf-8")
            print(TABLE.read_text(encoding="utf-8"), end="")
            return 0
        compilers = [compiler for compiler in COMPILERS if shutil.which(compiler)]
        print(f"{'KiB of .text':<24}{'headers':>9}{'once':>9}{'its file':>9}{'each more':>9}")
        for compiler in compilers:
            print_sizes(compiler, folder)
        for compiler in compilers:
            report(compiler, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
