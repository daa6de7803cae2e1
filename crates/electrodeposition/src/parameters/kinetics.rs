//! Rows of the parameter table: zinc and hydrogen kinetics.
//! Here because the table is kept in one file per table of a case.
//! Must not know: how rows are checked or shown.

use super::{FromNumber, Parameter, row};

pub(super) static PARAMETERS: &[Parameter] = &[
    row!(kinetics.exchange_current_density_a_m2: real, "i₀", "Exchange current density of zinc",
        ["A m⁻²", "mA cm⁻²", 0.1], 10.0, 0.1 => 1500.0, log, Assumed,
        "published values for zinc spread over about six decades, more than this range"),
    row!(kinetics.cathodic_alpha_z: real, "α_c z", "Cathodic transfer coefficient times z",
        ["1", "1", 1.0], 0.5, 0.2 => 2.0, linear, Assumed,
        "118 mV per decade: measured for zinc in alkaline zincate, assumed to hold in mild acid"),
    row!(kinetics.anodic_alpha_z: real, "α_a z", "Anodic transfer coefficient times z",
        ["1", "1", 1.0], 1.5, 0.2 => 2.0, linear, Assumed,
        "39 mV per decade: measured for zinc in alkaline zincate, assumed to hold in mild acid"),
    row!(kinetics.concentration_exponent: real, "n", "Exponent of concentration in i₀",
        ["1", "1", 1.0], 1.0, 0.0 => 2.0, linear, Assumed,
        "first order"),
    row!(kinetics.reference_concentration_mol_m3: real, "c_ref", "Concentration at which i₀ is given",
        ["mol m⁻³", "mol L⁻¹", 1e-3], 2000.0, 10.0 => 4000.0, linear, Assumed,
        "the default bulk concentration"),
    row!(kinetics.activation_energy_j_mol: real, "E_i₀", "Activation energy of i₀",
        ["J mol⁻¹", "kJ mol⁻¹", 1e-3], 35e3, 0.0 => 100e3, linear, Assumed,
        "order of magnitude of a metal deposition reaction"),
    row!(kinetics.surface_energy_j_m2: real, "γ", "Surface energy",
        ["J m⁻²", "J m⁻²", 1.0], 0.5, 0.1 => 1.0, linear, Assumed,
        "order of magnitude of a metal against an electrolyte"),
    row!(hydrogen.exchange_current_density_a_m2: real, "i₀,H", "Exchange current density of hydrogen on zinc",
        ["A m⁻²", "mA cm⁻²", 0.1], 1e-6, 1e-12 => 1e-2, log, Literature,
        "order of magnitude of hydrogen evolution on zinc in handbooks; certain within a decade only"),
    row!(hydrogen.tafel_slope_v: real, "b", "Tafel slope of hydrogen",
        ["V", "mV per decade", 1e3], 0.12, 0.06 => 0.2, linear, Literature,
        "near 120 mV per decade where discharge of water or protons limits"),
    row!(hydrogen.water_activity: real, "a_w", "Water activity at the metal",
        ["1", "1", 1.0], 1.0, 0.01 => 1.0, linear, Assumed,
        "one is bare zinc; a hydrophobic film lowers it by an unmeasured amount"),
    row!(hydrogen.water_activity_exponent: real, "m", "Order of hydrogen evolution in water activity",
        ["1", "1", 1.0], 1.0, 0.0 => 3.0, linear, Assumed,
        "first order"),
    row!(hydrogen.activation_energy_j_mol: real, "E_H", "Activation energy of hydrogen evolution",
        ["J mol⁻¹", "kJ mol⁻¹", 1e-3], 35e3, 0.0 => 100e3, linear, Assumed,
        "taken equal to that of zinc"),
];
