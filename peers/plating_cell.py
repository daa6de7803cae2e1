"""PyBaMM plates one half-cycle of the default cell of `zinc-sim`: the same equations on as many volumes.

Here because a time means something only beside another program's on the same problem and machine.
Must not know: how `zinc-sim` steps; its voltage at the end must be this one within 1 mV.
"""

import json
import time

import pybamm

F, R, Z = 96485.33212331002, 8.31446261815324, 2
I, CHARGE = 100.0, 3.6e4
L, POROSITY, BRUGGEMAN = 200e-6, 0.85, 1.5
C0, D, T_PLUS, KAPPA, T = 2000.0, 3.6e-10, 0.4, 5.0, 298.15
I0, ALPHA_C, ALPHA_A = 10.0, 0.5, 1.5
# Hydrogen: i0_H 10^((E_H - E)/b) with E = -0.76 V + (RT/zF) ln(c/1 mol/L) + eta and E_H = -(RT ln10/F) pH.
I0_H, TAFEL, PH, E_ZN, C_STANDARD = 1e-6, 0.12, 4.0, -0.76, 1000.0
N_VOLUMES = 100


def model():
    effective = POROSITY**BRUGGEMAN
    model = pybamm.BaseModel("plating cell")
    c = pybamm.Variable("c", domain="separator", scale=C0)
    plate, strip = pybamm.Variable("plate"), pybamm.Variable("strip")
    flux = -effective * D * pybamm.grad(c)
    model.rhs = {c: -pybamm.div(flux) / POROSITY}
    drawn = (1 - T_PLUS) * I / (Z * F) / (effective * D)
    model.boundary_conditions = {c: {"left": (pybamm.Scalar(drawn), "Neumann"), "right": (pybamm.Scalar(drawn), "Neumann")}}
    left, right = pybamm.boundary_value(c, "left"), pybamm.boundary_value(c, "right")
    f = F / (R * T)

    def zinc(eta, surface):
        return I0 * surface / C0 * (pybamm.exp(-ALPHA_C * f * eta) - pybamm.exp(ALPHA_A * f * eta))

    def hydrogen(eta, surface):
        e = E_ZN + R * T / (Z * F) * pybamm.log(surface / C_STANDARD) + eta
        return I0_H * 10 ** ((-R * T * 2.302585092994046 / F * PH - e) / TAFEL)

    model.algebraic = {plate: zinc(plate, left) + hydrogen(plate, left) - I, strip: zinc(strip, right) + hydrogen(strip, right) + I}
    model.initial_conditions = {c: pybamm.Scalar(C0), plate: pybamm.Scalar(-0.1), strip: pybamm.Scalar(0.03)}
    diffusion = 2 * R * T / (Z * F) * (1 - T_PLUS) * pybamm.log(right / left)
    model.variables = {"V": strip - plate + I * L / (effective * KAPPA) + diffusion}
    return model


x = pybamm.SpatialVariable("x", domain="separator", coord_sys="cartesian")
geometry = pybamm.Geometry({"separator": {x: {"min": 0, "max": L}}})
cell = model()
mesh = pybamm.Mesh(geometry, {"separator": pybamm.Uniform1DSubMesh}, {x: N_VOLUMES})
pybamm.Discretisation(mesh, {"separator": pybamm.FiniteVolume()}).process_model(cell)
best, end = float("inf"), CHARGE / I
solver = pybamm.IDAKLUSolver(rtol=1e-6, atol=1e-6)
for _ in range(5):
    start = time.perf_counter()
    solution = solver.solve(cell, [0, end])
    best = min(best, time.perf_counter() - start)
print(json.dumps({"program": f"PyBaMM {pybamm.__version__}", "name": "plating cell, one half-cycle", "n_cells": N_VOLUMES,
                  "time_ms": best * 1e3, "voltage_end_v": float(solution["V"].entries[-1])}))
