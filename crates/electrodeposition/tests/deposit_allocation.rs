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

/// Every lever at once that a case may have at once.
fn with_levers() -> [Case; 3] {
    let mut chance = Case::default();
    (chance.deposit.n_cells, chance.deposit.hydrogen) = (64, 1);
    (
        chance.deposit.edge_basal_ratio,
        chance.deposit.orientation_spread_rad,
    ) = (4.0, 0.3);
    (
        chance.deposit.nucleation_rate_m_s,
        chance.deposit.nucleation_barrier_v,
    ) = (2e3, 0.0);
    (chance.coating.thickness_m, chance.coating.conductivity_s_m) = (4e-6, 1e-2);
    (chance.coating.conformality, chance.coating.crack_strain) = (0.5, 0.05);
    chance.coating.healing_time_s = 100.0;
    chance.operation.areal_charge_c_m2 = 2.0 * 3.6e4;
    let mut salt = Case::default();
    (salt.deposit.n_cells, salt.deposit.salt_transport) = (64, 1);
    salt.operation.n_half_cycles = 2;
    let mut starved = Case::default();
    (starved.deposit.n_cells, starved.deposit.starved_length_m) = (64, 2e-6);
    [chance, salt, starved]
}

#[test]
fn no_lever_takes_memory_in_a_step() {
    for case in with_levers() {
        let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
        let before = n_allocations();
        while !deposit.is_finished() {
            deposit.step().unwrap();
            std::hint::black_box(deposit.observe());
            std::hint::black_box(deposit.warnings().count());
        }
        let taken = n_allocations() - before;
        println!("{} steps, {taken} allocations", deposit.observe().n_steps);
        assert_eq!(taken, 0);
    }
}
