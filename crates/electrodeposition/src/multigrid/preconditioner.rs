//! One V-cycle in single or double precision, prepared when it is first asked for.
//! Here because most solves gain four digits and the cycle in single precision takes two thirds of the time, while a solve
//! that gains ten would take up to twice as many iterations with it.
//! Must not know: conjugate gradients, which precision a solve needs.
//!
//! What single precision does: it rounds each value of the correction by 6e-8 of itself, which a link g turns into a
//! remainder of 6e-8 g x in every cell. Where a good conductor lies at one potential, that is more than the remainder left to
//! remove. Conjugate gradients take it away again, cell by cell, but not ten times over.

use super::cycle::Hierarchy;
use super::finest::Finest;
use super::number::Number;

/// Precision of a cycle. Remainders are in double precision with either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Single,
    Double,
}

/// Both cycles.
#[derive(Debug, Clone)]
pub(crate) struct Preconditioner {
    single: Prepared<f32>,
    double: Prepared<f64>,
}

/// One of them, and what it has yet to take over from the finest grid.
#[derive(Debug, Clone)]
struct Prepared<T> {
    hierarchy: Hierarchy<T>,
    has_old_links: bool,
    has_old_sinks: bool,
}

impl Preconditioner {
    /// `n` must be a power of two, at least 8.
    pub(crate) fn new(n: usize) -> Self {
        Self {
            single: Prepared::new(n),
            double: Prepared::new(n),
        }
    }

    pub(crate) fn links_changed(&mut self) {
        self.single.has_old_links = true;
        self.double.has_old_links = true;
    }

    pub(crate) fn sinks_changed(&mut self) {
        self.single.has_old_sinks = true;
        self.double.has_old_sinks = true;
    }

    /// As [`Hierarchy::cycle`], for the equations in `finest`.
    pub(crate) fn cycle(
        &mut self,
        precision: Precision,
        finest: &Finest,
        b_and_sum: (&[f64], f64),
        x: &mut [f64],
        beside: &[f64],
    ) -> [f64; 2] {
        match precision {
            Precision::Single => self.single.of(finest).cycle(b_and_sum, x, beside),
            Precision::Double => self.double.of(finest).cycle(b_and_sum, x, beside),
        }
    }
}

impl<T: Number> Prepared<T> {
    fn new(n: usize) -> Self {
        Self {
            hierarchy: Hierarchy::new(n),
            has_old_links: true,
            has_old_sinks: true,
        }
    }

    fn of(&mut self, finest: &Finest) -> &mut Hierarchy<T> {
        if self.has_old_links {
            self.hierarchy.take_links(&finest.right, &finest.up);
        }
        if self.has_old_links || self.has_old_sinks {
            self.hierarchy.take_sinks(&finest.sink);
        }
        (self.has_old_links, self.has_old_sinks) = (false, false);
        &mut self.hierarchy
    }
}
