//! A square of given conductivities with its field: what the validation of layers and of the solver share.
//! Here because both set links the way the deposit does, from cells in series.
//! Must not know: references, tolerances.

use crate::multigrid::{SolveReport, Solver, StopAt};

/// A unit square of n × n cells: conductivity by place, grounded below; above either closed or at potential one.
pub(super) struct Square {
    pub n: usize,
    pub solver: Solver,
    pub source: Vec<f64>,
    conductivity: Vec<f64>,
}

impl Square {
    pub(super) fn new(n: usize, sigma: impl Fn(f64, f64) -> f64, has_lid: bool) -> Self {
        let at = |k: usize| (k as f64 + 0.5) / n as f64;
        let conductivity: Vec<f64> = (0..n * n).map(|c| sigma(at(c % n), at(c / n))).collect();
        let series = |a: usize, b: usize| {
            let (a, b) = (conductivity[a], conductivity[b]);
            2.0 * a * b / (a + b)
        };
        let mut solver = Solver::new(n);
        solver.set_links(|right, up| {
            for cell in 0..n * n {
                right[cell] = series(cell, cell / n * n + (cell + 1) % n);
                up[cell] = if cell + n < n * n {
                    series(cell, cell + n)
                } else {
                    0.0
                };
            }
        });
        let top = (n - 1) * n;
        let mut source = vec![0.0; n * n];
        solver.set_sinks(|sink| {
            sink.fill(0.0);
            for i in 0..n {
                sink[i] = 2.0 * conductivity[i];
                if has_lid {
                    sink[top + i] += 2.0 * conductivity[top + i];
                }
            }
        });
        if has_lid {
            for i in top..n * n {
                source[i] = 2.0 * conductivity[i];
            }
        }
        Self {
            n,
            solver,
            source,
            conductivity,
        }
    }

    /// Grounds the bottom edge through half a cell of its own conductivity.
    pub(super) fn ground_at_edge(&mut self, sigma: impl Fn(f64) -> f64) {
        let n = self.n;
        self.solver.set_sinks(|sink| {
            sink.fill(0.0);
            for (i, sink) in sink[..n].iter_mut().enumerate() {
                *sink = 2.0 * sigma((i as f64 + 0.5) / n as f64);
            }
        });
    }

    /// Potential to a relative remainder, and how the solve went.
    pub(super) fn solve(&mut self, relative: f64) -> (Vec<f64>, SolveReport) {
        let mut x = vec![0.0; self.n * self.n];
        let start: f64 = self.source.iter().map(|b| b.abs()).sum();
        let stop = StopAt {
            residual: relative * start,
            max_iterations: 100,
        };
        let report = self.solver.add_solution(&mut x, &self.source, stop);
        (x, report)
    }

    /// Current to the ground per potential of the lid: the square's effective conductivity.
    pub(super) fn effective_conductivity(&mut self) -> f64 {
        let (x, _) = self.solve(1e-14);
        (0..self.n).map(|i| 2.0 * self.conductivity[i] * x[i]).sum()
    }
}
