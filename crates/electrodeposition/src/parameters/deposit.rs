//! Rows of the parameter table: the deposit's window.
//! Here because the table is kept in one file per table of a case.
//! Must not know: how rows are checked or shown.

use super::{FromNumber, Parameter, row};

pub(super) static PARAMETERS: &[Parameter] = &[
    row!(deposit.n_cells: u32, "N_x", "Cells across the window",
        ["1", "1", 1.0], 128.0, 64.0 => 1024.0, log, Chosen,
        "numerical choice; a power of two"),
    row!(deposit.width_m: real, "W", "Window width",
        ["m", "µm", 1e6], 64e-6, 1e-6 => 1e-3, log, Chosen,
        "numerical choice; the window repeats sideways"),
    row!(deposit.nuclei: u32, "N", "Nuclei on the foil",
        ["1", "1", 1.0], 8.0, 0.0 => 512.0, linear, Assumed,
        "real zinc starts from separate nuclei; their density is an input here"),
    row!(deposit.nucleus_radius_m: real, "r₀", "Radius of a nucleus",
        ["m", "µm", 1e6], 2e-6, 1e-8 => 1e-4, log, Assumed,
        "resolved by the default grid"),
    row!(deposit.foil_thickness_m: real, "h₀", "Foil drawn below the surface",
        ["m", "µm", 1e6], 4e-6, 0.0 => 5e-4, linear, Chosen,
        "drawing choice"),
    row!(deposit.initial_roughness_m: real, "Rq₀", "Roughness of the foil",
        ["m", "µm", 1e6], 0.0, 0.0 => 1e-5, linear, Assumed,
        "a polished foil"),
];
