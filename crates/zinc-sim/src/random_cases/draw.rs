//! A case drawn from the parameter table.
//! Here because the table is the promise that is put to the test.
//! Must not know: models.
//!
//! Narrowed is what costs time, the grid and the steps; and each lever of the deposit is off in part of the cases. A case
//! that the fields' agreement forbids (`Case::validate`) is drawn again.

use electrodeposition::case::Case;
use electrodeposition::parameters::{Parameter, parameters};

use crate::arguments::Model;

const GRID_CELLS: u32 = 64;
/// Enough for a cell to plate, to turn and to strip.
const CELL_STEPS: u32 = 400;
/// A step of the deposit costs a thousand times as much; enough to move the front by two cells.
const DEPOSIT_STEPS: u32 = 10;
/// One deposit in so many may go on, to close its holes or to reach the top.
const ONE_LONG_DEPOSIT: u32 = 20;
const LONG_DEPOSIT_STEPS: u32 = 200;
/// So often a case is drawn again that the fields' agreement forbids.
const MOST_DRAWS: u32 = 50;
/// One number in so many lies on an end of its range, where things break first.
const ONE_AT_AN_END: u32 = 10;

/// What the models leave out by default.
const LEVERS: [&str; 13] = [
    "coating.anisotropy",
    "coating.porosity",
    "coating.pore_diameter_m",
    "coating.zinc_affinity_ev",
    "coating.conformality",
    "coating.has_thickness",
    "coating.electronic_conductivity_s_m",
    "coating.crack_strain",
    "deposit.salt_transport",
    "deposit.hydrogen",
    "deposit.nucleation_rate_m_s",
    "deposit.edge_basal_ratio",
    "operation.n_half_cycles",
];
/// One surface in so many is starved.
const ONE_STARVED: u32 = 8;
/// What a starved surface does not know (`Case::validate`).
const NOT_WHEN_STARVED: [&str; 5] = [
    "coating.thickness_m",
    "deposit.salt_transport",
    "deposit.hydrogen",
    "deposit.nucleation_rate_m_s",
    "deposit.edge_basal_ratio",
];

/// Case `index` of the seed for a model; the same on every machine.
pub fn case(seed: u64, index: u64, model: Model) -> Case {
    // An odd factor, so that cases of neighbouring seeds differ.
    let mut random =
        fastrand::Rng::with_seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(index));
    let mut case = drawn(&mut random, model);
    for _ in 0..MOST_DRAWS {
        if case.clone().validate().is_ok() {
            break;
        }
        case = drawn(&mut random, model);
    }
    case
}

fn drawn(random: &mut fastrand::Rng, model: Model) -> Case {
    let mut case = Case::default();
    for row in parameters() {
        let value = number(random, row);
        // What the field's type cannot hold was rounded before.
        let _ = case.set(row.path, value);
    }
    case.deposit.n_cells = GRID_CELLS;
    let most = match model {
        Model::Cell => CELL_STEPS,
        Model::Deposit if random.u32(..ONE_LONG_DEPOSIT) == 0 => LONG_DEPOSIT_STEPS,
        Model::Deposit => DEPOSIT_STEPS,
    };
    case.run.max_steps = case.run.max_steps.min(most);
    // Bare zinc is one case in four; by its range alone it would be one in twenty.
    if random.u32(..4) == 0 {
        case.coating.thickness_m = 0.0;
    }
    some_levers_off(random, &mut case);
    if !case.is_coated() || case.coating.pinhole_width_m <= 0.0 {
        case.coating.pinholes = 0;
    }
    if case.coating.pinholes > 0 {
        let widest = case.deposit.width_m / f64::from(case.coating.pinholes);
        if case.coating.pinhole_width_m >= widest {
            case.coating.pinhole_width_m = widest * (0.001 + 0.99 * random.f64());
        }
    }
    // Most windows keep room for electrolyte; the others show that too much metal is refused.
    if random.u32(..8) > 0 {
        let window_m = case.deposit.width_m;
        case.deposit.foil_thickness_m = case.deposit.foil_thickness_m.min(0.3 * window_m);
        case.deposit.nucleus_radius_m = case.deposit.nucleus_radius_m.min(0.2 * window_m);
        case.deposit.initial_roughness_m = case.deposit.initial_roughness_m.min(0.02 * window_m);
    }
    case
}

/// Leaves each of these levers off in half of the cases, as it is by default. By its range alone a lever would be
/// on in nearly all, and a starved surface, which most others contradict, in none that is valid.
fn some_levers_off(random: &mut fastrand::Rng, case: &mut Case) {
    let off = Case::default();
    for path in LEVERS {
        if random.bool() {
            copy(&off, case, path);
        }
    }
    if random.u32(..ONE_STARVED) > 0 {
        copy(&off, case, "deposit.starved_length_m");
    } else {
        for path in NOT_WHEN_STARVED {
            copy(&off, case, path);
        }
    }
}

fn copy(from: &Case, to: &mut Case, path: &str) {
    if let Some(value) = from.get(path) {
        let _ = to.set(path, value);
    }
}

fn number(random: &mut fastrand::Rng, row: &Parameter) -> f64 {
    let value = match random.u32(..ONE_AT_AN_END) {
        0 if random.bool() => row.min,
        0 => row.max,
        _ if row.log_scale && row.min > 0.0 => row.min * libm::pow(row.max / row.min, random.f64()),
        _ => row.min + (row.max - row.min) * random.f64(),
    };
    let value = if row.integer { value.round() } else { value };
    value.clamp(row.min, row.max)
}
