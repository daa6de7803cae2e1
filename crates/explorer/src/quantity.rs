//! A number with its bound, and the arithmetic that keeps the bound.
//! Here because `>500 h` must stay "more than" through every derivation.
//! Must not know: columns, units.
//!
//! A result is a value, a lower bound, or nothing. Where the true result would only be known from above
//! (1 ÷ >500) there is nothing to state, because a table prints no upper bounds.

use serde::{Deserialize, Serialize};

/// A number with its bound; `>` is never lost.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    pub value: f64,
    pub bound: Bound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    Exact,
    /// The true value is above: printed with `>`.
    Lower,
}

impl Quantity {
    #[must_use]
    pub const fn exact(value: f64) -> Self {
        let bound = Bound::Exact;
        Self { value, bound }
    }

    /// The true value is above this one.
    #[must_use]
    pub const fn above(value: f64) -> Self {
        let bound = Bound::Lower;
        Self { value, bound }
    }

    #[must_use]
    pub fn is_lower_bound(&self) -> bool {
        self.bound == Bound::Lower
    }

    /// By value; a lower bound comes after the exact value that it equals, because the true value is above.
    #[must_use]
    pub fn cmp_printed(&self, other: &Self) -> std::cmp::Ordering {
        self.value
            .partial_cmp(&other.value)
            .unwrap_or(std::cmp::Ordering::Equal)
            .then(self.is_lower_bound().cmp(&other.is_lower_bound()))
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let lower = self.is_lower_bound() || other.is_lower_bound();
        Self::finite(self.value + other.value, lower)
    }

    /// Nothing if the one taken away is a lower bound.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        if other.is_lower_bound() {
            return None;
        }
        Self::finite(self.value - other.value, self.is_lower_bound())
    }

    /// Nothing if a lower bound meets a factor below zero, which turns it into an upper one.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let product = self.value * other.value;
        match (self.bound, other.bound) {
            (Bound::Exact, Bound::Exact) => Self::finite(product, false),
            (Bound::Lower, Bound::Exact) if other.value == 0.0 => Some(Self::exact(0.0)),
            (Bound::Exact, Bound::Lower) if self.value == 0.0 => Some(Self::exact(0.0)),
            (Bound::Lower, Bound::Exact) if other.value > 0.0 => Self::finite(product, true),
            (Bound::Exact, Bound::Lower) if self.value > 0.0 => Self::finite(product, true),
            (Bound::Lower, Bound::Lower) if self.value >= 0.0 && other.value >= 0.0 => {
                Self::finite(product, true)
            }
            _ => None,
        }
    }

    /// Nothing if divided by zero, or by a lower bound, or if a lower bound is divided by a number below zero.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if other.is_lower_bound()
            || other.value == 0.0
            || (self.is_lower_bound() && other.value < 0.0)
        {
            return None;
        }
        Self::finite(self.value / other.value, self.is_lower_bound())
    }

    fn finite(value: f64, lower: bool) -> Option<Self> {
        let quantity = if lower {
            Self::above(value)
        } else {
            Self::exact(value)
        };
        value.is_finite().then_some(quantity)
    }
}

impl std::fmt::Display for Quantity {
    /// As printed in a table: `1500`, or `>500` for a lower bound.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.bound {
            Bound::Exact => write!(f, "{}", self.value),
            Bound::Lower => write!(f, ">{}", self.value),
        }
    }
}
