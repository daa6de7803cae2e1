//! Several numbers at a time, as many as this machine's vectors hold, in single and in double precision.
//! Here because an explicit step is the same few operations for every cell, and the compiler alone makes poor vectors of
//! them.
//! Must not know: what is computed.
//!
//! Each lane is rounded as a single number is, and no product is fused with a sum: the bits do not depend on the width.

use std::ops::{Add, Div, Mul, Sub};

#[cfg(target_feature = "avx512f")]
mod width {
    pub type Singles = wide::f32x16;
    pub type Doubles = wide::f64x8;
}
#[cfg(all(target_feature = "avx", not(target_feature = "avx512f")))]
mod width {
    pub type Singles = wide::f32x8;
    pub type Doubles = wide::f64x4;
}
#[cfg(not(target_feature = "avx"))]
mod width {
    pub type Singles = wide::f32x4;
    pub type Doubles = wide::f64x2;
}
pub(super) use width::{Doubles, Singles};

/// One number, or a vector of them.
pub(super) trait Numbers:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// How many.
    const N: usize;

    /// The same number in all lanes.
    fn all(value: f64) -> Self;

    /// The first `N` values of a slice that has them.
    fn read(values: &[f64]) -> Self;

    fn write(self, values: &mut [f64]);
}

impl Numbers for f64 {
    const N: usize = 1;

    fn all(value: f64) -> Self {
        value
    }

    fn read(values: &[f64]) -> Self {
        values[0]
    }

    fn write(self, values: &mut [f64]) {
        values[0] = self;
    }
}

impl Numbers for Doubles {
    const N: usize = size_of::<Self>() / size_of::<f64>();

    fn all(value: f64) -> Self {
        Self::splat(value)
    }

    fn read(values: &[f64]) -> Self {
        let values = &values[..Self::N];
        Self::new(std::array::from_fn(|lane| values[lane]))
    }

    fn write(self, values: &mut [f64]) {
        values[..Self::N].copy_from_slice(&self.to_array());
    }
}
