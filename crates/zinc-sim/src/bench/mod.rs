//! `zinc-sim bench`: how fast field solves, deposit and cell are on this machine.
//! Here because a figure of speed means something only beside the machine's memory and from one run.
//! Must not know: how the engine is built inside.

mod arithmetic;
mod fields;
mod memory;
mod models;
mod timing;

use anyhow::Context;
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

/// One measured figure.
#[derive(Debug, Serialize)]
pub struct Figure {
    name: &'static str,
    /// Cells a side, where there is a grid.
    n_cells: Option<usize>,
    value: f64,
    unit: &'static str,
}

/// Measures everything, one thing after another, and prints it.
pub fn run(as_json: bool) -> Result<(), Failure> {
    let mut figures = memory::measure();
    figures.extend(arithmetic::measure());
    figures.extend(fields::measure());
    figures.extend(models::measure()?);
    let text = if as_json {
        serde_json::to_string_pretty(&figures).context("cannot write the figures")? + "\n"
    } else {
        figures.iter().map(line).collect()
    };
    output::print(&text)
}

fn line(figure: &Figure) -> String {
    let grid = figure
        .n_cells
        .map_or_else(String::new, |n_cells| format!("{n_cells}²"));
    let value = if figure.value < 1e4 {
        format!("{:.3}", figure.value)
    } else {
        format!("{:.3e}", figure.value)
    };
    format!(
        "{:<58} {grid:>6} {value:>12} {}\n",
        figure.name, figure.unit
    )
}
