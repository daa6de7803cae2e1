//! Single and double precision, as far as a cycle needs them.
//! Here because one and the same cycle runs in both: single precision moves half the memory and computes four cells at a
//! time instead of two, double precision gains digit after digit.
//! Must not know: what is computed.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Sub};

/// A number of either precision.
pub(crate) trait Number:
    Copy
    + Debug
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + AddAssign
{
    const ZERO: Self;
    const HALF: Self;
    const ONE: Self;

    /// The nearest number.
    fn nearest(value: f64) -> Self;

    fn wide(self) -> f64;
}

impl Number for f32 {
    const ZERO: Self = 0.0;
    const HALF: Self = 0.5;
    const ONE: Self = 1.0;

    fn nearest(value: f64) -> Self {
        value as f32
    }

    fn wide(self) -> f64 {
        f64::from(self)
    }
}

impl Number for f64 {
    const ZERO: Self = 0.0;
    const HALF: Self = 0.5;
    const ONE: Self = 1.0;

    fn nearest(value: f64) -> Self {
        value
    }

    fn wide(self) -> f64 {
        self
    }
}
