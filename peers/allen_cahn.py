"""py-pde takes explicit steps of both Allen-Cahn equations of `zinc-sim bench`, compiled with numba.

Here because a time means something only beside another program's on the same problem and machine.
Must not know: how `zinc-sim` steps; evaluations of the rate are counted, so that the methods' orders do not matter.
"""

import json
import math
import sys
import time

import numpy
import pde

N_STEPS = 200
DRIVING_FORCE = math.sqrt(2) / 30
# Of the shrinking disc.
CELL = 0.4
DT = 1 / 32
STEPS_TO_MEAN = 200
# Enough for a tenth of a second on every grid.
TIMED_CELLS = 5e7


def nucleus(n):
    grid = pde.CartesianGrid([[-50, 50], [-50, 50]], [n, n], periodic=True)
    radius = numpy.sqrt((grid.cell_coords**2).sum(axis=-1))
    phi = pde.ScalarField(grid, 0.5 * (1 - numpy.tanh((radius - 5) / math.sqrt(2))))
    equation = pde.PDE({"phi": "laplace(phi) - 2 * phi * (1 - phi) * (1 - 2 * phi)"
                               f" + {30 * DRIVING_FORCE} * phi**2 * (1 - phi)**2"})
    # Stable on every grid, and short of any change worth seeing.
    dt = 0.1 * (100 / n) ** 2
    best = float("inf")
    for _ in range(3):
        solver = pde.EulerSolver(equation, backend="numba")
        stepper = solver.make_stepper(phi, dt)
        state = phi.copy()
        stepper(state, 0, dt)  # compiles
        state = phi.copy()
        start = time.perf_counter()
        stepper(state, 0, N_STEPS * dt)
        best = min(best, time.perf_counter() - start)
    print(json.dumps({"program": f"py-pde {pde.__version__}", "name": "explicit Allen-Cahn",
                      "beside": "explicit Allen-Cahn, cell rates", "n_cells": n,
                      "cell_rates_per_s": N_STEPS * n * n / best}), flush=True)


def disc(n):
    side = n * CELL
    grid = pde.CartesianGrid([[-side / 2, side / 2], [-side / 2, side / 2]], [n, n], periodic=True)
    radius = numpy.sqrt((grid.cell_coords**2).sum(axis=-1))
    first = numpy.tanh((0.3 * side - radius) / math.sqrt(2))
    n_steps = int(max(STEPS_TO_MEAN, TIMED_CELLS / n**2))
    fastest = None
    # The package's own class and the same equation as text, each with both kinds of numbers: the fastest counts.
    for equation in (pde.AllenCahnPDE(interface_width=1), pde.PDE({"phi": "laplace(phi) + phi - phi**3"})):
        for kind in (numpy.float64, numpy.float32):
            phi = pde.ScalarField(grid, first.astype(kind), dtype=kind)
            stepper = pde.EulerSolver(equation, backend="numba").make_stepper(phi, DT)
            state = phi.copy()
            stepper(state, 0, STEPS_TO_MEAN * DT)  # compiles
            mean = float(state.data.mean(dtype=numpy.float64))
            best = float("inf")
            for _ in range(3):
                start = time.perf_counter()
                stepper(state, 0, n_steps * DT)
                best = min(best, time.perf_counter() - start)
            figure = {"program": f"py-pde {pde.__version__}", "name": f"shrinking disc, {kind.__name__}",
                      "beside": "shrinking disc, single precision, cell updates", "n_cells": n,
                      "cell_rates_per_s": n_steps * n * n / best, "mean": mean}
            if fastest is None or figure["cell_rates_per_s"] > fastest["cell_rates_per_s"]:
                fastest = figure
    print(json.dumps(fastest), flush=True)


for n in map(int, sys.argv[1:] or ["64", "128", "256", "512"]):
    nucleus(n)
    disc(n)
