//! Charts: framed as data by the plotly crate when the site is built, drawn by a script that is loaded when one comes near.
//! Here because the crate's own binding stops the app when the script is missing; ours returns a reason.
//! Must not know: what the numbers mean.

mod binding;
mod chart;
mod figure;
mod marks;

pub use binding::Gesture;
pub use chart::{Chart, Link, NOT_LOADED, Size};
pub use figure::{Figure, numbers, plain, quoted, texts};
pub use marks::MARKS;

use crate::platform::script;

/// The vendored bundle below the site's base; refreshed by `cargo xtask vendor`.
pub const SCRIPT: &str = "/vendor/plotly-basic-3.7.0.min.js";

// Made by `frames.rs` when the site is built.
/// Voltage over charge, two lines.
pub const VOLTAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/voltage-plot.json"));
/// Points over two logarithmic axes.
pub const LIFESPAN: &str = include_str!(concat!(env!("OUT_DIR"), "/lifespan-plot.json"));
/// Bars with names.
pub const RANKING: &str = include_str!(concat!(env!("OUT_DIR"), "/ranking-plot.json"));
/// Marks between names.
pub const FUNCTIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/functions-plot.json"));

/// Hands a figure over as a file of this name, whose ending is `format`; `Err` says in words why not.
pub async fn save(
    script_address: &str,
    figure: &Figure,
    name: &str,
    format: &str,
    size: Size,
) -> Result<(), String> {
    let loaded = script::load(script_address).await;
    loaded.map_err(|script::NotLoaded| NOT_LOADED.to_owned())?;
    let Size { width, height } = size;
    // A picture of points is drawn twice as fine, for paper.
    let scale = if format == "png" { 2 } else { 1 };
    let options = format!(
        r#"{{"format":{},"filename":{},"width":{width},"height":{height},"scale":{scale}}}"#,
        quoted(format),
        quoted(name)
    );
    let saved = binding::download(figure, &options).await;
    saved.map_err(|error| error.to_string())
}
