//! Random cases from all over the allowed ranges: none diverges, every number is one, every inventory closes.
//! Here because a reader moves sliders to corners that nobody thought of.
//! Must not know: what the numbers should be.
//!
//! A rest after stripping on an inert substrate once made peaks that were not numbers, and by-product that formed in a
//! step far longer than diffusion across once emptied one volume below zero.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, CellError};
use electrodeposition::parameters::parameters;
use electrodeposition::programme::{ProgrammeStep, StepKind};

/// Marsaglia's xorshift; uniform in [0, 1).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Half of the fields that concern a cell, anywhere in their range; then half-cycles or a programme.
fn random_case(random: &mut Random) -> Case {
    let mut case = Case::default();
    for row in parameters() {
        let concerns_no_cell = ["deposit.", "run.", "operation.n_"]
            .iter()
            .any(|table| row.path.starts_with(table))
            || row.path.contains("pinhole");
        if concerns_no_cell || random.next() < 0.5 {
            continue;
        }
        let part = random.next();
        let value = if row.log_scale {
            row.min * libm::pow(row.max / row.min, part)
        } else {
            row.min + (row.max - row.min) * part
        };
        case.set(row.path, if row.integer { value.round() } else { value })
            .unwrap();
    }
    if case.is_coated() && case.coating.conductivity_s_m == 0.0 {
        case.coating.conductivity_s_m = 1e-2;
    }
    case.operation.n_half_cycles = 6;
    case.run.max_steps = 3000;
    if random.next() < 0.5 {
        let mut plate = ProgrammeStep::new(StepKind::Plate);
        plate.areal_charge_c_m2 = Some(case.operation.areal_charge_c_m2);
        let mut rest = ProgrammeStep::new(StepKind::Rest);
        rest.duration_s = Some(100.0);
        let mut strip = ProgrammeStep::new(StepKind::Strip);
        strip.voltage_limit_v = Some(0.5);
        case.operation.steps = vec![plate, rest, strip, rest];
        case.operation.n_repeats = 2;
        if random.next() < 0.5 {
            case.cell.working_foil_m = 0.0;
        }
    }
    case
}

/// Some quantities have no meaning at some moments.
const MAY_BE_MISSING: [&str; 4] = [
    "sand_time_ratio",
    "critical_wavelength",
    "cycle_coulombic_efficiency",
    "mean_cycle_coulombic_efficiency",
];

#[test]
fn no_allowed_case_diverges_and_every_inventory_closes() {
    let mut random = Random(12_345);
    let (mut n_run, mut worst) = (0, [0.0_f64; 4]);
    for case_idx in 0..300 {
        let case = random_case(&mut random);
        let mut cell = match Cell::new(&case.clone().validate().unwrap()) {
            Ok(cell) => cell,
            Err(CellError::Unsustainable { .. }) => continue,
            Err(error) => panic!("case {case_idx}: {error}\n{case:?}"),
        };
        let zinc_before = cell.zinc_inventory().total_mol_m2();
        while cell.ended().is_none() {
            if let Err(error) = cell.step() {
                panic!("case {case_idx}: {error}\n{case:?}")
            }
        }
        let seen = cell.observe();
        for quantity in seen.quantities() {
            assert!(
                quantity.value.is_finite() || MAY_BE_MISSING.contains(&quantity.name),
                "case {case_idx}: {quantity:?}\n{case:?}"
            );
        }
        let (_, profile) = cell.concentration_profile();
        assert!(
            profile.iter().all(|c| *c > 0.0),
            "case {case_idx}: {profile:?}"
        );
        let passed_c_m2 = cell.balance().charge_c_m2;
        let at_working = &cell.electrodes()[0];
        let errors = [
            cell.zinc_inventory().total_mol_m2() / zinc_before - 1.0,
            seen.salt_error,
            seen.zinc_error,
            at_working.zinc_imbalance_c_m2()
                / (1.0
                    + passed_c_m2
                    + at_working.initial_foil_c_m2
                    + at_working.hydrogen_charge_c_m2),
        ];
        for (worst, error) in worst.iter_mut().zip(errors) {
            assert!(error.abs() < 1e-9, "case {case_idx}: {errors:?}\n{case:?}");
            *worst = worst.max(error.abs());
        }
        n_run += 1;
    }
    println!(
        "{n_run} runs; largest relative errors of zinc, salt, electrodes, working electrode: {worst:?}"
    );
    assert!(n_run > 200, "{n_run}");
}
