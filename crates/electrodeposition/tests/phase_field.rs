//! What the benchmark problems keep whatever their numbers are: mass, falling energy, symmetry, order, no allocation.
//! Here because a number may agree with a published one by chance, and these laws cannot.
//! Must not know: how the problems are solved.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// An order is compared by tolerance, so it need not have the same bits everywhere.
#![allow(clippy::disallowed_methods)]

mod counting;

use counting::n_allocations;
use electrodeposition::phase_field::{ChargedSpinodal, Dendrite, Manufactured, Nucleus};

fn manufactured_error(n: usize) -> f64 {
    let mut problem = Manufactured::new(n);
    while !problem.is_finished() {
        problem.step();
    }
    problem.error()
}

#[test]
fn the_manufactured_solution_is_met_to_second_order() {
    // From 0.005 to 0.0025: the coarsest published grid is not yet in the range of the asymptotic order (2.28).
    let errors = [200, 400].map(manufactured_error);
    let order = (errors[0] / errors[1]).log2();
    println!(
        "L2 errors {:.4e} {:.4e}: order {order:.4}, reference 2 within 0.05",
        errors[0], errors[1]
    );
    assert!((order - 2.0).abs() <= 0.05);
}

#[test]
fn separating_keeps_the_mass_and_gives_up_energy() {
    let mut problem = ChargedSpinodal::new(64).unwrap();
    let (mass, mut energy) = (problem.mean_concentration(), problem.free_energy());
    for k in 0..100 {
        for _ in 0..10 {
            problem.step(0.02).unwrap();
        }
        let next = problem.free_energy();
        assert!(
            next < energy,
            "energy rose from {energy} to {next} in interval {k}"
        );
        energy = next;
    }
    let drift = problem.mean_concentration() / mass - 1.0;
    println!(
        "mass drift {drift:.1e} after 1000 steps, limit 1e-7 (fields are solved to 1e-9); energy {energy:.3}"
    );
    assert!(drift.abs() < 1e-7);
}

/// The published curve is read at steps of 0.02; half of that must give the same.
#[test]
fn separating_does_not_depend_on_the_step() {
    let energy = |dt: f64, n_steps: u32| {
        let mut problem = ChargedSpinodal::new(64).unwrap();
        for _ in 0..n_steps {
            problem.step(dt).unwrap();
        }
        problem.free_energy()
    };
    let (coarse, fine) = (energy(0.02, 500), energy(0.01, 1000));
    println!(
        "free energy at t = 10: {coarse:.5} and {fine:.5} with half the step, limit 1e-3 of it"
    );
    assert!((coarse / fine - 1.0).abs() < 1e-3);
}

#[test]
fn a_dendrite_does_not_tell_x_from_y_and_its_tip_grows() {
    let mut problem = Dendrite::new(480);
    let mut tip = problem.tip_position();
    for _ in 0..4 {
        for _ in 0..60 {
            problem.step();
        }
        let next = problem.tip_position();
        assert!(next > tip, "tip at {next} after {tip}");
        tip = next;
    }
    println!(
        "tip {tip:.2} at t = {:.1}, asymmetry {:e}",
        problem.time(),
        problem.asymmetry()
    );
    assert!(problem.asymmetry() < 1e-12);
}

#[test]
fn no_step_allocates() {
    let mut manufactured = Manufactured::new(100);
    let mut nucleus = Nucleus::new(1.0, 64);
    let mut spinodal = ChargedSpinodal::new(64).unwrap();
    let mut dendrite = Dendrite::new(240);
    let before = n_allocations();
    assert!(before > 0, "the allocator is not counting");
    for dt in [0.02, 0.02, 0.1] {
        manufactured.step();
        nucleus.step();
        spinodal.step(dt).unwrap();
    }
    // Enough for the computed square to grow.
    for _ in 0..200 {
        dendrite.step();
    }
    std::hint::black_box((&manufactured, &nucleus, &spinodal, &dendrite));
    assert_eq!(n_allocations() - before, 0);
}
