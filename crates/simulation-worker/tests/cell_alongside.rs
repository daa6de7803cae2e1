//! The cell beside the deposit: its numbers at the deposit's time, and its end.
//! Here because a page shows both models over one axis.
//! Must not know: whether the cell's own physics is right; the engine's own tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::cell::Cell;
use electrodeposition::limits::Separator;
use simulation_worker::{Event, Growth, Model, Observation, Probe, Request, RunId, Server};

/// Half a minute of plating on a coarse grid.
fn short() -> Case {
    let mut case = Case::default();
    case.deposit.n_cells = 64;
    case.operation.areal_charge_c_m2 = 3600.0;
    case
}

/// Everything said about one run, from its start to its end.
fn run(case: Case) -> Vec<Event> {
    let mut server = Server::<Growth>::default();
    let request = Request::Start {
        run: RunId(1),
        case: Box::new(case),
    };
    let mut events = server.receive(request, &|| 0.0);
    // A clock that stands still gives a slice all the time it wants.
    events.extend(server.slice(&|| 0.0));
    events
}

#[test]
fn at_the_end_of_plating_the_cell_is_what_it_is_by_itself() {
    let mut case = short();
    // More half-cycles than the deposit knows: the cell must stop with it and not turn round.
    case.operation.n_half_cycles = 4;
    let mut events = run(case.clone());
    let Some(Event::Finished { summary, frame, .. }) = events.pop() else {
        panic!("{events:?}")
    };
    case.operation.n_half_cycles = 1;
    let mut cell = Cell::new(&case.validate().unwrap()).unwrap();
    while cell.ended().is_none() {
        cell.step().unwrap();
    }
    let alone = cell.observe();
    let beside = summary.observation;
    println!("by itself {alone:?}\nbeside the deposit {beside:?}");
    let near = |found: f64, expected: f64| (found / expected - 1.0).abs() < 1e-9;
    assert!(near(beside.cell_voltage_v, alone.voltage_v));
    assert!(near(
        beside.hydrogen_current_density_a_m2,
        alone.hydrogen_current_a_m2
    ));
    assert!(near(
        beside.surface_concentration_mol_m3,
        alone.working_surface_concentration_mol_m3
    ));
    assert!(near(
        beside.coulombic_efficiency.unwrap(),
        alone.coulombic_efficiency
    ));
    assert!(beside.coulombic_efficiency.unwrap() < 1.0);
    let last: &Probe = frame.probes.last().unwrap();
    assert_eq!(last.cell_voltage_v, beside.cell_voltage_v);
    assert_eq!(last.voltage_v, beside.voltage_v);
}

/// The cell's steps are longer than the deposit's in a long half-cycle and end beyond them.
#[test]
fn between_two_steps_of_the_cell_its_voltage_lies_between_theirs() {
    let mut case = short();
    case.operation.areal_charge_c_m2 = 1.44e5;
    let mut cell = Cell::new(&case.clone().validate().unwrap()).unwrap();
    let mut ends = vec![(cell.time_s(), cell.observe().voltage_v)];
    while cell.ended().is_none() {
        let step = cell.step().unwrap();
        ends.push((step.time_s, step.voltage_v));
    }
    let mut growth = Growth::start(&case).unwrap();
    let mut n_between = 0;
    while !growth.is_finished() {
        growth.step().unwrap();
        let Observation {
            time_s,
            cell_voltage_v,
            ..
        } = growth.observe();
        let after = ends.partition_point(|(end_s, _)| *end_s < time_s);
        let [(start_s, start_v), (end_s, end_v)] =
            [ends[after - 1], ends[after.min(ends.len() - 1)]];
        if end_s > time_s {
            n_between += 1;
            let expected_v = start_v + (end_v - start_v) * (time_s - start_s) / (end_s - start_s);
            assert!(
                (cell_voltage_v - expected_v).abs() < 1e-12,
                "{cell_voltage_v} V at {time_s} s, expected {expected_v} V"
            );
        }
    }
    println!("{n_between} times between two steps");
    assert!(n_between > 3);
}

#[test]
fn before_any_charge_has_passed_there_is_no_efficiency() {
    let growth = Growth::start(&short()).unwrap();
    let seen = growth.observe();
    assert_eq!(seen.coulombic_efficiency, None);
    assert_eq!(seen.current_density_a_m2, 100.0);
    assert!(seen.cell_voltage_v > seen.voltage_v);
}

/// Sand's time in the cell ends the deposit too, which by itself would grow on without end.
#[test]
fn a_solution_used_up_at_the_surface_fails_the_run_at_sands_time() {
    let mut case = short();
    case.electrolyte.concentration_mol_m3 = 1000.0;
    case.cell.separator_thickness_m = 400e-6;
    case.cell.n_cells = 400;
    case.operation.current_density_a_m2 = 1500.0;
    case.operation.areal_charge_c_m2 = 3.6e4;
    let sand_s = Separator::of(&case).sand_time_s(1500.0);
    let mut events = run(case);
    let Some(Event::Failed {
        reason,
        time_s,
        frame,
        ..
    }) = events.pop()
    else {
        panic!("{events:?}")
    };
    println!("Sand's time {sand_s} s, last good state at {time_s} s: {reason}");
    assert!(
        reason.starts_with("the salt at the plating electrode is used up at t = "),
        "{reason}"
    );
    let told_s: f64 = reason
        .split("t = ")
        .nth(1)
        .and_then(|rest| rest.split(" s").next())
        .unwrap()
        .parse()
        .unwrap();
    assert!((told_s / sand_s - 1.0).abs() < 0.02, "{told_s} s");
    assert!(time_s < told_s, "the state shown is from before");
    assert_eq!(frame.observation.time_s, time_s);
    assert!(frame.observation.surface_concentration_mol_m3 > 0.0);
    assert!(frame.observation.is_finite());
}

#[test]
fn a_current_that_cannot_flow_for_a_moment_is_refused_with_its_reason() {
    let mut case = short();
    case.coating.thickness_m = 10e-6;
    case.coating.conductivity_s_m = 1e-2;
    case.coating.diffusivity_m2_s = 1e-13;
    let errors = vec![
        "100 A m⁻² cannot flow for a moment: the salt under the coating is used up".to_owned(),
    ];
    let run_id = RunId(1);
    assert_eq!(
        run(case),
        [Event::Refused {
            run: run_id,
            errors
        }]
    );
}
