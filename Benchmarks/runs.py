"""Children of the benchmarks: each run is one process, measured from outside, its result read from a file."""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GRIDFLEX = pathlib.Path(os.environ.get("GRIDFLEX_COMMAND") or ROOT / ".build/release/gridflex")
SOLVE = pathlib.Path(__file__).resolve().parent / "peer_solve.py"


class RunError(Exception):
    """A child that gave no result."""


@dataclasses.dataclass
class Run:
    """What one way to solve one model came to: medians over its runs."""

    name: str
    wall: float
    memory: float
    objective: float
    lower_bound: float | None = None
    gap: float | None = None
    asked_gap: float | None = None
    seconds: dict = dataclasses.field(default_factory=dict)

    @property
    def scale(self):
        """What gaps are relative to: the gross cost where gridflex said it, else the objective."""
        if self.gap and self.lower_bound is not None:
            return (self.objective - self.lower_bound) / self.gap
        return max(abs(self.objective), 1.0)

    @property
    def is_met(self):
        """Whether the gap that was asked for was reached."""
        return self.asked_gap is None or self.gap <= self.asked_gap * (1 + 1e-9)

    @property
    def share_beside_solving(self):
        """The share of reading, building and writing in the whole of a gridflex process."""
        parts = [self.seconds.get(part) for part in ("read", "build", "write")]
        return "" if None in parts else f"{100 * sum(parts) / self.wall:.0f} %"

    def holds(self, optimum):
        """Whether another solver's optimum lies between bound and cost."""
        tolerance = 1e-6 * max(self.scale, abs(optimum))
        lower = self.objective if self.lower_bound is None else self.lower_bound
        return lower - tolerance <= optimum <= self.objective + tolerance


@dataclasses.dataclass
class Ended:
    """A process that has ended: its exit code, what it said on stderr, wall seconds and peak megabytes."""

    code: int
    messages: list
    wall: float
    memory: float


def watch(words, limit):
    """Runs a process to its end, or ends it after so many seconds: then the code is that of the signal."""
    with tempfile.TemporaryFile() as messages:
        start = time.monotonic()
        child = subprocess.Popen(
            [str(word) for word in words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=messages
        )
        watchdog = threading.Timer(limit, child.kill)
        watchdog.start()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        watchdog.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        messages.seek(0)
        text = messages.read().decode(errors="replace").strip().splitlines()
        return Ended(child.returncode, text, wall, usage.ru_maxrss / 1024)


def measure(words, accepted, limit):
    """Wall seconds and peak megabytes of a process; an error where its exit code is not accepted."""
    ended = watch(words, limit)
    if ended.code not in accepted:
        raise RunError(f"{words[0]} ended with {ended.code}: {' | '.join(ended.messages[-3:])}")
    return ended.wall, ended.memory


def repeated(runs, once):
    """The run of the middle wall time, with the median of time and memory."""
    results = sorted((once() for _ in range(runs)), key=lambda run: run.wall)
    middle = results[len(results) // 2]
    middle.wall = statistics.median(run.wall for run in results)
    middle.memory = statistics.median(run.memory for run in results)
    return middle


def window(options):
    """The words that choose the hours."""
    words = [] if options.start is None else ["--from", options.start]
    return words + ([] if options.hours is None else ["--hours", options.hours])


def gridflex(model, name, gap, options, scratch, method="auto", threads=None):
    """Dispatches a model with the release command."""
    output = pathlib.Path(scratch) / "result"

    def once():
        words = [GRIDFLEX, "dispatch", model, "--output", output, "--quiet", "--method", method]
        words += ["--gap", gap, "--threads", threads or options.threads, *window(options)]
        wall, memory = measure(words, {0, 1, 3}, options.limit)
        objective = json.loads((output / "summary.json").read_text())["objective"]
        timing = json.loads((output / "timing.json").read_text())
        return Run(
            name, wall, memory, objective["cost"], objective["lowerBound"], objective["gap"],
            gap, timing["seconds"],
        )

    return repeated(options.runs, once)


def peer(kind, model, name, options, scratch):
    """Exports a model, and solves the export with a peer; the export is not timed."""
    source = pathlib.Path(scratch) / ("network" if kind == "pypsa" else "program.mps")
    form = "pypsa" if kind == "pypsa" else "mps"
    words = [GRIDFLEX, "export", model, "--format", form, "--output", source, "--quiet"]
    measure(words + window(options), {0}, options.limit)
    target = pathlib.Path(scratch) / "peer.json"

    def once():
        wall, memory = measure([options.python, SOLVE, kind, source, target], {0}, options.limit)
        result = json.loads(target.read_text())
        return Run(name, wall, memory, result["objective"], seconds=result["seconds"])

    return repeated(options.runs, once)


def tell(text):
    """Progress, on stderr."""
    print(text, file=sys.stderr, flush=True)
