//! `zinc-sim`: the companion's zinc models from the command line.
//! Here because a case must also run without a browser, one process a case, for scripts and schedulers.
//! Must not know: any physics; it reads, calls the engine and writes.

mod arguments;
mod bench;
mod case_file;
mod cell;
mod deposit;
mod failure;
mod files;
mod output;
mod random_cases;
mod schema;
mod sweep;
mod unfitted;
mod validate;

use std::process::ExitCode;

use arguments::{Arguments, Verb};
use clap::Parser;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().verb {
        Verb::Schema => schema::print(),
        Verb::Cell { case, out, every } => cell::run(&case, &out, every),
        Verb::Deposit { case, out, every } => deposit::run(&case, &out, every),
        Verb::Sweep(options) => sweep::run(&options),
        Verb::RandomCases(options) => random_cases::run(&options),
        Verb::Bench { json } => bench::run(json),
        Verb::Validate {
            json,
            unfitted: true,
            ..
        } => unfitted::run(json),
        Verb::Validate { list: true, .. } => validate::list(),
        Verb::Validate { json, all, row, .. } => validate::run(json, all, &row),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("zinc-sim: {failure}");
            failure.exit_code()
        }
    }
}
