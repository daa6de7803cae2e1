//! A step of the cell takes no memory.
//! Here because a page runs thousands of steps between two frames, and garbage there is a stutter.
//! Must not know: how a step is computed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// An allocator that counts can only be written with the unsafe trait; it forwards everything to the system's.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell as Counter;

use electrodeposition::case::Case;
use electrodeposition::cell::Cell;

thread_local! {
    static N_ALLOCATIONS: Counter<u64> = const { Counter::new(0) };
}

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        N_ALLOCATIONS.with(|n| n.set(n.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn steps_events_and_observation_allocate_nothing() {
    let mut case = Case::default();
    case.operation.n_half_cycles = 5;
    // Above the limiting current, so that the search for the depletion is counted too.
    case.operation.current_density_a_m2 = 2000.0;
    case.operation.areal_charge_c_m2 = 3.6e4;
    case.electrolyte.concentration_mol_m3 = 1000.0;
    let mut cell = Cell::new(&case.validate().unwrap()).unwrap();
    let before = N_ALLOCATIONS.with(Counter::get);
    assert!(before > 0, "the allocator is not counting");
    while cell.ended().is_none() {
        cell.step().unwrap();
        std::hint::black_box(cell.observe());
    }
    assert_eq!(N_ALLOCATIONS.with(Counter::get) - before, 0);
    println!(
        "ended: {:?} in half-cycle {}",
        cell.ended(),
        cell.half_cycle()
    );
}
