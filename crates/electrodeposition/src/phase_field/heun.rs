//! Heun's method for one field: a step forward, and half of the slope there taken back.
//! Here because two of the problems are explicit Allen-Cahn equations that differ only in their rates.
//! Must not know: which rate.
//!
//! u* = u + Δt r(u, t), u_new = (u + u* + Δt r(u*, t + Δt))/2 (second order in Δt; for diffusion stable up to
//! Δt = h²/(4κ), as the explicit Euler method is).

use super::field::{Edges, Field};

/// Which end of the step a rate is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Start,
    Finish,
}

/// The predicted field; a step allocates nothing.
#[derive(Debug, Clone)]
pub(super) struct Heun {
    predicted: Field,
    /// Rates of one row.
    slopes: Vec<f64>,
    edges: Edges,
}

impl Heun {
    pub(super) fn new(field: &Field, edges: Edges) -> Self {
        Self {
            predicted: Field::new(field.nx, field.ny),
            slopes: vec![0.0; field.nx],
            edges,
        }
    }

    /// Advances the field by `dt`. `rate(end, j, rows, out)` writes the rate of row j, from rows j − 1, j and j + 1.
    pub(super) fn step(
        &mut self,
        field: &mut Field,
        dt: f64,
        rate: impl Fn(End, usize, [&[f64]; 3], &mut [f64]),
    ) {
        field.surround(self.edges);
        for j in 0..field.ny {
            let out = self.predicted.row_mut(j);
            rate(End::Start, j, field.rows_around(j), out);
            for (value, old) in out.iter_mut().zip(field.row(j)) {
                *value = old + dt * *value;
            }
        }
        self.predicted.surround(self.edges);
        for j in 0..field.ny {
            rate(
                End::Finish,
                j,
                self.predicted.rows_around(j),
                &mut self.slopes,
            );
            let steps = self.predicted.row(j).iter().zip(&self.slopes);
            for (value, (predicted, slope)) in field.row_mut(j).iter_mut().zip(steps) {
                *value = 0.5 * (*value + (predicted + dt * slope));
            }
        }
    }
}
