//! Rows of the parameter table: the cell's geometry, what it is asked to do, and the run's limits.
//! Here because the table is kept in one file per table of a case.
//! Must not know: how rows are checked or shown.

use super::{FromNumber, Parameter, row};

pub(super) static CELL: &[Parameter] = &[
    row!(cell.separator_thickness_m: real, "L", "Separator thickness",
        ["m", "µm", 1e6], 200e-6, 20e-6 => 2e-3, log, Assumed,
        "glass fibre is 200-700 µm, other separators are thinner; 2 mm serves the semi-infinite checks"),
    row!(cell.separator_porosity: real, "ε", "Separator porosity",
        ["1", "1", 1.0], 0.85, 0.2 => 1.0, linear, Assumed,
        "glass fibre"),
    row!(cell.bruggeman_exponent: real, "b_ε", "Exponent of effective transport in porosity",
        ["1", "1", 1.0], 1.5, 1.0 => 4.0, linear, Literature,
        "Bruggeman, Ann. Phys. 1935, 416, 636"),
    row!(cell.n_cells: u32, "N", "Finite volumes across the separator",
        ["1", "1", 1.0], 100.0, 10.0 => 1000.0, log, Chosen,
        "numerical choice"),
    row!(cell.coated_electrodes: u32, "N_c", "Coated electrodes",
        ["1", "1", 1.0], 2.0, 1.0 => 2.0, linear, Assumed,
        "both electrodes of a symmetric cell are usually coated"),
    row!(cell.working_foil_m: real, "h_w", "Zinc foil of the working electrode",
        ["m", "µm", 1e6], 100e-6, 0.0 => 1e-3, linear, Assumed,
        "a common foil; zero is an inert substrate (Cu, Ti), which is taken to be wetted by zinc without a barrier"),
    row!(cell.counter_foil_m: real, "h_c", "Zinc foil of the counter electrode",
        ["m", "µm", 1e6], 100e-6, 1e-6 => 1e-3, log, Assumed,
        "a common foil"),
    row!(cell.n_steps_per_half_cycle: u32, "N_t", "Fewest time steps to a half-cycle",
        ["1", "1", 1.0], 40.0, 10.0 => 2000.0, log, Chosen,
        "numerical choice"),
];

pub(super) static OPERATION: &[Parameter] = &[
    row!(operation.current_density_a_m2: real, "I", "Current density",
        ["A m⁻²", "mA cm⁻²", 0.1], 100.0, 0.1 => 2000.0, log, Chosen,
        "operating choice"),
    row!(operation.areal_charge_c_m2: real, "Q", "Areal capacity",
        ["C m⁻²", "mA h cm⁻²", 1.0 / 3.6e4], 3.6e4, 36.0 => 3.6e6, log, Chosen,
        "operating choice"),
    row!(operation.n_half_cycles: u32, "N_½", "Half-cycles",
        ["1", "1", 1.0], 1.0, 1.0 => 100_000.0, log, Chosen,
        "operating choice; plating and stripping counted as two"),
    row!(operation.n_repeats: u32, "N_rep", "Repeats of the programme",
        ["1", "1", 1.0], 1.0, 1.0 => 100_000.0, log, Chosen,
        "operating choice; used where operation.steps are given"),
    // 2^53: the largest seed that a message in JavaScript numbers carries exactly.
    row!(run.seed: u64, "seed", "Seed of the random places",
        ["1", "1", 1.0], 1.0, 0.0 => 9_007_199_254_740_992.0, linear, Chosen,
        "numerical choice"),
    row!(run.max_steps: u32, "N_max", "Largest number of steps",
        ["1", "1", 1.0], 20_000.0, 1.0 => 100_000_000.0, log, Chosen,
        "numerical choice"),
];
