//! What the cycle in single precision costs: nothing where four digits are wanted, and no solve fails for it.
//! Here because a step of the deposit is preconditioned in single precision, and remainders of a well conducting or hardly
//! tied field drown in its round-off.
//! Must not know: how the hierarchy is built.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod conduction;

use conduction::{disc, set_conductivity};
use electrodeposition::multigrid::{Precision, SolveReport, Solver, StopAt};

/// Less than five digits: single precision. A little more: double.
const FOUR_DIGITS: f64 = 1e-4;
const FIVE_DIGITS: f64 = 0.99e-5;

/// A disc of `inside` in a medium of one, tied by `sink` in its bottom row, with a uniform current through the top.
fn problem(n: usize, inside: f64, sink: f64) -> (Solver, Vec<f64>) {
    let mut solver = Solver::new(n);
    set_conductivity(&mut solver, n, |x, y| disc(x, y, inside));
    solver.set_sinks(|sinks| {
        sinks.fill(0.0);
        sinks[..n].fill(sink);
    });
    let mut b = vec![0.0; n * n];
    b[(n - 1) * n..].fill(1.0 / n as f64);
    (solver, b)
}

fn solve(n: usize, inside: f64, sink: f64, gain: f64) -> SolveReport {
    let (mut solver, b) = problem(n, inside, sink);
    let mut x = vec![0.0; n * n];
    let stop = StopAt {
        residual: gain,
        max_iterations: 100,
    };
    let report = solver.add_solution(&mut x, &b, stop);
    assert!(report.converged, "{n}² {inside} {sink}: {report:?}");
    let mut image = vec![0.0; n * n];
    solver.apply(&x, &mut image);
    let remainder: f64 = image.iter().zip(&b).map(|(a, b)| (a - b).abs()).sum();
    // Differences of x carry its last bit, which the links enlarge.
    let largest = x.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    let visible = 4.0 * f64::EPSILON * inside.max(1.0) * largest * (n * n) as f64;
    assert!(
        remainder < 1.1 * gain + visible,
        "{n}² {inside} {sink}: true remainder {remainder:e} against {gain:e} + {visible:e}"
    );
    report
}

#[test]
fn four_digits_take_no_more_iterations_than_five_in_double_precision() {
    for (inside, sink) in [(1.0, 2.0), (1.0, 1e-3), (1e-4, 1e-4), (1e4, 2.0)] {
        for n in [64, 128, 256, 512, 1024] {
            let [single, double] =
                [FOUR_DIGITS, FIVE_DIGITS].map(|gain| solve(n, inside, sink, gain).iterations);
            println!(
                "{n}², disc {inside:e}, tie {sink:e}: {single} in single precision, {double} in double"
            );
            assert!(single <= double);
        }
    }
}

/// Ties a hundred millionth of the links: the correction's constant is 1e8 times its differences, more than single
/// precision resolves.
#[test]
fn a_hardly_tied_field_is_solved_all_the_same() {
    for n in [64, 256, 512] {
        for (inside, sink) in [(1.0, 1e-6), (1.0, 1e-8), (1e-6, 1e-8), (1e4, 1e-6)] {
            let report = solve(n, inside, sink, FOUR_DIGITS);
            println!("{n}², disc {inside:e}, tie {sink:e}: {report:?}");
            assert!(report.iterations <= 10);
        }
    }
}

/// Both cycles are the same one: their answers differ by round-off of single precision.
#[test]
fn both_precisions_give_the_same_cycle() {
    let n = 128;
    let (mut solver, b) = problem(n, 1e-2, 0.1);
    let [single, double] = [Precision::Single, Precision::Double].map(|precision| {
        let mut x = vec![0.0; n * n];
        solver.precondition(precision, &b, &mut x);
        x
    });
    let largest = double.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    let differences = single.iter().zip(&double).map(|(a, b)| (a - b).abs());
    let apart = differences.fold(0.0_f64, f64::max) / largest;
    println!("largest difference over the largest value: {apart:.2e}, round-off 6e-8");
    assert!(apart > 0.0 && apart < 5e-6, "{apart}");
}
