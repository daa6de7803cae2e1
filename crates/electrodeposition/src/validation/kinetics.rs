//! Validation of rates and series resistances, which have closed forms.
//! Here because voltage and front speed both rest on them.
//! Must not know: cells, fields.

use super::{Compared, Tolerance, ValidationCase};
use crate::coating::{Layer, series_resistance_ohm_m2};
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
];

fn symmetric_law() -> ButlerVolmer {
    ButlerVolmer {
        i0_a_m2: 10.0,
        alpha_c: 1.0,
        alpha_a: 1.0,
        f_per_v: f_per_v(298.15),
    }
}
