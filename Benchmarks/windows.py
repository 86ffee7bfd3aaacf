#!/usr/bin/env python3
"""Dispatch every model over several windows by each method, and tell how each run ended.

    python3 Benchmarks/windows.py [OPTION]... [MODEL]...

Each row is a process of its own: 24, 168, 336 and 720 hours from the model's first, then all its hours, solved at
once (exact) and in windows (rolling). A window that is longer than the model is left out. Models on measured series
need the folder that `--data` or GRIDFLEX_DATA names. Exits 1 where a run ends without a result: with a code
other than 0 (all goals hold) or 1 (a goal is missed).
"""

import argparse
import dataclasses
import json
import os
import pathlib
import re
import sys
import tempfile

import runs

WINDOWS = ["24", "168", "336", "720", "year"]
METHODS = ["exact", "rolling"]
COLUMNS = ["model", "hours", "method", "status", "code", "gap", "cost", "seconds", "MB", "remark"]


@dataclasses.dataclass
class Row:
    """How the command ended on one model, window and method."""

    model: str
    hours: int
    method: str
    status: str
    code: int | None = None
    gap: float | None = None
    cost: float | None = None
    seconds: float | None = None
    memory: float | None = None
    remark: str = ""

    @property
    def is_fault(self):
        """Whether there is no result though the model could be read."""
        return self.code is not None and self.code not in (0, 1)

    @property
    def text(self):
        """The row of the table."""
        def cell(value, form):
            return "" if value is None else format(value, form)
        cells = [self.model, str(self.hours), self.method, self.status, cell(self.code, "d"),
                 cell(self.gap, ".1e"), cell(self.cost, ".6g"), cell(self.seconds, ".1f"),
                 cell(self.memory, ".0f"), self.remark.replace("|", "/")]
        return f"| {' | '.join(cells)} |"


def parser():
    """The command line."""
    result = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    result.add_argument("models", nargs="*", metavar="MODEL", help="default: all of GridModels")
    result.add_argument("--windows", type=words, default=WINDOWS, metavar="N,N…",
                        help=f"hours, or year for all; default: {','.join(WINDOWS)}")
    result.add_argument("--methods", type=words, default=METHODS, metavar="NAME,NAME…",
                        help=f"default: {','.join(METHODS)}")
    result.add_argument("--from", dest="start", metavar="TIME",
                        help="first hour of the windows; the model's first without it")
    result.add_argument("--gap", metavar="SHARE", help="the gap to ask for; the usual one without it")
    result.add_argument("--threads", type=int, default=os.cpu_count(), metavar="N")
    result.add_argument("--limit", type=float, default=3600, metavar="S",
                        help="seconds after which a process is ended; default: 3600")
    result.add_argument("--data", default=os.environ.get("GRIDFLEX_DATA"), metavar="DIR",
                        help="folder of measured series; default: GRIDFLEX_DATA")
    result.add_argument("--output", metavar="FILE", help="write the table there too, row by row")
    result.add_argument("--json", metavar="FILE", help="write all figures there too")
    return result


def words(text):
    """The words of a list."""
    return text.split(",")


def shipped():
    """The folders of all models, by name."""
    return sorted(str(path.parent.relative_to(runs.ROOT))
                  for path in (runs.ROOT / "GridModels").glob("*/model.yaml"))


def texts(folder):
    """The model.yaml of a model and of those it extends, its own first."""
    while folder:
        text = pathlib.Path(folder, "model.yaml").read_text(encoding="utf-8")
        yield text
        base = re.search(r"^extends:\s*(\S+)", text, re.MULTILINE)
        folder = pathlib.Path(folder, base.group(1)) if base else None


def hours_of(model):
    """How many hours a model has; a year where it does not say."""
    for text in texts(runs.ROOT / model):
        found = re.search(r"^hours:\s*(\d+)", text, re.MULTILINE)
        if found:
            return int(found.group(1))
    return 8760


def needs_data(model):
    """Whether series of a model lie in a folder that the command line names."""
    return any("${data}" in text for text in texts(runs.ROOT / model))


def run(model, hours, method, options, scratch):
    """Dispatches a window by a method."""
    name = pathlib.Path(model).name
    whole = hours_of(model)
    output = pathlib.Path(scratch, f"{name}-{hours}-{method}")
    command = [runs.GRIDFLEX, "dispatch", model, "--output", output, "--quiet",
               "--method", method, "--threads", options.threads]
    if hours < whole:
        command += ["--hours", hours]
        command += ["--from", options.start] if options.start else []
    command += ["--gap", options.gap] if options.gap else []
    command += ["--data", options.data] if options.data and needs_data(model) else []
    ended = runs.watch(command, options.limit)
    row = Row(name, hours, method, "no result", ended.code, seconds=ended.wall, memory=ended.memory)
    if ended.code < 0:
        row.remark = f"ended after {options.limit:.0f} s"
    elif ended.messages:
        rest = len(ended.messages) - 3
        row.remark = " ".join(line.strip() for line in ended.messages[:3])
        row.remark += f" (and {rest} lines more)" if rest > 0 else ""
    summary = output / "summary.json"
    if summary.exists():
        result = json.loads(summary.read_text(encoding="utf-8"))
        row.status = result["status"]
        row.gap, row.cost = result["objective"]["gap"], result["objective"]["cost"]
    return row


def rows_of(model, options, scratch):
    """The rows of one model as they come."""
    name, whole = pathlib.Path(model).name, hours_of(model)
    if needs_data(model) and not options.data:
        for method in options.methods:
            yield Row(name, whole, method, "left out", remark="no folder of measured series is named")
        return
    wanted = [whole if window == "year" else int(window) for window in options.windows]
    for hours in dict.fromkeys(hours for hours in wanted if hours <= whole):
        for method in options.methods:
            runs.tell(f"{name}: {hours} h, {method}")
            yield run(model, hours, method, options, scratch)


def main():
    """Run, print the table, answer whether every run had a result."""
    options = parser().parse_args()
    models = options.models or shipped()
    for model in models:
        if not (runs.ROOT / model / "model.yaml").is_file():
            runs.tell(f"{model}: no model.yaml there; name folders such as GridModels/tutorial")
            return 64
    rows = []
    table = open(options.output, "w", encoding="utf-8") if options.output else None

    def tell(line):
        for file in filter(None, [sys.stdout, table]):
            print(line, file=file, flush=True)

    tell(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}")
    for model in models:
        with tempfile.TemporaryDirectory(prefix="gridflex-windows-") as scratch:
            for row in rows_of(model, options, scratch):
                rows.append(row)
                tell(row.text)
    faults = [f"{row.model}: {row.hours} h, {row.method}: {row.status}, code {row.code}"
              for row in rows if row.is_fault]
    if options.json:
        text = json.dumps({"rows": [dataclasses.asdict(row) for row in rows], "faults": faults}, indent=1)
        pathlib.Path(options.json).write_text(text + "\n", encoding="utf-8")
    if table:
        table.close()
    left_out = sum(row.code is None for row in rows)
    runs.tell(f"{len(rows) - left_out} runs, {len(faults)} without a result, {left_out} left out")
    for fault in faults:
        runs.tell(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
