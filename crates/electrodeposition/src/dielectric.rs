//! How fast charge gathers between film and solution: a time to read, which changes nothing.
//! Here because the review counts permittivity among the levers, and a reader should see how little time it has.
//! Must not know: how a cell or a deposit is computed.
//!
//! Two layers in series, each a resistance d/σ with the capacitance ε₀ε/d beside it, are brought to a voltage U. With
//! d₁E₁ + d₂E₂ = U and the charge q = ε₀(ε₂E₂ − ε₁E₁) between them, dq/dt = σ₁E₁ − σ₂E₂ is linear in q and decays with
//! τ = ε₀ (ε₁d₂ + ε₂d₁)/(σ₁d₂ + σ₂d₁) (Maxwell 1873; Wagner 1914). Afterwards σ₁E₁ = σ₂E₂, in which no permittivity
//! is left: a direct current does not see it.

use crate::case::Case;
use crate::coating::{Film, Layer};
use crate::constants::VACUUM_PERMITTIVITY_F_M;
use crate::limits::Separator;

/// A layer that conducts and stores charge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dielectric {
    pub layer: Layer,
    /// ε over that of vacuum.
    pub relative_permittivity: f64,
}

/// τ of two layers, s.
pub fn maxwell_wagner_time_s(film: Dielectric, solution: Dielectric) -> f64 {
    let (a, b) = (film.layer, solution.layer);
    VACUUM_PERMITTIVITY_F_M
        * (film.relative_permittivity * b.thickness_m
            + solution.relative_permittivity * a.thickness_m)
        / (a.conductivity_s_m * b.thickness_m + b.conductivity_s_m * a.thickness_m)
}

/// τ of a case's cell, s; `None` without a film. Films on both electrodes are equal and act as one of twice the thickness,
/// because a voltage across the cell charges both alike.
pub fn cell_maxwell_wagner_time_s(case: &Case) -> Option<f64> {
    let separator = Separator::of(case);
    Film::of(case).map(|film| {
        let on_both = Layer {
            thickness_m: f64::from(case.cell.coated_electrodes) * film.layer.thickness_m,
            ..film.layer
        };
        let solution = Layer {
            thickness_m: separator.thickness_m,
            conductivity_s_m: separator.conductivity_s_m,
        };
        maxwell_wagner_time_s(
            Dielectric {
                layer: on_both,
                relative_permittivity: case.coating.relative_permittivity,
            },
            Dielectric {
                layer: solution,
                relative_permittivity: case.electrolyte.relative_permittivity,
            },
        )
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn dielectric(
        thickness_m: f64,
        conductivity_s_m: f64,
        relative_permittivity: f64,
    ) -> Dielectric {
        Dielectric {
            layer: Layer {
                thickness_m,
                conductivity_s_m,
            },
            relative_permittivity,
        }
    }

    /// Steps the charge between the layers in time from the fields themselves, without the formula.
    #[test]
    fn charge_between_two_layers_settles_in_the_stated_time() {
        for (film, solution) in [
            (dielectric(1e-6, 1e-3, 10.0), dielectric(200e-6, 5.0, 78.4)),
            (
                dielectric(5e-5, 1e-2, 2000.0),
                dielectric(100e-6, 1.0, 60.0),
            ),
        ] {
            let tau_s = maxwell_wagner_time_s(film, solution);
            let voltage_v = 0.1;
            let fields = |charge_c_m2: f64| {
                let (d1, d2) = (film.layer.thickness_m, solution.layer.thickness_m);
                let (e1, e2) = (
                    VACUUM_PERMITTIVITY_F_M * film.relative_permittivity,
                    VACUUM_PERMITTIVITY_F_M * solution.relative_permittivity,
                );
                let in_film = (e2 * voltage_v - charge_c_m2 * d2) / (e1 * d2 + e2 * d1);
                [in_film, (voltage_v - d1 * in_film) / d2]
            };
            let rate = |charge_c_m2: f64| {
                let [in_film, outside] = fields(charge_c_m2);
                film.layer.conductivity_s_m * in_film - solution.layer.conductivity_s_m * outside
            };
            let dt_s = tau_s / 2000.0;
            let (mut charge, first) = (0.0, rate(0.0));
            for _ in 0..2000 {
                let half = charge + 0.5 * dt_s * rate(charge);
                charge += dt_s * rate(half);
            }
            // The rate itself decays as exp(−t/τ).
            let settled = -1.0 / libm::log(rate(charge) / first);
            println!("τ {tau_s:.6e} s; stepped in time {:.6e} s", settled * tau_s);
            assert!((settled - 1.0).abs() < 1e-5);
        }
    }

    /// Without a film there is nothing between which charge gathers; and permittivity changes no bit of a run.
    #[test]
    fn permittivity_changes_a_time_to_read_and_no_run() {
        let mut case = Case::default();
        assert_eq!(cell_maxwell_wagner_time_s(&case), None);
        (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-2);
        let hash = |case: &Case| {
            let mut cell = crate::cell::Cell::new(&case.clone().validate().unwrap()).unwrap();
            while cell.ended().is_none() {
                cell.step().unwrap();
            }
            cell.state_hash()
        };
        let (first_s, first) = (cell_maxwell_wagner_time_s(&case).unwrap(), hash(&case));
        case.coating.relative_permittivity = 1e4;
        let (later_s, later) = (cell_maxwell_wagner_time_s(&case).unwrap(), hash(&case));
        println!("{first_s:.3e} s with the default, {later_s:.3e} s with 10⁴");
        assert!(later_s > 100.0 * first_s && later_s < 1e-3);
        assert_eq!(first, later);
    }
}
