#!/usr/bin/env python3
"""Reads what Google Benchmark measured and prints it as a table.

usage: report.py MEASURED.json            the table
       report.py MEASURED.json --write    and results.json and chart.svg beside this script
       report.py --check                  is chart.svg what results.json gives?
"""

import json
import sys
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
CHART = HERE / "chart.svg"

# The works of the chart.
CHARTED = [
    "signed URL, 14 parameters",
    "signed URL, 14 parameters with a list of 20 servers",
    "HMAC-SHA1 of 539 bytes",
    "percent-encoding of 2,235 bytes",
    "list of 20 servers as text",
    "JSON, 20 servers, owning",
    "JSON, 20 servers, borrowing",
    "JSON, 20 servers realistic, owning",
    "XML, 20 servers, owning",
    "XML, 20 servers, borrowing",
    "XML, 20 servers realistic, owning",
]


def condense(measured):
    """The least time of every row, and who and what was measured."""
    context = measured["context"]
    said = {"version": {}, "unchecked": {}}
    for key, value in context.items():
        kind, _, name = key.partition(": ")
        if kind in said:
            said[kind][name] = value
    runs = [b for b in measured["benchmarks"] if b["run_type"] == "iteration"]
    wrong = sorted({b["name"] for b in runs if b.get("error_occurred")})
    if wrong:
        sys.exit("wrong answers:\n" + "\n".join(wrong))
    works = {}
    for run in sorted(runs, key=lambda b: b["family_index"]):
        work, _, peer = run["name"].partition("/")
        rows = works.setdefault(work, {})
        if peer not in rows or run["cpu_time"] < rows[peer]["ns"]:
            rows[peer] = {
                "peer": peer,
                "ns": run["cpu_time"],
                "allocations": round(run["allocations"], 1),
                "MB/s": round(run["bytes_per_second"] / 1e6),
            }
    for rows in works.values():
        for row in rows.values():
            row["ns"] = float(f"{row['ns']:.4g}")
    return {
        "date": context["date"][:10],
        **{key: context[key] for key in ("machine", "system", "compiler", "flags")},
        "repetitions": max(b["repetitions"] for b in runs),
        "versions": said["version"],
        "unchecked": said["unchecked"],
        "works": {work: list(rows.values()) for work, rows in works.items()},
    }


def to_json(results):
    """One row a line, so that changes can be read."""
    lines = []
    for work, rows in results["works"].items():
        body = ",\n".join("      " + json.dumps(row, ensure_ascii=False) for row in rows)
        lines.append(f"    {json.dumps(work)}: [\n{body}\n    ]")
    head = json.dumps({**results, "works": None}, indent=2, ensure_ascii=False)
    return head.replace('"works": null', '"works": {\n' + ",\n".join(lines) + "\n  }") + "\n"


def unchecked(results, work, peer):
    return results["unchecked"].get(f"{work.partition(',')[0]}/{peer}", "")


def is_ours(row):
    return row["peer"].startswith("slbwire")


def number(value):
    """Four digits at most, thousands apart."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"


def print_table(results):
    for work, rows in results["works"].items():
        print(f"\n{work:<60} {'ns':>12} {'ratio':>7} {'allocations':>12} {'MB/s':>7}  leaves unchecked")
        # Ours as they came, then the fastest first.
        for row in sorted(rows, key=lambda row: (not is_ours(row), not is_ours(row) and row["ns"])):
            ratio = row["ns"] / rows[0]["ns"]
            print(f"  {row['peer']:<58} {number(row['ns']):>12} {ratio:>7.2f} {number(row['allocations']):>12} "
                  f"{number(row['MB/s']):>7}  {unchecked(results, work, row['peer'])}".rstrip())
    print()
    for line in footer(results):
        print(line)


def footer(results):
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items() if name != "slbwire")
    return [
        f"slbwire {results['versions']['slbwire']} on {results['machine']}, {results['system']}, "
        f"{results['compiler']} {results['flags']}, {results['date']}",
        f"thread CPU time, least of {results['repetitions']} repetitions in random turns; ratio to the first row",
        versions,
    ]


# The chart.

WIDTH, LABELS, FIGURES, ROW, GAP = 880, 220, 150, 20, 16

STYLE = """
    text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; }
    .page { fill: #ffffff; } .work { font-weight: 600; } .small { font-size: 11px; fill: #59636e; }
    .peer { fill: #8c959f; } .lax { fill: #d1d9e0; } .ours { fill: #0969da; } .bold { font-weight: 600; }
    @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc; } .page { fill: #0d1117; } .small { fill: #9198a1; }
        .peer { fill: #656c76; } .lax { fill: #3d444d; } .ours { fill: #4493f8; }
    }
"""


def time_of(ns):
    unit, size = ("ns", 1) if ns < 1e3 else ("µs", 1e3) if ns < 1e6 else ("ms", 1e6)
    value = ns / size
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def fastest_ways(results, work):
    """Ours, and of every peer the fastest way that checks all, and the fastest one that does not."""
    rows = results["works"][work]
    best = {}
    for row in rows[1:]:
        if is_ours(row) or row["peer"] == "copying the body":
            continue
        name = row["peer"].partition(": ")[0]
        lax = unchecked(results, work, row["peer"]) != ""
        if (name, lax) not in best or row["ns"] < best[name, lax]["ns"]:
            best[name, lax] = {"name": name, "kind": "lax" if lax else "peer", "ns": row["ns"]}
    # A way that checks nothing and is slower still says nothing more.
    ways = [way for (name, lax), way in best.items()
            if not lax or (name, False) not in best or way["ns"] < best[name, False]["ns"]]
    return sorted([{"name": "slbwire", "kind": "ours", "ns": rows[0]["ns"]}, *ways], key=lambda way: way["ns"])


def wrap(text, width):
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def to_svg(results):
    out = []
    y = 34
    out.append(f'<text x="16" y="{y - 8}" class="small">Time of one operation; shorter is better. '
               "Bars of one group share a scale. Pale: leaves something unchecked.</text>")
    for work in CHARTED:
        if work not in results["works"]:
            continue
        ways = fastest_ways(results, work)
        longest = max(way["ns"] for way in ways)
        one = next(way["ns"] for way in ways if way["kind"] == "ours")
        y += GAP + 4
        out.append(f'<text x="16" y="{y}" class="work">{escape(work)}</text>')
        y += 8
        for way in ways:
            ours = way["kind"] == "ours"
            width = max(2, round((WIDTH - LABELS - FIGURES - 16) * way["ns"] / longest))
            bold = ' class="bold"' if ours else ""
            ratio = "" if ours else f"  × {way['ns'] / one:.2f}"
            name, kind, took = escape(way["name"]), way["kind"], time_of(way["ns"])
            out.append(f'<text x="{LABELS - 8}" y="{y + 14}" text-anchor="end"{bold}>{name}</text>')
            out.append(f'<rect x="{LABELS}" y="{y + 3}" width="{width}" height="{ROW - 6}" rx="2" class="{kind}"/>')
            out.append(f'<text x="{LABELS + width + 8}" y="{y + 14}"{bold}>{took}{ratio}</text>')
            y += ROW
    y += GAP
    for line in (part for text in footer(results) for part in wrap(text, 130)):
        y += 16
        out.append(f'<text x="16" y="{y}" class="small">{escape(line)}</text>')
    height = y + 16
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
            f'viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Times of slbwire and its peers">')
    page = f'<rect class="page" width="{WIDTH}" height="{height}" rx="6"/>'
    return "\n".join([head, f"<style>{STYLE}</style>", page, *out, "</svg>", ""])


def main(arguments):
    if arguments == ["--check"]:
        if CHART.read_text(encoding="utf-8") != to_svg(json.loads(RESULTS.read_text(encoding="utf-8"))):
            sys.exit("chart.svg is not what results.json gives; run: sh benchmarks/run")
    elif arguments and arguments[1:] in ([], ["--write"]):
        results = condense(json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
        print_table(results)
        if arguments[1:]:
            RESULTS.write_text(to_json(results), encoding="utf-8")
            CHART.write_text(to_svg(results), encoding="utf-8")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
