//! `zinc-sim random-cases`: cases drawn from the whole allowed range, each of which must end in one of the ways that have
//! a name.
//! Here because a range in the parameter table is a promise that no reader's case breaks the program.
//! Must not know: what the parameters mean.

mod draw;
mod judge;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use electrodeposition::case::Case;
use serde::Serialize;

use crate::arguments::{Model, RandomOptions};
use crate::failure::Failure;
use crate::output;
use judge::Fault;

/// A case that has not ended after this time hangs. A long one takes a second of an idle machine.
const LIMIT: Duration = Duration::from_secs(300);

/// One case as drawn and what was wrong with it.
#[derive(Debug, Serialize)]
struct Found {
    index: u64,
    model: &'static str,
    fault: Fault,
    case: Case,
}

#[derive(Debug, Serialize)]
struct Report {
    n: u64,
    seed: u64,
    /// How often each way to end was met.
    endings: BTreeMap<String, u64>,
    longest_s: f64,
    faults: Vec<Found>,
}

/// Draws, runs and judges the cases.
pub fn run(options: &RandomOptions) -> Result<(), Failure> {
    let models: &[Model] = match options.model {
        Some(Model::Cell) => &[Model::Cell],
        Some(Model::Deposit) => &[Model::Deposit],
        None => &[Model::Cell, Model::Deposit],
    };
    let report = compute(options, models)?;
    output::print(&text(&report, options.json)?)?;
    match report.faults.len() {
        0 => Ok(()),
        n_faults => Err(Failure::RandomCases(n_faults)),
    }
}

fn compute(options: &RandomOptions, models: &[Model]) -> anyhow::Result<Report> {
    let (n, seed) = (options.n, options.seed);
    let mut report = Report {
        n,
        seed,
        endings: BTreeMap::new(),
        longest_s: 0.0,
        faults: Vec::new(),
    };
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicU64::new(0);
    let (sender, receiver) = channel();
    let mut n_left = n * models.len() as u64;
    thread::scope(|scope| {
        for _ in 0..n_threads {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                loop {
                    let job = next.fetch_add(1, Ordering::Relaxed);
                    let index = job / models.len() as u64;
                    if index >= n {
                        return;
                    }
                    let model = models[(job % models.len() as u64) as usize];
                    let case = draw::case(seed, index, model);
                    let start = Instant::now();
                    // The engine is dropped with its half-done state; nothing of it is looked at again.
                    let ending = catch_unwind(AssertUnwindSafe(|| judge::run(&case, model)))
                        .unwrap_or(Err(Fault::Panic));
                    if sender
                        .send((index, model, case, start.elapsed(), ending))
                        .is_err()
                    {
                        return;
                    }
                }
            });
        }
        while n_left > 0 {
            match receiver.recv_timeout(LIMIT) {
                Ok((index, model, case, took, ending)) => {
                    n_left -= 1;
                    report.longest_s = report.longest_s.max(took.as_secs_f64());
                    match ending {
                        Ok(ending) => {
                            let name = format!("{}: {ending}", model.word());
                            *report.endings.entry(name).or_default() += 1;
                        }
                        Err(fault) => report.faults.push(Found {
                            index,
                            model: model.word(),
                            fault,
                            case,
                        }),
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    let first = next.load(Ordering::Relaxed) / models.len() as u64;
                    // The hanging thread can only be ended with the process.
                    eprintln!(
                        "zinc-sim: no case ended for {} s; those under way are just before case {first} of seed {seed}",
                        LIMIT.as_secs()
                    );
                    std::process::exit(1);
                }
            }
        }
    });
    report
        .faults
        .sort_by_key(|found| (found.index, found.model));
    Ok(report)
}

fn text(report: &Report, as_json: bool) -> anyhow::Result<String> {
    if as_json {
        return Ok(serde_json::to_string_pretty(report).context("cannot write the report")? + "\n");
    }
    let mut text = format!(
        "{} cases of seed {}, longest {:.2} s\n",
        report.n, report.seed, report.longest_s
    );
    for (ending, count) in &report.endings {
        text += &format!("{count:>8}  {ending}\n");
    }
    for found in &report.faults {
        let case = toml::to_string(&found.case).context("cannot write a case")?;
        text += &format!(
            "\ncase {} of seed {}, {}: {}\n{case}",
            found.index, report.seed, found.model, found.fault
        );
    }
    Ok(text)
}
