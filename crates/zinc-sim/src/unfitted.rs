//! What was measured on coated zinc beside what is simulated, as a table or as JSON.
//! Here because anyone must be able to see how far the model is from laboratories, with nothing adjusted.
//! Must not know: what a row simulates; there is no pass or fail.

use anyhow::Context;
use electrodeposition::validation::{Measured, unfitted};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

/// One row as printed.
#[derive(Debug, Serialize)]
struct PrintedRow {
    name: &'static str,
    source: &'static str,
    assumed: &'static str,
    unit: &'static str,
    reported: f64,
    simulated: Option<f64>,
    /// The exchange current density of zinc with which the number would be met; none where none in its range does.
    needed_i0_a_m2: Option<f64>,
    /// Whether it was looked for.
    i0_sought: bool,
    failure: Option<String>,
}

/// Runs every measurement and prints the rows.
pub fn run(as_json: bool) -> Result<(), Failure> {
    let rows: Vec<PrintedRow> = unfitted().map(compute).collect();
    let text = if as_json {
        serde_json::to_string_pretty(&rows).context("cannot write the rows")? + "\n"
    } else {
        table(&rows)
    };
    output::print(&text)
}

fn compute(measured: &'static Measured) -> PrintedRow {
    let (row, failure) = match measured.run() {
        Ok(row) => (Some(row), None),
        Err(error) => (None, Some(error.to_string())),
    };
    PrintedRow {
        name: measured.name,
        source: measured.source,
        assumed: measured.assumed,
        unit: measured.unit,
        reported: measured.reported,
        simulated: row.map(|row| row.simulated),
        needed_i0_a_m2: row.and_then(|row| row.needed_i0_a_m2),
        i0_sought: measured.seeks_i0,
        failure,
    }
}

fn table(rows: &[PrintedRow]) -> String {
    let width = rows
        .iter()
        .map(|row| row.name.chars().count())
        .max()
        .unwrap_or(0);
    let mut text = format!(
        "{:width$}  {:>12}  {:>12}  {:4}  {:>16}\n",
        "name", "reported", "simulated", "unit", "i0 needed A m⁻²"
    );
    for row in rows {
        let number = |value: Option<f64>| {
            value.map_or_else(|| "none".to_owned(), |value| format!("{value:.5}"))
        };
        text += &format!(
            "{:width$}  {:>12}  {:>12}  {:4}  {:>16}\n  {}; assumed: {}\n",
            row.name,
            number(Some(row.reported)),
            number(row.simulated),
            row.unit,
            number(row.needed_i0_a_m2),
            row.source,
            row.assumed
        );
        if let Some(failure) = &row.failure {
            text += &format!("  {failure}\n");
        }
    }
    text
}
