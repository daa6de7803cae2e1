//! Trends that a cell must show: what coatings, water, by-products, repair and current density do.
//! Here because each is what a reader will look for first, and each can fail while every closed form holds.
//! Must not know: the cell's inner parts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, CellObservation, EndReason, Event};
use electrodeposition::kinetics::Hydrogen;

fn run(case: &Case) -> Cell {
    let mut cell = Cell::new(&case.clone().validate().unwrap()).unwrap();
    while cell.ended().is_none() {
        cell.step().unwrap();
    }
    cell
}

/// The cell at the ends of the half-cycles in which the working electrode plates.
fn plated(case: &Case) -> Vec<CellObservation> {
    let mut cell = Cell::new(&case.clone().validate().unwrap()).unwrap();
    let mut seen = Vec::new();
    while cell.ended().is_none() {
        let step = cell.step().unwrap();
        let ended = matches!(
            step.event,
            Some(Event::StepEnded(_) | Event::Ended(EndReason::Completed))
        );
        if ended && step.programme_step.is_multiple_of(2) {
            seen.push(cell.observe())
        }
    }
    seen
}

fn polarisation_of(thickness_m: f64, conductivity_s_m: f64, current_a_m2: f64) -> f64 {
    let voltage = |thickness_m| {
        let mut case = Case::default();
        case.operation.current_density_a_m2 = current_a_m2;
        case.coating.thickness_m = thickness_m;
        case.coating.conductivity_s_m = conductivity_s_m;
        case.coating.transference_number = 1.0;
        run(&case).observe().voltage_v
    };
    voltage(thickness_m) - voltage(0.0)
}

#[test]
fn a_coating_polarises_by_current_times_thickness_over_conductivity() {
    for (thickness_m, conductivity_s_m, current_a_m2) in [
        (1e-6, 1e-2, 100.0),
        (10e-6, 1e-2, 100.0),
        (1e-6, 1e-3, 100.0),
        (5e-6, 4e-3, 20.0),
    ] {
        let computed = polarisation_of(thickness_m, conductivity_s_m, current_a_m2);
        // Both electrodes are coated.
        let reference = 2.0 * current_a_m2 * thickness_m / conductivity_s_m;
        println!("polarisation: computed {computed:.9}, reference {reference:.9} V");
        assert!((computed / reference - 1.0).abs() < 1e-9);
    }
}

/// At one potential hydrogen falls with a_w^m. Under one current a slower zinc reaction gives part of that back.
#[test]
fn a_hydrophobic_film_makes_less_hydrogen_and_slow_desolvation_gives_part_back() {
    let film = |water_activity: f64, desolvation: f64| {
        let mut case = Case::default();
        case.coating.thickness_m = 1e-6;
        case.coating.conductivity_s_m = 0.1;
        case.hydrogen.water_activity = water_activity;
        case.surface.desolvation_factor = desolvation;
        // The surface keeps the bulk's pH, so that only water and zinc differ.
        case.surface.buffer_ratio = 1e4;
        case
    };
    let at_one_potential = Hydrogen::of(&film(0.5, 1.0)).current_a_m2(-0.9)
        / Hydrogen::of(&film(1.0, 1.0)).current_a_m2(-0.9);
    assert!((at_one_potential - 0.5).abs() < 1e-12);
    let lost = |case: &Case| 1.0 - run(case).observe().coulombic_efficiency;
    let (wet, dry, dry_and_slow) = (
        lost(&film(1.0, 1.0)),
        lost(&film(0.5, 1.0)),
        lost(&film(0.5, 0.5)),
    );
    println!("lost to hydrogen: wet {wet:.6}, dry {dry:.6}, dry and slow {dry_and_slow:.6}");
    assert!((dry / wet - 0.5).abs() < 5e-3, "{}", dry / wet);
    assert!(
        dry < dry_and_slow && dry_and_slow <= wet,
        "part of it, not all"
    );
}

/// What a film does to water and ions ends where the film does: the bare counter electrode is as wet as ever.
#[test]
fn only_coated_electrodes_are_hydrophobic() {
    let mut case = Case::default();
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 0.1;
    case.cell.coated_electrodes = 1;
    case.operation.n_half_cycles = 2;
    let wet = run(&case);
    case.hydrogen.water_activity = 0.1;
    let dry = run(&case);
    let hydrogen = |cell: &Cell, idx: usize| cell.electrodes()[idx].hydrogen_charge_c_m2;
    assert!(hydrogen(&dry, 0) < 0.2 * hydrogen(&wet, 0));
    assert!((hydrogen(&dry, 1) / hydrogen(&wet, 1) - 1.0).abs() < 1e-3);
}

#[test]
fn polarisation_creeps_up_with_the_by_product_and_not_without() {
    let voltages = |ph: f64| {
        let mut case = Case::default();
        case.electrolyte.ph = ph;
        case.surface.heterogeneity = 0.0;
        case.operation.n_half_cycles = 199;
        let seen = plated(&case);
        assert_eq!(seen.len(), 100);
        seen
    };
    let near = voltages(5.5);
    let acid = voltages(4.0);
    let (first, last) = (&near[0], &near[99]);
    println!(
        "pH 5.5: {:.4} to {:.4} V, film {:.3e} m; pH 4: {:.4} to {:.4} V",
        first.voltage_v,
        last.voltage_v,
        last.working_by_product_m,
        acid[0].voltage_v,
        acid[99].voltage_v
    );
    assert!(
        near.windows(2)
            .all(|pair| pair[1].voltage_v > pair[0].voltage_v)
    );
    assert!(last.voltage_v > 1.1 * first.voltage_v);
    assert!(
        near.windows(2)
            .all(|pair| pair[1].working_by_product_m > pair[0].working_by_product_m)
    );
    // The resistance of both films carries the current.
    let drop_v = 100.0 * (last.working_by_product_m + last.counter_by_product_m) / 1e-3;
    assert!(
        (last.by_product_ohmic_drop_v / drop_v - 1.0).abs() < 1e-2,
        "{drop_v}"
    );
    assert_eq!(
        last.working_ph_to_saturation, 0.0,
        "pinned while it precipitates"
    );
    assert_eq!(acid[99].working_by_product_m, 0.0);
    assert!((acid[99].voltage_v - acid[0].voltage_v).abs() < 1e-3);
}

#[test]
fn repair_bounds_defects_though_the_few_draw_more_current_each() {
    let cell = |healing_time_s: f64| {
        let mut case = Case::default();
        case.coating.thickness_m = 1e-6;
        case.coating.conductivity_s_m = 1e-3;
        case.surface.heterogeneity = 0.0;
        case.surface.defect_creation_per_s = 1e-5;
        case.surface.healing_time_s = healing_time_s;
        case.operation.n_half_cycles = 20;
        run(&case)
    };
    let (never, soon) = (cell(1e9).observe(), cell(600.0).observe());
    println!(
        "film-free: {:.5} without repair, {:.5} with; peaks {:.2e} and {:.2e} m",
        never.defect_fraction, soon.defect_fraction, never.counter_peak_m, soon.counter_peak_m
    );
    // 7200 s of creation, and creation times healing time.
    assert!((never.defect_fraction / 0.072 - 1.0).abs() < 1e-4);
    assert!((soon.defect_fraction / 0.006 - 1.0).abs() < 1e-4);
    assert!(
        soon.hot_spot_ratio > never.hot_spot_ratio,
        "few defects draw the more current each"
    );
}

/// Current of film and defect, each times its area, is the imposed one, and both are under one drive.
#[test]
fn film_and_defects_share_the_current_under_one_drive() {
    let mut case = Case::default();
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 1e-3;
    case.coating.transference_number = 1.0;
    case.surface.heterogeneity = 0.0;
    let whole = run(&case).observe();
    case.surface.initial_defect_fraction = 0.02;
    let pierced = run(&case).observe();
    let bare_a_m2 = 100.0 * pierced.hot_spot_ratio;
    let film_a_m2 = (100.0 - 0.02 * bare_a_m2) / 0.98;
    // The film's drop at the working electrode: half of both, since both are alike but for their direction.
    println!("bare {bare_a_m2:.3}, film {film_a_m2:.3} A m⁻²");
    assert!(bare_a_m2 > 200.0 && film_a_m2 < 100.0);
    assert!(
        pierced.voltage_v < whole.voltage_v,
        "a hole lets current pass"
    );
    // Drives: film η_f − i_f R against bare η_b, from Butler-Volmer by itself.
    let law = electrodeposition::kinetics::ButlerVolmer::of(&case);
    let c = pierced.working_surface_concentration_mol_m3 / 2000.0;
    let film_v = law.scaled(c).overpotential_v(film_a_m2) - film_a_m2 * 1e-3;
    let bare_v = law.scaled(c).overpotential_v(bare_a_m2);
    println!("drives: film {film_v:.6}, bare {bare_v:.6} V");
    // Hydrogen, which this comparison leaves out, moves them by far less than a millivolt.
    assert!((film_v - bare_v).abs() < 2e-4);
}

fn short(current_a_m2: f64, film_ohm_m2: f64) -> (f64, f64) {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = current_a_m2;
    case.operation.areal_charge_c_m2 = 1.8e3;
    case.operation.n_half_cycles = 100_000;
    case.run.max_steps = 100_000_000;
    if film_ohm_m2 > 0.0 {
        case.coating.thickness_m = 1e-6;
        case.coating.conductivity_s_m = 1e-6 / film_ohm_m2;
    }
    let cell = run(&case);
    assert_eq!(cell.ended(), Some(EndReason::ShortCircuit));
    // Half of the charge plates the working electrode.
    (cell.time_s() / 3600.0, cell.balance().charge_c_m2 / 7.2e4)
}

#[test]
fn high_current_shorts_sooner_in_time_and_in_charge() {
    let lives: Vec<_> = [2.5, 10.0, 50.0, 200.0]
        .into_iter()
        .map(|current_a_m2| short(current_a_m2, 0.0))
        .collect();
    for (hours, plated) in &lives {
        println!("short circuit after {hours:.4} h and {plated:.4} mA h cm⁻²");
    }
    assert!(
        lives
            .windows(2)
            .all(|pair| pair[1].0 < pair[0].0 && pair[1].1 < pair[0].1)
    );
}

/// Places that differ in R_ct differ in current by R_ct/(R_ct + R_film) of that, so the life grows by the inverse.
#[test]
fn a_film_in_series_evens_the_current_and_delays_the_short_circuit() {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 50.0;
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 1e-6 / 5e-4;
    let thin_ratio = run(&case).observe().coating_to_charge_transfer;
    let (bare_h, _) = short(50.0, 0.0);
    for (film_ohm_m2, ratio) in [(5e-4, thin_ratio), (5e-3, 10.0 * thin_ratio)] {
        let (hours, _) = short(50.0, film_ohm_m2);
        let (computed, reference) = (hours / bare_h, 1.0 + ratio);
        println!(
            "life under a film over that of bare zinc: computed {computed:.4}, reference {reference:.4}"
        );
        assert!((computed / reference - 1.0).abs() < 0.03);
    }
}

/// The optimum is assumed, and this shows only that it reaches the cell's life: too little affinity is of no use, too much
/// is worse than none. On a bare electrode nothing changes.
#[test]
fn an_assumed_optimum_of_affinity_reaches_the_life() {
    let life_h = |thickness_m: f64, affinity_ev: f64| {
        let mut case = Case::default();
        case.operation.current_density_a_m2 = 50.0;
        case.operation.areal_charge_c_m2 = 3.6e6;
        case.cell.counter_foil_m = 1e-3;
        (case.coating.thickness_m, case.coating.conductivity_s_m) = (thickness_m, 1e-2);
        case.coating.transference_number = 1.0;
        case.coating.zinc_affinity_ev = affinity_ev;
        let cell = run(&case);
        assert_eq!(cell.ended(), Some(EndReason::ShortCircuit));
        cell.time_s() / 3600.0
    };
    let energies = [0.0, 0.3, 0.55, 0.63, 0.95, 1.5, 2.0];
    let lives = energies.map(|affinity_ev| life_h(1e-7, affinity_ev));
    for (affinity_ev, hours) in energies.iter().zip(&lives) {
        println!("{affinity_ev} eV: short circuit after {hours:.3} h");
    }
    assert!(lives[0] < lives[1] && lives[1] < lives[2]);
    assert!(lives[2..].windows(2).all(|pair| pair[1] < pair[0]));
    assert!(lives[6] < lives[0]);
    assert_eq!(life_h(0.0, 0.0), life_h(0.0, 0.95));
}

/// Hydrogen of the whole half-cycle, and zinc dead by rough stripping, grow with peaks and not without.
#[test]
fn rougher_deposits_leave_more_dead_zinc() {
    let dead = |heterogeneity: f64| {
        let mut case = Case::default();
        case.surface.heterogeneity = heterogeneity;
        case.operation.n_half_cycles = 4;
        run(&case).observe().working_dead_zinc_c_m2
    };
    let (smooth, rough, rougher) = (dead(0.0), dead(5.0), dead(10.0));
    println!("dead zinc: {smooth:.3}, {rough:.3}, {rougher:.3} C m⁻²");
    assert!(smooth < rough && rough < rougher);
}

#[test]
fn warmth_lowers_the_voltage_and_raises_hydrogen() {
    let seen = |temperature_k: f64| {
        let mut case = Case::default();
        case.electrolyte.temperature_k = temperature_k;
        run(&case).observe()
    };
    let (cold, warm) = (seen(278.15), seen(318.15));
    println!("voltage {:.4} and {:.4} V", cold.voltage_v, warm.voltage_v);
    assert!(warm.voltage_v < cold.voltage_v);
}
