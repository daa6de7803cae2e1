//! How much of a cell is metal, from the level set at its corners.
//! Here because Faraday's law is kept by comparing this area, summed, with the charge.
//! Must not know: fields, time.
//!
//! The front crosses a cell's edge where the level set, linear between two corners, is zero, and runs straight
//! between two crossings. A saddle (metal on two opposite corners) allows two connections, and their areas differ by
//! up to half a cell: a sum that jumped there could not be brought to a prescribed value. With m₁, m₂ < 0 the metal
//! corners and e₁, e₂ ≥ 0 the others, let q = m₁m₂/(m₁m₂ + e₁e₂). The bilinear function joins the metal exactly
//! when q > ½; q is 0 where a metal corner vanishes and 1 where the electrolyte's does, so (1 − q) A_split +
//! q A_joined is continuous everywhere and agrees with the plain cells next to the saddle.

use super::grid::Grid;

/// Miss of the metal area that is round-off, as a fraction of the window.
const AREA_ROUND_OFF: f64 = 1e-13;

/// Miss of the metal area that is round-off, in cells.
pub(crate) fn area_tolerance_cells(grid: Grid) -> f64 {
    AREA_ROUND_OFF * grid.n_cells() as f64
}

/// Metal area of one cell as a fraction, from its corner values (negative in metal), counter-clockwise.
pub(crate) fn metal_fraction(corner: [f64; 4]) -> f64 {
    let metal = corner.map(|v| v < 0.0);
    let n_metal = metal.iter().filter(|m| **m).count();
    match n_metal {
        0 => 0.0,
        4 => 1.0,
        1 => {
            let k = metal.iter().position(|m| *m).unwrap_or(0);
            triangle(corner, k)
        }
        3 => {
            let k = metal.iter().position(|m| !*m).unwrap_or(0);
            1.0 - triangle(corner, k)
        }
        _ if metal[0] == metal[2] => {
            let (m, e) = if metal[0] { (0, 1) } else { (1, 0) };
            let (metal_product, other_product) =
                (corner[m] * corner[m + 2], corner[e] * corner[e + 2]);
            let joined = metal_product / (metal_product + other_product);
            let split_area = triangle(corner, m) + triangle(corner, m + 2);
            let joined_area = 1.0 - triangle(corner, e) - triangle(corner, (e + 2) % 4);
            (1.0 - joined) * split_area + joined * joined_area
        }
        _ => {
            // Two neighbours k and k + 1 are metal: a trapezium with parallel sides along their other edges.
            let k = (0..4)
                .find(|k| metal[*k] && metal[(k + 1) % 4])
                .unwrap_or(0);
            let reach = |from: usize, to: usize| corner[from] / (corner[from] - corner[to]);
            0.5 * (reach(k, (k + 3) % 4) + reach((k + 1) % 4, (k + 2) % 4))
        }
    }
}

/// Area that is cut off at corner k.
fn triangle(corner: [f64; 4], k: usize) -> f64 {
    let reach = |to: usize| corner[k] / (corner[k] - corner[to]);
    0.5 * reach((k + 1) % 4) * reach((k + 3) % 4)
}

/// Metal area of the window in cells; rows are added bottom to top.
pub(crate) fn metal_cells(grid: Grid, level_set: &[f64]) -> f64 {
    let n = grid.n;
    let mut total = 0.0;
    let mut low_metal = grid.metal_nodes(level_set, 0);
    for j in 0..n {
        let high_metal = grid.metal_nodes(level_set, j + 1);
        total += match low_metal + high_metal {
            0 => 0.0,
            all if all == 2 * n => n as f64,
            _ => metal_of_row(grid, level_set, j),
        };
        low_metal = high_metal;
    }
    total
}

fn metal_of_row(grid: Grid, level_set: &[f64], j: usize) -> f64 {
    let n = grid.n;
    let low = &level_set[j * n..(j + 1) * n];
    let high = &level_set[(j + 1) * n..(j + 2) * n];
    let mut sum = 0.0;
    let mut left_metal = (low[0] < 0.0, high[0] < 0.0);
    for i in 0..n {
        let next = grid.next(i);
        let right_metal = (low[next] < 0.0, high[next] < 0.0);
        sum += match (left_metal, right_metal) {
            ((false, false), (false, false)) => 0.0,
            ((true, true), (true, true)) => 1.0,
            _ => metal_fraction([low[i], low[next], high[next], high[i]]),
        };
        left_metal = right_metal;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::metal_fraction;

    #[test]
    fn plain_cells_match_hand_geometry() {
        for (corner, area) in [
            ([-1.0, 1.0, 3.0, 1.0], 0.125),
            ([1.0, -1.0, -3.0, -1.0], 0.875),
            ([-1.0, -1.0, 3.0, 3.0], 0.25),
            ([3.0, -1.0, -1.0, 1.0], 0.375),
        ] {
            let computed = metal_fraction(corner);
            println!("{corner:?}: {computed} against {area}");
            assert!((computed - area).abs() < 1e-15);
        }
    }

    #[test]
    fn area_is_continuous_through_a_saddle() {
        // Lowering all corners together takes the cell from two specks through both connections to full metal.
        let area = |s: f64| metal_fraction([-0.3 - s, 0.5 - s, -0.1 - s, 0.25 - s]);
        let mut before = area(-0.4);
        for k in 1..=100_000 {
            let now = area(-0.4 + 1e-5 * f64::from(k));
            assert!(
                now >= before - 1e-12 && now - before < 1e-4,
                "jump from {before} to {now} at {k}"
            );
            before = now;
        }
        assert!((before - 1.0).abs() < 1e-12);
    }
}
