//! How ragged and how dense a deposit is: box-counting dimension and porosity.
//! Here because roughness alone cannot tell a hill from a thicket.
//! Must not know: fields, time.

use super::front::Front;
use super::grid::Grid;

/// Boxes of 2, 4, … cells up to an eighth of the window are counted.
const LEAST_BOX: usize = 2;
const LARGEST_SHARE: usize = 8;

/// Slope of log(number of boxes that the front crosses) against log(1/size), by least squares: one for a smooth
/// line, up to two for one that fills the plane (Mandelbrot's box count, over the sizes that the grid has).
pub(crate) fn box_dimension(grid: Grid, front: &Front) -> f64 {
    let n = grid.n;
    let row_of = |cut: Option<&super::front::CutCell>| cut.map_or(0, |cut| cut.cell as usize / n);
    // Cut cells are in order of rows.
    let (first, last) = (row_of(front.cuts.first()), row_of(front.cuts.last()));
    let (mut count, mut sum_x, mut sum_y, mut sum_xx, mut sum_xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let mut size = LEAST_BOX;
    while size <= n / LARGEST_SHARE {
        let is_crossed = |box_i: usize, box_j: usize| {
            (box_j * size..(box_j + 1) * size).any(|j| {
                let row = j * n + box_i * size;
                front.cut_of_cell[row..row + size]
                    .iter()
                    .any(|cut| *cut != 0)
            })
        };
        let crossed: usize = (first / size..=last / size)
            .map(|box_j| {
                (0..n / size)
                    .filter(|box_i| is_crossed(*box_i, box_j))
                    .count()
            })
            .sum();
        let (x, y) = (-libm::log(size as f64), libm::log(crossed.max(1) as f64));
        count += 1.0;
        sum_x += x;
        sum_y += y;
        sum_xx += x * x;
        sum_xy += x * y;
        size *= 2;
    }
    (count * sum_xy - sum_x * sum_y) / (count * sum_xx - sum_x * sum_x)
}

/// Share of the space between the first mean surface and the tip that holds no plated metal: voids, gaps and what lies
/// beside hills. Zero before anything is plated.
pub(crate) fn porosity(plated_m2: f64, width_m: f64, tip_height_m: f64) -> f64 {
    if tip_height_m <= 0.0 || plated_m2 <= 0.0 {
        return 0.0;
    }
    (1.0 - plated_m2 / (width_m * tip_height_m)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::{Front, Grid, box_dimension, porosity};

    fn dimension(height: impl Fn(f64) -> f64) -> f64 {
        let grid = Grid { n: 256, dx_m: 1.0 };
        let level_set: Vec<f64> = (0..grid.n_nodes())
            .map(|k| (k / 256) as f64 - height((k % 256) as f64))
            .collect();
        let mut front = Front::new(grid);
        front.trace(grid, &level_set);
        box_dimension(grid, &front)
    }

    #[test]
    fn a_line_has_one_dimension_and_a_thicket_nearly_two() {
        let flat = dimension(|_| 20.3);
        // Spikes two cells wide and 120 high, side by side.
        let thicket = dimension(|x| if x as usize % 4 < 2 { 140.0 } else { 20.0 });
        println!("flat {flat}, thicket {thicket}");
        assert!((flat - 1.0).abs() < 1e-12 && thicket > 1.8);
    }

    #[test]
    fn a_dense_layer_has_no_pores() {
        assert_eq!(porosity(6.0, 3.0, 2.0), 0.0);
        assert_eq!(porosity(3.0, 3.0, 2.0), 0.5);
        assert_eq!(porosity(0.0, 3.0, 0.0), 0.0);
    }
}
