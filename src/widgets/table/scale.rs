//! Places along a range's slider and the values they stand for; the bars behind it.
//! Here because a scale of ratios must reach its round numbers and both of its ends.
//! Must not know: views, queries.

use explorer::{Histogram, Quantity, Range, RangeVerdict, Scale};

/// Places of a slider beside its first.
pub const N_STEPS: usize = 100;

/// A column's smallest and largest value, and how places lie between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    pub min: f64,
    pub max: f64,
    scale: Scale,
}

impl Default for Ends {
    fn default() -> Self {
        Self {
            min: 0.0,
            max: 0.0,
            scale: Scale::Linear,
        }
    }
}

impl Ends {
    pub fn of(histogram: &Histogram) -> Self {
        let first = histogram.bins.first().map_or(0.0, |bin| bin.from);
        let last = histogram.bins.last().map_or(0.0, |bin| bin.to);
        Self {
            min: first,
            max: last,
            scale: histogram.scale,
        }
    }

    pub fn holds(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }

    /// The value at a place, with two significant digits except at the ends.
    pub fn value(&self, place: usize) -> f64 {
        let share = place as f64 / N_STEPS as f64;
        let value = match (place, self.scale) {
            (0, _) => return self.min,
            (N_STEPS.., _) => return self.max,
            (_, Scale::Linear) => self.min + share * (self.max - self.min),
            (_, Scale::Log) => self.min * (self.max / self.min).powf(share),
        };
        let rounded: f64 = format!("{value:.1e}").parse().unwrap_or(value);
        rounded.clamp(self.min, self.max)
    }

    /// The place nearest to a value.
    pub fn position(&self, value: f64) -> usize {
        let share = match self.scale {
            _ if self.max <= self.min => 0.0,
            Scale::Linear => (value - self.min) / (self.max - self.min),
            Scale::Log => (value / self.min).ln() / (self.max / self.min).ln(),
        };
        let place = (share * N_STEPS as f64).round();
        if place.is_finite() {
            place.clamp(0.0, N_STEPS as f64) as usize
        } else {
            0
        }
    }
}

/// An SVG path in a box of 200 by 40 of the bars that a range keeps, or of those that it leaves out.
pub fn bars(histogram: &Histogram, range: Range, kept: bool) -> String {
    let tallest = histogram
        .bins
        .iter()
        .map(|bin| bin.count)
        .max()
        .unwrap_or_default()
        .max(1);
    let width = 200.0 / histogram.bins.len().max(1) as f64;
    let mut path = String::new();
    for (idx, bin) in histogram.bins.iter().enumerate() {
        let middle = match histogram.scale {
            Scale::Linear => f64::midpoint(bin.from, bin.to),
            Scale::Log => (bin.from * bin.to).sqrt(),
        };
        let inside = |value| range.verdict(Quantity::exact(value)) == RangeVerdict::Inside;
        let is_kept = inside(middle) || inside(bin.from) || inside(bin.to);
        if bin.count == 0 || is_kept != kept {
            continue;
        }
        // Even one row is seen.
        let height = 3.0 + 37.0 * bin.count as f64 / tallest as f64;
        let left = idx as f64 * width;
        path.push_str(&format!(
            "M{left:.1} 40v-{height:.1}h{:.1}v{height:.1}z",
            width - 1.0
        ));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIFESPAN: Ends = Ends {
        min: 70.0,
        max: 8000.0,
        scale: Scale::Log,
    };

    #[test]
    fn every_place_has_a_value_that_leads_back_near_it() {
        assert_eq!((LIFESPAN.value(0), LIFESPAN.value(N_STEPS)), (70.0, 8000.0));
        let mut before = 0.0;
        for place in 0..=N_STEPS {
            let value = LIFESPAN.value(place);
            assert!(value > before, "{place}: {value} after {before}");
            before = value;
            let back = LIFESPAN.position(value);
            assert!(back.abs_diff(place) <= 1, "{place} came back as {back}");
        }
        assert_eq!(LIFESPAN.position(1.0), 0);
        assert_eq!(LIFESPAN.position(1e9), N_STEPS);
    }

    #[test]
    fn a_column_with_one_value_or_none_has_a_scale_all_the_same() {
        let one = Ends {
            min: 5.0,
            max: 5.0,
            scale: Scale::Log,
        };
        assert_eq!((one.value(50), one.position(5.0)), (5.0, 0));
        assert_eq!(Ends::default().position(3.0), 0);
        assert_eq!(Ends::default().value(50), 0.0);
    }
}
