//! Grains: how each is tilted, and how much faster zinc grows on some of its planes.
//! Here because plates of zinc, unlike drops, remember which way they lie.
//! Must not know: where a grain is, fields.
//!
//! A grain's basal plane is tilted by θ from the foil, drawn from a normal distribution about zero. On a face whose
//! normal stands at φ from upright, i0 = i0_basal (1 + (β − 1) sin²(φ − θ)): one on the basal plane, β across it, and
//! smooth between, as the symmetry of a plate demands. Assumed: no such law was measured for zinc.

use super::random::Random;
use crate::case::Case;
use std::f64::consts::TAU;

/// Tilts of all grains.
#[derive(Debug, Clone)]
pub(crate) struct Texture {
    /// β − 1.
    excess: f64,
    spread_rad: f64,
    /// (cos θ, sin θ) by grain.
    tilts: Vec<[f64; 2]>,
}

/// More grains than this are counted as the last one.
pub(crate) const MAX_GRAINS: usize = 4096;

impl Texture {
    pub(crate) fn new(case: &Case) -> Self {
        Self {
            excess: case.deposit.edge_basal_ratio - 1.0,
            spread_rad: case.deposit.orientation_spread_rad,
            tilts: Vec::with_capacity(MAX_GRAINS),
        }
    }

    pub(crate) fn is_isotropic(&self) -> bool {
        self.excess == 0.0
    }

    /// Draws one more grain; returns its number.
    pub(crate) fn add_grain(&mut self, random: &mut Random) -> u16 {
        if self.tilts.len() < MAX_GRAINS {
            let tilt = self.spread_rad * normal(random);
            self.tilts.push([libm::cos(tilt), libm::sin(tilt)]);
        }
        (self.tilts.len() - 1) as u16
    }

    /// i0 over i0_basal on a face with a unit normal; a face without one (a saddle) is half of each.
    pub(crate) fn rate(&self, grain: u16, normal: [f64; 2]) -> f64 {
        let Some([cos, sin]) = self.tilts.get(grain as usize) else {
            return 1.0;
        };
        if normal == [0.0; 2] {
            return 1.0 + 0.5 * self.excess;
        }
        let across = normal[0] * cos - normal[1] * sin;
        1.0 + self.excess * across * across
    }
}

/// A standard normal number (Box and Muller 1958).
fn normal(random: &mut Random) -> f64 {
    // One minus a number below one, so that the logarithm is finite.
    let radius = libm::sqrt(-2.0 * libm::log(1.0 - random.uniform()));
    radius * libm::cos(TAU * random.uniform())
}

#[cfg(test)]
mod tests {
    use super::{Random, Texture, normal};
    use crate::case::Case;

    #[test]
    fn drawn_numbers_are_standard_normal() {
        let mut random = Random::new(7);
        let drawn: Vec<f64> = (0..20_000).map(|_| normal(&mut random)).collect();
        let mean = drawn.iter().sum::<f64>() / 2e4;
        let variance = drawn.iter().map(|x| x * x).sum::<f64>() / 2e4;
        println!("mean {mean}, variance {variance}");
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.03);
    }

    #[test]
    fn an_untilted_grain_is_slow_upwards_and_fast_sideways() {
        let mut case = Case::default();
        case.deposit.edge_basal_ratio = 5.0;
        let mut texture = Texture::new(&case);
        let grain = texture.add_grain(&mut Random::new(1));
        assert_eq!(texture.rate(grain, [0.0, 1.0]), 1.0);
        assert_eq!(texture.rate(grain, [-1.0, 0.0]), 5.0);
    }
}
