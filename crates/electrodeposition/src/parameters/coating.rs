//! Rows of the parameter table: the film on the zinc.
//! Here because the table is kept in one file per table of a case.
//! Must not know: how rows are checked or shown.

use super::{FromNumber, Parameter, row};

pub(super) static PARAMETERS: &[Parameter] = &[
    row!(coating.thickness_m: real, "d", "Coating thickness",
        ["m", "µm", 1e6], 0.0, 0.0 => 100e-6, linear, Assumed,
        "zero is bare zinc; each preset states its own"),
    // The default lies outside the range on purpose: a film must be given a conductivity, none is supplied silently.
    row!(coating.conductivity_s_m: real, "σ_c", "Coating ionic conductivity",
        ["S m⁻¹", "mS cm⁻¹", 10.0], 0.0, 1e-6 => 20.0, log, Assumed,
        "not given by default; montmorillonite 3.93 mS cm⁻¹ is the review's figure"),
    row!(coating.transference_number: real, "t₊,c", "Zn²⁺ transference number in the coating",
        ["1", "1", 1.0], 0.4, 0.0 => 1.0, linear, Assumed,
        "as the solution; montmorillonite 0.82 is the review's figure"),
    row!(coating.diffusivity_m2_s: real, "D_c", "Salt diffusivity in the coating",
        ["m² s⁻¹", "10⁻¹⁰ m² s⁻¹", 1e10], 3.6e-11, 1e-14 => 1e-9, log, Assumed,
        "a tenth of the solution's"),
    row!(coating.concentration_mol_m3: real, "c_c", "Salt concentration in the coating at rest",
        ["mol m⁻³", "mol L⁻¹", 1e-3], 2000.0, 1.0 => 20_000.0, log, Assumed,
        "as the solution"),
    row!(coating.pinholes: u32, "N_pin", "Pinholes in the window",
        ["1", "1", 1.0], 0.0, 0.0 => 64.0, linear, Assumed,
        "defect densities are hardly ever reported"),
    row!(coating.pinhole_width_m: real, "w", "Pinhole width",
        ["m", "µm", 1e6], 0.0, 0.0 => 100e-6, linear, Assumed,
        "in two dimensions a pinhole is a trench"),
];
