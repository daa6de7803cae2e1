//! Moving the front: speeds at nodes near it, distances kept exact, and the volume that Faraday's law prescribes.
//! Here because this is the only place where the level set changes.
//! Must not know: potentials, films, labels' meaning.
//!
//! Near the front every node takes the speed of the closest piece (the mean of pieces equally close, as at a corner,
//! so that mirror images move alike) and P(t) = P₀ − v t. Nodes of cut cells keep their own P₀, because putting them
//! back to the distance from straight pieces would add a shape noise of tenths of a cell; all others start from
//! the exact distance. A front node more than 0.3 cells off is put back to 0.3, not to zero, which would make the volume
//! jump.
//!
//! The volume is brought to V₀ + ΩQ/(zF) with Q the cumulative charge: after P₀ − v Δt every piece moves on by |v| s,
//! with one s for all. The metal's area rises with s at the rate ∮ |v| ds and is continuous, so a secant from s = 0
//! finds the target in two or three evaluations. Voids and bare foil, which do not grow, are not moved. A per-step
//! target would keep earlier misses for ever.

use super::front::{CutCell, Front, Segment};
use super::grid::Grid;
use super::metal_area::{area_tolerance_cells, metal_cells};

/// Half-width of the band, in cells. Farther nodes hold this value.
pub(crate) const BAND_CELLS: f64 = 3.0;
/// A front node farther off than this, in cells, from where its value says it is, is put back to this.
const OFF_BY_CELLS: f64 = 0.3;
/// Squared distances closer than this, in cells², are equal.
const TIE: f64 = 1e-9;
/// Two pieces face the same way when their normals' product exceeds this.
const SAME_WAY: f64 = 0.5;
const MAX_EVALUATIONS: u32 = 100;

/// Work space and result of spreading speeds.
#[derive(Debug, Clone)]
pub(crate) struct Motion {
    distance_squared: Vec<f64>,
    speed_sum: Vec<f64>,
    n_closest: Vec<f64>,
    /// Nodes near the front: index, value at t = 0 (m), speed (m/s).
    nodes: Vec<(u32, f64, f64)>,
    is_front_node: Vec<bool>,
    /// Speed of each cut cell, m/s, averaged over its surroundings.
    speeds_m_s: Vec<f64>,
    /// ∮ |v| ds, in cells' area a second.
    sweep_cells_s: f64,
    /// Change of the metal's area, in cells, when distances were last put right.
    reshaped_cells: f64,
}

/// How the prescribed volume was met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Advance {
    /// How far the correction moved the fastest piece, in cells.
    pub shift_cells: f64,
    /// The part of it that the time step is to blame for: the rest made up for distances put right.
    pub timed_shift_cells: f64,
    /// Metal area minus target after Δt, before any correction, in cells.
    pub uncorrected_cells: f64,
    /// The same at the end.
    pub miss_cells: f64,
}

impl Motion {
    pub(crate) fn new(grid: Grid, front: &Front) -> Self {
        let zeros = || vec![0.0; grid.n_nodes()];
        Self {
            distance_squared: zeros(),
            speed_sum: zeros(),
            n_closest: zeros(),
            nodes: Vec::with_capacity(grid.n_nodes()),
            is_front_node: vec![false; grid.n_nodes()],
            speeds_m_s: Vec::with_capacity(front.cuts.capacity()),
            sweep_cells_s: 0.0,
            reshaped_cells: 0.0,
        }
    }

    /// Averages the pieces' own speeds over the 3 × 3 cells around, among pieces that face the same way and that
    /// `is_alike` accepts (given two cut-cell indices); weights are lengths.
    pub(crate) fn average_speeds(
        &mut self,
        grid: Grid,
        front: &Front,
        own_m_s: impl Fn(usize) -> f64,
        is_alike: impl Fn(usize, usize) -> bool,
    ) {
        self.speeds_m_s.clear();
        for (k, cut) in front.cuts.iter().enumerate() {
            let (i, j) = (
                (cut.cell as usize % grid.n) as isize,
                (cut.cell as usize / grid.n) as isize,
            );
            let (mut sum, mut weight) = (own_m_s(k) * cut.length, cut.length);
            for dj in -1..=1 {
                if j + dj < 0 || j + dj >= grid.n as isize {
                    continue;
                }
                for di in -1..=1 {
                    let cell = (j + dj) as usize * grid.n + grid.wrap(i + di);
                    let Some(other) = (front.cut_of_cell[cell] as usize).checked_sub(1) else {
                        continue;
                    };
                    let record = &front.cuts[other];
                    let facing =
                        cut.normal[0] * record.normal[0] + cut.normal[1] * record.normal[1];
                    if other != k && facing > SAME_WAY && is_alike(k, other) {
                        sum += own_m_s(other) * record.length;
                        weight += record.length;
                    }
                }
            }
            self.speeds_m_s
                .push(if weight > 0.0 { sum / weight } else { 0.0 });
        }
    }

    /// Spreads the averaged speeds to the band and makes the level set a distance again.
    pub(crate) fn spread(&mut self, grid: Grid, front: &Front, level_set_m: &mut [f64]) {
        self.distance_squared.fill(f64::INFINITY);
        self.is_front_node.fill(false);
        for cut in &front.cuts {
            for node in grid.corners(cut.cell as usize % grid.n, cut.cell as usize / grid.n) {
                self.is_front_node[node] = true;
            }
        }
        for segment in &front.segments {
            let cell = front.cuts[segment.cut as usize].cell as usize;
            self.reach_out(grid, segment, cell, self.speeds_m_s[segment.cut as usize]);
        }
        let sweep = |(cut, v): (&CutCell, &f64)| cut.length * v.abs() / grid.dx_m;
        self.sweep_cells_s = front.cuts.iter().zip(&self.speeds_m_s).map(sweep).sum();
        let before_cells = metal_cells(grid, level_set_m);
        self.nodes.clear();
        for (node, value) in level_set_m.iter_mut().enumerate() {
            let sign = if *value < 0.0 { -1.0 } else { 1.0 };
            let squared = self.distance_squared[node];
            if squared < BAND_CELLS * BAND_CELLS {
                let distance_m = libm::sqrt(squared) * grid.dx_m;
                *value = if self.is_front_node[node] {
                    let slack_m = OFF_BY_CELLS * grid.dx_m;
                    sign * value
                        .abs()
                        .clamp((distance_m - slack_m).max(0.0), distance_m + slack_m)
                } else {
                    sign * distance_m
                };
                self.nodes.push((
                    node as u32,
                    *value,
                    self.speed_sum[node] / self.n_closest[node],
                ));
            } else {
                *value = sign * BAND_CELLS * grid.dx_m;
            }
        }
        self.reshaped_cells = metal_cells(grid, level_set_m) - before_cells;
    }

    /// Offers one piece to all nodes that it could be closest to.
    fn reach_out(&mut self, grid: Grid, segment: &Segment, cell: usize, speed_m_s: f64) {
        let reach = BAND_CELLS as isize;
        let (i, j) = ((cell % grid.n) as isize, (cell / grid.n) as isize);
        let along = [
            segment.end[0] - segment.start[0],
            segment.end[1] - segment.start[1],
        ];
        let inverse = 1.0 / (along[0] * along[0] + along[1] * along[1]);
        for b in (j - reach).max(0)..=(j + 1 + reach).min(grid.n as isize) {
            let dy = b as f64 - segment.start[1];
            for a in i - reach..=i + 1 + reach {
                let dx = a as f64 - segment.start[0];
                let t = ((dx * along[0] + dy * along[1]) * inverse).clamp(0.0, 1.0);
                let (gap_x, gap_y) = (dx - t * along[0], dy - t * along[1]);
                let squared = gap_x * gap_x + gap_y * gap_y;
                let node = b as usize * grid.n + grid.wrap(a);
                let best = self.distance_squared[node];
                if squared < best - TIE {
                    self.distance_squared[node] = squared;
                    self.speed_sum[node] = speed_m_s;
                    self.n_closest[node] = 1.0;
                } else if squared <= best + TIE && speed_m_s != 0.0 {
                    // A flank ends on foil that does not grow; the foot between them goes with the flank.
                    if self.speed_sum[node] == 0.0 {
                        self.n_closest[node] = 0.0;
                    }
                    self.speed_sum[node] += speed_m_s;
                    self.n_closest[node] += 1.0;
                }
            }
        }
    }

    /// Largest speed in the band, m/s.
    pub(crate) fn max_speed_m_s(&self) -> f64 {
        self.speeds_m_s
            .iter()
            .fold(0.0, |most, v| v.abs().max(most))
    }

    /// Places the front where its speeds take it in `dt_s` from where `spread` found it, and on by |v| `extra_s`, but
    /// never below a floor of metal that does not dissolve.
    fn place(&self, level_set_m: &mut [f64], floor_m: Option<&[f64]>, dt_s: f64, extra_s: f64) {
        for &(node, start_m, speed_m_s) in &self.nodes {
            let node = node as usize;
            level_set_m[node] = start_m - speed_m_s * dt_s - speed_m_s.abs() * extra_s;
            if let Some(floor_m) = floor_m {
                level_set_m[node] = level_set_m[node].min(floor_m[node]);
            }
        }
    }

    /// Moves the front for `dt_s` and then so far that the metal fills `target_cells`.
    pub(crate) fn advance(
        &self,
        grid: Grid,
        level_set_m: &mut [f64],
        floor_m: Option<&[f64]>,
        dt_s: f64,
        target_cells: f64,
    ) -> Advance {
        let tolerance = area_tolerance_cells(grid);
        let mut miss_after = |extra_s: f64| {
            self.place(level_set_m, floor_m, dt_s, extra_s);
            metal_cells(grid, level_set_m) - target_cells
        };
        let (mut extra_s, mut miss_cells) = (0.0, miss_after(0.0));
        let uncorrected_cells = miss_cells;
        // Corrections known to be too short and too long; a saddle that joins makes the area steep, so a secant that
        // leaves this bracket, or hardly narrows the miss, gives way to bisection.
        let (mut short_s, mut long_s) = (None, None);
        let mut step_s = -miss_cells / self.sweep_cells_s;
        for _ in 0..MAX_EVALUATIONS {
            if miss_cells.abs() <= tolerance || !step_s.is_finite() {
                break;
            }
            if miss_cells < 0.0 {
                short_s = Some(extra_s);
            } else {
                long_s = Some(extra_s);
            }
            let (from_s, before) = (extra_s, miss_cells);
            extra_s = from_s + step_s;
            if let (Some(short_s), Some(long_s)) = (short_s, long_s)
                && !(extra_s > short_s && extra_s < long_s)
            {
                extra_s = 0.5 * (short_s + long_s);
            }
            miss_cells = miss_after(extra_s);
            let slope = (miss_cells - before) / (extra_s - from_s);
            let is_slow = miss_cells.abs() > 0.5 * before.abs();
            step_s = match (short_s, long_s) {
                (Some(short_s), Some(long_s)) if is_slow => 0.5 * (short_s + long_s) - extra_s,
                _ if slope > 0.0 => -miss_cells / slope,
                _ => -2.0 * miss_cells / self.sweep_cells_s,
            };
        }
        let cells_per_s = self.max_speed_m_s() / grid.dx_m;
        Advance {
            shift_cells: extra_s * cells_per_s,
            timed_shift_cells: (extra_s + self.reshaped_cells / self.sweep_cells_s) * cells_per_s,
            uncorrected_cells,
            miss_cells,
        }
    }
}

/// How far the area of a disc of ten cells drifts, as a fraction, while its distances are put right `n_steps` times
/// without any current: no case can ask for that, and nothing may move.
pub(crate) fn area_drift_at_rest(n_steps: u32) -> f64 {
    let grid = Grid { n: 64, dx_m: 1e-6 };
    let from_surface_m = |k: usize| {
        let (x, y) = ((k % 64) as f64 - 31.7, (k / 64) as f64 - 32.2);
        (libm::sqrt(x * x + y * y) - 10.0) * 1e-6
    };
    let mut level_set_m: Vec<f64> = (0..grid.n_nodes()).map(from_surface_m).collect();
    let mut front = Front::new(grid);
    let mut motion = Motion::new(grid, &front);
    let first = metal_cells(grid, &level_set_m);
    for _ in 0..n_steps {
        front.trace(grid, &level_set_m);
        motion.average_speeds(grid, &front, |_| 0.0, |_, _| true);
        motion.spread(grid, &front, &mut level_set_m);
        motion.place(&mut level_set_m, None, 1.0, 0.0);
    }
    metal_cells(grid, &level_set_m) / first - 1.0
}

#[cfg(test)]
mod tests {
    use super::{Front, Grid, Motion};

    /// Evenly moved, a circle grows by the speed times the time, and meets a prescribed area on the way.
    #[test]
    fn an_even_speed_carries_the_front_that_far() {
        let grid = Grid { n: 64, dx_m: 1e-6 };
        let mut level_set: Vec<f64> = (0..grid.n_nodes())
            .map(|k| {
                let (x, y) = ((k % 64) as f64 - 32.0, (k / 64) as f64 - 32.0);
                (libm::sqrt(x * x + y * y) - 10.0) * 1e-6
            })
            .collect();
        let mut front = Front::new(grid);
        let mut motion = Motion::new(grid, &front);
        for step in 1..=50 {
            front.trace(grid, &level_set);
            motion.average_speeds(grid, &front, |_| 1e-6, |_, _| true);
            motion.spread(grid, &front, &mut level_set);
            let radius = 10.0 + 0.2 * f64::from(step);
            let target = std::f64::consts::PI * radius * radius;
            let advance = motion.advance(grid, &mut level_set, None, 0.2, target);
            assert!(advance.miss_cells.abs() < 1e-9, "step {step}: {advance:?}");
            assert!(advance.shift_cells.abs() < 0.03, "step {step}: {advance:?}");
        }
    }
}
