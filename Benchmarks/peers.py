#!/usr/bin/env python3
"""Compare gridflex with HiGHS and with PyPSA on the same models, in one run on one machine.

    python3 Benchmarks/peers.py [OPTION]... [MODEL]...

Each row is a process of its own. HiGHS solves the program that gridflex exports, with one thread of the simplex
method, and only its solve counts. PyPSA solves the network exported from MODEL-peer, which leaves out what PyPSA
cannot state; its whole process counts, as gridflex's does. Exits 1 where an optimum of a peer does not lie
between gridflex's certified bound and its cost.
"""

import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import sys
import tempfile

import runs

MODELS = ["GridModels/jilin-2030", "GridModels/liaoning-2030"]
GAPS = [("gridflex 1e-3", 1e-3, "auto"), ("gridflex 1e-4", 1e-4, "auto"),
        ("gridflex exact", 1e-6, "exact")]


def parser():
    """The command line."""
    result = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    result.add_argument("models", nargs="*", metavar="MODEL", help=f"default: {' '.join(MODELS)}")
    result.add_argument("--python", default=sys.executable, help="a Python with highspy and pypsa")
    result.add_argument("--from", dest="start", metavar="TIME", help="first hour")
    result.add_argument("--hours", metavar="N", help="number of hours; all without it")
    result.add_argument("--runs", type=int, default=1, metavar="N", help="runs a row; medians count")
    result.add_argument("--threads", type=int, default=os.cpu_count(), metavar="N",
                        help="threads of gridflex; default: all cores")
    result.add_argument("--limit", type=float, default=3600, metavar="S",
                        help="seconds after which a process is ended; default: 3600")
    result.add_argument("--json", metavar="FILE", help="write all figures there too")
    result.add_argument("--only", default="", metavar="WORD", help="only rows whose name holds it")
    result.add_argument("--skip", action="append", default=[], metavar="WORD",
                        help="no rows whose name holds it, such as exact")
    return result


def plans_of(model, options, scratch):
    """The runs of one model by name, each peer before what is held against it."""
    def group(source, kind, name, suffix):
        yield name, lambda: runs.peer(kind, source, name, options, scratch)
        for short, gap, method in GAPS:
            row = short + suffix
            yield row, lambda row=row, gap=gap, method=method: runs.gridflex(
                source, row, gap, options, scratch, method
            )

    yield from group(model, "highs", "HiGHS on the program", "")
    other = pathlib.Path(f"{model}-peer")
    if (runs.ROOT / other).is_dir():
        yield from group(other, "pypsa", "PyPSA + HiGHS, peer model", ", peer model")


def rows_of(model, options, scratch):
    """The rows of one model, printed as they come, and the failures as text."""
    rows, faults = [], []
    for name, run in plans_of(model, options, scratch):
        if options.only not in name or any(word in name for word in options.skip):
            continue
        runs.tell(f"{model}: {name}")
        try:
            rows.append(run())
            print(line(model, rows[-1], rows), flush=True)
        except runs.RunError as error:
            faults.append(f"{model}: {name}: {error}")
    return rows, faults


def reference(rows, name):
    """The row of a peer, if it was run."""
    return next((row for row in rows if name in row.name), None)


def disagreements(model, rows):
    """Where a peer's optimum lies outside gridflex's bounds."""
    result = []
    for row in rows:
        if not row.name.startswith("gridflex"):
            continue
        peer = reference(rows, "PyPSA" if "peer" in row.name else "HiGHS on")
        if peer and not row.holds(peer.objective):
            result.append(f"{model}: {row.name}: {peer.name} has {peer.objective!r}, outside "
                          f"{row.lower_bound!r} … {row.objective!r}")
    return result


def heading():
    """The two lines above the rows."""
    names = ["model", "row", "seconds", "MB", "objective", "gap", "time / peer", "memory / peer",
             "read + build + write"]
    return f"| {' | '.join(names)} |\n|{' --- |' * len(names)}"


def line(model, row, rows):
    """A row of the table: against HiGHS's solve, or against PyPSA's whole process."""
    peer = reference(rows, "PyPSA" if "peer" in row.name else "HiGHS on")
    time, memory = "", ""
    if peer and row is not peer:
        whole = peer.wall if "PyPSA" in peer.name else peer.seconds["solve"]
        time = f"{row.wall / whole:.2f}"
        memory = f"{row.memory / peer.memory:.3f}"
    gap = "" if row.gap is None else f"{row.gap:.1e}" + ("" if row.is_met else " (not met)")
    wall = f"{row.wall:.1f}"
    if row.name.startswith("HiGHS"):
        wall = f"{row.seconds['solve']:.1f} (solve only)"
    cells = [pathlib.Path(model).name, row.name, wall, f"{row.memory:.0f}",
             f"{row.objective:,.2f}", gap, time, memory, row.share_beside_solving]
    return f"| {' | '.join(cells)} |"


def about(options):
    """Machine and versions."""
    script = ("import json, sys, importlib.metadata as m\n"
              "found = {p: m.version(p) for p in ('highspy', 'pypsa')}\n"
              "json.dump(found, open(sys.argv[1], 'w'))")
    found = {}
    with tempfile.TemporaryDirectory(prefix="gridflex-peers-") as scratch:
        versions = pathlib.Path(scratch, "versions.json")
        try:
            runs.measure([options.python, "-c", script, versions], {0}, 60)
            found = json.loads(versions.read_text())
        except runs.RunError as error:
            runs.tell(f"versions of the peers: {error}")
    return {
        "date": datetime.date.today().isoformat(), "processor": processor(), "cores": os.cpu_count(),
        "system": platform.platform(), "python": platform.python_version(), **found,
        "threads": options.threads, "runs": options.runs, "hours": options.hours,
    }


def processor():
    """The processor's name as the system gives it."""
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    return next((entry.split(":", 1)[1].strip() for entry in text.splitlines()
                 if entry.startswith("model name")), platform.machine())


def main():
    """Run, print the table, answer whether all agree."""
    options = parser().parse_args()
    figures, faults = [], []
    machine = about(options)
    print(", ".join(f"{key} {value}" for key, value in machine.items() if value is not None))
    print(f"\n{heading()}", flush=True)
    for model in options.models or MODELS:
        with tempfile.TemporaryDirectory(prefix="gridflex-peers-") as scratch:
            rows, failed = rows_of(model, options, scratch)
        faults += failed + disagreements(model, rows)
        figures += [{"model": model, **dataclasses.asdict(row)} for row in rows]
    if options.json:
        text = json.dumps({"machine": machine, "rows": figures, "faults": faults}, indent=1)
        pathlib.Path(options.json).write_text(text + "\n", encoding="utf-8")
    for fault in faults:
        runs.tell(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
