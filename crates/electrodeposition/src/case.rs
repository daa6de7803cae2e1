//! A case: everything one run depends on, in SI units, as read from TOML, JSON or a message.
//! Here because page, worker and command line must agree to the field.
//! Must not know: presets, sliders, display units.

use serde::{Deserialize, Serialize};

use crate::programme::ProgrammeStep;

/// One run, before validation. Every table and field has a default, so a file states only what differs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Case {
    pub electrolyte: Electrolyte,
    pub kinetics: Kinetics,
    pub hydrogen: Hydrogen,
    pub coating: Coating,
    pub cell: CellGeometry,
    pub operation: Operation,
    pub deposit: DepositSetup,
    pub run: Run,
    pub surface: Surface,
    pub by_product: ByProduct,
}

/// Bulk ZnSO4 solution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Electrolyte {
    pub concentration_mol_m3: f64,
    /// Salt diffusivity in free solution at 298.15 K and the reference concentration.
    pub diffusivity_m2_s: f64,
    /// Share of the current carried by Zn²⁺ (t₊).
    pub transference_number: f64,
    /// Ionic conductivity in free solution at 298.15 K and the reference concentration.
    pub conductivity_s_m: f64,
    pub temperature_k: f64,
    pub ph: f64,
    /// Arrhenius energy of diffusivity and conductivity.
    pub transport_activation_energy_j_mol: f64,
    /// Water in a volume of solution.
    pub water_mol_m3: f64,
    /// c_ref: the concentration at which diffusivity and conductivity hold.
    pub reference_concentration_mol_m3: f64,
    /// β of D(c) = D (1 + β c_ref)/(1 + β c).
    pub diffusivity_decline_m3_mol: f64,
    /// p of κ(c) = κ (c/c_ref)^p.
    pub conductivity_exponent: f64,
    /// ε over that of vacuum. Acts on a time that is read, on no run.
    pub relative_permittivity: f64,
}

impl Default for Electrolyte {
    fn default() -> Self {
        Self {
            concentration_mol_m3: 2000.0,
            diffusivity_m2_s: 3.6e-10,
            transference_number: 0.4,
            conductivity_s_m: 5.0,
            temperature_k: 298.15,
            ph: 4.0,
            transport_activation_energy_j_mol: 18e3,
            water_mol_m3: 53.7e3,
            reference_concentration_mol_m3: 2000.0,
            diffusivity_decline_m3_mol: 0.0,
            conductivity_exponent: 0.0,
            relative_permittivity: 78.4,
        }
    }
}

/// Butler-Volmer kinetics of Zn²⁺ + 2 e⁻ ⇌ Zn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Kinetics {
    /// At the reference concentration and 298.15 K.
    pub exchange_current_density_a_m2: f64,
    /// αz of plating: 0.5 is 118 mV per decade.
    pub cathodic_alpha_z: f64,
    /// αz of stripping: 1.5 is 39 mV per decade.
    pub anodic_alpha_z: f64,
    /// n in i0 (c_s/c_ref)^n.
    pub concentration_exponent: f64,
    /// c_ref: the concentration at which the exchange current density above holds.
    pub reference_concentration_mol_m3: f64,
    pub activation_energy_j_mol: f64,
    /// γ, surface energy of zinc against the electrolyte.
    pub surface_energy_j_m2: f64,
}

impl Default for Kinetics {
    fn default() -> Self {
        Self {
            exchange_current_density_a_m2: 10.0,
            cathodic_alpha_z: 0.5,
            anodic_alpha_z: 1.5,
            concentration_exponent: 1.0,
            reference_concentration_mol_m3: 2000.0,
            activation_energy_j_mol: 35e3,
            surface_energy_j_m2: 0.5,
        }
    }
}

/// Hydrogen evolution, a Tafel law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hydrogen {
    /// At the hydrogen electrode's own equilibrium and 298.15 K.
    pub exchange_current_density_a_m2: f64,
    pub tafel_slope_v: f64,
    /// a_w at the metal; a hydrophobic film lowers it.
    pub water_activity: f64,
    /// m in i0_H a_w^m.
    pub water_activity_exponent: f64,
    pub activation_energy_j_mol: f64,
}

impl Default for Hydrogen {
    fn default() -> Self {
        Self {
            exchange_current_density_a_m2: 1e-6,
            tafel_slope_v: 0.12,
            water_activity: 1.0,
            water_activity_exponent: 1.0,
            activation_energy_j_mol: 35e3,
        }
    }
}

/// An ion-conducting film on the zinc. `thickness_m` of zero is bare zinc, and the other fields are then not used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Coating {
    pub thickness_m: f64,
    /// Ionic conductivity; must be given where there is a film (zero means not given).
    pub conductivity_s_m: f64,
    /// σ∥/σ⊥: conductivity along the foil over that above, which is then the one across. Acts where the film has a
    /// thickness of its own in the deposit.
    pub anisotropy: f64,
    /// Share of the current carried by Zn²⁺ inside the film; one is a single-ion conductor.
    pub transference_number: f64,
    /// Salt diffusivity in what fills the film, before its pores are counted.
    pub diffusivity_m2_s: f64,
    /// ε: part of the film that is open to salt. One leaves the diffusivity as it is given.
    pub porosity: f64,
    /// Width of its pores; zero stands for pores so wide that they do not hinder ions.
    pub pore_diameter_m: f64,
    /// Salt concentration inside the film, at rest, that sets its own limiting current.
    pub concentration_mol_m3: f64,
    /// ε over that of vacuum. Acts on a time that is read, on no run.
    pub relative_permittivity: f64,
    /// Energy by which the film binds zinc, positive where it binds. A heuristic; zero leaves everything as it is.
    pub zinc_affinity_ev: f64,
    /// Places without film, in the deposit model.
    pub pinholes: u32,
    pub pinhole_width_m: f64,
    /// How far the film's outer face follows the metal: 1 is conformal, 0 rigid with a flat top that metal grows through.
    pub conformality: f64,
    /// 1: a conformal film thicker than two cells has its own thickness in the deposit; 0: it is a resistance. A film
    /// that is not wholly conformal always has its thickness.
    pub has_thickness: u32,
    /// Pressure with which the film's stiffness would hold the metal down.
    pub stiffness_pressure_pa: f64,
    /// Strength of its bond to the metal, which no pressure on the metal can exceed.
    pub adhesion_pa: f64,
    /// Conductivity for electrons. Where it is at least the ionic one, zinc plates on top of the film.
    pub electronic_conductivity_s_m: f64,
    /// Stretch at which the film cracks; zero never cracks.
    pub crack_strain: f64,
    pub crack_width_m: f64,
    /// Mean time in which a bare place is covered again; zero never heals.
    pub healing_time_s: f64,
}

impl Default for Coating {
    fn default() -> Self {
        Self {
            thickness_m: 0.0,
            conductivity_s_m: 0.0,
            anisotropy: 1.0,
            transference_number: 0.4,
            diffusivity_m2_s: 3.6e-11,
            porosity: 1.0,
            pore_diameter_m: 0.0,
            concentration_mol_m3: 2000.0,
            relative_permittivity: 10.0,
            zinc_affinity_ev: 0.0,
            pinholes: 0,
            pinhole_width_m: 0.0,
            conformality: 1.0,
            has_thickness: 0,
            stiffness_pressure_pa: 0.0,
            adhesion_pa: 1e7,
            electronic_conductivity_s_m: 0.0,
            crack_strain: 0.0,
            crack_width_m: 2e-6,
            healing_time_s: 0.0,
        }
    }
}

/// The separator between the two electrodes, and the zinc they start with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CellGeometry {
    pub separator_thickness_m: f64,
    pub separator_porosity: f64,
    /// Exponent of the effective transport properties; 1.5 is Bruggeman's.
    pub bruggeman_exponent: f64,
    /// Finite volumes across the separator.
    pub n_cells: u32,
    /// Electrodes that carry the coating: 1 is the working electrode alone, 2 both.
    pub coated_electrodes: u32,
    /// Zinc foil of the working electrode; zero is an inert substrate (Cu, Ti), which strips what was plated on it.
    pub working_foil_m: f64,
    pub counter_foil_m: f64,
    /// Fewest time steps to a half-cycle; the shorter ones after a change of current follow it.
    pub n_steps_per_half_cycle: u32,
}

impl Default for CellGeometry {
    fn default() -> Self {
        Self {
            separator_thickness_m: 200e-6,
            separator_porosity: 0.85,
            bruggeman_exponent: 1.5,
            n_cells: 100,
            coated_electrodes: 2,
            working_foil_m: 100e-6,
            counter_foil_m: 100e-6,
            n_steps_per_half_cycle: 40,
        }
    }
}

/// What the cell is asked to do: half-cycles of one current, or a programme where `steps` are given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Operation {
    pub current_density_a_m2: f64,
    /// Charge per area in one half-cycle (3.6e4 C m⁻² is 1 mA h cm⁻²).
    pub areal_charge_c_m2: f64,
    /// Plating and stripping counted as two. Not used with a programme.
    pub n_half_cycles: u32,
    /// How often the programme is gone through.
    pub n_repeats: u32,
    /// A programme, in place of plating and stripping in turn.
    pub steps: Vec<ProgrammeStep>,
}

impl Default for Operation {
    fn default() -> Self {
        Self {
            current_density_a_m2: 100.0,
            areal_charge_c_m2: 3.6e4,
            n_half_cycles: 1,
            n_repeats: 1,
            steps: Vec::new(),
        }
    }
}

/// The deposit's window and what makes it heterogeneous.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DepositSetup {
    /// Cells across the window; a power of two from 64 to 1024.
    pub n_cells: u32,
    pub width_m: f64,
    /// Metal nuclei on the foil at the start.
    pub nuclei: u32,
    pub nucleus_radius_m: f64,
    /// Thickness of foil metal drawn below the surface.
    pub foil_thickness_m: f64,
    pub initial_roughness_m: f64,
    /// Standard deviation of the tilt of a grain's basal plane.
    pub orientation_spread_rad: f64,
    /// i0 of zinc on the planes across the basal one over that on the basal one.
    pub edge_basal_ratio: f64,
    /// Grains across a foil without nuclei; with nuclei each is one grain.
    pub grains: u32,
    /// 1: salt diffuses to the front, quasi-statically; 0: the solution is uniform.
    pub salt_transport: u32,
    /// From the first surface to the well-mixed solution.
    pub diffusion_layer_m: f64,
    /// D/k of a surface starved of salt, i = zF k c_s/(1 − t₊), held at a potential; zero is galvanostatic.
    pub starved_length_m: f64,
    /// 1: hydrogen takes its share of the current on the front; 0: all current plates.
    pub hydrogen: u32,
    /// New nuclei per metre of foil and second at a boundless overpotential.
    pub nucleation_rate_m_s: f64,
    /// η_N in exp(−(η_N/η)²), the share of that rate at an overpotential.
    pub nucleation_barrier_v: f64,
}

impl Default for DepositSetup {
    fn default() -> Self {
        Self {
            n_cells: 128,
            width_m: 64e-6,
            nuclei: 8,
            nucleus_radius_m: 2e-6,
            foil_thickness_m: 4e-6,
            initial_roughness_m: 0.0,
            orientation_spread_rad: 0.0,
            edge_basal_ratio: 1.0,
            grains: 16,
            salt_transport: 0,
            diffusion_layer_m: 100e-6,
            starved_length_m: 0.0,
            hydrogen: 0,
            nucleation_rate_m_s: 0.0,
            nucleation_barrier_v: 0.1,
        }
    }
}

/// Seed and limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Run {
    pub seed: u64,
    pub max_steps: u32,
}

impl Default for Run {
    fn default() -> Self {
        Self {
            seed: 1,
            max_steps: 20_000,
        }
    }
}

/// What happens at the zinc surface besides plating: acidity, roughness, dead zinc, defects of the film.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Surface {
    /// δ, through which protons and hydroxide travel between surface and bulk.
    pub boundary_layer_m: f64,
    /// Protons that arrive bound (as bisulfate, say) for each free one.
    pub buffer_ratio: f64,
    /// γ±, mean activity coefficient of ZnSO4 at saturation of the basic salt.
    pub activity_coefficient: f64,
    /// Factor on i0 of zinc where a film slows the loss of water from the ion.
    pub desolvation_factor: f64,
    /// Height of the highest peak at the start.
    pub initial_peak_m: f64,
    /// Excess of the fastest place's plating rate over the mean, as a fraction of the mean.
    pub heterogeneity: f64,
    /// Height of the peaks at which as much zinc dies as is stripped.
    pub dead_zinc_peak_m: f64,
    /// Film-free fraction of a coated electrode at the start.
    pub initial_defect_fraction: f64,
    /// Film-free fraction that opens in a second.
    pub defect_creation_per_s: f64,
    /// τ_heal, time in which open fraction falls to 1/e where none is made.
    pub healing_time_s: f64,
}

impl Default for Surface {
    fn default() -> Self {
        Self {
            boundary_layer_m: 100e-6,
            buffer_ratio: 0.0,
            activity_coefficient: 0.04,
            desolvation_factor: 1.0,
            initial_peak_m: 1e-7,
            heterogeneity: 17.1,
            dead_zinc_peak_m: 1e-2,
            initial_defect_fraction: 0.0,
            defect_creation_per_s: 0.0,
            healing_time_s: 1e9,
        }
    }
}

/// The film of basic zinc sulfate that hydrogen evolution leaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ByProduct {
    pub conductivity_s_m: f64,
    /// Fraction of the surface that a thick film keeps from plating.
    pub max_coverage: f64,
    /// Thickness of the crystals by which the surface is covered at first.
    pub flake_thickness_m: f64,
}

impl Default for ByProduct {
    fn default() -> Self {
        Self {
            conductivity_s_m: 1e-3,
            max_coverage: 0.5,
            flake_thickness_m: 1e-6,
        }
    }
}
