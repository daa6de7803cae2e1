//! The line from one electrode to the other, divided into volumes that are thin at both ends.
//! Here because concentration changes first and most steeply at the electrodes.
//! Must not know: what diffuses.

/// Volumes from 0 to the thickness; x in m from the near electrode.
#[derive(Debug, Clone, PartialEq)]
pub struct Mesh {
    widths_m: Vec<f64>,
    centres_m: Vec<f64>,
}

/// Share of the mapping that is a uniform mesh; the outermost volumes are about this fraction of the mean width.
const UNIFORM_SHARE: f64 = 0.15;

impl Mesh {
    /// `n_cells` volumes over `thickness_m`, smoothly graded: x/L = wξ + (1 − w)(3ξ² − 2ξ³).
    pub fn graded(thickness_m: f64, n_cells: usize) -> Self {
        let face_m = |idx: usize| {
            let xi = idx as f64 / n_cells as f64;
            thickness_m * (UNIFORM_SHARE * xi + (1.0 - UNIFORM_SHARE) * xi * xi * (3.0 - 2.0 * xi))
        };
        let faces = (0..n_cells).map(|idx| (face_m(idx), face_m(idx + 1)));
        Self {
            widths_m: faces.clone().map(|(left, right)| right - left).collect(),
            centres_m: faces.map(|(left, right)| 0.5 * (left + right)).collect(),
        }
    }

    /// Number of volumes.
    pub fn n_cells(&self) -> usize {
        self.widths_m.len()
    }

    /// Width of every volume, m.
    pub fn widths_m(&self) -> &[f64] {
        &self.widths_m
    }

    /// Middle of every volume, m from the near electrode.
    pub fn centres_m(&self) -> &[f64] {
        &self.centres_m
    }
}
