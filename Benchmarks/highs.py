#!/usr/bin/env python3
"""Solve an exported program with HiGHS and compare with a summary.

    python3 Benchmarks/highs.py PROGRAM.mps [results/NAME/summary.json]

Needs `highspy`. Exits 1 where the optimum lies outside the certified cost and bound.
"""

import json
import sys
import time

import highspy


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 64
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    if solver.readModel(arguments[0]) == highspy.HighsStatus.kError:
        print(f"HiGHS cannot read {arguments[0]}", file=sys.stderr)
        return 65
    start = time.monotonic()
    solver.run()
    seconds = time.monotonic() - start
    status = solver.modelStatusToString(solver.getModelStatus())
    optimum = solver.getInfo().objective_function_value
    print(f"rows {solver.getNumRow()}  columns {solver.getNumCol()}")
    print(f"HiGHS {status}  {optimum!r}  in {seconds:.1f} s")
    if len(arguments) == 1:
        return 0
    with open(arguments[1], encoding="utf-8") as file:
        objective = json.load(file)["objective"]
    cost, bound = objective["cost"], objective["lowerBound"]
    scale = max(abs(optimum), 1.0)
    print(f"cost  {cost!r}  {(cost - optimum) / scale:+.2e} of the optimum")
    print(f"bound {bound!r}  {(bound - optimum) / scale:+.2e} of the optimum")
    tolerance = 1e-6 * scale
    return 0 if bound - tolerance <= optimum <= cost + tolerance else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
