//! Field solves and explicit diffusion on grids from 64² to 1024².
//! Here because these two loops are where all time is spent, and their cost for a cell must not grow with the grid.
//! Must not know: zinc.

use std::hint::black_box;

use electrodeposition::multigrid::{Solver, StopAt};
use electrodeposition::phase_field::Nucleus;

use super::{Figure, timing};

pub const GRIDS: [usize; 5] = [64, 128, 256, 512, 1024];
const CONTRAST: f64 = 1e4;
const RELATIVE_RESIDUAL: f64 = 1e-10;

pub fn measure() -> Vec<Figure> {
    GRIDS.into_iter().flat_map(on_grid).collect()
}

fn on_grid(n: usize) -> Vec<Figure> {
    let cells = (n * n) as f64;
    let figure = |name, value, unit| Figure {
        name,
        n_cells: Some(n),
        value,
        unit,
    };
    let mut nucleus = Nucleus::new(1.0, n);
    let update_s = timing::seconds(|| nucleus.step());

    let (mut solver, b) = disc(n);
    let mut x = vec![0.0; n * n];
    let cycle_s = timing::seconds(|| {
        solver.precondition(&b, &mut x);
        black_box(&x);
    });
    let stop = StopAt {
        residual: RELATIVE_RESIDUAL * b.iter().map(|b| b.abs()).sum::<f64>(),
        max_iterations: 100,
    };
    let mut iterations = 0;
    let solve_s = timing::seconds(|| {
        x.fill(0.0);
        iterations = solver.add_solution(&mut x, &b, stop).iterations;
    });
    let top_potential = x[(n - 1) * n..].iter().sum::<f64>() / n as f64;
    vec![
        figure(
            "explicit Allen-Cahn, Heun, cell updates",
            cells / update_s,
            "s⁻¹",
        ),
        // Heun's method asks for two rates a step.
        figure(
            "explicit Allen-Cahn, cell rates",
            2.0 * cells / update_s,
            "s⁻¹",
        ),
        figure("multigrid, V-cycles", 1.0 / cycle_s, "s⁻¹"),
        figure(
            "multigrid, V-cycle, time for a cell",
            cycle_s / cells * 1e9,
            "ns",
        ),
        figure(
            "field solve, contrast 1e4, iterations to 1e-10",
            f64::from(iterations),
            "1",
        ),
        figure("field solve, contrast 1e4, time", solve_s * 1e3, "ms"),
        figure(
            "field solve, contrast 1e4, time for a cell",
            solve_s / cells * 1e9,
            "ns",
        ),
        // What another program must find, too.
        figure(
            "field solve, contrast 1e4, mean potential of the top row",
            top_potential,
            "1",
        ),
    ]
}

/// A conducting disc in a poor conductor, held at zero below, with a uniform current through the top.
fn disc(n: usize) -> (Solver, Vec<f64>) {
    let sigma = |i: usize, j: usize| {
        let [x, y] = [i, j].map(|k| (k as f64 + 0.5) / n as f64);
        let inside = (x - 0.45) * (x - 0.45) + (y - 0.55) * (y - 0.55) < 0.09;
        if inside { CONTRAST } else { 1.0 }
    };
    let series = |a: f64, b: f64| 2.0 * a * b / (a + b);
    let mut solver = Solver::new(n);
    solver.set_links(|right, up| {
        for cell in 0..n * n {
            let (i, j) = (cell % n, cell / n);
            right[cell] = series(sigma(i, j), sigma((i + 1) % n, j));
            up[cell] = if j + 1 < n {
                series(sigma(i, j), sigma(i, j + 1))
            } else {
                0.0
            };
        }
    });
    solver.set_sinks(|sink| {
        sink.fill(0.0);
        for (i, tie) in sink[..n].iter_mut().enumerate() {
            *tie = 2.0 * sigma(i, 0);
        }
    });
    let mut b = vec![0.0; n * n];
    b[(n - 1) * n..].fill(1.0 / n as f64);
    (solver, b)
}
