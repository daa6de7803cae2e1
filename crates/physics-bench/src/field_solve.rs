//! A field solve: a conducting disc in a poor conductor, contrast 1e4, held at zero below, with a uniform current
//! through the top.
//! Here because solving a field is what a step of the deposit mostly does.
//! Must not know: zinc.

use electrodeposition::multigrid::{Precision, Solver, StopAt};

const CONTRAST: f64 = 1e4;
const RELATIVE_RESIDUAL: f64 = 1e-10;
const MAX_ITERATIONS: u32 = 100;

/// The problem on n × n cells.
#[derive(Debug)]
pub struct FieldSolve {
    n: usize,
    solver: Solver,
    b: Vec<f64>,
    x: Vec<f64>,
}

impl FieldSolve {
    /// Conductances between neighbours are series means.
    #[must_use]
    pub fn new(n: usize) -> Self {
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
        Self {
            n,
            solver,
            b,
            x: vec![0.0; n * n],
        }
    }

    /// One cycle of the multigrid on the right-hand side.
    pub fn cycle(&mut self) {
        self.solver
            .precondition(Precision::Single, &self.b, &mut self.x);
    }

    /// Solves from zero to a relative residual of 1e-10; the iterations.
    pub fn solve(&mut self) -> u32 {
        let stop = StopAt {
            residual: RELATIVE_RESIDUAL * self.b.iter().map(|b| b.abs()).sum::<f64>(),
            max_iterations: MAX_ITERATIONS,
        };
        self.x.fill(0.0);
        self.solver
            .add_solution(&mut self.x, &self.b, stop)
            .iterations
    }

    /// Mean of the solution over the top row, which another program must find, too.
    #[must_use]
    pub fn top_potential(&self) -> f64 {
        self.x[(self.n - 1) * self.n..].iter().sum::<f64>() / self.n as f64
    }
}
