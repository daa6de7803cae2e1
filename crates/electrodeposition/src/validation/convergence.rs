//! Order with which the cell's numbers converge on finer meshes and shorter steps.
//! Here because a right formula on a wrong grid is a wrong number.
//! Must not know: why an order is what it is.

use super::cell::run_to;
use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::case::Case;
use crate::cell::{Cell, EndReason};

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Order of the voltage in the volumes across the separator",
        reference: "2",
        exercises: "cell: transient at half the limiting current, 25, 50 and 100 volumes",
        unit: "1",
        tolerance: Tolerance::Absolute(0.2),
        run: || {
            let volumes = |case: &mut Case, n| case.cell.n_cells = n;
            order(25, volumes, |cell| cell.observe().voltage_v)
        },
    },
    ValidationCase {
        name: "Order of the voltage in the time steps to a half-cycle",
        reference: "2",
        exercises: "cell: transient at half the limiting current, 40, 80 and 160 steps",
        unit: "1",
        tolerance: Tolerance::Absolute(0.3),
        run: || order(40, steps, |cell| cell.observe().voltage_v),
    },
    ValidationCase {
        name: "Order of the hydrogen charge in the time steps to a half-cycle",
        reference: "2",
        exercises: "cell: what is booked from currents at both ends of a step; 40, 80 and 160 steps",
        unit: "1",
        tolerance: Tolerance::Absolute(0.3),
        run: || order(40, steps, |cell| cell.balance().hydrogen_charge_c_m2),
    },
];

fn steps(case: &mut Case, n: u32) {
    case.cell.n_steps_per_half_cycle = n;
}

/// From the differences of three results, each with twice as many pieces as the one before.
fn order(
    n_pieces: u32,
    refine: fn(&mut Case, u32),
    look: fn(&Cell) -> f64,
) -> Result<Compared, ValidationError> {
    let result = |n_pieces: u32| {
        let mut case = Case::default();
        case.operation.current_density_a_m2 = 1000.0;
        // While the profile is still growing across the separator.
        case.operation.areal_charge_c_m2 = 2e4;
        refine(&mut case, n_pieces);
        Ok::<f64, ValidationError>(look(&run_to(case, EndReason::Completed)?))
    };
    let [coarse, middle, fine] = [
        result(n_pieces)?,
        result(2 * n_pieces)?,
        result(4 * n_pieces)?,
    ];
    Ok(Compared {
        reference: 2.0,
        computed: libm::log2((coarse - middle).abs() / (middle - fine).abs()),
    })
}
