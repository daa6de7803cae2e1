//! How strongly the front bends in a cell.
//! Here because a bump is harder to plate than a dent, if only by microvolts.
//! Must not know: what the curvature costs.
//!
//! K = ∇·(∇P/|∇P|) with P negative in the metal, so a bump of radius r has K = 1/r. Written out,
//! K = (P_xx P_y² − 2 P_x P_y P_xy + P_yy P_x²)/|∇P|³, with central differences at the cell's four corner nodes, whose
//! mean is taken.

use super::grid::Grid;

/// Curvature at a cut cell, per cell (divide by dx for m⁻¹), held within ±1: the grid shows nothing sharper.
pub(crate) fn curvature_per_cell(grid: Grid, level_set_m: &[f64], cell: usize) -> f64 {
    let sum: f64 = grid
        .corners(cell % grid.n, cell / grid.n)
        .iter()
        .map(|node| at_node(grid, level_set_m, *node))
        .sum();
    (0.25 * sum).clamp(-1.0, 1.0)
}

fn at_node(grid: Grid, level_set_m: &[f64], node: usize) -> f64 {
    let n = grid.n;
    let (i, j) = (node % n, (node / n).clamp(1, n - 1));
    let columns = [grid.wrap(i as isize - 1), i, grid.next(i)];
    let p = |a: usize, b: usize| level_set_m[(j + b - 1) * n + columns[a]] / grid.dx_m;
    let (p_x, p_y) = (0.5 * (p(2, 1) - p(0, 1)), 0.5 * (p(1, 2) - p(1, 0)));
    let p_xx = p(2, 1) - 2.0 * p(1, 1) + p(0, 1);
    let p_yy = p(1, 2) - 2.0 * p(1, 1) + p(1, 0);
    let p_xy = 0.25 * (p(2, 2) - p(0, 2) - p(2, 0) + p(0, 0));
    let squared = p_x * p_x + p_y * p_y;
    if squared < 1e-3 {
        return 0.0;
    }
    (p_xx * p_y * p_y - 2.0 * p_x * p_y * p_xy + p_yy * p_x * p_x) / (squared * libm::sqrt(squared))
}

#[cfg(test)]
mod tests {
    use super::{Grid, curvature_per_cell};

    #[test]
    fn a_disc_has_one_over_its_radius() {
        let grid = Grid { n: 64, dx_m: 1e-6 };
        for radius in [8.0, 16.0] {
            let disc: Vec<f64> = (0..grid.n_nodes())
                .map(|k| {
                    let (x, y) = ((k % 64) as f64 - 32.0, (k / 64) as f64 - 32.0);
                    (libm::sqrt(x * x + y * y) - radius) * 1e-6
                })
                .collect();
            let cell = 32 * 64 + 32 + radius as usize;
            let computed = curvature_per_cell(grid, &disc, cell);
            println!(
                "radius {radius}: curvature {computed} against {}",
                1.0 / radius
            );
            assert!((computed * radius - 1.0).abs() < 0.07);
        }
    }
}
