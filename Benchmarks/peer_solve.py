#!/usr/bin/env python3
"""Solve one exported model with a peer and write what came out as JSON.

    python3 Benchmarks/peer_solve.py highs PROGRAM.mps RESULT.json
    python3 Benchmarks/peer_solve.py pypsa FOLDER RESULT.json

`highs` solves free MPS with one thread of the simplex method. `pypsa` reads a folder of
`gridflex export --format pypsa`, builds the program with PyPSA and solves it with HiGHS at PyPSA's defaults.
"""

import json
import pathlib
import sys
import time


def solve_highs(program):
    """The program's optimum, and the seconds of reading and solving apart."""
    import highspy

    start = time.monotonic()
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("parallel", "off")
    solver.setOptionValue("solver", "simplex")
    if solver.readModel(program) == highspy.HighsStatus.kError:
        raise SystemExit(f"HiGHS cannot read {program}")
    read = time.monotonic()
    solver.run()
    return {
        "status": solver.modelStatusToString(solver.getModelStatus()).lower(),
        "objective": solver.getInfo().objective_function_value,
        "seconds": {"read": read - start, "solve": time.monotonic() - read},
        "rows": solver.getNumRow(),
        "columns": solver.getNumCol(),
    }


def solve_pypsa(folder):
    """The network's optimum with the model's constant, and the seconds of reading and of the rest."""
    import logging

    import pypsa

    logging.disable(logging.WARNING)
    start = time.monotonic()
    network = pypsa.Network(folder)
    read = time.monotonic()
    status, condition = network.optimize(
        linearized_unit_commitment=True,
        solver_name="highs",
        solver_options={"output_flag": False},
        include_objective_constant=False,
    )
    summary = json.loads(pathlib.Path(folder, "summary.json").read_text(encoding="utf-8"))
    return {
        "status": condition if status == "ok" else status,
        "objective": float(network.objective) + summary["objectiveConstant"],
        "seconds": {"read": read - start, "solve": time.monotonic() - read},
        "rows": int(network.model.ncons),
        "columns": int(network.model.nvars),
    }


def main(arguments):
    """Solve as the command line says."""
    peers = {"highs": solve_highs, "pypsa": solve_pypsa}
    if len(arguments) != 3 or arguments[0] not in peers:
        print(__doc__, file=sys.stderr)
        return 64
    peer, source, target = arguments
    result = peers[peer](source)
    pathlib.Path(target).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0 if result["status"] == "optimal" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
