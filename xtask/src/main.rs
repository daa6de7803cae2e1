//! `cargo xtask`: parses what was typed, runs the verb, reports the first fault.
//! Here thin, so that everything worth testing is in the library.
//! Must not know: what any verb does.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match xtask::cli::Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
