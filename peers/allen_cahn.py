"""py-pde takes explicit steps of the Allen-Cahn equation of `zinc-sim bench` (PFHub 8a), compiled with numba.

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


def measure(n):
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
    print(json.dumps({"program": f"py-pde {pde.__version__}", "name": "explicit Allen-Cahn", "n_cells": n,
                      "cell_rates_per_s": N_STEPS * n * n / best}), flush=True)


for n in map(int, sys.argv[1:] or ["64", "128", "256", "512"]):
    measure(n)
