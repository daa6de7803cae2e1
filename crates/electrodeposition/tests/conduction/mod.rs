//! Conductors to solve a field in.
//! Here because the solver's tests differ in what they ask, not in what conducts.
//! Must not know: right-hand sides, precision.

use electrodeposition::multigrid::Solver;

/// A disc of conductivity `inside` in a medium of one, on the unit square.
pub fn disc(x: f64, y: f64, inside: f64) -> f64 {
    let [dx, dy] = [x - 0.45, y - 0.55];
    if dx * dx + dy * dy < 0.09 {
        inside
    } else {
        1.0
    }
}

/// Links from a cell-wise conductivity by series resistance of the two half cells.
pub fn set_conductivity(solver: &mut Solver, n: usize, sigma: impl Fn(f64, f64) -> f64) {
    let cell = |i: usize, j: usize| sigma((i as f64 + 0.5) / n as f64, (j as f64 + 0.5) / n as f64);
    let series = |a: f64, b: f64| 2.0 * a * b / (a + b);
    solver.set_links(|right, up| {
        for j in 0..n {
            for i in 0..n {
                right[j * n + i] = series(cell(i, j), cell((i + 1) % n, j));
                up[j * n + i] = if j + 1 < n {
                    series(cell(i, j), cell(i, j + 1))
                } else {
                    0.0
                };
            }
        }
    });
}
