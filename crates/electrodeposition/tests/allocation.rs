//! A step of the cell takes no memory.
//! Here because a page runs thousands of steps between two frames, and garbage there is a stutter.
//! Must not know: how a step is computed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod counting;

use counting::n_allocations;
use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, EndReason};
use electrodeposition::programme::{ProgrammeStep, StepKind};

#[test]
fn steps_events_and_observation_allocate_nothing() {
    let mut case = Case::default();
    case.operation.n_half_cycles = 5;
    // Above the limiting current, so that the search for the depletion is counted too.
    case.operation.current_density_a_m2 = 2000.0;
    case.operation.areal_charge_c_m2 = 3.6e4;
    case.electrolyte.concentration_mol_m3 = 1000.0;
    let mut cell = Cell::new(&case.validate().unwrap()).unwrap();
    let before = n_allocations();
    assert!(before > 0, "the allocator is not counting");
    while cell.ended().is_none() {
        cell.step().unwrap();
        std::hint::black_box(cell.observe());
    }
    assert_eq!(n_allocations() - before, 0);
    println!(
        "ended: {:?} in half-cycle {}",
        cell.ended(),
        cell.programme_step()
    );
}

/// Plating, rest and stripping to a cut-off on an inert substrate, under a film with defects, with by-products.
#[test]
fn programmes_films_and_by_products_allocate_nothing() {
    let mut case = Case::default();
    case.cell.working_foil_m = 0.0;
    case.electrolyte.ph = 5.4;
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 1e-3;
    case.surface.initial_defect_fraction = 0.01;
    case.surface.defect_creation_per_s = 1e-6;
    let mut plate = ProgrammeStep::new(StepKind::Plate);
    plate.areal_charge_c_m2 = Some(3.6e3);
    let mut rest = ProgrammeStep::new(StepKind::Rest);
    rest.duration_s = Some(60.0);
    let mut strip = ProgrammeStep::new(StepKind::Strip);
    strip.voltage_limit_v = Some(0.6);
    case.operation.steps = vec![plate, rest, strip];
    case.operation.n_repeats = 3;
    let mut cell = Cell::new(&case.validate().unwrap()).unwrap();
    let before = n_allocations();
    while cell.ended().is_none() {
        cell.step().unwrap();
        std::hint::black_box(cell.observe().quantities());
    }
    assert_eq!(n_allocations() - before, 0);
    assert_eq!(cell.ended(), Some(EndReason::Completed));
    assert_eq!(cell.efficiency().n_cycles, 3);
}
