//! `zinc-sim cell`: runs the cell and writes its three files.
//! Here because a run's results must outlive the process, in formats every program reads.
//! Must not know: how the cell works.

mod profiles;
mod summary;

use std::fs::create_dir_all;
use std::path::Path;

use anyhow::Context;
use electrodeposition::cell::Cell;
use electrodeposition::parameters::ValidCase;

use crate::case_file;
use crate::failure::Failure;
use crate::files::csv_file;
use profiles::Profiles;
pub use summary::Summary;
use summary::Voltages;

/// Runs the case and writes `summary.json`, `series.csv` and `profiles.csv`.
pub fn run(case_path: &Path, out: &Path, every: u32) -> Result<(), Failure> {
    let case = case_file::read(case_path)?;
    let mut cell = Cell::new(&case).context("the cell cannot start")?;
    create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;

    let mut series = csv_file(out, "series.csv")?;
    let mut profiles = Profiles::new(csv_file(out, "profiles.csv")?, case.operation.n_half_cycles);
    let mut voltages = Voltages::starting_at(cell.observe().voltage_v);
    let mut events = Vec::new();

    series
        .serialize(cell.observe())
        .context("cannot write series.csv")?;
    profiles.write(0.0, &cell)?;
    let mut n_steps = 0_u32;
    while cell.ended().is_none() {
        let step = cell.step().context("the run failed")?;
        n_steps += 1;
        voltages.add(&step);
        if let Some(event) = step.event {
            events.push((step, event));
            profiles.at_event(&step, &cell)?;
        }
        if step.event.is_some() || n_steps.is_multiple_of(every) {
            series
                .serialize(cell.observe())
                .context("cannot write series.csv")?;
        }
    }
    series.flush().context("cannot write series.csv")?;
    profiles.finish()?;

    let summary = summary::of(&case, &cell, n_steps, &voltages, &events);
    let text = serde_json::to_string_pretty(&summary).context("cannot write summary.json")?;
    std::fs::write(out.join("summary.json"), text + "\n").context("cannot write summary.json")?;
    Ok(())
}

/// Runs the case and gives its summary alone.
pub fn summarise(case: &ValidCase) -> anyhow::Result<Summary> {
    let mut cell = Cell::new(case).context("the cell cannot start")?;
    let mut voltages = Voltages::starting_at(cell.observe().voltage_v);
    let mut events = Vec::new();
    let mut n_steps = 0_u32;
    while cell.ended().is_none() {
        let step = cell.step().context("the run failed")?;
        n_steps += 1;
        voltages.add(&step);
        if let Some(event) = step.event {
            events.push((step, event));
        }
    }
    Ok(summary::of(case, &cell, n_steps, &voltages, &events))
}
