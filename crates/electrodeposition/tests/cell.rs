//! The symmetric cell as a user runs it: parts of the voltage, events, conservation, refusals.
//! Here because closed forms alone do not say that a run ends when and how it should.
//! Must not know: the cell's inner parts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, CellError, CellStep, EndReason, Event, Termination};
use electrodeposition::coating::Film;
use electrodeposition::kinetics::ButlerVolmer;
use electrodeposition::limits::Separator;

fn cell(case: &Case) -> Cell {
    Cell::new(&case.clone().validate().unwrap()).unwrap()
}

fn run(cell: &mut Cell) -> Vec<CellStep> {
    let mut steps = Vec::new();
    while cell.ended().is_none() {
        steps.push(cell.step().unwrap());
    }
    steps
}

#[test]
fn half_cycles_end_at_their_exact_times_and_turn_the_voltage() {
    let mut case = Case::default();
    case.operation.n_half_cycles = 4;
    case.operation.areal_charge_c_m2 = 1.7e4;
    let mut cell = cell(&case);
    let steps = run(&mut cell);
    let ends: Vec<_> = steps
        .iter()
        .filter_map(|step| step.event.map(|event| (step.time_s, event)))
        .collect();
    assert_eq!(
        ends,
        [
            (170.0, Event::StepEnded(Termination::Charge)),
            (340.0, Event::StepEnded(Termination::Charge)),
            (510.0, Event::StepEnded(Termination::Charge)),
            (680.0, Event::Ended(EndReason::Completed)),
        ]
    );
    for step in &steps {
        assert_eq!(
            step.voltage_v > 0.0,
            step.programme_step % 2 == 0,
            "{step:?}"
        );
    }
    let passed = cell.balance().charge_c_m2;
    println!("charge: computed {passed:.10e}, reference 6.8e4 C m⁻²");
    assert!((passed / 6.8e4 - 1.0).abs() < 1e-12);
    assert_eq!(cell.step(), Err(CellError::Finished(EndReason::Completed)));
}

#[test]
fn the_parts_add_up_to_the_voltage() {
    let mut case = Case::default();
    case.coating.thickness_m = 5e-6;
    case.coating.conductivity_s_m = 5e-3;
    let mut cell = cell(&case);
    for _ in 0..60 {
        cell.step().unwrap();
        let seen = cell.observe();
        let sum = -seen.plating_overpotential_v
            + seen.stripping_overpotential_v
            + seen.separator_ohmic_drop_v
            + seen.diffusion_potential_v
            + seen.coating_ohmic_drop_v
            + seen.coating_diffusion_potential_v;
        assert!((sum - seen.voltage_v).abs() < 1e-15);
        assert!((seen.zinc_current_a_m2 + seen.hydrogen_current_a_m2 - 100.0).abs() < 1e-12);
    }
    let seen = cell.observe();
    let effective = 0.85 * 0.85_f64.sqrt();
    println!(
        "separator: computed {:e}, reference {:e} V",
        seen.separator_ohmic_drop_v,
        100.0 * 2e-4 / (5.0 * effective)
    );
    assert!((seen.separator_ohmic_drop_v / (100.0 * 2e-4 / (5.0 * effective)) - 1.0).abs() < 1e-12);
    println!(
        "coatings: computed {:e}, reference 0.2 V",
        seen.coating_ohmic_drop_v
    );
    assert!((seen.coating_ohmic_drop_v - 0.2).abs() < 1e-15);
}

/// At the first moment the concentrations are those at rest, so that everything has a closed form for αz = 1/1.
#[test]
fn the_first_voltage_is_kinetics_and_ohm() {
    let mut case = Case::default();
    case.kinetics.cathodic_alpha_z = 1.0;
    case.kinetics.anodic_alpha_z = 1.0;
    case.hydrogen.exchange_current_density_a_m2 = 1e-12;
    let seen = cell(&case).observe();
    let law = ButlerVolmer::of(&case);
    let reference = 2.0 * libm::asinh(100.0 / 20.0) / law.f_per_v;
    let computed = seen.stripping_overpotential_v - seen.plating_overpotential_v;
    println!("overpotentials: computed {computed:.6e}, reference {reference:.6e} V");
    // The outermost half volume is already depleted by 0.1 %.
    assert!((computed / reference - 1.0).abs() < 1e-3);
    let wagner = case.electrolyte.conductivity_s_m
        * 0.85
        * 0.85_f64.sqrt()
        * law.charge_transfer_resistance_ohm_m2(100.0)
        / 200e-6;
    println!(
        "Wagner number: computed {:.5}, reference {wagner:.5}",
        seen.wagner_number
    );
    assert!((seen.wagner_number / wagner - 1.0).abs() < 1e-3);
    assert_eq!(seen.coating_to_charge_transfer, 0.0);
}

#[test]
fn a_current_above_the_limit_ends_the_run_when_the_salt_is_used_up() {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 2000.0;
    case.electrolyte.concentration_mol_m3 = 1000.0;
    case.operation.areal_charge_c_m2 = 1e6;
    let mut cell = cell(&case);
    assert_eq!(cell.observe().sand_time_ratio, Some(0.0));
    let last = *run(&mut cell).last().unwrap();
    assert_eq!(last.event, Some(Event::Ended(EndReason::SurfaceDepleted)));
    let separator = Separator::of(&case);
    let sand_s = separator.sand_time_s(2000.0);
    let diffusion_s = separator.thickness_m * separator.thickness_m * separator.porosity
        / separator.diffusivity_m2_s;
    println!(
        "depletion: computed {:.4}, Sand {sand_s:.4}, across the separator {diffusion_s:.1} s",
        last.time_s
    );
    // Far shorter than diffusion across, so that Sand's time holds.
    assert!(sand_s < 0.1 * diffusion_s && (last.time_s / sand_s - 1.0).abs() < 1e-2);
    let seen = cell.observe();
    let left = seen.working_surface_concentration_mol_m3 / 1000.0;
    assert!((left - 1e-6).abs() < 1e-9, "{left}");
    assert!(last.voltage_v.is_finite() && seen.sand_time_ratio.unwrap() > 0.98);
}

#[test]
fn below_the_limit_there_is_no_sand_time() {
    let mut cell = cell(&Case::default());
    run(&mut cell);
    let seen = cell.observe();
    assert_eq!(seen.sand_time_ratio, None);
    let separator = Separator::of(&Case::default());
    assert!(
        (seen.limiting_current_ratio - 100.0 / separator.limiting_current_a_m2()).abs() < 1e-15
    );
}

#[test]
fn a_film_beyond_its_limiting_current_is_refused_and_one_near_it_runs_dry() {
    let mut case = Case::default();
    case.coating.thickness_m = 20e-6;
    case.coating.conductivity_s_m = 1.0;
    let limit = Film::of(&case).unwrap().limiting_current_a_m2();
    case.operation.current_density_a_m2 = 1.01 * limit;
    let refused = Cell::new(&case.clone().validate().unwrap()).unwrap_err();
    println!("limit {limit} A m⁻²: {refused}");
    assert!(matches!(
        refused,
        CellError::Unsustainable {
            reason: EndReason::CoatingDepleted,
            ..
        }
    ));

    case.operation.current_density_a_m2 = 0.8 * limit;
    case.operation.areal_charge_c_m2 = 3.6e5;
    let mut drying = cell(&case);
    let last = *run(&mut drying).last().unwrap();
    assert_eq!(last.event, Some(Event::Ended(EndReason::CoatingDepleted)));
    assert!(last.voltage_v.is_finite());
}

#[test]
fn steps_are_limited_by_the_case() {
    let mut case = Case::default();
    case.run.max_steps = 7;
    let mut cell = cell(&case);
    let steps = run(&mut cell);
    assert_eq!(steps.len(), 7);
    assert_eq!(steps[6].event, Some(Event::Ended(EndReason::StepLimit)));
}

#[test]
fn salt_is_kept_over_many_half_cycles() {
    let mut case = Case::default();
    case.operation.n_half_cycles = 400;
    // Hot spots would bridge the separator before.
    case.surface.heterogeneity = 0.0;
    case.operation.current_density_a_m2 = 1000.0;
    case.run.max_steps = 1_000_000;
    let mut cell = cell(&case);
    run(&mut cell);
    let error = cell.observe().salt_error;
    println!("salt unaccounted for: {error:.1e} of what there was");
    assert!(error.abs() < 1e-9);
}

#[test]
fn a_finer_mesh_gives_the_same_voltage() {
    let voltage = |n_cells| {
        let mut case = Case::default();
        case.cell.n_cells = n_cells;
        case.operation.current_density_a_m2 = 1000.0;
        let mut cell = cell(&case);
        run(&mut cell)
            .iter()
            .map(|step| step.voltage_v)
            .fold(0.0, f64::max)
    };
    let (coarse, fine) = (voltage(50), voltage(400));
    println!("peak voltage: 50 volumes {coarse:.7}, 400 volumes {fine:.7} V");
    assert!((coarse - fine).abs() < 1e-4);
}

#[test]
fn the_same_case_gives_the_same_bits() {
    let bits = || {
        let mut case = Case::default();
        case.operation.n_half_cycles = 3;
        let mut cell = cell(&case);
        run(&mut cell)
            .iter()
            .map(|step| step.voltage_v.to_bits())
            .collect::<Vec<_>>()
    };
    assert_eq!(bits(), bits());
}

#[test]
fn quantities_carry_distinct_names() {
    let observation = cell(&Case::default()).observe();
    let mut names: Vec<_> = observation
        .quantities()
        .iter()
        .map(|quantity| quantity.name)
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), observation.quantities().len());
}

#[test]
fn the_state_hash_tells_cases_apart() {
    let hash = |ph: f64| {
        let mut case = Case::default();
        case.electrolyte.ph = ph;
        let mut cell = cell(&case);
        run(&mut cell);
        cell.state_hash()
    };
    assert_eq!(hash(4.0), hash(4.0));
    assert_ne!(hash(4.0), hash(4.0 + 1e-12));
}
