#!/usr/bin/env python3
"""Hold imports of PyPSA networks against PyPSA with HiGHS: the same optimum, from CSV folder and netCDF file.

    python3 Benchmarks/imports.py [--random N] [--seed S] [NETWORK]...

A network is a folder or a netCDF file; sizes that a plan may choose stay as they are. `--random` makes small networks of
most of what PyPSA knows, each from its seed. Commitment is left out: PyPSA's is integer or tightened. Where PyPSA lets a
store charge and discharge, or spill, in one hour, gridflex may only be dearer. Exits 1 where costs
differ by more than 1e-6, or only one of the two finds an answer. Needs the Python of `make bench-peers`.
"""

import argparse
import json
import logging
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import runs

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import numpy
import pandas
import pypsa

TOLERANCE = 1e-6


class Dice(random.Random):
    """Numbers for a network of some hours."""

    hours = 1

    def row(self, low, high):
        """A number for each hour."""
        return [round(self.uniform(low, high), 3) for _ in range(self.hours)]

    def value(self, low, high, share=0.4):
        """Numbers by the hour, or one for all."""
        return self.row(low, high) if self.random() < share else round(self.uniform(low, high), 3)

    def maybe(self, share):
        """Whether something happens."""
        return self.random() < share

    def given(self, most):
        """Values in some hours only."""
        return [round(self.uniform(0, most), 2) if self.maybe(0.4) else numpy.nan
                for _ in range(self.hours)]


def random_network(seed):
    """A network of two to five buses that shedding keeps feasible, save where least outputs are too much."""
    dice = Dice(seed)
    dice.hours = dice.randint(2, 8)
    network = pypsa.Network()
    network.set_snapshots(pandas.date_range("2030-01-01", periods=dice.hours, freq="h"))
    buses = [f"b{number}" for number in range(dice.randint(2, 5))]
    for number, bus in enumerate(buses):
        network.add("Bus", bus, v_nom=10.0)
        network.add("Generator", f"shed {bus}", bus=bus, p_nom=1e5, marginal_cost=5000 + number)
        if dice.maybe(0.8):
            network.add("Load", f"load {bus}", bus=bus, p_set=dice.value(10, 100))
    add_generators(network, buses, dice)
    add_stores(network, buses, dice)
    add_links(network, buses, dice)
    for number in range(dice.randint(0, 5)):
        here, there = dice.sample(buses, 2)
        network.add("Line", f"line {number}", bus0=here, bus1=there, s_nom=round(dice.uniform(20, 200), 1),
                    x=dice.choice([1, 0.5, 2, -0.3, 0.7]) * dice.uniform(0.8, 1.2),
                    s_max_pu=dice.value(0.5, 1.2, 0.2))
    return network


def add_generators(network, buses, dice):
    """Plants with ramps, least outputs, signs, energy limits and power that is given."""
    for number in range(dice.randint(2, 6)):
        size = round(dice.uniform(20, 200), 1)
        plant = {"bus": dice.choice(buses), "p_nom": size, "marginal_cost": dice.value(1, 60),
                 "p_max_pu": dice.value(0.3, 1.3)}
        kind = dice.random()
        if kind < 0.15:
            plant["p_min_pu"] = 0.1
        elif kind < 0.35:
            plant["ramp_limit_up"], plant["ramp_limit_down"] = dice.choice([0.2, 0.5, 1.1]), dice.choice([0.4, 1])
        elif kind < 0.45:
            plant["e_sum_max"] = size * dice.hours * 0.4
        elif kind < 0.6:
            plant["p_set"] = dice.given(0.3 * size)
        if dice.maybe(0.2):
            plant["sign"] = dice.choice([0.5, 2.0, 1e-3])
        network.add("Generator", f"plant {number}", **plant)
    if dice.maybe(0.3):
        network.add("Generator", "buyer", bus=dice.choice(buses), p_nom=30, sign=-1,
                    marginal_cost=-dice.uniform(5, 30))


def add_stores(network, buses, dice):
    """Storage units and stores, cyclic or from a level, with inflow, shares by the hour and levels below 0."""
    for number in range(dice.randint(0, 2)):
        size, hours = round(dice.uniform(10, 60), 1), dice.choice([1, 2.5, 6])
        store = {"bus": dice.choice(buses), "p_nom": size, "max_hours": hours,
                 "efficiency_store": dice.choice([1, 0.9, 0.7]), "efficiency_dispatch": dice.choice([1, 0.95]),
                 "standing_loss": dice.choice([0, 0, 0.01]), "marginal_cost": dice.value(0.1, 3)}
        if dice.maybe(0.5):
            store["cyclic_state_of_charge"] = True
        else:
            store["state_of_charge_initial"] = round(dice.random() * size * hours, 2)
        if dice.maybe(0.3):
            store["inflow"] = dice.row(0, 20)
        if dice.maybe(0.3):
            store["p_min_pu"] = dice.choice([0, -0.5])
        if dice.maybe(0.3):
            store["p_max_pu"] = dice.row(0.2, 1.2)
        network.add("StorageUnit", f"unit {number}", **store)
    for number in range(dice.randint(0, 2)):
        size = round(dice.uniform(10, 100), 1)
        store = {"bus": dice.choice(buses), "e_nom": size, "standing_loss": dice.choice([0, 0.02]),
                 "marginal_cost": dice.choice([0, 0.2])}
        if dice.maybe(0.5):
            store["e_cyclic"] = True
        else:
            store["e_initial"] = round(0.9 * dice.random() * size, 2)
        if dice.maybe(0.3):
            store["e_min_pu"] = -0.5
        if dice.maybe(0.3):
            store["e_max_pu"] = 0.9
        network.add("Store", f"store {number}", **store)


def add_links(network, buses, dice):
    """Links of any efficiency, by the hour, both ways, with ramps, power that is given and a third bus."""
    for number in range(dice.randint(1, 5)):
        here, there = dice.sample(buses, 2)
        size, kind = round(dice.uniform(10, 120), 1), dice.random()
        link = {"bus0": here, "bus1": there, "p_nom": size}
        if kind < 0.3:
            link["efficiency"] = dice.choice([0.3, 0.4, 0.97, 0.9, 3.0])
        elif kind < 0.5:
            link["efficiency"] = dice.row(0.4, 1)
        elif kind < 0.75:
            link["p_min_pu"] = -1
        if dice.maybe(0.4):
            link["marginal_cost"] = dice.value(0.1, 5)
        if dice.maybe(0.3):
            link["p_max_pu"] = dice.value(0.5, 1.5)
        if dice.maybe(0.2):
            link["ramp_limit_up"] = 0.4
        elif dice.maybe(0.1):
            link["p_set"] = dice.given(0.4 * size)
        others = [bus for bus in buses if bus not in (here, there)]
        if dice.maybe(0.2) and others and "p_min_pu" not in link:
            link["bus2"], link["efficiency2"] = dice.choice(others), dice.choice([0.3, 0.2])
        network.add("Link", f"link {number}", **link)


def optimum(network):
    """The cost that PyPSA finds; None where it finds no schedule."""
    for component, size in [("generators", "p"), ("links", "p"), ("storage_units", "p"), ("stores", "e"),
                            ("lines", "s"), ("transformers", "s")]:
        table = getattr(network, component)
        if f"{size}_nom_extendable" in table:
            table[f"{size}_nom_extendable"] = False
    _, condition = network.optimize(solver_name="highs", log_to_console=False)
    return network.objective if condition == "optimal" else None


def burns(network):
    """Whether a store of PyPSA's answer charges and discharges, or spills, in one hour, which gridflex forbids."""
    flows = network.storage_units_t
    units = flows.p_store.columns
    return any(bool((numpy.minimum(flows.p_store[unit], other[unit]) > 1e-6).any())
               for other in (flows.p_dispatch, flows.spill) for unit in units if unit in other)


def imported(source, folder):
    """The cost that gridflex finds, and what was said; None where it finds no schedule."""
    model, result = folder / f"model-{source.name}", folder / f"result-{source.name}"
    steps = [["import", "pypsa", source, model],
             ["dispatch", model, "--output", result, "--method", "exact", "--gap", "1e-9", "--quiet",
              "--enforce-goals"]]
    for step in steps:
        ended = subprocess.run([str(word) for word in [runs.GRIDFLEX, *step]], capture_output=True, text=True)
        if ended.returncode not in (0, 1):
            return None, f"code {ended.returncode}: {ended.stderr.strip().splitlines()[-1:]}"
    summary = json.loads((result / "summary.json").read_text(encoding="utf-8"))
    if any(goal["verdict"] == "unattainable" for goal in summary["goals"]):
        return None, "a limit of the network cannot be kept"
    return summary["objective"]["cost"], ""


def check(name, network):
    """Whether both agree on a network, each from both forms; tells what they found."""
    with tempfile.TemporaryDirectory(prefix="gridflex-imports-") as scratch:
        folder = pathlib.Path(scratch)
        network.export_to_csv_folder(folder / "csv")
        network.export_to_netcdf(folder / "network.nc")
        ours = [imported(source, folder) for source in (folder / "csv", folder / "network.nc")]
        theirs = optimum(network)
    agrees = all((cost is None) == (theirs is None) for cost, _ in ours)
    if agrees and theirs is not None:
        agrees = all(abs(cost - theirs) <= TOLERANCE * (1 + abs(theirs)) for cost, _ in ours)
    if not agrees and theirs is not None and burns(network):
        # Surplus is burnt there by charging and discharging at once: cheaper, and no schedule.
        agrees = all(cost is not None and cost >= theirs for cost, _ in ours)
        print(f"| {name} | {theirs} | {ours[0][0]} | {ours[1][0]} | PyPSA burns in a store |")
        return agrees
    words = "agree" if agrees else "DIFFER " + " ".join(said for _, said in ours if said)
    print(f"| {name} | {theirs} | {ours[0][0]} | {ours[1][0]} | {words} |", flush=True)
    return agrees


def main():
    """Check every network, answer whether all agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", nargs="*", metavar="NETWORK")
    parser.add_argument("--random", type=int, default=0, metavar="N", help="random networks besides")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the first seed; default: 0")
    options = parser.parse_args()
    print("| network | PyPSA | gridflex, CSV | gridflex, netCDF | |\n| --- | --- | --- | --- | --- |")
    agree = [check(pathlib.Path(path).name, pypsa.Network(path)) for path in options.networks]
    agree += [check(f"seed {seed}", random_network(seed))
              for seed in range(options.seed, options.seed + options.random)]
    print(f"{agree.count(True)} of {len(agree)} agree")
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
