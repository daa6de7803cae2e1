//! Validation of small waves on a plating front: their growth by the closed forms of `stability`.
//! Here because whether a film calms or roughens a deposit is decided by these rates.
//! Must not know: the deposit's inner parts.

use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use crate::deposit::Deposit;
use crate::kinetics::f_per_v;
use crate::stability::{Front, neutral_wavelength_m};
use crate::validation::{Compared, Tolerance, ValidationCase, ValidationError};
use core::f64::consts::TAU;

const REFERENCE: &str = "(E − Γk²) Y/(1 + R Y)";
const AT_ONCE: &str = "deposit: first current distribution, 32 cells a wavelength";
const FILM: &str = "deposit: film with a thickness, 64 cells a wavelength";
const FINITE: &str = "E_eff = E₁ − χ(E₁ − E₂)/(cosh kd + (σ₁k/Y_t) sinh kd)";
const ANISOTROPIC: &str = "the same with √(σ∥/σ⊥) d and √(σ∥σ⊥) in place of d and σ₁, E₁ = i/σ⊥";
const MOVING: &str = "deposit: moving front, 64 cells a wavelength";

pub(in crate::validation) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Small wave on a bare front, kL_W = 0.3",
        reference: REFERENCE,
        exercises: AT_ONCE,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::bare(0.3).at_once(),
    },
    ValidationCase {
        name: "Small wave on a bare front, kL_W = 3",
        reference: REFERENCE,
        exercises: AT_ONCE,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::bare(3.0).at_once(),
    },
    ValidationCase {
        name: "Small wave under a thin film that follows the metal",
        reference: "the same with R = R_ct + d/σ₁",
        exercises: AT_ONCE,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::thin_film().at_once(),
    },
    ValidationCase {
        name: "Growth of a small wave on a bare front, ln(a/a₀)",
        reference: "∫ω dt",
        exercises: MOVING,
        unit: "1",
        tolerance: Tolerance::Relative(4e-2),
        run: || Wave::bare(3.0).moving(),
    },
    ValidationCase {
        name: "Growth of a small wave under a thin film that follows the metal, ln(a/a₀)",
        reference: "∫ω dt",
        exercises: MOVING,
        unit: "1",
        tolerance: Tolerance::Relative(4e-2),
        run: || Wave::thin_film().moving(),
    },
    ValidationCase {
        name: "Small wave under a rigid film with a flat top",
        reference: "the same with Y of two layers and E = i/σ₁",
        exercises: FILM,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::film(0.0).at_once(),
    },
    ValidationCase {
        name: "Small wave under a film that follows the metal half-way",
        reference: FINITE,
        exercises: FILM,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::film(0.5).at_once(),
    },
    ValidationCase {
        name: "Small wave under a thick film that follows the metal",
        reference: FINITE,
        exercises: FILM,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::film(1.0).at_once(),
    },
    ValidationCase {
        name: "Small wave under a rigid film that conducts four times better along",
        reference: ANISOTROPIC,
        exercises: FILM,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::directed_film(0.0, 4.0).at_once(),
    },
    ValidationCase {
        name: "Small wave under a rigid film that conducts four times better across",
        reference: ANISOTROPIC,
        exercises: FILM,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::directed_film(0.0, 0.25).at_once(),
    },
    ValidationCase {
        name: "Small wave under a thick film that follows the metal and conducts four times better along",
        reference: ANISOTROPIC,
        exercises: FILM,
        unit: "A m⁻³",
        tolerance: Tolerance::Relative(5e-2),
        run: || Wave::directed_film(1.0, 4.0).at_once(),
    },
    ValidationCase {
        name: "Growth of a small wave under a rigid film that conducts twice better along, ln(a/a₀)",
        reference: "∫ω dt",
        exercises: "deposit: front that moves into a film, 64 cells a wavelength",
        unit: "1",
        tolerance: Tolerance::Relative(4e-2),
        run: || Wave::directed_film(0.0, 2.0).moving(),
    },
    ValidationCase {
        name: "Growth of a small wave under a rigid film, ln(a/a₀)",
        reference: "∫ω dt",
        exercises: "deposit: front that moves into a film, 64 cells a wavelength",
        unit: "1",
        tolerance: Tolerance::Relative(4e-2),
        run: || Wave::film(0.0).moving(),
    },
    ValidationCase {
        name: "Wavelength above which a bare front is unstable, 10 mA cm⁻²",
        reference: "2π√(Γκ/i)",
        exercises: "deposit: capillarity against the field, 64 cells a wavelength",
        unit: "m",
        tolerance: Tolerance::Relative(2e-2),
        run: neutral_wavelength,
    },
];

/// A wave on a front with linear kinetics.
struct Wave {
    /// R of kinetics and lumped film together, as k L_W.
    k_wagner: f64,
    /// Part of it that is a film without thickness.
    film_share: f64,
    /// χ of a film a tenth of the wavelength thick that conducts a tenth as well as the electrolyte.
    conformality: Option<f64>,
    /// σ∥/σ⊥ of that film.
    anisotropy: f64,
}

const N_CELLS: u32 = 128;
const WIDTH_M: f64 = 1e-3;
const CONDUCTIVITY_S_M: f64 = 0.5;
const CURRENT_A_M2: f64 = 0.5;

impl Wave {
    fn bare(k_wagner: f64) -> Self {
        Self {
            k_wagner,
            film_share: 0.0,
            conformality: None,
            anisotropy: 1.0,
        }
    }

    fn directed_film(conformality: f64, anisotropy: f64) -> Self {
        Self {
            anisotropy,
            ..Self::film(conformality)
        }
    }

    fn film(conformality: f64) -> Self {
        Self {
            conformality: Some(conformality),
            ..Self::bare(1.0)
        }
    }

    fn thin_film() -> Self {
        Self {
            film_share: 0.5,
            ..Self::bare(3.0)
        }
    }

    /// Case and front of a wave so many cells long.
    fn set_up(&self, cells: f64, front_m: f64) -> (Case, Front, f64) {
        let k = TAU / (cells * WIDTH_M / f64::from(N_CELLS));
        let resistance = self.k_wagner / (k * CONDUCTIVITY_S_M);
        let mut case = linear_case(N_CELLS, WIDTH_M, resistance * (1.0 - self.film_share));
        case.electrolyte.conductivity_s_m = CONDUCTIVITY_S_M;
        if self.film_share > 0.0 {
            case.coating.thickness_m = 1e-6;
            case.coating.conductivity_s_m = 1e-6 / (resistance * self.film_share);
        }
        let (mut film_s_m, mut film_m) = (0.0, 0.0);
        if let Some(conformality) = self.conformality {
            (film_s_m, film_m) = (0.1 * CONDUCTIVITY_S_M, 0.1 * TAU / k);
            case.coating.thickness_m = film_m;
            case.coating.conductivity_s_m = film_s_m;
            (case.coating.conformality, case.coating.has_thickness) = (conformality, 1);
            case.coating.anisotropy = self.anisotropy;
        }
        let front = Front {
            current_a_m2: CURRENT_A_M2,
            electrolyte_s_m: CONDUCTIVITY_S_M,
            film_s_m,
            film_m,
            anisotropy: self.anisotropy,
            conformality: self.conformality.unwrap_or(1.0),
            resistance_ohm_m2: resistance,
            above_m: WIDTH_M - front_m,
            capillary_v_m: case.kinetics.surface_energy_j_m2 * volume_per_charge(),
        };
        (case, front, k)
    }

    fn at_once(&self) -> Result<Compared, ValidationError> {
        let front_m = 0.31 * WIDTH_M;
        // A film's face is found to a fraction of a cell, so it gets a finer grid.
        let cells = self.conformality.map_or(32.0, |_| 64.0);
        let (case, front, k) = self.set_up(cells, front_m);
        let deposit = wavy(case, front_m, 0.01 * TAU / k, k)?;
        let (current, height) = wave_of(&deposit, WIDTH_M, k);
        Ok(Compared {
            reference: front.response_a_m3(k),
            computed: current / height,
        })
    }

    fn moving(&self) -> Result<Compared, ValidationError> {
        let front_m = 0.2 * WIDTH_M;
        let (mut case, mut front, k) = self.set_up(64.0, front_m);
        // A rigid film is thinned as the front moves into it, and must not be crossed.
        let cells = self.conformality.map_or(10.0, |_| 3.0);
        case.operation.areal_charge_c_m2 =
            cells * WIDTH_M / f64::from(N_CELLS) / volume_per_charge();
        let mut deposit = wavy(case, front_m, 0.004 * TAU / k, k)?;
        let first = wave_of(&deposit, WIDTH_M, k).1;
        let film_m = front.film_m;
        let mut reference = 0.0;
        while !deposit.is_finished() {
            let risen_m = deposit.observe().mean_height_m;
            front.above_m = WIDTH_M - front_m - risen_m;
            front.film_m = film_m - (1.0 - front.conformality) * risen_m.min(film_m);
            reference += deposit.step()?.dt_s * volume_per_charge() * front.response_a_m3(k);
        }
        Ok(Compared {
            reference,
            computed: libm::log(wave_of(&deposit, WIDTH_M, k).1 / first),
        })
    }
}

/// The response changes sign with E − Γk², which is linear in k²: the root between two windows a tenth narrower and
/// wider than the reference.
fn neutral_wavelength() -> Result<Compared, ValidationError> {
    let mut case = Case::default();
    let gamma = case.kinetics.surface_energy_j_m2 * volume_per_charge();
    let reference = neutral_wavelength_m(
        gamma,
        case.electrolyte.conductivity_s_m,
        case.operation.current_density_a_m2,
    );
    (case.deposit.n_cells, case.deposit.nuclei) = (64, 0);
    // Free kinetics, so that the wave's current stands out.
    case.kinetics.exchange_current_density_a_m2 = 1500.0;
    let at = |wavelength_m: f64| -> Result<(f64, f64), ValidationError> {
        let mut case = case.clone();
        case.deposit.width_m = wavelength_m;
        let k = TAU / wavelength_m;
        let deposit = wavy(case, 0.31 * wavelength_m, 0.003 * wavelength_m, k)?;
        let (current, height) = wave_of(&deposit, wavelength_m, k);
        // E − Γk² is the response over the admittance, which goes with k.
        Ok((k * k, current / height / k))
    };
    let ((low, positive), (high, negative)) = (at(1.1 * reference)?, at(0.9 * reference)?);
    let root = low + (high - low) * positive / (positive - negative);
    Ok(Compared {
        reference,
        computed: TAU / libm::sqrt(root),
    })
}

/// Symmetric kinetics with a charge-transfer resistance, driven so weakly that they are linear.
pub(super) fn linear_case(n_cells: u32, width_m: f64, resistance_ohm_m2: f64) -> Case {
    let mut case = Case::default();
    (case.kinetics.cathodic_alpha_z, case.kinetics.anodic_alpha_z) = (0.5, 0.5);
    case.kinetics.exchange_current_density_a_m2 =
        1.0 / (f_per_v(case.electrolyte.temperature_k) * resistance_ohm_m2);
    (case.deposit.n_cells, case.deposit.width_m) = (n_cells, width_m);
    case.deposit.nuclei = 0;
    case.operation.current_density_a_m2 = CURRENT_A_M2;
    case
}

pub(super) fn wavy(
    case: Case,
    front_m: f64,
    amplitude_m: f64,
    k: f64,
) -> Result<Deposit, ValidationError> {
    let shape = |x: f64, y: f64| y - front_m - amplitude_m * libm::cos(k * x);
    Ok(Deposit::with_shape(&case.validate()?, shape)?)
}

/// Component of the front's current (per width) and of its height along cos kx, A m⁻² and m.
pub(super) fn wave_of(deposit: &Deposit, width_m: f64, k: f64) -> (f64, f64) {
    let (mut current, mut height) = (0.0, 0.0);
    for piece in deposit.front() {
        let middle = |axis: usize| 0.5 * (piece.start_m[axis] + piece.end_m[axis]);
        let across_m = (piece.end_m[0] - piece.start_m[0]).abs();
        let weight = 2.0 / width_m * across_m * libm::cos(k * middle(0));
        current += weight * piece.current_density_a_m2;
        height += weight * middle(1);
    }
    (current, height)
}

/// Volume per charge of zinc, m³ C⁻¹.
pub(super) fn volume_per_charge() -> f64 {
    ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL)
}
