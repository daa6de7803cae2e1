"""FiPy solves the field of `zinc-sim bench`: a disc that conducts 1e4 times better, zero below, a unit current above.

Here because a time means something only beside another program's on the same problem and machine.
Must not know: how `zinc-sim` solves it; both must give the same mean potential of the top row.
"""

import json
import sys
import time

import fipy
from fipy.solvers.scipy import LinearLUSolver

CONTRAST = 1e4


def measure(n):
    mesh = fipy.PeriodicGrid2DLeftRight(nx=n, ny=n, dx=1.0 / n, dy=1.0 / n)
    x, y = mesh.cellCenters.value
    inside = (x - 0.45) ** 2 + (y - 0.55) ** 2 < 0.09
    sigma = fipy.CellVariable(mesh=mesh, value=1.0)
    sigma.setValue(CONTRAST, where=inside)
    potential = fipy.CellVariable(mesh=mesh, value=0.0)
    potential.constrain(0.0, where=mesh.facesBottom)
    current = fipy.FaceVariable(mesh=mesh, rank=1, value=0.0)
    current.setValue([[0.0], [1.0]], where=mesh.facesTop)
    equation = fipy.DiffusionTerm(coeff=sigma.harmonicFaceValue) + current.divergence == 0
    solver = LinearLUSolver()
    best = float("inf")
    for _ in range(2):
        potential.setValue(0.0)
        start = time.perf_counter()
        equation.solve(var=potential, solver=solver)
        best = min(best, time.perf_counter() - start)
    top = potential.value.reshape(n, n)[-1].mean()
    print(json.dumps({"program": f"FiPy {fipy.__version__}", "name": "field solve, contrast 1e4", "n_cells": n,
                      "time_ms": best * 1e3, "mean_potential": top}), flush=True)


for n in map(int, sys.argv[1:] or ["64", "128", "256"]):
    measure(n)
