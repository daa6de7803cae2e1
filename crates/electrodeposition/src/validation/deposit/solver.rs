//! Validation of the field solver: order of accuracy, iterations at high contrast and on growing grids.
//! Here because a claim of speed that nobody can repeat is none.
//! Must not know: time, electrochemistry.

use super::fields::Square;
use crate::validation::{Compared, Tolerance, ValidationCase, ValidationError};
use core::f64::consts::PI;

pub(in crate::validation) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Order of accuracy, manufactured solution with variable conductivity",
        reference: "2",
        exercises: "multigrid: 64² against 128² cells",
        unit: "1",
        tolerance: Tolerance::Absolute(0.1),
        run: || {
            Ok(Compared {
                reference: 2.0,
                computed: libm::log2(manufactured_error(64) / manufactured_error(128)),
            })
        },
    },
    ValidationCase {
        name: "Iterations to 10⁻¹⁰, conducting disc, contrast 10⁴",
        reference: "at most 17",
        exercises: "multigrid: 256² cells",
        unit: "1",
        tolerance: Tolerance::AtMost,
        run: || bound(17.0, f64::from(iterations(256, disc).0)),
    },
    ValidationCase {
        name: "Iterations to 10⁻¹⁰, resistive layer, contrast 10⁴",
        reference: "at most 17",
        exercises: "multigrid: 256² cells",
        unit: "1",
        tolerance: Tolerance::AtMost,
        run: || bound(17.0, f64::from(iterations(256, layer).0)),
    },
    ValidationCase {
        name: "Iterations at 1024² over those at 64², conducting disc, contrast 10⁴",
        reference: "at most 1.3",
        exercises: "multigrid: independence of the grid",
        unit: "1",
        tolerance: Tolerance::AtMost,
        run: || {
            let (few, many) = (iterations(64, disc).0, iterations(1024, disc).0);
            bound(1.3, f64::from(many) / f64::from(few))
        },
    },
    ValidationCase {
        name: "Factor of the remainder an iteration, uniform conductivity",
        reference: "at most 0.1",
        exercises: "multigrid: 256² cells",
        unit: "1",
        tolerance: Tolerance::AtMost,
        run: || bound(0.1, iterations(256, |_, _| 1.0).1),
    },
];

fn bound(reference: f64, computed: f64) -> Result<Compared, ValidationError> {
    Ok(Compared {
        reference,
        computed,
    })
}

fn disc(x: f64, y: f64) -> f64 {
    let (x, y) = (x - 0.45, y - 0.55);
    if x * x + y * y < 0.09 { 1e4 } else { 1.0 }
}

fn layer(_: f64, y: f64) -> f64 {
    if y < 0.2 { 1e-4 } else { 1.0 }
}

/// Iterations to a relative remainder of 1e-10 and its mean factor each, for a uniform current from above and a rough
/// part that no single wavelength describes.
fn iterations(n: usize, sigma: fn(f64, f64) -> f64) -> (u32, f64) {
    let mut square = Square::new(n, sigma, false);
    let cells = (n * n) as f64;
    for (k, value) in square.source.iter_mut().enumerate() {
        *value = libm::sin(k as f64 * 0.7) / cells;
        if k / n == n - 1 {
            *value += 1.0 / n as f64;
        }
    }
    let (_, report) = square.solve(1e-10);
    let whole = report.residual / report.initial_residual;
    // A solve that gave up counts as endless.
    let count = if report.converged {
        report.iterations
    } else {
        u32::MAX
    };
    (count, libm::pow(whole, 1.0 / f64::from(report.iterations)))
}

/// Error in the mean square of u = sin(πy/2) (1 + cos(2πx)/2) with σ = 1 + y²/2 + sin(2πx)/4: zero at the bottom, no
/// flux at the top, periodic. The source is −∇·(σ∇u) = −σ(u_xx + u_yy) − σ_x u_x − σ_y u_y, in closed form.
fn manufactured_error(n: usize) -> f64 {
    let sigma = |x: f64, y: f64| 1.0 + 0.5 * y * y + 0.25 * libm::sin(2.0 * PI * x);
    let exact = |x: f64, y: f64| libm::sin(0.5 * PI * y) * (1.0 + 0.5 * libm::cos(2.0 * PI * x));
    let source = |x: f64, y: f64| {
        let (sin_x, cos_x) = (libm::sin(2.0 * PI * x), libm::cos(2.0 * PI * x));
        let (sin_y, cos_y) = (libm::sin(0.5 * PI * y), libm::cos(0.5 * PI * y));
        let wave = 1.0 + 0.5 * cos_x;
        let laplacian = -2.0 * PI * PI * cos_x * sin_y - 0.25 * PI * PI * sin_y * wave;
        let along = 0.5 * PI * cos_x * (-PI * sin_x * sin_y) + y * 0.5 * PI * cos_y * wave;
        -(sigma(x, y) * laplacian + along)
    };
    let mut square = Square::new(n, sigma, false);
    // The ground lies on the bottom edge, where σ is that of y = 0.
    square.ground_at_edge(|x| sigma(x, 0.0));
    let h = 1.0 / n as f64;
    let at = |k: usize| ((k % n) as f64 * h + 0.5 * h, (k / n) as f64 * h + 0.5 * h);
    for (k, value) in square.source.iter_mut().enumerate() {
        *value = source(at(k).0, at(k).1) * h * h;
    }
    let (x, _) = square.solve(1e-10);
    let squares = x.iter().enumerate().map(|(k, x)| {
        let off = x - exact(at(k).0, at(k).1);
        off * off
    });
    libm::sqrt(squares.sum::<f64>()) * h
}
