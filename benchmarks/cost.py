#!/usr/bin/env python3
"""What including the library costs: user CPU time over an empty file (the least of several runs, in turns),
preprocessed lines, and the size of a program that makes one call. See `benchmarks/cost`.

usage: cost.py [RUNS]
"""

import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = ROOT / "include"
COMPILERS = ["g++", "clang++-14"]
LEVELS = ["-O0", "-O2"]
STANDARD = "standard headers"

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
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((INCLUDE / "slbwire/api").glob("*.hpp")))
    return re.findall(r"struct (\w+) \{\n    static constexpr std::string_view action", text)


ONE_CALL = including("slbwire/api/vserver_group_servers.hpp", "slbwire/call/call.hpp") + calling(
    ["remove_vserver_group_backend_servers"])

PROGRAMS = {
    "empty file": "",
    STANDARD: including("string", "vector", "span", "charconv", "optional", "variant"),
    "slbwire: signing and encoding": including("slbwire/call/sign.hpp", "slbwire/api/backend_list.hpp"),
    "slbwire: umbrella": including("slbwire/slbwire.hpp"),
    "slbwire: one call": ONE_CALL,
    f"slbwire: all {len(all_operations())} operations": including("slbwire/slbwire.hpp") + calling(all_operations()),
}
PEERS = ["nlohmann/json.hpp", "rapidjson/document.h", "simdjson.h", "boost/json.hpp", "json/json.h", "yyjson.h",
         "glaze/glaze.hpp", "pugixml.hpp", "rapidxml/rapidxml.hpp", "libxml/parser.h", "expat.h", "fmt/format.h",
         "boost/url.hpp", "curl/curl.h", "openssl/hmac.h"]
PATHS = [f"-I{INCLUDE}", "-I/usr/include/libxml2", "-I/usr/include/jsoncpp"]

# What the project promises: times over the empty file as parts of the standard headers', and KiB of code.
MOST_TIME = {"slbwire: signing and encoding": 0.76, "slbwire: umbrella": 1.5, "slbwire: one call": 1.5}
MOST_CODE = 60


def command(compiler, level, *more):
    return [compiler, "-std=c++20", level, "-DNDEBUG", *PATHS, *more]


def user_seconds(arguments):
    """User CPU time of a command and what it starts; None where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(arguments, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    return after - before if done.returncode == 0 else None


def verdict(name, ratios):
    most = MOST_TIME.get(name)
    if most is None:
        return ""
    missed = [level for level, ratio in ratios.items() if ratio > most]
    return f"<= {most}: " + ("missed at " + ", ".join(missed) if missed else "met")


def print_times(compiler, runs, folder):
    sources = {}
    for number, (name, text) in enumerate({**PROGRAMS, **{h: including(h) for h in PEERS}}.items()):
        source = folder / f"{number}.cpp"
        source.write_text(text, encoding="utf-8")
        if subprocess.run(command(compiler, "-O0", "-fsyntax-only", source), capture_output=True,
                          check=False).returncode == 0:
            sources[name] = source
        elif name in PROGRAMS:
            sys.exit(f"{compiler} does not compile: {name}")

    least = {}
    for _ in range(runs):
        for level in LEVELS:
            for name, source in sources.items():
                took = user_seconds(command(compiler, level, "-c", source, "-o", folder / "object.o"))
                if took is not None:
                    least[level, name] = min(took, least.get((level, name), took))

    print(f"\n{version(compiler)}", flush=True)
    print(f"{'seconds over an empty file':<32}" + "".join(f"{level:>9} {'ratio':>7}" for level in LEVELS) +
          f"{'lines':>9}  budget (ratio)")
    for name, source in sources.items():
        lines = subprocess.run(command(compiler, "-O0", "-E", "-P", source), capture_output=True,
                               check=True).stdout.count(b"\n")
        figures = ""
        ratios = {}
        for level in LEVELS:
            over = least[level, name] - least[level, "empty file"]
            ratios[level] = over / (least[level, STANDARD] - least[level, "empty file"])
            figures += f"{over:>9.2f} {ratios[level]:>7.2f}"
        print(f"{name:<32}{figures}{lines:>9,}  {verdict(name, ratios)}".rstrip())


def print_sizes(compiler, folder):
    source = folder / "one_call.cpp"
    source.write_text(ONE_CALL, encoding="utf-8")
    for level in ("-O2", "-Os"):
        program = folder / "one_call"
        subprocess.run(command(compiler, level, source, "-s", "-o", program), check=True)
        sections = subprocess.run(["size", "-A", program], capture_output=True, text=True, check=True).stdout
        code = int(re.search(r"^\.text +(\d+)", sections, re.MULTILINE).group(1)) / 1024
        met = "met" if code < MOST_CODE else "missed"
        print(f"{compiler + ' ' + level:<32}{code:>9.1f}{program.stat().st_size / 1024:>9.1f}  < {MOST_CODE}: {met}")


def version(compiler):
    return subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def main(arguments):
    runs = int(arguments[0]) if arguments else 3
    compilers = [compiler for compiler in COMPILERS if shutil.which(compiler)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for compiler in compilers:
            print_times(compiler, runs, folder)
        print(f"\n{'a program with one call, KiB':<32}{'.text':>9}{'stripped':>9}  budget (.text)")
        for compiler in compilers:
            print_sizes(compiler, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
