//! `fuzz`: feeds the explorer's fuzz targets for a stated time and writes down what came of it.
//! Here because an address or a file may come from anybody, and a claim that both were fuzzed needs a date and a commit.
//! Must not know: what the targets check; `crates/explorer/fuzz` does.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    cli::FuzzArgs,
    paths, process,
    tools::{Need, Toolbox},
};

const FOLDER: &str = "crates/explorer/fuzz";
const RECORD: &str = "docs/quality/fuzzing.md";
const HEAD: &str = "# Fuzzing\n\nEach line is one run of `cargo xtask fuzz`. The targets are in `crates/explorer/fuzz`: `address` is any query\nstring, `own_csv` any file of a reader's. A finding is an input that breaks what its target asserts.\n\n| date | commit | target | seconds | inputs tried | edges reached | outcome |\n| --- | --- | --- | ---: | ---: | ---: | --- |\n";

/// What a run says at its end.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    n_inputs: Option<u64>,
    n_edges: Option<u64>,
}

pub fn run(args: &FuzzArgs, offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Rust, Need::Fuzzer], offline)?;
    if !offline {
        let mut fetch = toolbox.command("cargo")?;
        fetch
            .env_remove("CARGO_NET_OFFLINE")
            .args(["fetch", "--manifest-path"])
            .arg(format!("{FOLDER}/Cargo.toml"));
        process::run_tersely(&mut fetch)?;
    }
    let targets = if args.targets.is_empty() {
        all_targets()?
    } else {
        args.targets.clone()
    };
    let mut broken = Vec::new();
    for target in targets {
        println!("\n== {target}, {} s", args.seconds);
        let (found, is_clean) = feed(&toolbox, &target, args.seconds)?;
        let outcome = if is_clean { "no finding" } else { "a finding" };
        write_down(&target, args.seconds, &found, outcome)?;
        println!("{target}: {outcome}");
        if !is_clean {
            broken.push(target);
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    bail!(
        "findings in {}; the inputs lie in {FOLDER}/artifacts",
        broken.join(", ")
    );
}

fn all_targets() -> Result<Vec<String>> {
    let folder = paths::repo().join(FOLDER).join("fuzz_targets");
    let mut targets = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        if let Some(stem) = entry?.path().file_stem() {
            targets.push(stem.to_string_lossy().into_owned());
        }
    }
    targets.sort();
    Ok(targets)
}

/// The pinned compiler is a stable one; the sanitizer's flags are unstable, so it is asked to take them all the same.
fn feed(toolbox: &Toolbox, target: &str, seconds: u32) -> Result<(Found, bool)> {
    let mut command: Command = toolbox.command("cargo")?;
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["fuzz", "run", "--fuzz-dir", FOLDER, target, "--"])
        .args([
            format!("-max_total_time={seconds}"),
            "-print_final_stats=1".to_owned(),
        ])
        .stderr(Stdio::piped());
    println!("$ {}", process::shown(&command));
    let mut child = command.spawn().context("could not start cargo fuzz")?;
    let mut found = Found::default();
    if let Some(said) = child.stderr.take() {
        for line in BufReader::new(said).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            found.read(&line);
            // Every new input is announced; that would fill a terminal for ten minutes.
            if !line.contains("\tNEW ") && !line.contains("\tREDUCE ") && !line.contains("NEW_FUNC")
            {
                eprintln!("{line}");
            }
        }
    }
    Ok((found, child.wait()?.success()))
}

fn write_down(target: &str, seconds: u32, found: &Found, outcome: &str) -> Result<()> {
    let git = |arguments: &[&str]| {
        process::answer(
            Command::new("git")
                .args(arguments)
                .current_dir(paths::repo()),
        )
    };
    let commit = git(&["rev-parse", "--short=12", "HEAD"])?.unwrap_or_default();
    let is_changed =
        git(&["status", "--porcelain", "--", "crates"])?.is_some_and(|said| !said.is_empty());
    let changed = if is_changed { " with changes" } else { "" };
    let day = process::answer(Command::new("date").args(["-u", "+%F"]))?.unwrap_or_default();
    let number = |number: Option<u64>| number.map_or("unknown".to_owned(), |n| n.to_string());
    let path = paths::repo().join(RECORD);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if !path.exists() {
        fs::write(&path, HEAD)?;
    }
    let mut record = fs::OpenOptions::new().append(true).open(&path)?;
    writeln!(
        record,
        "| {day} | {commit}{changed} | {target} | {seconds} | {} | {} | {outcome} |",
        number(found.n_inputs),
        number(found.n_edges)
    )
    .with_context(|| format!("could not write {RECORD}"))
}

impl Found {
    /// `#123 DONE cov: 456 ft: …` and `stat::number_of_executed_units: 123`.
    fn read(&mut self, line: &str) {
        let after = |mark: &str| {
            let rest = line.split(mark).nth(1)?;
            rest.split_whitespace().next()?.parse().ok()
        };
        self.n_edges = after(" cov: ").or(self.n_edges);
        self.n_inputs = after("stat::number_of_executed_units:").or(self.n_inputs);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_fuzzer_says_is_read() {
        let mut found = Found::default();
        for line in [
            "INFO: Seed: 1",
            "#2\tINITED cov: 12 ft: 13 corp: 1/1b",
            "#1048576\tDONE   cov: 1403 ft: 5210 corp: 600/12Kb",
            "stat::number_of_executed_units: 1048576",
            "stat::average_exec_per_sec:     1700",
        ] {
            found.read(line);
        }
        let wanted = Found {
            n_inputs: Some(1_048_576),
            n_edges: Some(1403),
        };
        assert_eq!(found, wanted);
    }
}
