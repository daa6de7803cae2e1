//! Limits on a number column: `1..10`, `5..`, `..2`, or one value.
//! Here because address, filter and words must agree about what lies inside.
//! Must not know: columns, rows.
//!
//! The rule. Both limits are inside. An exact value passes if it lies between them. A lower bound `>v` passes a
//! minimum if `v` does, because only that is shown. A maximum `m` shuts it out only if `v ≥ m`, for then the true
//! value is above `m` for certain; below that nobody knows, so it stays and is marked uncertain.

use crate::{Bound, Quantity};

/// Limits, both inside; without both it filters nothing. Limits are finite and in order ([`Range::new`]).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Range {
    min: Option<f64>,
    max: Option<f64>,
}

/// What a range says of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeVerdict {
    Inside,
    /// A lower bound that may lie above the maximum.
    Uncertain,
    Outside,
}

impl Range {
    /// `None` if a limit is not finite or the minimum is above the maximum.
    #[must_use]
    pub fn new(min: Option<f64>, max: Option<f64>) -> Option<Self> {
        let finite = min.is_none_or(f64::is_finite) && max.is_none_or(f64::is_finite);
        let ordered = min.zip(max).is_none_or(|(min, max)| min <= max);
        (finite && ordered).then_some(Self { min, max })
    }

    #[must_use]
    pub fn min(&self) -> Option<f64> {
        self.min
    }

    #[must_use]
    pub fn max(&self) -> Option<f64> {
        self.max
    }

    /// Without limits, everything passes, missing values too.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }

    /// The rule of this file.
    #[must_use]
    pub fn verdict(&self, quantity: Quantity) -> RangeVerdict {
        let value = quantity.value;
        let below = self.min.is_some_and(|min| value < min);
        if value.is_nan() || below {
            return RangeVerdict::Outside;
        }
        match (self.max, quantity.bound) {
            (None, _) => RangeVerdict::Inside,
            (Some(max), Bound::Exact) if value <= max => RangeVerdict::Inside,
            (Some(max), Bound::Lower) if value < max => RangeVerdict::Uncertain,
            _ => RangeVerdict::Outside,
        }
    }

    /// `1..10`, `5..`, `..2`, `3`; anything else is `None`, as is a range that lets everything pass.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let limit = |text: &str| -> Option<Option<f64>> {
            let text = text.trim();
            if text.is_empty() {
                return Some(None);
            }
            text.parse().ok().filter(|n: &f64| n.is_finite()).map(Some)
        };
        let (min, max) = match text.split_once("..") {
            Some((min, max)) => (limit(min)?, limit(max)?),
            None => (limit(text)?, limit(text)?),
        };
        Self::new(min, max).filter(|range| !range.is_open())
    }
}

impl std::fmt::Display for Range {
    /// As in an address.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let limit = |limit: Option<f64>| limit.map(short_number).unwrap_or_default();
        if self.min.is_some() && self.min == self.max {
            write!(f, "{}", limit(self.min))
        } else {
            write!(f, "{}..{}", limit(self.min), limit(self.max))
        }
    }
}

/// The shortest text that reads back as the same number.
pub(crate) fn short_number(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-5..1e12).contains(&size) {
        format!("{value:e}")
    } else {
        value.to_string()
    }
}
