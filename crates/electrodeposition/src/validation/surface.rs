//! Validation of what happens at a zinc surface besides plating: acidity, basic salt, corrosion, stability.
//! Here because these have closed forms, and by-products and roughness rest on them.
//! Must not know: how a run is stepped.

use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::by_product::{saturation_ph, volume_per_charge_m3_c};
use crate::case::Case;
use crate::cell::{Cell, CellObservation};
use crate::kinetics::{ProtonBalance, f_per_v};
use crate::programme::{ProgrammeStep, StepKind};
use crate::stability::FlatFront;

const fn shortest_wave_case(
    name: &'static str,
    run: fn() -> Result<Compared, ValidationError>,
) -> ValidationCase {
    ValidationCase {
        name,
        reference: "2π√(κΓ/i) by hand, two digits",
        exercises: "stability: zero crossing",
        unit: "m",
        tolerance: Tolerance::Relative(1e-2),
        run,
    }
}

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Hydrogen current that protons can feed, pH 4, δ 100 µm",
        reference: "F D_H [H⁺]/δ by hand: 0.09 mA cm⁻² rounded",
        exercises: "surface pH: supply from the bulk",
        unit: "A m⁻²",
        tolerance: Tolerance::Relative(1e-5),
        run: || {
            Ok(Compared {
                reference: 0.868_368,
                computed: ProtonBalance::of(&Case::default()).proton_supply_a_m2(),
            })
        },
    },
    ValidationCase {
        name: "Surface pH at half that current",
        reference: "4 + log 2, hydroxide being negligible",
        exercises: "surface pH: root of the balance",
        unit: "1",
        tolerance: Tolerance::Absolute(1e-6),
        run: || {
            let balance = ProtonBalance::of(&Case::default());
            let half_a_m2 = 0.5 * balance.proton_supply_a_m2();
            Ok(Compared {
                reference: 4.301_030,
                computed: balance.ph_and_slope(half_a_m2).0,
            })
        },
    },
    ValidationCase {
        name: "pH at which basic zinc sulfate precipitates, 1 mol L⁻¹, γ± 1",
        reference: "28.4/6",
        exercises: "by-product: saturation",
        unit: "1",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            Ok(Compared {
                reference: 28.4 / 6.0,
                computed: saturation_ph(1000.0, 1.0),
            })
        },
    },
    ValidationCase {
        name: "pH at which basic zinc sulfate precipitates, 2 mol L⁻¹, γ± 1",
        reference: "(28.4 − 5 log 2)/6 = 4.48, rounded",
        exercises: "by-product: saturation",
        unit: "1",
        tolerance: Tolerance::Absolute(5e-3),
        run: || {
            Ok(Compared {
                reference: 4.48,
                computed: saturation_ph(2000.0, 1.0),
            })
        },
    },
    ValidationCase {
        name: "Film of basic zinc sulfate from 1 mA h cm⁻² of hydrogen",
        reference: "M Q/(6Fρ) by hand, three digits",
        exercises: "by-product: thickness",
        unit: "m",
        tolerance: Tolerance::Relative(1e-3),
        run: || {
            Ok(Compared {
                reference: 12.8e-6,
                computed: 3.6e4 * volume_per_charge_m3_c(),
            })
        },
    },
    ValidationCase {
        name: "Corrosion current at open circuit",
        reference: "i₀,H exp(β(E_H − E_eq)) (1 + A/i₀)^(−β/(αz_a + αz_c)), exact where hydrogen's Tafel slope is zinc's",
        exercises: "cell: rest at the mixed potential",
        unit: "A m⁻²",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let (case, seen) = corroding()?;
            let (rate_a_m2, exponent) = closed_form(&case, &seen);
            Ok(Compared {
                reference: rate_a_m2 * libm::exp(-0.5 * exponent),
                computed: seen.hydrogen_current_a_m2,
            })
        },
    },
    ValidationCase {
        name: "Mixed potential at open circuit, above zinc's",
        reference: "(RT/F) ln(1 + A/i₀)/(αz_a + αz_c), A being hydrogen's rate at zinc's potential",
        exercises: "cell: rest at the mixed potential",
        unit: "V",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let (case, seen) = corroding()?;
            let (_, exponent) = closed_form(&case, &seen);
            Ok(Compared {
                reference: exponent / f_per_v(case.electrolyte.temperature_k),
                computed: seen.plating_overpotential_v,
            })
        },
    },
    shortest_wave_case(
        "Shortest growing wave at 0.25 mA cm⁻², κ 50 mS cm⁻¹, γ 0.5 J m⁻²",
        || {
            Ok(Compared {
                reference: 43e-6,
                computed: flat_front(2.5, 1.0)
                    .critical_wavelength_m()
                    .ok_or(ValidationError::NoEvent)?,
            })
        },
    ),
    shortest_wave_case(
        "Shortest growing wave at 20 mA cm⁻², κ 50 mS cm⁻¹, γ 0.5 J m⁻²",
        || {
            Ok(Compared {
                reference: 4.8e-6,
                computed: flat_front(200.0, 1.0)
                    .critical_wavelength_m()
                    .ok_or(ValidationError::NoEvent)?,
            })
        },
    ),
];

/// Bare zinc at rest. Hydrogen's Tafel slope is made that of zinc plating (β = α_c z), so that the balance of currents
/// e^{(α_a + α_c) z x} = 1 + A/i₀ can be solved; a strong buffer holds the surface at the bulk's pH.
fn corroding() -> Result<(Case, CellObservation), ValidationError> {
    let mut case = Case::default();
    case.hydrogen.tafel_slope_v =
        core::f64::consts::LN_10 / (0.5 * f_per_v(case.electrolyte.temperature_k));
    case.hydrogen.exchange_current_density_a_m2 = 1e-3;
    case.electrolyte.ph = 2.0;
    case.surface.buffer_ratio = 1e4;
    let mut rest = ProgrammeStep::new(StepKind::Rest);
    rest.duration_s = Some(60.0);
    case.operation.steps = vec![rest];
    let seen = Cell::new(&case.clone().validate()?)?.observe();
    Ok((case, seen))
}

/// A (A m⁻²), and x = Fη/RT.
fn closed_form(case: &Case, seen: &CellObservation) -> (f64, f64) {
    let f_per_v = f_per_v(case.electrolyte.temperature_k);
    // Nernst for 2 mol L⁻¹.
    let zinc_v = -0.76 + libm::log(2.0) / (2.0 * f_per_v);
    let hydrogen_v = -core::f64::consts::LN_10 / f_per_v * seen.working_surface_ph;
    let rate_a_m2 = 1e-3 * libm::exp(0.5 * f_per_v * (hydrogen_v - zinc_v));
    (rate_a_m2, libm::log1p(rate_a_m2 / 10.0) / 2.0)
}

fn flat_front(current_a_m2: f64, resistance_ohm_m2: f64) -> FlatFront {
    FlatFront {
        current_a_m2,
        conductivity_s_m: 5.0,
        resistance_ohm_m2,
        surface_energy_j_m2: 0.5,
    }
}
