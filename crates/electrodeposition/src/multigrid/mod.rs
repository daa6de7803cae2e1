//! Potential-like fields on a square grid: conjugate gradients preconditioned by one multigrid cycle.
//! Here because every step of the deposit solves such a field, and nothing simpler stays fast on fine grids.
//! Must not know: electrochemistry, the front, units.
//!
//! The equation of cell c is `Σ_f g_f (x_c − x_f) + s_c x_c = b_c`: links `g_f ≥ 0` to its four neighbours, and a
//! sink `s_c ≥ 0` that ties it to zero. The grid is periodic in x and closed at bottom and top. A cell without links
//! and sink takes no part; its value stays zero.

mod coarsest;
mod colours;
mod conjugate_gradients;
mod cycle;
mod finest;
mod level;
mod number;
mod preconditioner;
mod rows;
mod sums;
mod sweeps;

pub use conjugate_gradients::{SolveReport, Solver, StopAt};
pub use preconditioner::Precision;
pub(crate) use sums::sum_of_magnitudes;
