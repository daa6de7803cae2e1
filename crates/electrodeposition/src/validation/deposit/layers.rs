//! Validation of conduction through composites: layers in series, a checkerboard, discs in a matrix.
//! Here because a film is nothing but a change of conductivity to the field.
//! Must not know: fronts.

use super::fields::Square;
use crate::validation::{Compared, Tolerance, ValidationCase};

const EXERCISES: &str = "multigrid: links of cells in series";

pub(in crate::validation) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Layers in series on the grid, contrast 10⁴",
        reference: "1/Σ d/σ",
        exercises: EXERCISES,
        unit: "1",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let mut layers = Square::new(64, |_, y| if y < 0.25 { 1e-4 } else { 1.0 }, true);
            Ok(Compared {
                reference: 1.0 / (0.25 / 1e-4 + 0.75),
                computed: layers.effective_conductivity(),
            })
        },
    },
    ValidationCase {
        name: "Checkerboard, contrast 10",
        reference: "√(σ₁σ₂) (Keller 1964)",
        exercises: "multigrid: 256² cells, corners where four squares meet",
        unit: "1",
        tolerance: Tolerance::Relative(3e-2),
        run: || {
            // Squares of half the width, shifted by half of one, so that bottom and top are lines of symmetry.
            let is_dark = |x: f64, y: f64| (x < 0.5) == (y > 0.25 && y < 0.75);
            let mut board = Square::new(256, |x, y| if is_dark(x, y) { 10.0 } else { 1.0 }, true);
            Ok(Compared {
                reference: 10_f64.sqrt(),
                computed: board.effective_conductivity(),
            })
        },
    },
    ValidationCase {
        name: "Discs in a matrix, a fifth of the area, contrast 10",
        reference: "(1 + fβ)/(1 − fβ), β = (σ₁ − σ₂)/(σ₁ + σ₂) (Maxwell-Garnett in two dimensions)",
        exercises: EXERCISES,
        unit: "1",
        tolerance: Tolerance::Relative(1e-2),
        run: || discs(0.2, 10.0),
    },
    ValidationCase {
        name: "Discs in a matrix, a tenth of the area, contrast 0.1",
        reference: "(1 + fβ)/(1 − fβ)",
        exercises: EXERCISES,
        unit: "1",
        tolerance: Tolerance::Relative(1e-2),
        run: || discs(0.1, 0.1),
    },
];

fn discs(fraction: f64, inside: f64) -> Result<Compared, crate::validation::ValidationError> {
    let radius_squared = fraction / core::f64::consts::PI;
    let sigma = |x: f64, y: f64| {
        let (x, y) = (x - 0.5, y - 0.5);
        if x * x + y * y < radius_squared {
            inside
        } else {
            1.0
        }
    };
    let beta = (inside - 1.0) / (inside + 1.0);
    Ok(Compared {
        reference: (1.0 + fraction * beta) / (1.0 - fraction * beta),
        computed: Square::new(256, sigma, true).effective_conductivity(),
    })
}
