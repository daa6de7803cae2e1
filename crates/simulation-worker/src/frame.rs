//! What a page sees of a run: scalars, a picture, the voltage so far.
//! Here because a frame is the only thing that crosses often, so its size is kept in one place.
//! Must not know: colours, units other than SI.

use serde::{Deserialize, Serialize};

/// The newest state of a run, and the probes of every step since the frame before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub observation: Observation,
    /// Time steps over time spent stepping, since the frame before; `None` for the first.
    pub steps_per_second: Option<f64>,
    pub picture: Picture,
    pub probes: Vec<Probe>,
}

/// Scalars of one state: of the deposit, and where said of the 1-D cell at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Observation {
    pub time_s: f64,
    pub n_steps: u32,
    /// Charge passed per area of foil.
    pub charge_c_m2: f64,
    /// The charge at which the run ends.
    pub target_charge_c_m2: f64,
    /// Applied to both models.
    pub current_density_a_m2: f64,
    /// Deposit: overpotential of plating at the top of the window, with film and electrolyte in series; positive.
    pub voltage_v: f64,
    /// Cell: counter against working electrode, both of zinc; positive while plating.
    pub cell_voltage_v: f64,
    /// Cell: zinc over total charge since the start; `None` before any charge has passed.
    pub coulombic_efficiency: Option<f64>,
    /// Cell: the part of the current density that makes hydrogen.
    pub hydrogen_current_density_a_m2: f64,
    /// Cell: salt in the solution at the plating electrode.
    pub surface_concentration_mol_m3: f64,
    /// Highest metal above the first mean surface.
    pub tip_height_m: f64,
    /// Mean of the highest metal of each column above the first mean surface.
    pub mean_height_m: f64,
    /// Root mean square of the height about its mean, Rq.
    pub roughness_m: f64,
    /// Share of the foil's line that grown metal covers.
    pub coverage: f64,
    /// Largest current density on the front over its mean.
    pub hot_spot_ratio: f64,
    /// Pockets of electrolyte that the current cannot reach.
    pub n_voids: u32,
    /// Applied over limiting current density of the separator.
    pub current_over_limit: f64,
    /// Conjugate-gradient iterations of the last step.
    pub n_cg_iterations: u32,
    /// Remainder of the last field solve over the imposed current.
    pub residual: f64,
    /// Plated volume against Faraday's law, relative.
    pub charge_error: f64,
}

impl Observation {
    /// Could this state be shown as a good one?
    #[must_use]
    pub fn is_finite(&self) -> bool {
        let Self {
            time_s,
            charge_c_m2,
            voltage_v,
            cell_voltage_v,
            hydrogen_current_density_a_m2,
            surface_concentration_mol_m3,
            tip_height_m,
            mean_height_m,
            roughness_m,
            charge_error,
            ..
        } = *self;
        [
            time_s,
            charge_c_m2,
            voltage_v,
            cell_voltage_v,
            hydrogen_current_density_a_m2,
            surface_concentration_mol_m3,
            tip_height_m,
            mean_height_m,
            roughness_m,
            charge_error,
        ]
        .iter()
        .all(|value| value.is_finite())
    }
}

/// The window cell by cell, row by row from the foil upwards, each row from left to right.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Picture {
    pub n_x: u32,
    pub n_y: u32,
    /// Part of the cell that is metal, 0 to 255.
    #[serde(with = "serde_bytes")]
    pub metal: Vec<u8>,
    /// What else is in the cell: one of the constants of this type.
    #[serde(with = "serde_bytes")]
    pub mask: Vec<u8>,
}

impl Picture {
    /// Electrolyte, or metal with electrolyte above it.
    pub const OPEN: u8 = 0;
    /// Coating.
    pub const FILM: u8 = 1;
    /// Surface of metal that came through a hole in the coating.
    pub const PINHOLE: u8 = 2;
}

/// One point of the voltage curves.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Probe {
    pub time_s: f64,
    pub charge_c_m2: f64,
    /// Deposit: overpotential of plating, film and electrolyte of the window in series.
    pub voltage_v: f64,
    /// Cell: counter against working electrode.
    pub cell_voltage_v: f64,
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    pub observation: Observation,
    /// Why it stopped, in words.
    pub end: String,
    /// Hash of every bit of the final state; equal on every machine for the same case.
    pub state_hash: u64,
}
