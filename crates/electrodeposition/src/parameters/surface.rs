//! Rows of the parameter table: acidity, roughness and defects of the surface, and the film of by-products.
//! Here because the table is kept in one file per table of a case.
//! Must not know: how rows are checked or shown.

use super::{FromNumber, Parameter, row};

pub(super) static SURFACE: &[Parameter] = &[
    row!(surface.boundary_layer_m: real, "δ", "Boundary layer of protons and hydroxide",
        ["m", "µm", 1e6], 100e-6, 1e-6 => 1e-3, log, Assumed,
        "half the default separator"),
    row!(surface.buffer_ratio: real, "β", "Bound protons for each free one",
        ["1", "1", 1.0], 0.0, 0.0 => 1e4, linear, Assumed,
        "no buffer; bisulfate (pK 1.99) alone would give up to 200 in 2 mol L⁻¹ sulfate if activities were one"),
    row!(surface.activity_coefficient: real, "γ±", "Mean activity coefficient of ZnSO4",
        ["1", "1", 1.0], 0.04, 0.01 => 1.0, log, Assumed,
        "near 0.04 for 1-2 mol L⁻¹; one gives the thresholds of an ideal solution"),
    row!(surface.desolvation_factor: real, "f_des", "Factor of desolvation on i₀",
        ["1", "1", 1.0], 1.0, 0.01 => 1.0, log, Assumed,
        "heuristic: a hydrophobic film slows zinc too, by an unmeasured amount"),
    row!(surface.initial_peak_m: real, "A₀", "Highest peak at the start",
        ["m", "µm", 1e6], 1e-7, 0.0 => 1e-5, linear, Assumed,
        "a rolled foil"),
    row!(surface.heterogeneity: real, "s", "Excess of the fastest place over the mean",
        ["1", "1", 1.0], 17.1, 0.0 => 100.0, linear, Derived,
        "the one calibrated number: bare zinc is short-circuited after 55 h at 0.25 mA cm⁻² and 0.05 mA h cm⁻² (review)"),
    row!(surface.dead_zinc_peak_m: real, "A_dead", "Peak height at which as much zinc dies as is stripped",
        ["m", "mm", 1e3], 1e-2, 1e-4 => 1.0, log, Assumed,
        "peaks are few: one per cent dies at 100 µm"),
    row!(surface.initial_defect_fraction: real, "f₀", "Film-free fraction at the start",
        ["1", "1", 1.0], 0.0, 0.0 => 0.5, linear, Assumed,
        "a whole film; defect densities are hardly ever reported"),
    row!(surface.defect_creation_per_s: real, "ḟ", "Film-free fraction opened in a second",
        ["s⁻¹", "h⁻¹", 3600.0], 0.0, 0.0 => 1e-2, linear, Assumed,
        "none; unmeasured"),
    row!(surface.healing_time_s: real, "τ_heal", "Time of self-repair",
        ["s", "h", 1.0 / 3600.0], 1e9, 1.0 => 1e9, log, Assumed,
        "so long that nothing heals; a self-repairing film has hours"),
];

pub(super) static BY_PRODUCT: &[Parameter] = &[
    row!(by_product.conductivity_s_m: real, "σ_p", "Ionic conductivity of the by-product film",
        ["S m⁻¹", "mS cm⁻¹", 10.0], 1e-3, 1e-6 => 5.0, log, Assumed,
        "solution in narrow gaps between crystals; unmeasured"),
    row!(by_product.max_coverage: real, "θ_max", "Surface kept from plating under a thick film",
        ["1", "1", 1.0], 0.5, 0.0 => 0.95, linear, Assumed,
        "unmeasured"),
    row!(by_product.flake_thickness_m: real, "h_f", "Thickness of by-product crystals",
        ["m", "µm", 1e6], 1e-6, 1e-7 => 1e-4, log, Assumed,
        "plates of the order of a micrometre"),
];
