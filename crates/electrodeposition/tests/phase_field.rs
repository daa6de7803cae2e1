//! What the benchmark problems keep whatever their numbers are: mass, falling energy, symmetry, order, no allocation.
//! Here because a number may agree with a published one by chance, and these laws cannot.
//! Must not know: how the problems are solved.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// An order is compared by tolerance, so it need not have the same bits everywhere.
#![allow(clippy::disallowed_methods)]

mod counting;

use counting::n_allocations;
use electrodeposition::phase_field::{
    ChargedSpinodal, Dendrite, Manufactured, Nucleus, ShrinkingDisc,
};

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

/// The plainest loop there is, in double precision: it shares nothing with the engine but the first values.
struct PlainDisc {
    n: usize,
    values: Vec<f64>,
}

impl PlainDisc {
    fn new(n: usize) -> Self {
        let cells = (0..n * n).map(|cell| ShrinkingDisc::first_value(n, cell % n, cell / n));
        Self {
            n,
            values: cells.collect(),
        }
    }

    fn step(&mut self) {
        let (n, old, dt, h) = (self.n, &self.values, ShrinkingDisc::STEP, 0.4);
        let cell = |i: usize, j: usize| old[j % n * n + i % n];
        self.values = (0..n * n)
            .map(|at| {
                let (i, j) = (at % n, at / n);
                let (sides, phi) = (cell(i + 1, j) + cell(i + n - 1, j), cell(i, j));
                let laplacian = sides + cell(i, j + 1) + cell(i, j + n - 1) - 4.0 * phi;
                phi + dt * (laplacian / (h * h) + phi - phi * phi * phi)
            })
            .collect();
    }
}

/// Largest difference of φ between the engine in single and the plain loop in double precision.
fn largest_miss(disc: &ShrinkingDisc, plain: &PlainDisc) -> f64 {
    let n = plain.n;
    let miss = |at: usize| (disc.value(at % n, at / n) - plain.values[at]).abs();
    (0..n * n).map(miss).fold(0.0, f64::max)
}

#[test]
fn a_disc_shrinks_as_its_closed_form_says_in_single_as_in_double_precision() {
    let n = 2 * ShrinkingDisc::SIDE_UNIT;
    let (mut disc, mut plain) = (ShrinkingDisc::new(2), PlainDisc::new(n));
    let first = disc.area();
    // An odd number, so that a pass of several steps also ends in the middle.
    let n_steps = 2001;
    disc.advance(n_steps);
    for _ in 0..n_steps {
        plain.step();
    }
    let miss = largest_miss(&disc, &plain);
    let lost = first - disc.area();
    let expected = std::f64::consts::TAU * disc.time();
    println!(
        "largest |φ32 − φ64| {miss:.1e}, limit 2e-6; area lost {lost:.3}, closed form {expected:.3} within 1 %"
    );
    assert!(miss < 2e-6);
    assert!((lost / expected - 1.0).abs() < 0.01);
}

#[test]
fn many_steps_at_once_give_the_bits_of_single_ones() {
    for n_units in [1, 3] {
        let n = n_units * ShrinkingDisc::SIDE_UNIT;
        let (mut together, mut single) = (ShrinkingDisc::new(n_units), ShrinkingDisc::new(n_units));
        together.advance(39);
        (0..39).for_each(|_| single.advance(1));
        let differ = (0..n * n).filter(|at| {
            let (i, j) = (at % n, at / n);
            together.value(i, j).to_bits() != single.value(i, j).to_bits()
        });
        assert_eq!(differ.count(), 0, "on {n}² cells");
    }
}

#[test]
fn no_step_allocates() {
    let mut manufactured = Manufactured::new(100);
    let mut nucleus = Nucleus::new(1.0, 64);
    let mut spinodal = ChargedSpinodal::new(64).unwrap();
    let mut dendrite = Dendrite::new(240);
    let mut disc = ShrinkingDisc::new(1);
    let before = n_allocations();
    assert!(before > 0, "the allocator is not counting");
    for dt in [0.02, 0.02, 0.1] {
        manufactured.step();
        nucleus.step();
        disc.advance(3);
        spinodal.step(dt).unwrap();
    }
    // Enough for the computed square to grow.
    for _ in 0..200 {
        dendrite.step();
    }
    std::hint::black_box((&manufactured, &nucleus, &spinodal, &dendrite, &disc));
    assert_eq!(n_allocations() - before, 0);
}
