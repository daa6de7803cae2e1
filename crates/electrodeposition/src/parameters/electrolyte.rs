//! Rows of the parameter table: the zinc sulfate solution.
//! Here because the table is kept in one file per table of a case.
//! Must not know: how rows are checked or shown.

use super::{FromNumber, Parameter, row};

pub(super) static PARAMETERS: &[Parameter] = &[
    row!(electrolyte.concentration_mol_m3: real, "c₀", "Salt concentration",
        ["mol m⁻³", "mol L⁻¹", 1e-3], 2000.0, 10.0 => 4000.0, linear, Assumed,
        "2 mol L⁻¹ ZnSO4 is a common choice in aqueous zinc cells"),
    row!(electrolyte.diffusivity_m2_s: real, "D", "Salt diffusivity",
        ["m² s⁻¹", "10⁻¹⁰ m² s⁻¹", 1e10], 3.6e-10, 1e-10 => 1e-9, linear, Assumed,
        "3-6e-10 is typical of 2 mol L⁻¹ ZnSO4; 8.57e-10 follows at infinite dilution from D(Zn²⁺) 7.15e-10 and D(SO4²⁻) 1.07e-9"),
    row!(electrolyte.transference_number: real, "t₊", "Zn²⁺ transference number",
        ["1", "1", 1.0], 0.4, 0.05 => 0.95, linear, Assumed,
        "0.2-0.5 is typical; 0.40 follows at infinite dilution"),
    row!(electrolyte.conductivity_s_m: real, "κ", "Ionic conductivity",
        ["S m⁻¹", "S m⁻¹", 1.0], 5.0, 0.1 => 20.0, log, Assumed,
        "4-6 S m⁻¹ is typical of 2 mol L⁻¹ ZnSO4"),
    row!(electrolyte.temperature_k: real, "T", "Temperature",
        ["K", "K", 1.0], 298.15, 263.15 => 353.15, linear, Assumed,
        "room temperature"),
    row!(electrolyte.ph: real, "pH", "Bulk pH",
        ["1", "1", 1.0], 4.0, 1.0 => 7.0, linear, Assumed,
        "unbuffered 1-3 mol L⁻¹ ZnSO4 is mildly acidic"),
    row!(electrolyte.transport_activation_energy_j_mol: real, "E_D", "Activation energy of diffusion and conduction",
        ["J mol⁻¹", "kJ mol⁻¹", 1e-3], 18e3, 0.0 => 60e3, linear, Assumed,
        "close to that of the viscosity of water"),
    row!(electrolyte.water_mol_m3: real, "c_w", "Water in the solution",
        ["mol m⁻³", "mol L⁻¹", 1e-3], 53.7e3, 30e3 => 56e3, linear, Assumed,
        "2 mol L⁻¹ ZnSO4 at a density of 1.29 g cm⁻³"),
    row!(electrolyte.reference_concentration_mol_m3: real, "c_ref,D", "Concentration at which diffusivity and conductivity hold",
        ["mol m⁻³", "mol L⁻¹", 1e-3], 2000.0, 10.0 => 4000.0, linear, Assumed,
        "their sources are for 2 mol L⁻¹; acts where one of the next two is not zero"),
    row!(electrolyte.diffusivity_decline_m3_mol: real, "β", "Decline of the diffusivity with concentration",
        ["m³ mol⁻¹", "L mol⁻¹", 1e3], 0.0, 0.0 => 2e-3, linear, Assumed,
        "zero is a constant; 0.69 L mol⁻¹ leads from 8.57e-10 m² s⁻¹ at infinite dilution to 3.6e-10 at 2 mol L⁻¹"),
    row!(electrolyte.conductivity_exponent: real, "p", "Exponent of the conductivity in concentration",
        ["1", "1", 1.0], 0.0, 0.0 => 1.0, linear, Assumed,
        "zero is a constant; one is proportional to salt, as at infinite dilution; ZnSO4 near 2 mol L⁻¹ is close to zero"),
    row!(electrolyte.relative_permittivity: real, "ε_r", "Relative permittivity of the solution",
        ["1", "1", 1.0], 78.4, 1.0 => 200.0, linear, Assumed,
        "that of water at 25 °C; salt lowers it; enters a time that is read, no run"),
];
