//! Validation of hot spots at pinholes: current that a film turns away goes through its holes.
//! Here because a film's defects decide more than the film.
//! Must not know: the deposit's inner parts; it runs cases as a user does.

use crate::case::Case;
use crate::deposit::{Deposit, FrontLabel};
use crate::kinetics::f_per_v;
use crate::validation::{Compared, Tolerance, ValidationCase, ValidationError};

const HOT_SPOT_REFERENCE: &str = "(1/R_ct)/(φ/R_ct + (1 − φ)/(R_ct + R_c)) by hand";

const fn hot_spot_case(
    name: &'static str,
    run: fn() -> Result<Compared, ValidationError>,
) -> ValidationCase {
    ValidationCase {
        name,
        reference: HOT_SPOT_REFERENCE,
        exercises: "deposit: field solve with film and pinhole, 128² cells",
        unit: "1",
        tolerance: Tolerance::Relative(1e-2),
        run,
    }
}

pub(in crate::validation) static CASES: &[ValidationCase] = &[
    hot_spot_case("Hot spot at a pinhole, 2 of 64 µm, R_c/R_ct 10", || {
        Ok(Compared {
            reference: 8.381,
            computed: hot_spot(2e-6, 25e-4)?,
        })
    }),
    hot_spot_case("Hot spot at a pinhole, 2 of 64 µm, R_c/R_ct 40", || {
        Ok(Compared {
            reference: 18.222,
            computed: hot_spot(2e-6, 100e-4)?,
        })
    }),
    hot_spot_case("Hot spot at a pinhole, 10 of 64 µm, R_c/R_ct 40", || {
        Ok(Compared {
            reference: 5.655,
            computed: hot_spot(10e-6, 100e-4)?,
        })
    }),
];

/// Mean current density at a pinhole over the imposed one. R_ct is 2.5 Ω cm² and the drive so weak that kinetics are
/// linear; the electrolyte conducts well enough not to matter.
fn hot_spot(pinhole_width_m: f64, film_ohm_m2: f64) -> Result<f64, ValidationError> {
    let charge_transfer_ohm_m2 = 2.5e-4;
    let mut case = Case::default();
    (case.kinetics.cathodic_alpha_z, case.kinetics.anodic_alpha_z) = (0.5, 0.5);
    case.kinetics.exchange_current_density_a_m2 =
        1.0 / (f_per_v(case.electrolyte.temperature_k) * charge_transfer_ohm_m2);
    case.electrolyte.conductivity_s_m = 20.0;
    case.deposit.nuclei = 0;
    case.operation.current_density_a_m2 = 0.5;
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = case.coating.thickness_m / film_ohm_m2;
    (case.coating.pinholes, case.coating.pinhole_width_m) = (1, pinhole_width_m);
    let deposit = Deposit::new(&case.validate()?)?;
    let (mut current, mut length_m) = (0.0, 0.0);
    for piece in deposit
        .front()
        .filter(|piece| piece.label == FrontLabel::Pinhole)
    {
        // The foil is flat.
        let piece_m = (piece.end_m[0] - piece.start_m[0]).abs();
        current += piece.current_density_a_m2 * piece_m;
        length_m += piece_m;
    }
    Ok(current / length_m / 0.5)
}
