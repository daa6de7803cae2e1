//! The engine's validation cases as a table or as JSON.
//! Here because anyone must be able to repeat the comparison that the page shows.
//! Must not know: what a case computes.

use std::time::Instant;

use anyhow::Context;
use electrodeposition::validation::{Subject, Tolerance, ValidationCase, slow_cases, subjects};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

/// One row as printed; without numbers where the case could not be computed.
#[derive(Debug, Serialize)]
struct PrintedRow {
    subject: &'static str,
    name: &'static str,
    reference_is: &'static str,
    exercises: &'static str,
    unit: &'static str,
    reference: Option<f64>,
    computed: Option<f64>,
    error: Option<f64>,
    tolerance: f64,
    /// "relative", "absolute" or "at most" (the reference is a bound): how error and tolerance are meant.
    tolerance_is: &'static str,
    pass: bool,
    /// Runs only on request.
    slow: bool,
    took_s: f64,
    failure: Option<String>,
}

/// A case, its subject's word, and whether it runs only on request.
type Listed = (&'static str, &'static ValidationCase, bool);

/// Every case in the order of the table.
fn listed() -> impl Iterator<Item = Listed> {
    let quick = subjects()
        .flat_map(|(subject, table)| table.iter().map(move |case| (subject.word(), case, false)));
    quick.chain(slow_cases().map(|case| (Subject::Benchmarks.word(), case, true)))
}

/// Prints the names of all rows, each after "quick" or "slow".
pub fn list() -> Result<(), Failure> {
    let lines = listed().map(|(_, case, slow)| {
        let pace = if slow { "slow" } else { "quick" };
        format!("{pace}\t{}\n", case.name)
    });
    output::print(&lines.collect::<String>())
}

/// Runs the quick cases, all where `all` is asked for, or those that are named, and prints the rows.
pub fn run(as_json: bool, all: bool, named: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = named
        .iter()
        .find(|name| listed().all(|(_, case, _)| case.name != *name))
    {
        return Err(Failure::NoSuchRow(unknown.clone()));
    }
    let wanted = |(_, case, slow): &Listed| match named {
        [] => all || !slow,
        names => names.iter().any(|name| name == case.name),
    };
    let rows: Vec<PrintedRow> = listed().filter(wanted).map(compute).collect();
    let text = if as_json {
        serde_json::to_string_pretty(&rows).context("cannot write the rows")? + "\n"
    } else {
        table(&rows)
    };
    output::print(&text)?;
    match rows.iter().filter(|row| !row.pass).count() {
        0 => Ok(()),
        n_rows => Err(Failure::OutsideTolerance(n_rows)),
    }
}

fn compute((subject, case, slow): Listed) -> PrintedRow {
    let (tolerance, tolerance_is) = match case.tolerance {
        Tolerance::Relative(limit) => (limit, "relative"),
        Tolerance::Absolute(limit) => (limit, "absolute"),
        Tolerance::AtMost => (0.0, "at most"),
    };
    let started = Instant::now();
    let (row, failure) = match case.run() {
        Ok(row) => (Some(row), None),
        Err(error) => (None, Some(error.to_string())),
    };
    PrintedRow {
        subject,
        name: case.name,
        reference_is: case.reference,
        exercises: case.exercises,
        unit: case.unit,
        reference: row.map(|row| row.reference),
        computed: row.map(|row| row.computed),
        error: row.map(|row| row.error),
        tolerance,
        tolerance_is,
        pass: row.is_some_and(|row| row.pass),
        slow,
        took_s: started.elapsed().as_secs_f64(),
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
        "{:width$}  {:>16}  {:>16}  {:8}  {:>8}  {:>17}  pass  exercises\n",
        "name", "reference", "computed", "unit", "error", "tolerance"
    );
    for row in rows {
        let number = |value: Option<f64>| {
            value.map_or_else(|| "none".to_owned(), |value| format!("{value:.9e}"))
        };
        let error = row
            .error
            .map_or_else(|| "none".to_owned(), |value| format!("{value:.1e}"));
        text += &format!(
            "{:width$}  {:>16}  {:>16}  {:8}  {:>8}  {:>8.1e} {}  {:4}  {}\n",
            row.name,
            number(row.reference),
            number(row.computed),
            row.unit,
            error,
            row.tolerance,
            row.tolerance_is,
            if row.pass { "yes" } else { "NO" },
            row.exercises,
        );
        if let Some(failure) = &row.failure {
            text += &format!("  {failure}\n");
        }
    }
    text
}
