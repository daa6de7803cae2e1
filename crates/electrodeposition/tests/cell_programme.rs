//! Programmes of the cell: inert substrate, rest, terminations, and events inside a step.
//! Here because a step must end exactly where its condition is met, and zinc must be accounted for.
//! Must not know: the cell's inner parts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, CellStep, EndReason, Event, Termination};
use electrodeposition::programme::{ProgrammeStep, StepKind};

fn run(case: &Case) -> (Cell, Vec<CellStep>) {
    let mut cell = Cell::new(&case.clone().validate().unwrap()).unwrap();
    let mut events = Vec::new();
    while cell.ended().is_none() {
        let step = cell.step().unwrap();
        if step.event.is_some() {
            events.push(step)
        }
    }
    (cell, events)
}

fn plate(areal_charge_c_m2: f64) -> ProgrammeStep {
    let mut step = ProgrammeStep::new(StepKind::Plate);
    step.areal_charge_c_m2 = Some(areal_charge_c_m2);
    step
}

fn strip_to(voltage_limit_v: f64) -> ProgrammeStep {
    let mut step = ProgrammeStep::new(StepKind::Strip);
    step.voltage_limit_v = Some(voltage_limit_v);
    step
}

fn rest(duration_s: f64) -> ProgrammeStep {
    let mut step = ProgrammeStep::new(StepKind::Rest);
    step.duration_s = Some(duration_s);
    step
}

/// Where all that was plated is stripped, hydrogen and dead zinc are what is missing.
#[test]
fn efficiency_on_an_inert_substrate_is_what_hydrogen_and_dead_zinc_left() {
    let mut case = Case::default();
    case.cell.working_foil_m = 0.0;
    case.operation.steps = vec![plate(1.8e4), strip_to(0.2)];
    case.operation.n_repeats = 20;
    case.surface.heterogeneity = 1.0;
    let (cell, events) = run(&case);
    assert_eq!(cell.ended(), Some(EndReason::Completed));
    let limits: Vec<_> = events.iter().skip(1).step_by(2).collect();
    assert_eq!(limits.len(), 20);
    for step in &limits {
        assert!((step.voltage_v + 0.2).abs() < 1e-9, "{step:?}");
    }
    assert_eq!(
        limits[0].event,
        Some(Event::StepEnded(Termination::VoltageLimit))
    );
    let working = &cell.electrodes()[0];
    let lost_c_m2 = working.hydrogen_charge_c_m2 + working.dead_c_m2 + working.live_c_m2();
    let plated_c_m2 = 20.0 * 1.8e4;
    let computed = cell.efficiency().mean().unwrap();
    let reference = 1.0 - lost_c_m2 / plated_c_m2;
    println!("mean efficiency: computed {computed:.12}, reference {reference:.12}");
    assert!((computed - reference).abs() < 1e-9);
    assert!(computed > 0.99 && working.dead_c_m2 > 0.0);
}

/// A cut-off far up is met where the zinc is used up to round-off.
#[test]
fn a_high_cut_off_strips_all_zinc() {
    let mut case = Case::default();
    case.cell.working_foil_m = 0.0;
    case.operation.steps = vec![plate(1.8e4), strip_to(1.0)];
    let (cell, _) = run(&case);
    assert_eq!(cell.ended(), Some(EndReason::Completed));
    let left_c_m2 = cell.electrodes()[0].live_c_m2();
    println!("left of 1.8e4 C m⁻²: {left_c_m2:.1e}");
    assert!((0.0..1e-9).contains(&left_c_m2));
}

#[test]
fn without_a_cut_off_zinc_used_up_ends_the_run_at_its_exact_time() {
    let mut case = Case::default();
    case.cell.working_foil_m = 2e-6;
    case.hydrogen.exchange_current_density_a_m2 = 1e-12;
    case.surface.initial_peak_m = 0.0;
    let mut strip = ProgrammeStep::new(StepKind::Strip);
    strip.duration_s = Some(1e5);
    case.operation.steps = vec![strip];
    let (cell, _) = run(&case);
    assert_eq!(cell.ended(), Some(EndReason::ZincUsedUp));
    // zF h/(Ω i).
    let reference = 2.0 * 96_485.332_123_310_02 * 2e-6 / (9.16e-6 * 100.0);
    println!(
        "zinc used up: computed {:.9}, reference {reference:.9} s",
        cell.time_s()
    );
    assert!((cell.time_s() / reference - 1.0).abs() < 1e-9);
}

#[test]
fn steps_end_by_time_charge_or_voltage_whichever_comes_first() {
    let mut case = Case::default();
    let mut by_time = plate(3.6e4);
    by_time.duration_s = Some(50.0);
    let mut by_charge = plate(1e3);
    by_charge.duration_s = Some(50.0);
    by_charge.current_density_a_m2 = Some(25.0);
    let mut by_voltage = plate(3.6e4);
    by_voltage.voltage_limit_v = Some(0.1655);
    case.operation.steps = vec![by_time, rest(30.0), by_charge, by_voltage];
    let (cell, events) = run(&case);
    let told: Vec<_> = events
        .iter()
        .map(|step| (step.time_s, step.event))
        .collect();
    println!("{told:#?}");
    assert_eq!(told[0], (50.0, Some(Event::StepEnded(Termination::Time))));
    assert_eq!(told[1], (80.0, Some(Event::StepEnded(Termination::Time))));
    assert_eq!(
        told[2],
        (120.0, Some(Event::StepEnded(Termination::Charge)))
    );
    assert!(told[3].0 < 480.0 && (events[3].voltage_v - 0.1655).abs() < 1e-9);
    assert_eq!(cell.ended(), Some(EndReason::Completed));
    // 50 s of 100, 40 s of 25 and the last step's.
    let passed = cell.balance().charge_c_m2;
    let reference = 5e3 + 1e3 + 100.0 * (told[3].0 - 120.0);
    assert!((passed / reference - 1.0).abs() < 1e-12);
}

#[test]
fn at_rest_zinc_dissolves_as_fast_as_hydrogen_evolves() {
    let mut case = Case::default();
    case.operation.steps = vec![rest(3.6e5)];
    let (cell, _) = run(&case);
    let seen = cell.observe();
    assert!((seen.zinc_current_a_m2 + seen.hydrogen_current_a_m2).abs() < 1e-15);
    assert!(seen.hydrogen_current_a_m2 > 0.0 && seen.plating_overpotential_v > 0.0);
    assert_eq!(seen.voltage_v, 0.0, "both electrodes are alike");
    for electrode in cell.electrodes() {
        let dissolved = -electrode.net_deposited_c_m2;
        println!(
            "dissolved {dissolved:.6}, hydrogen {:.6} C m⁻²",
            electrode.hydrogen_charge_c_m2
        );
        assert!((dissolved / electrode.hydrogen_charge_c_m2 - 1.0).abs() < 1e-12);
        // A current that does not change: its charge is current times time.
        let steady = seen.hydrogen_current_a_m2 * 3.6e5;
        assert!((dissolved / steady - 1.0).abs() < 1e-6);
    }
    assert_eq!(cell.balance().charge_c_m2, 0.0);
}

/// A deposit on an inert substrate corrodes away, and then nothing happens any more.
#[test]
fn at_rest_no_more_zinc_corrodes_than_there_is() {
    let mut case = Case::default();
    case.cell.working_foil_m = 0.0;
    case.operation.steps = vec![plate(36.0), rest(1e6)];
    let (cell, _) = run(&case);
    let working = &cell.electrodes()[0];
    assert_eq!(cell.ended(), Some(EndReason::Completed));
    assert!(working.live_c_m2() >= 0.0 && working.live_c_m2() < 5.2);
    assert!(working.zinc_imbalance_c_m2().abs() < 1e-9 * 36.0);
}

#[test]
fn every_inventory_closes_over_a_thousand_cycles() {
    let mut case = Case::default();
    case.electrolyte.ph = 5.3;
    case.surface.heterogeneity = 0.0;
    case.surface.initial_peak_m = 1e-5;
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 1e-3;
    case.surface.initial_defect_fraction = 1e-3;
    // So far apart that the peaks over the defects do not meet the other electrode.
    case.cell.separator_thickness_m = 2e-3;
    case.operation.steps = vec![plate(3.6e3), rest(10.0), {
        let mut strip = ProgrammeStep::new(StepKind::Strip);
        strip.areal_charge_c_m2 = Some(3.6e3);
        strip
    }];
    case.operation.n_repeats = 1000;
    case.run.max_steps = 10_000_000;
    case.cell.n_steps_per_half_cycle = 10;
    let start = Cell::new(&case.clone().validate().unwrap()).unwrap();
    let (cell, _) = run(&case);
    assert_eq!(
        cell.ended(),
        Some(EndReason::Completed),
        "{:?}",
        cell.observe()
    );
    let (before, after) = (start.zinc_inventory(), cell.zinc_inventory());
    let zinc_error = after.total_mol_m2() / before.total_mol_m2() - 1.0;
    let seen = cell.observe();
    println!(
        "zinc {zinc_error:.1e}, electrodes {:.1e}, salt {:.1e}\n{after:?}",
        seen.zinc_error, seen.salt_error
    );
    assert!(
        zinc_error.abs() < 1e-9 && seen.zinc_error.abs() < 1e-9 && seen.salt_error.abs() < 1e-9
    );
    assert!(after.by_product_mol_m2 > 0.0 && after.dead_mol_m2 > 0.0 && after.basic_mol_m2 >= 0.0);
    for electrode in cell.electrodes() {
        // Charge in and out is the same: what hydrogen took, zinc gave.
        let closed = electrode.net_deposited_c_m2 + electrode.hydrogen_charge_c_m2;
        assert!(closed.abs() < 1e-9 * 3.6e6, "{closed}");
        assert!(electrode.zinc_imbalance_c_m2().abs() < 1e-9 * 3.6e6);
    }
}

/// The one calibrated number: the review gives 55 h for bare zinc, and this holds the default to it.
#[test]
fn bare_zinc_is_short_circuited_when_the_review_says() {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 2.5;
    case.operation.areal_charge_c_m2 = 1.8e3;
    case.operation.n_half_cycles = 10_000;
    case.run.max_steps = 10_000_000;
    let (cell, _) = run(&case);
    assert_eq!(cell.ended(), Some(EndReason::ShortCircuit));
    println!(
        "short circuit: computed {:.4} h, calibrated to 55 h",
        cell.time_s() / 3600.0
    );
    assert!((cell.time_s() / 3600.0 - 55.0).abs() < 0.05);
    let top_m = cell.electrodes()[0].peak_top_m();
    assert!((top_m / 200e-6 - 1.0).abs() < 1e-9, "{top_m}");
}

#[test]
fn water_used_up_ends_the_run() {
    let mut case = Case::default();
    // Hydrogen takes nearly all of the current.
    case.electrolyte.ph = 1.0;
    case.surface.buffer_ratio = 1e4;
    case.hydrogen.exchange_current_density_a_m2 = 1e-2;
    case.hydrogen.tafel_slope_v = 0.1;
    case.cell.separator_thickness_m = 20e-6;
    case.cell.separator_porosity = 0.2;
    case.electrolyte.water_mol_m3 = 30e3;
    case.surface.heterogeneity = 0.0;
    case.surface.initial_peak_m = 0.0;
    case.operation.steps = vec![rest(1e8)];
    let (cell, _) = run(&case);
    assert_eq!(
        cell.ended(),
        Some(EndReason::WaterUsedUp),
        "{:?}",
        cell.observe()
    );
    assert!(cell.observe().water_fraction.abs() < 1e-9);
}
