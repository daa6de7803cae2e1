//! The field solver against a manufactured solution, and its iteration counts across grids and contrasts.
//! Here because every number of the deposit rests on these solves.
//! Must not know: how the hierarchy is built.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// The manufactured solution is compared by tolerance, so it need not have the same bits everywhere.
#![allow(clippy::disallowed_methods)]

mod conduction;

use conduction::{disc, set_conductivity};
use electrodeposition::multigrid::{Solver, StopAt};
use std::f64::consts::PI;

const TOLERANCE: StopAt = StopAt {
    residual: 0.0,
    max_iterations: 100,
};

/// x = 0 on the bottom edge: half a cell of the bottom row's own material.
fn ground_bottom(solver: &mut Solver, n: usize, sigma: impl Fn(f64, f64) -> f64) {
    solver.set_sinks(|sink| {
        sink.fill(0.0);
        for (i, s) in sink[..n].iter_mut().enumerate() {
            *s = 2.0 * sigma((i as f64 + 0.5) / n as f64, 0.5 / n as f64);
        }
    });
}

/// u = sin(πy/2) (1 + cos(2πx)/2) with σ = 1 + y²/2 + sin(2πx)/4: zero at the bottom, no flux at the top, periodic.
/// ∇·(σ∇u) = σ(u_xx + u_yy) + σ_x u_x + σ_y u_y, all in closed form.
fn manufactured_error(n: usize) -> f64 {
    let sigma = |x: f64, y: f64| 1.0 + 0.5 * y * y + 0.25 * (2.0 * PI * x).sin();
    let exact = |x: f64, y: f64| (0.5 * PI * y).sin() * (1.0 + 0.5 * (2.0 * PI * x).cos());
    let source = |x: f64, y: f64| {
        let (sx, cx) = ((2.0 * PI * x).sin(), (2.0 * PI * x).cos());
        let (sy, cy) = ((0.5 * PI * y).sin(), (0.5 * PI * y).cos());
        let (u_x, u_y) = (-PI * sx * sy, 0.5 * PI * cy * (1.0 + 0.5 * cx));
        let (u_xx, u_yy) = (
            -2.0 * PI * PI * cx * sy,
            -0.25 * PI * PI * sy * (1.0 + 0.5 * cx),
        );
        -(sigma(x, y) * (u_xx + u_yy) + 0.5 * PI * cx * u_x + y * u_y)
    };
    let mut solver = Solver::new(n);
    set_conductivity(&mut solver, n, sigma);
    ground_bottom(&mut solver, n, |x, _| sigma(x, 0.0));
    let h = 1.0 / n as f64;
    let at = |k: usize| (((k % n) as f64 + 0.5) * h, ((k / n) as f64 + 0.5) * h);
    let b: Vec<f64> = (0..n * n)
        .map(|k| source(at(k).0, at(k).1) * h * h)
        .collect();
    let mut x = vec![0.0; n * n];
    let report = solver.add_solution(
        &mut x,
        &b,
        StopAt {
            residual: 1e-12,
            ..TOLERANCE
        },
    );
    assert!(report.converged, "{report:?}");
    let squares: f64 = (0..n * n)
        .map(|k| (x[k] - exact(at(k).0, at(k).1)).powi(2))
        .sum();
    squares.sqrt() * h
}

#[test]
fn manufactured_solution_is_second_order() {
    let errors: Vec<f64> = [32, 64, 128, 256]
        .iter()
        .map(|&n| manufactured_error(n))
        .collect();
    for pair in errors.windows(2) {
        let order = (pair[0] / pair[1]).log2();
        println!(
            "L2 error {:.3e} -> {:.3e}: order {order:.4}, reference 2",
            pair[0], pair[1]
        );
        assert!((order - 2.0).abs() < 0.1, "order {order}");
    }
}

/// Iterations to a relative residual of 1e-10, and the mean factor per iteration.
fn iterations(n: usize, sigma: impl Fn(f64, f64) -> f64 + Copy) -> (u32, f64) {
    let mut solver = Solver::new(n);
    set_conductivity(&mut solver, n, sigma);
    ground_bottom(&mut solver, n, sigma);
    let mut b = vec![0.0; n * n];
    // Uniform current through the top, and a rough part that no single wavelength describes.
    for (k, value) in b.iter_mut().enumerate() {
        *value = ((k as f64) * 0.7).sin() / n as f64 / n as f64
            + if k / n == n - 1 { 1.0 / n as f64 } else { 0.0 };
    }
    let mut x = vec![0.0; n * n];
    let goal = 1e-10 * b.iter().map(|v| v.abs()).sum::<f64>();
    let report = solver.add_solution(
        &mut x,
        &b,
        StopAt {
            residual: goal,
            ..TOLERANCE
        },
    );
    assert!(report.converged, "n = {n}: {report:?}");
    let factor =
        (report.residual / report.initial_residual).powf(1.0 / f64::from(report.iterations));
    // The recurrence must not have drifted from the true remainder.
    let mut image = vec![0.0; n * n];
    solver.apply(&x, &mut image);
    let remainder: f64 = image.iter().zip(&b).map(|(a, b)| (a - b).abs()).sum();
    // Differences of x carry its last bit, which links of 1e4 enlarge; all cells together set what can be seen.
    let strongest = 1e4;
    let visible = 4.0 * f64::EPSILON * strongest * x.iter().map(|v| v.abs()).sum::<f64>();
    assert!(
        remainder < 2.0 * goal + visible,
        "true remainder {remainder:e} against {goal:e} + {visible:e}"
    );
    (report.iterations, factor)
}

fn counts(grids: &[usize], sigma: impl Fn(f64, f64) -> f64 + Copy) -> Vec<(u32, f64)> {
    grids.iter().map(|&n| iterations(n, sigma)).collect()
}

const GRIDS: [usize; 5] = [64, 128, 256, 512, 1024];

#[test]
fn iterations_do_not_grow_with_the_grid() {
    let uniform = |_: f64, _: f64| 1.0;
    let conductor = |x: f64, y: f64| disc(x, y, 1e4);
    let insulator = |x: f64, y: f64| disc(x, y, 1e-4);
    let film = |_: f64, y: f64| if y < 0.2 { 1e-4 } else { 1.0 };
    for (name, counts) in [
        ("uniform", counts(&GRIDS[..4], uniform)),
        ("conducting disc 1e4", counts(&GRIDS, conductor)),
        ("insulating disc 1e-4", counts(&GRIDS[..4], insulator)),
        ("resistive layer 1e-4", counts(&GRIDS[..4], film)),
    ] {
        println!("{name}: (iterations, factor) at {GRIDS:?}: {counts:.3?}; limit 17");
        for (k, (many, _)) in counts.iter().enumerate() {
            assert!(*many <= 17, "{name}: {many} iterations");
            for (few, _) in &counts[..k] {
                assert!(
                    f64::from(*many) <= 1.3 * f64::from(*few),
                    "{name}: {few} grow to {many}"
                );
            }
        }
    }
}

/// Two layers in series: the drop is the current times the sum of the resistances, whatever their contrast.
#[test]
fn layers_in_series_add_their_resistances() {
    let n = 64;
    let sigma = |_: f64, y: f64| if y < 0.25 { 1e-4 } else { 1.0 };
    let mut solver = Solver::new(n);
    set_conductivity(&mut solver, n, sigma);
    ground_bottom(&mut solver, n, sigma);
    let mut b = vec![0.0; n * n];
    b[(n - 1) * n..].fill(1.0 / n as f64);
    let mut x = vec![0.0; n * n];
    let report = solver.add_solution(
        &mut x,
        &b,
        StopAt {
            residual: 1e-15,
            max_iterations: 40,
        },
    );
    let reference = 0.25 / 1e-4 + (0.75 - 0.5 / n as f64);
    let computed = x[n * n - 1];
    println!(
        "drop {computed:.12} against {reference:.12} after {} iterations",
        report.iterations
    );
    assert!((computed / reference - 1.0).abs() < 1e-12);
}
