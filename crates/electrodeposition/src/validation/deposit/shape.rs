//! Validation of shapes: a disc at rest and a grown one, coverage by nuclei, the critical radius.
//! Here because a front may keep its volume and still lose its shape.
//! Must not know: how the front is kept.

use super::stability::volume_per_charge;
use crate::case::Case;
use crate::deposit::{Deposit, area_drift_at_rest};
use crate::kinetics::ButlerVolmer;
use crate::validation::{Compared, Tolerance, ValidationCase, ValidationError};
use core::f64::consts::PI;

pub(in crate::validation) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Area of a disc after 200 steps without current over the first, less one",
        reference: "no drift",
        exercises: "deposit: distances put right 200 times",
        unit: "1",
        tolerance: Tolerance::Absolute(1e-10),
        run: || {
            Ok(Compared {
                reference: 0.0,
                computed: area_drift_at_rest(200),
            })
        },
    },
    ValidationCase {
        name: "A disc grown from 5 to 40 cells: farthest from round",
        reference: "at most 0.4 cells",
        exercises: "deposit: motion at uniform current",
        unit: "cells",
        tolerance: Tolerance::AtMost,
        run: grown_disc,
    },
    ValidationCase {
        name: "Coverage of the foil by spreading nuclei, mean of 20 seeds",
        reference: "1 − exp(−2 N v t), N = 64 a window",
        exercises: "deposit: nuclei, labels of foil and grown metal",
        unit: "1",
        tolerance: Tolerance::Relative(2e-2),
        run: coverage,
    },
    ValidationCase {
        name: "Radius in equilibrium with an overpotential, in two dimensions",
        reference: "γΩ/(zFη): a rod's curvature is 1/r, half of a sphere's, whose r* is 2γΩ/(zFη)",
        exercises: "deposit: curvature in the kinetics",
        unit: "m",
        tolerance: Tolerance::Relative(2e-2),
        run: critical_radius,
    },
];

/// Kinetics so slow that the current is the same everywhere.
fn uniform_current() -> Case {
    let mut case = Case::default();
    case.kinetics.exchange_current_density_a_m2 = 0.1;
    case.operation.current_density_a_m2 = 0.1;
    case
}

fn grown_disc() -> Result<Compared, ValidationError> {
    let mut case = uniform_current();
    let width_m = case.deposit.width_m;
    let cell_m = width_m / f64::from(case.deposit.n_cells);
    let cells_grown = PI * (40.0 * 40.0 - 5.0 * 5.0);
    case.operation.areal_charge_c_m2 =
        cells_grown * cell_m * cell_m / width_m / volume_per_charge();
    let from_centre = |p: [f64; 2]| {
        let (x, y) = (p[0] - 0.503 * width_m, p[1] - 0.498 * width_m);
        libm::sqrt(x * x + y * y)
    };
    let disc = |x, y| from_centre([x, y]) - 5.0 * cell_m;
    let mut deposit = Deposit::with_shape(&case.validate()?, disc)?;
    while !deposit.is_finished() {
        deposit.step()?;
    }
    let off = |p: [f64; 2]| (from_centre(p) / cell_m - 40.0).abs();
    Ok(Compared {
        reference: 0.4,
        computed: deposit
            .front()
            .map(|piece| off(piece.start_m))
            .fold(0.0, f64::max),
    })
}

/// Discs on random places of a line: a point stays free if no centre lies within r on either side. The radius is
/// followed by the mean speed of the active front.
fn coverage() -> Result<Compared, ValidationError> {
    let (mut reference, mut computed) = (0.0, 0.0);
    let n_seeds = 20;
    for seed in 0..n_seeds {
        let mut case = uniform_current();
        (case.deposit.n_cells, case.deposit.nuclei) = (512, 64);
        case.run.seed = seed;
        let (n, width_m) = (f64::from(case.deposit.n_cells), case.deposit.width_m);
        let cell_m = width_m / n;
        let mut radius_m = 2.0 * cell_m;
        case.deposit.nucleus_radius_m = radius_m;
        let n_nuclei = f64::from(case.deposit.nuclei);
        case.operation.areal_charge_c_m2 = 36e3;
        let mut deposit = Deposit::new(&case.validate()?)?;
        while radius_m < 6.0 * cell_m {
            let mean_a_m2 = deposit.observe().max_current_density_a_m2;
            radius_m += deposit.step()?.dt_s * volume_per_charge() * mean_a_m2;
        }
        reference += 1.0 - libm::exp(-2.0 * n_nuclei * radius_m / width_m);
        computed += deposit.observe().coverage;
    }
    Ok(Compared {
        reference: reference / n_seeds as f64,
        computed: computed / n_seeds as f64,
    })
}

/// A rod that hardly grows shows, less its kinetic overpotential, the voltage at which it neither grows nor shrinks.
fn critical_radius() -> Result<Compared, ValidationError> {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 0.1;
    case.kinetics.exchange_current_density_a_m2 = 1500.0;
    case.electrolyte.conductivity_s_m = 20.0;
    case.deposit.width_m = 1e-6;
    let radius_m = 0.125 * case.deposit.width_m;
    let centre_m = 0.5 * case.deposit.width_m;
    let disc = |x: f64, y: f64| {
        let (x, y) = (x - centre_m, y - centre_m);
        libm::sqrt(x * x + y * y) - radius_m
    };
    let law = ButlerVolmer::of(&case);
    let on_disc_a_m2 = 0.1 * case.deposit.width_m / (2.0 * PI * radius_m);
    let gamma = case.kinetics.surface_energy_j_m2 * volume_per_charge();
    let seen = Deposit::with_shape(&case.validate()?, disc)?.observe();
    Ok(Compared {
        reference: radius_m,
        computed: gamma / (seen.voltage_v + law.overpotential_v(on_disc_a_m2)),
    })
}
