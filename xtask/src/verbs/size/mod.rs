//! `size`: what a reader downloads, file by file, held to the budget.
//! Here because a page grows by a little each week unless something says no.
//! Must not know: which files are big and why; tests/size-budget.toml says what is allowed.

mod budget;
mod measure;

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Serialize;

use crate::{cli::SizeArgs, paths};
use budget::{Budget, Verdict};
use measure::Measured;

const BUDGET: &str = "tests/size-budget.toml";

#[derive(Debug, Serialize)]
struct Report {
    files: Vec<Measured>,
    budgets: Vec<Verdict>,
    faults: Vec<String>,
}

pub fn run(args: &SizeArgs) -> Result<()> {
    let text = fs::read_to_string(paths::repo().join(BUDGET))
        .with_context(|| format!("could not read {BUDGET}"))?;
    let budget: Budget =
        toml::from_str(&text).with_context(|| format!("{BUDGET} is not in the expected form"))?;
    let site = measure::site(&paths::repo().join(&args.dist))?;
    let budgets = budget.compare(&site)?;
    let faults = budget.faults(&site)?;
    let n_over = budgets.iter().filter(|verdict| !verdict.is_within).count();
    let report = Report {
        files: site.files,
        budgets,
        faults,
    };
    if args.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print(&report);
    }
    if n_over > 0 || !report.faults.is_empty() {
        bail!("{n_over} over budget, {} other faults", report.faults.len());
    }
    Ok(())
}

fn print(report: &Report) {
    println!("{:<56}{:>12}{:>12}", "file", "raw kB", "brotli kB");
    for file in &report.files {
        println!(
            "{:<56}{:>12.1}{:>12.1}",
            file.name,
            kilobytes(file.raw),
            kilobytes(file.brotli)
        );
    }
    println!("\n{:<56}{:>12}{:>12}", "budget", "brotli kB", "at most");
    for verdict in &report.budgets {
        let mark = if verdict.is_within { "" } else { "  over" };
        println!(
            "{:<56}{:>12.1}{:>12.1}{mark}",
            verdict.name,
            kilobytes(verdict.brotli),
            verdict.at_most_kb
        );
    }
    for fault in &report.faults {
        println!("fault: {fault}");
    }
}

/// Thousands of bytes, as hosts and browsers count them.
#[allow(
    clippy::cast_precision_loss,
    reason = "no file of the site comes near 2^52 bytes"
)]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
