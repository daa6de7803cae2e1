//! Surface pH, basic zinc sulfate and linear stability against sums done another way.
//! Here because films, efficiency and peaks all rest on these small formulas.
//! Must not know: cells, time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::by_product::{ByProductFilm, MOLAR_MASS_KG_MOL, volume_per_charge_m3_c};
use electrodeposition::case::Case;
use electrodeposition::kinetics::{ButlerVolmer, ProtonBalance, f_per_v};
use electrodeposition::stability::FlatFront;

#[test]
fn the_surface_ph_balances_what_hydrogen_takes_and_what_arrives() {
    let mut case = Case::default();
    for (ph, buffer_ratio) in [(2.0, 0.0), (4.0, 0.0), (4.0, 30.0), (7.0, 0.0)] {
        case.electrolyte.ph = ph;
        case.surface.buffer_ratio = buffer_ratio;
        let balance = ProtonBalance::of(&case);
        for hydrogen_a_m2 in [1e-6, 1e-2, 0.5, 1.0, 50.0] {
            let (surface_ph, slope) = balance.ph_and_slope(hydrogen_a_m2);
            let arriving = balance.carried_away_a_m2(surface_ph);
            // The difference of what arrives and what is there is known to round-off of the supply.
            let round_off = 1e-12 * balance.proton_supply_a_m2().max(1.0);
            assert!(
                (arriving - hydrogen_a_m2).abs() < 1e-8 * hydrogen_a_m2 + round_off,
                "{ph} {hydrogen_a_m2} {arriving}"
            );
            let h = 1e-4 * hydrogen_a_m2;
            let difference = (balance.ph_and_slope(hydrogen_a_m2 + h).0
                - balance.ph_and_slope(hydrogen_a_m2 - h).0)
                / (2.0 * h);
            assert!(
                (slope / difference - 1.0).abs() < 1e-3,
                "{slope} {difference}"
            );
            assert!(surface_ph > ph);
        }
    }
}

/// Hydroxide alone would make every surface alkaline; protons hold it acid up to their supply.
#[test]
fn below_the_proton_supply_the_surface_stays_acid() {
    let balance = ProtonBalance::of(&Case::default());
    let supply_a_m2 = balance.proton_supply_a_m2();
    let (below, above) = (
        balance.ph_and_slope(0.9 * supply_a_m2).0,
        balance.ph_and_slope(1.1 * supply_a_m2).0,
    );
    println!("supply {supply_a_m2:.4} A m⁻²: pH {below:.2} below and {above:.2} above");
    assert!(below < 5.1 && above > 9.0);
}

#[test]
fn the_by_product_is_what_its_formula_weighs() {
    // 4 Zn, S, 10 O and 6 H of the salt, and five H2O (IUPAC standard atomic weights).
    let grams = 4.0 * 65.38 + 32.06 + 10.0 * 15.999 + 6.0 * 1.008 + 5.0 * (15.999 + 2.0 * 1.008);
    println!(
        "molar mass: by atoms {grams:.2}, used {:.2} g mol⁻¹",
        1e3 * MOLAR_MASS_KG_MOL
    );
    assert!((1e3 * MOLAR_MASS_KG_MOL / grams - 1.0).abs() < 3e-4);
    // Six electrons a formula; 3.6e4 C m⁻² is 1 mA h cm⁻².
    let micrometres = 3.6e4 / (6.0 * 96_485.332) * grams / 2.67;
    let computed = 3.6e4 * volume_per_charge_m3_c() * 1e6;
    println!("film: computed {computed:.3}, by atoms {micrometres:.3}, design 12.8 µm");
    assert!((computed / micrometres - 1.0).abs() < 3e-4 && (computed - 12.8).abs() < 0.05);
}

#[test]
fn a_by_product_film_covers_side_by_side_and_then_no_further() {
    let film = ByProductFilm::of(&Case::default());
    assert_eq!(film.free_fraction(0.0), 1.0);
    let thin = 1.0 - film.free_fraction(1e-9);
    println!("covered by a nanometre: {thin:.6e}, side by side 1e-3");
    assert!((thin / 1e-3 - 1.0).abs() < 2e-3);
    assert!((film.free_fraction(1e-3) - 0.5).abs() < 1e-12);
    assert!((film.resistance_ohm_m2(10e-6) - 1e-2).abs() < 1e-17);
}

fn front(current_a_m2: f64) -> FlatFront {
    let law = ButlerVolmer {
        i0_a_m2: 10.0,
        alpha_c: 1.0,
        alpha_a: 1.0,
        f_per_v: f_per_v(298.15),
    };
    FlatFront {
        current_a_m2,
        conductivity_s_m: 5.0,
        resistance_ohm_m2: law.charge_transfer_resistance_ohm_m2(current_a_m2),
        surface_energy_j_m2: 0.5,
    }
}

#[test]
fn waves_below_the_critical_length_shrink_and_longer_ones_grow() {
    for (current_a_m2, micrometres) in [
        (2.5, 43.3),
        (10.0, 21.6),
        (50.0, 9.7),
        (100.0, 6.8),
        (200.0, 4.8),
    ] {
        let front = front(current_a_m2);
        let critical_m = front.critical_wavelength_m().unwrap();
        println!(
            "λ_c at {current_a_m2} A m⁻²: computed {:.2}, reference {micrometres} µm",
            1e6 * critical_m
        );
        assert!((1e6 * critical_m - micrometres).abs() < 0.06);
        let growth =
            |wavelength_m: f64| front.growth_per_s(2.0 * core::f64::consts::PI / wavelength_m);
        assert!(growth(0.99 * critical_m) < 0.0 && growth(1.01 * critical_m) > 0.0);
    }
    assert_eq!(front(-1.0).critical_wavelength_m(), None);
    assert_eq!(front(0.0).worst_growth_per_s(), 0.0);
}

/// Against a search through a million wavenumbers.
#[test]
fn the_worst_wave_is_the_fastest_of_all() {
    for (current_a_m2, film_ohm_m2) in [(2.5, 0.0), (100.0, 0.0), (100.0, 1e-2), (2000.0, 1e-4)] {
        let mut front = front(current_a_m2);
        front.resistance_ohm_m2 += film_ohm_m2;
        let worst = front.worst_wavenumber_per_m().unwrap();
        let best = (1..1_000_000)
            .map(|n| front.growth_per_s(1e-4 * worst * f64::from(n) * 0.02))
            .fold(0.0, f64::max);
        let computed = front.worst_growth_per_s();
        println!("ω: computed {computed:.9e}, searched {best:.9e} s⁻¹ at k {worst:.3e} m⁻¹");
        assert!(computed >= best * (1.0 - 1e-14) && computed <= best * (1.0 + 1e-6));
    }
}

/// For waves far longer than λ_c and far shorter than L_W, ω = v/L_W: 74 h at 10 and 3400 h at 1 mA cm⁻².
#[test]
fn roughness_grows_over_days_and_weeks() {
    for (current_a_m2, hours) in [(100.0, 74.0), (10.0, 3400.0)] {
        let front = front(current_a_m2);
        let speed_m_s = electrodeposition::kinetics::front_speed_m_s(current_a_m2);
        let limit_h = front.wagner_length_m() / speed_m_s / 3600.0;
        let worst_h = 1.0 / front.worst_growth_per_s() / 3600.0;
        println!(
            "e-fold time at {current_a_m2} A m⁻²: L_W/v {limit_h:.1}, worst wave {worst_h:.1}, design {hours} h"
        );
        assert!((limit_h / hours - 1.0).abs() < 0.02);
        assert!(worst_h > limit_h && worst_h < 1.3 * limit_h);
    }
}
