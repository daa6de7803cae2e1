//! `zinc-sim deposit`: grows a deposit and writes its files.
//! Here because a run's results must outlive the process, in formats every program reads.
//! Must not know: how the deposit grows.

mod front;
mod picture;
mod summary;

use std::fs::create_dir_all;
use std::path::Path;

use anyhow::Context;
use electrodeposition::deposit::Deposit;
use electrodeposition::parameters::ValidCase;
use indicatif::{ProgressBar, ProgressStyle};

use crate::case_file;
use crate::failure::Failure;
use crate::files::csv_file;
pub use summary::Summary;
use summary::{FirstCurrents, History};

/// The bar counts thousandths of the charge.
const BAR_LENGTH: u64 = 1000;

/// Runs the case and writes `summary.json`, `series.csv`, `front.csv` and `final.svg`.
pub fn run(case_path: &Path, out: &Path, every: u32) -> Result<(), Failure> {
    let case = case_file::read(case_path)?;
    let mut deposit = Deposit::new(&case).context("the deposit cannot start")?;
    create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;

    let bar = progress_bar();
    let first = FirstCurrents::of(&deposit);
    let mut series = csv_file(out, "series.csv")?;
    let mut history = History::starting_with(&deposit.observe());
    series
        .serialize(deposit.observe())
        .context("cannot write series.csv")?;
    while !deposit.is_finished() {
        let step = deposit.step().context("the run failed")?;
        let seen = deposit.observe();
        history.add(&step, &seen);
        if step.outcome.is_some() || seen.n_steps.is_multiple_of(every) {
            series.serialize(seen).context("cannot write series.csv")?;
        }
        let whole = case.operation.areal_charge_c_m2 * f64::from(case.operation.n_half_cycles);
        let done = seen.areal_charge_c_m2 / whole;
        bar.set_position((done * BAR_LENGTH as f64) as u64);
    }
    bar.finish_and_clear();
    series.flush().context("cannot write series.csv")?;
    front::write(csv_file(out, "front.csv")?, &deposit)?;
    picture::write(&out.join("final.svg"), &deposit)?;
    let text = serde_json::to_string_pretty(&summary::of(&deposit, &history, first))
        .context("cannot write summary.json")?;
    std::fs::write(out.join("summary.json"), text + "\n").context("cannot write summary.json")?;
    Ok(())
}

/// Runs the case and gives its summary alone.
pub fn summarise(case: &ValidCase) -> anyhow::Result<Summary> {
    let mut deposit = Deposit::new(case).context("the deposit cannot start")?;
    let first = FirstCurrents::of(&deposit);
    let mut history = History::starting_with(&deposit.observe());
    while !deposit.is_finished() {
        let step = deposit.step().context("the run failed")?;
        history.add(&step, &deposit.observe());
    }
    Ok(summary::of(&deposit, &history, first))
}

/// On a terminal a bar on standard error; in a pipe nothing.
fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {percent:>3} % of the charge, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(BAR_LENGTH).with_style(style)
}
