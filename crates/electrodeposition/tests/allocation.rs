//! A step of the cell takes no memory.
//! Here because a page runs thousands of steps between two frames, and garbage there is a stutter.
//! Must not know: how a step is computed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod counting;

use counting::n_allocations;
use electrodeposition::case::Case;
use electrodeposition::cell::Cell;

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
