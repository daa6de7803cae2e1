//! A step of the deposit takes no memory.
//! Here because a page runs steps between two frames, and a heap that grows there is a stutter.
//! Must not know: how a step is computed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod counting;

use counting::n_allocations;
use electrodeposition::case::Case;
use electrodeposition::deposit::Deposit;

#[test]
fn steps_and_observations_allocate_nothing() {
    let mut case = Case::default();
    (case.deposit.n_cells, case.deposit.nuclei) = (64, 0);
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-6);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (2, 2e-6);
    case.operation.areal_charge_c_m2 = 5.0 * 3.6e4;
    let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
    let before = n_allocations();
    assert!(before > 0, "the allocator is not counting");
    while !deposit.is_finished() {
        deposit.step().unwrap();
        std::hint::black_box(deposit.observe());
        std::hint::black_box(deposit.front().count());
    }
    let taken = n_allocations() - before;
    println!("{} steps, {taken} allocations", deposit.observe().n_steps);
    assert_eq!(taken, 0);
}
