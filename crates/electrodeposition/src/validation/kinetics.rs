//! Validation of rates and series resistances, which have closed forms.
//! Here because voltage and front speed both rest on them.
//! Must not know: cells, fields.

use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::case::Case;
use crate::coating::{Film, Layer, series_resistance_ohm_m2};
use crate::dielectric::cell_maxwell_wagner_time_s;
use crate::kinetics::{ButlerVolmer, f_per_v, front_speed_m_s};

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Butler-Volmer overpotential, αz 1/1, 10 mA cm⁻²",
        reference: "−(2RT/zF) asinh(i/2i₀)",
        exercises: "kinetics: inverse of Butler-Volmer",
        unit: "V",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let law = symmetric_law();
            let reference = -libm::asinh(100.0 / (2.0 * law.i0_a_m2)) / law.f_per_v;
            Ok(Compared {
                reference,
                computed: law.overpotential_v(100.0),
            })
        },
    },
    ValidationCase {
        name: "Charge-transfer resistance, αz 1/1, 10 mA cm⁻²",
        reference: "(RT/zF)/√(i₀² + i²/4)",
        exercises: "kinetics: slope of Butler-Volmer",
        unit: "Ω m²",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let law = symmetric_law();
            let i0_a_m2 = law.i0_a_m2;
            let reference =
                1.0 / (2.0 * law.f_per_v) / (i0_a_m2 * i0_a_m2 + 100.0 * 100.0 / 4.0).sqrt();
            Ok(Compared {
                reference,
                computed: law.charge_transfer_resistance_ohm_m2(100.0),
            })
        },
    },
    ValidationCase {
        name: "Speed of a plating front, 10 mA cm⁻²",
        reference: "Faraday's law by hand, four digits",
        exercises: "kinetics: front speed",
        unit: "m s⁻¹",
        tolerance: Tolerance::Relative(1.1e-4),
        run: || {
            Ok(Compared {
                reference: 4.747e-9,
                computed: front_speed_m_s(100.0),
            })
        },
    },
    ValidationCase {
        name: "Layers in series, contrast 10⁴",
        reference: "0.4 + 20 + 0.01 Ω cm² by hand",
        exercises: "coating: series resistance",
        unit: "Ω m²",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let layer = |thickness_m, conductivity_s_m| Layer {
                thickness_m,
                conductivity_s_m,
            };
            let layers = [layer(200e-6, 5.0), layer(1e-6, 5e-4), layer(1e-6, 1.0)];
            Ok(Compared {
                reference: 2.041e-3,
                computed: series_resistance_ohm_m2(&layers),
            })
        },
    },
    ValidationCase {
        name: "Maxwell-Wagner time, 1 µm at 1 mS m⁻¹ and ε 10 below 200 µm at 5 S m⁻¹ and ε 78.4",
        reference: "ε₀(ε₁d₂ + ε₂d₁)/(σ₁d₂ + σ₂d₁) by hand",
        exercises: "dielectric: time of a cell",
        unit: "s",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let mut case = Case::default();
            (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-3);
            (case.cell.coated_electrodes, case.cell.separator_porosity) = (1, 1.0);
            let case = case.validate()?;
            Ok(Compared {
                reference: 3.538951e-9,
                computed: cell_maxwell_wagner_time_s(&case).ok_or(ValidationError::NoEvent)?,
            })
        },
    },
    ValidationCase {
        name: "Hindrance by pores of 3.0 nm",
        reference: "(1 − λ)²(1 − 2.104λ + 2.09λ³ − 0.95λ⁵), λ = 0.43/1.5, by hand",
        exercises: "coating: diffusivity through narrow pores",
        unit: "1",
        tolerance: Tolerance::Absolute(1e-4),
        run: || {
            Ok(Compared {
                reference: 0.2261,
                computed: share_of_diffusivity(|case| case.coating.pore_diameter_m = 3.0e-9)?,
            })
        },
    },
    ValidationCase {
        name: "Diffusivity of a film half of which is open",
        reference: "0.5^1.5",
        exercises: "coating: diffusivity of a porous film",
        unit: "1",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            Ok(Compared {
                reference: core::f64::consts::FRAC_1_SQRT_2 / 2.0,
                computed: share_of_diffusivity(|case| case.coating.porosity = 0.5)?,
            })
        },
    },
];

/// Diffusivity of a film over that of the same film without pores.
fn share_of_diffusivity(change: fn(&mut Case)) -> Result<f64, ValidationError> {
    let mut case = Case::default();
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 0.1);
    let diffusivity = |case: &Case| Film::of(case).map(|film| film.diffusivity_m2_s);
    let given = diffusivity(&case);
    change(&mut case);
    let case = case.validate()?;
    let [Some(given), Some(changed)] = [given, diffusivity(&case)] else {
        return Err(ValidationError::NoEvent);
    };
    Ok(changed / given)
}

fn symmetric_law() -> ButlerVolmer {
    ButlerVolmer {
        i0_a_m2: 10.0,
        alpha_c: 1.0,
        alpha_a: 1.0,
        f_per_v: f_per_v(298.15),
    }
}
