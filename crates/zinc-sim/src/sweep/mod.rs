//! `zinc-sim sweep`: one case many times with other numbers, as many at a time as there are cores.
//! Here because a map over two parameters is hundreds of runs, and none of them may be lost or repeated.
//! Must not know: what a model computes.

mod axis;
mod journal;
mod plan;

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

pub use axis::{Axis, SweepError};

use crate::arguments::{Model, SweepOptions};
use crate::case_file;
use crate::failure::Failure;
use crate::output;
use crate::{cell, deposit};
use journal::{Journal, Line, Outcome};
use plan::{Plan, Planned};

/// Plans, skips what is done, runs the rest and sorts the lines.
pub fn run(options: &SweepOptions) -> Result<(), Failure> {
    let base = case_file::parse(&options.case)?;
    let plan = Plan::new(&base, &options.vary, options.model).map_err(Failure::BadSweep)?;
    let Some(out) = options.out.as_deref().filter(|_| !options.plan) else {
        return print(&plan);
    };
    let wanted = match options.only {
        None => 0..plan.len(),
        Some(index) if index < plan.len() => index..index + 1,
        Some(index) => {
            let n_cases = plan.len();
            return Err(Failure::BadSweep(SweepError::NoSuchCase { index, n_cases }));
        }
    };
    let cases: Vec<Planned> = wanted.filter_map(|index| plan.case(index)).collect();
    let n_failed = compute(&cases, options, out)?;
    match n_failed {
        0 => Ok(()),
        _ => Err(Failure::CasesFailed {
            n_failed,
            n_cases: cases.len(),
        }),
    }
}

fn print(plan: &Plan) -> Result<(), Failure> {
    let mut text = String::new();
    for case in (0..plan.len()).filter_map(|index| plan.case(index)) {
        let line = serde_json::json!({ "case": case.index, "values": case.values });
        text += &format!("{line}\n");
    }
    output::print(&text)
}

/// Runs what the folder does not hold yet; gives how many of the cases ended in an error.
fn compute(cases: &[Planned], options: &SweepOptions, out: &Path) -> anyhow::Result<usize> {
    let journal = Journal::open(out)?;
    let missing: Vec<&Planned> = cases
        .iter()
        .filter(|case| !journal.holds(&case.fingerprint))
        .collect();
    let bar = progress_bar(cases.len(), cases.len() - missing.len());
    let n_threads = options.threads.map_or_else(
        || thread::available_parallelism().map_or(1, usize::from),
        usize::from,
    );
    let (next, journal) = (AtomicUsize::new(0), Mutex::new(journal));
    let work = || -> anyhow::Result<()> {
        while let Some(case) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
            let line = Line::new(case, options.model, simulate(case, options.model));
            let mut journal = journal
                .lock()
                .map_err(|_| anyhow::anyhow!("another thread failed while it wrote its line"))?;
            journal.add(line)?;
            bar.inc(1);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..n_threads.min(missing.len()))
            .map(|_| scope.spawn(work))
            .collect();
        threads.into_iter().try_for_each(|thread| {
            thread
                .join()
                .map_err(|_| anyhow::anyhow!("a thread of the sweep broke off"))?
        })
    })?;
    bar.finish_and_clear();
    let journal = journal
        .into_inner()
        .map_err(|_| anyhow::anyhow!("a thread of the sweep broke off"))?;
    journal.finish(cases)
}

/// A refused or failed case is a result like any other.
fn simulate(case: &Planned, model: Model) -> Outcome {
    let valid = match case.case.clone().validate() {
        Ok(valid) => valid,
        Err(errors) => {
            return Outcome::Refused(errors.iter().map(ToString::to_string).collect());
        }
    };
    let summary = match model {
        Model::Cell => cell::summarise(&valid).and_then(|summary| value_of(&summary)),
        Model::Deposit => deposit::summarise(&valid).and_then(|summary| value_of(&summary)),
    };
    match summary {
        Ok(summary) => Outcome::Done(summary),
        Err(error) => Outcome::Failed(format!("{error:#}")),
    }
}

fn value_of(summary: &impl serde::Serialize) -> anyhow::Result<Value> {
    serde_json::to_value(summary).context("cannot write the summary")
}

/// On a terminal a bar on standard error; in a pipe nothing.
fn progress_bar(n_cases: usize, n_done: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} cases, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(n_cases as u64)
        .with_style(style)
        .with_position(n_done as u64)
}
