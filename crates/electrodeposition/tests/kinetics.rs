//! Butler-Volmer, Tafel and Faraday against closed forms.
//! Here because every voltage and every front speed follows from them.
//! Must not know: cells, fronts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::kinetics::{
    ButlerVolmer, Hydrogen, arrhenius, f_per_v, front_speed_m_s, hydrogen_equilibrium_potential_v,
    zinc_equilibrium_potential_v,
};

fn law(alpha_c: f64, alpha_a: f64) -> ButlerVolmer {
    ButlerVolmer {
        i0_a_m2: 10.0,
        alpha_c,
        alpha_a,
        f_per_v: f_per_v(298.15),
    }
}

#[track_caller]
fn assert_close(what: &str, computed: f64, reference: f64, tolerance: f64) {
    let error = ((computed - reference) / reference).abs();
    println!(
        "{what}: computed {computed:.15e}, reference {reference:.15e}, relative error {error:.1e}"
    );
    assert!(
        error <= tolerance,
        "{what}: {computed} against {reference}, error {error:.2e} above {tolerance:.0e}"
    );
}

#[test]
fn overpotential_of_equal_coefficients_is_an_inverse_hyperbolic_sine() {
    let law = law(1.0, 1.0);
    for i in [1e-9, 1e-3, 0.5, 10.0, 100.0, 2e4, 1e9, -1e-9, -3.0, -500.0] {
        let reference = -libm::asinh(i / (2.0 * law.i0_a_m2)) / law.f_per_v;
        assert_close("overpotential, V", law.overpotential_v(i), reference, 1e-12);
    }
    assert_eq!(law.overpotential_v(0.0), 0.0);
}

#[test]
fn charge_transfer_resistance_of_equal_coefficients() {
    let law = law(1.0, 1.0);
    for i in [1e-6, 1.0, 10.0, 250.0, -40.0] {
        let reference =
            1.0 / (2.0 * law.f_per_v) / (law.i0_a_m2 * law.i0_a_m2 + i * i / 4.0).sqrt();
        // R_ct = (RT/zF)/√(i0² + i²/4) with z = 2.
        assert_close(
            "R_ct, Ω m²",
            law.charge_transfer_resistance_ohm_m2(i),
            reference,
            1e-12,
        );
    }
}

#[test]
fn current_and_overpotential_are_inverse_for_unequal_coefficients() {
    for (alpha_c, alpha_a) in [(0.5, 1.5), (1.5, 0.5), (0.2, 2.0), (1.0, 1.0)] {
        let law = law(alpha_c, alpha_a);
        for i in [1e-8, 0.01, 1.0, 77.0, 1e5, -1e-8, -0.01, -1.0, -77.0, -1e5] {
            assert_close(
                "current, A m⁻²",
                law.current_a_m2(law.overpotential_v(i)),
                i,
                1e-12,
            );
        }
    }
}

#[test]
fn plating_has_a_negative_overpotential_and_the_stated_slope() {
    let law = law(0.5, 1.5);
    assert!(law.overpotential_v(100.0) < 0.0 && law.overpotential_v(-100.0) > 0.0);
    let per_decade = law.overpotential_v(1e5) - law.overpotential_v(1e6);
    assert_close(
        "plating Tafel slope, V",
        per_decade,
        core::f64::consts::LN_10 / (0.5 * law.f_per_v),
        1e-6,
    );
    let h = 1e-6;
    let difference = (law.current_a_m2(-0.03 + h) - law.current_a_m2(-0.03 - h)) / (2.0 * h);
    assert_close(
        "slope, A m⁻² V⁻¹",
        law.slope_a_m2_v(-0.03),
        difference,
        1e-8,
    );
    assert_eq!(
        law.current_and_slope(-0.03),
        (law.current_a_m2(-0.03), law.slope_a_m2_v(-0.03))
    );
}

#[test]
fn a_film_in_series_takes_its_share_of_the_drive() {
    for (alpha_c, alpha_a) in [(0.5, 1.5), (1.5, 0.5), (1.0, 1.0)] {
        let law = law(alpha_c, alpha_a);
        for film_ohm_m2 in [1e-7, 2.5e-4, 1e-2, 10.0] {
            for i in [1e-4, 3.0, 100.0, 2000.0, -1e-4, -3.0, -100.0, -2000.0] {
                let drive_v = law.overpotential_with_film_v(i, film_ohm_m2);
                let eta_v = law.overpotential_under_film_v(drive_v, film_ohm_m2);
                // Where the film takes nearly all of the drive, the current is known to the drive's rounding.
                assert_close(
                    "current under a film, A m⁻²",
                    law.current_a_m2(eta_v),
                    i,
                    1e-9,
                );
                assert_close(
                    "drop over the film, V",
                    drive_v - eta_v,
                    -i * film_ohm_m2,
                    1e-9,
                );
            }
        }
        assert_eq!(law.overpotential_under_film_v(-0.1, 0.0), -0.1);
        assert_eq!(law.overpotential_under_film_v(0.0, 1.0), 0.0);
    }
}

#[test]
fn large_drives_stay_finite() {
    let law = law(0.5, 1.5);
    assert!(law.current_a_m2(-1e6).is_finite() && law.current_a_m2(1e6).is_finite());
    let eta_v = law.overpotential_under_film_v(-50.0, 1e-3);
    assert_close(
        "current, A m⁻²",
        law.current_a_m2(eta_v),
        (eta_v + 50.0) / 1e-3,
        1e-10,
    );
}

#[test]
fn front_speed_at_a_hundred_amperes() {
    assert_close("front speed, m s⁻¹", front_speed_m_s(100.0), 4.747e-9, 1e-4);
}

#[test]
fn equilibrium_potentials() {
    assert_close(
        "E_H at pH 4, V",
        hydrogen_equilibrium_potential_v(4.0, 298.15),
        -0.05916 * 4.0,
        1e-4,
    );
    // Nernst: 8.9 mV above the standard potential at 2 mol/L.
    assert_close(
        "E_Zn at 2 mol/L, V",
        zinc_equilibrium_potential_v(2000.0, 298.15) + 0.76,
        8.904e-3,
        1e-3,
    );
}

#[test]
fn hydrogen_rises_a_decade_per_tafel_slope_and_falls_with_water_activity() {
    let mut case = Case::default();
    let wet = Hydrogen::of(&case);
    assert_close(
        "decade",
        wet.current_a_m2(-0.92) / wet.current_a_m2(-0.8),
        10.0,
        1e-12,
    );
    assert_close(
        "slope, A m⁻² V⁻¹",
        wet.slope_a_m2_v(-0.8) / wet.current_a_m2(-0.8),
        -wet.per_v,
        1e-14,
    );
    case.hydrogen.water_activity = 0.3;
    case.hydrogen.water_activity_exponent = 2.0;
    assert_close(
        "water activity",
        Hydrogen::of(&case).i0_a_m2 / wet.i0_a_m2,
        0.09,
        1e-12,
    );
}

#[test]
fn rates_rise_with_temperature_by_arrhenius() {
    assert_eq!(arrhenius(35e3, 298.15), 1.0);
    // exp(35000/R (1/298.15 − 1/308.15)).
    assert_close(
        "ten kelvin at 35 kJ/mol",
        arrhenius(35e3, 308.15),
        1.5812,
        1e-3,
    );
}
