#!/usr/bin/env python3
"""How time and memory of gridflex grow: years in one chronology, threads, and coal clusters.

    python3 Benchmarks/scaling.py [OPTION]... [MODEL]...

Variants of each model are made in a temporary folder: its year repeated so many times in one chronology, and each
coal cluster split into like parts. Goals are left out, as they are judged after the dispatch. Exits 1 where the
number of threads changes the cost, or where split clusters have another optimum.
"""

import argparse
import csv
import dataclasses
import datetime
import json
import os
import pathlib
import sys
import tempfile

import runs

MODELS = ["GridModels/jilin-2030", "GridModels/liaoning-2030"]


def parser():
    """The command line."""
    result = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    result.add_argument("models", nargs="*", metavar="MODEL", help=f"default: {' '.join(MODELS)}")
    result.add_argument("--years", type=counts, default=[2, 5, 10], metavar="N,N…",
                        help="years in one chronology, besides 1; default: 2,5,10")
    result.add_argument("--split", type=counts, default=[2, 4], metavar="N,N…",
                        help="like parts that each coal cluster is split into; default: 2,4")
    result.add_argument("--hours", metavar="N", help="hours a year counts; 8760 without it")
    result.add_argument("--gap", default="0.001", metavar="SHARE")
    result.add_argument("--runs", type=int, default=1, metavar="N", help="runs a row; medians count")
    result.add_argument("--threads", type=int, default=os.cpu_count(), metavar="N")
    result.add_argument("--limit", type=float, default=3600, metavar="S",
                        help="seconds after which a process is ended; default: 3600")
    result.add_argument("--json", metavar="FILE", help="write all figures there too")
    result.set_defaults(start=None)
    return result


def counts(text):
    """A list of whole numbers."""
    return [int(word) for word in text.split(",")]


def resolved(model, options, scratch):
    """The model as it is solved, with every series in one file."""
    output = pathlib.Path(scratch) / "base"
    words = [runs.GRIDFLEX, "dispatch", model, "--output", output, "--quiet", "--hours", 24]
    runs.measure(words, {0, 1}, options.limit)
    return output / "resolved"


def read_series(base):
    """The names of the columns, the rows of values, and the first hour."""
    with open(base / "series/series.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    start = datetime.datetime.fromisoformat(rows[1][0])
    return rows[0][1:], [row[1:] for row in rows[1:]], start


def make_years(base, years, hours, folder):
    """A variant whose year is repeated."""
    write_model(base, folder, write_series(base, years, hours, folder))


def write_series(base, years, hours, folder):
    """The series of a variant, and what its model.yaml says of them."""
    names, values, start = read_series(base)
    values = values[:hours]
    (folder / "series").mkdir(parents=True)
    with open(folder / "series/years.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["time", *names])
        for step in range(years * len(values)):
            time = start + datetime.timedelta(hours=step)
            writer.writerow([time.isoformat(timespec="minutes"), *values[step % len(values)]])
    series = "".join(f"  {name}: {{file: series/years.csv, column: {name}}}\n" for name in names)
    return f"hours: {years * len(values)}\nseries:\n{series}"


def clusters(base):
    """How many coal clusters the program has, retrofitted parts counted apart."""
    with open(base / "assets/coal.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shares = ("retrofit_share_pu", "energy_saving_share_pu")
    return sum(2 ** sum(0 < float(row.get(share) or 0) < 1 for share in shares) for row in rows)


def make_split(base, parts, hours, folder):
    """A variant whose coal clusters are split into like parts."""
    with open(base / "assets/coal.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name != "remove"]
    (folder / "assets").mkdir(parents=True)
    with open(folder / "assets/coal.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*names, "remove"], restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow({"name": row["name"], "remove": "yes"})
            for part in range(1, parts + 1):
                name = f"{row['name']}-part-{part}"
                writer.writerow({**row, "name": name, "units": repr(float(row["units"]) / parts)})
    write_model(base, folder, write_series(base, 1, hours, folder))


def write_model(base, folder, text):
    """The variant's model.yaml."""
    (folder / "model.yaml").write_text(
        f"extends: {os.path.relpath(base, folder)}\nname: {folder.name}\n"
        f"goals: {{remove: yes}}\n{text}",
        encoding="utf-8",
    )


def rows_of(model, options, scratch):
    """The rows of one model, and the failures as text."""
    base = resolved(model, options, scratch)
    hours = int(options.hours or len(read_series(base)[1]))
    rows, faults = [], []

    def add(name, make, amount, threads):
        folder = pathlib.Path(scratch) / name.replace(" ", "-").replace(",", "")
        make(base, amount, hours, folder)
        runs.tell(f"{model}: {name}")
        plain = argparse.Namespace(**{**vars(options), "hours": None})
        try:
            rows.append(runs.gridflex(folder, name, options.gap, plain, scratch, threads=threads))
            print(line(model, rows[-1], rows[0]), flush=True)
        except runs.RunError as error:
            faults.append(f"{model}: {name}: {error}")

    add(f"1 year, {options.threads} threads", make_years, 1, options.threads)
    add("1 year, 1 thread", make_years, 1, 1)
    for years in options.years:
        if years > 1:
            add(f"{years} years, {options.threads} threads", make_years, years, options.threads)
    for parts in options.split:
        add(f"1 year, {clusters(base) * parts} coal clusters", make_split, parts, options.threads)
    return rows, faults


def disagreements(model, rows, options):
    """Where another number of threads or of like clusters has another answer."""
    found = {row.name: row for row in rows}
    base = found.get(f"1 year, {options.threads} threads")
    alone = found.get("1 year, 1 thread")
    result = []
    if base and alone and alone.objective != base.objective:
        result.append(f"{model}: one thread costs {alone.objective!r}, more {base.objective!r}")
    for row in rows:
        if base and "clusters" in row.name:
            tolerance = 1e-6 * base.scale
            if (row.lower_bound > base.objective + tolerance
                    or base.lower_bound > row.objective + tolerance):
                result.append(f"{model}: {row.name}: the optimum is another")
    return result


def line(model, row, base):
    """A row of the table; ratios are to one year on all threads."""
    cells = [pathlib.Path(model).name, row.name, f"{row.wall:.1f}", f"{row.memory:.0f}",
             f"{row.gap:.1e}" + ("" if row.is_met else " (not met)"), row.share_beside_solving,
             f"{row.wall / base.wall:.2f}", f"{row.memory / base.memory:.2f}"]
    return f"| {' | '.join(cells)} |"


def main():
    """Run, print the table, answer whether all agree."""
    options = parser().parse_args()
    options.gap = float(options.gap)
    names = ["model", "row", "seconds", "MB", "gap", "read + build + write", "time / 1 year",
             "memory / 1 year"]
    print(f"| {' | '.join(names)} |\n|{' --- |' * len(names)}", flush=True)
    figures, faults = [], []
    for model in options.models or MODELS:
        with tempfile.TemporaryDirectory(prefix="gridflex-scaling-") as scratch:
            rows, failed = rows_of(model, options, scratch)
        faults += failed + disagreements(model, rows, options)
        figures += [{"model": model, **dataclasses.asdict(row)} for row in rows]
    if options.json:
        text = json.dumps({"rows": figures, "faults": faults}, indent=1)
        pathlib.Path(options.json).write_text(text + "\n", encoding="utf-8")
    for fault in faults:
        runs.tell(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
