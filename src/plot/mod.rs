//! Charts: built as data with the plotly crate, drawn by a script that is loaded when a chart comes near.
//! Here because the crate's own binding stops the app when the script is missing; ours returns a reason.
//! Must not know: what the numbers mean.

mod binding;
mod chart;

pub use chart::Chart;

/// The vendored bundle below the site's base; refreshed by `cargo xtask vendor`.
pub const SCRIPT: &str = "/vendor/plotly-basic-3.7.0.min.js";

/// A plot as the chart script reads it. Plots themselves cannot travel in signals, their text can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure(String);

impl From<&plotly::Plot> for Figure {
    fn from(plot: &plotly::Plot) -> Self {
        Self(plot.to_json())
    }
}
