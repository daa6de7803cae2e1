//! Charts: framed as data by the plotly crate when the site is built, drawn by a script that is loaded when one comes near.
//! Here because the crate's own binding stops the app when the script is missing; ours returns a reason.
//! Must not know: what the numbers mean.

mod binding;
mod chart;
mod figure;

pub use chart::Chart;
pub use figure::{Figure, Series};

/// The vendored bundle below the site's base; refreshed by `cargo xtask vendor`.
pub const SCRIPT: &str = "/vendor/plotly-basic-3.7.0.min.js";

/// Voltage over charge, two lines: made by `frames.rs` when the site is built.
pub const VOLTAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/voltage-plot.json"));
