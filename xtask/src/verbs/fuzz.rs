//! `fuzz`: feeds the fuzz targets of explorer and physics for a stated time and writes down what came of it.
//! Here because an address, a table or a case file may come from anybody, and a claim that they were fuzzed needs a date
//! and a commit.
//! Must not know: what the targets check; the crates' `fuzz` folders do.

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

/// Each is a workspace of its own.
const FOLDERS: [&str; 2] = ["crates/explorer/fuzz", "crates/electrodeposition/fuzz"];
const RECORD: &str = "docs/quality/fuzzing.md";
const HEAD: &str = "# Fuzzing\n\nEach line is one run of `cargo xtask fuzz`. In `crates/explorer/fuzz` `address` is any\nquery string, `own_csv` any file of a reader's; in `crates/electrodeposition/fuzz` `case_toml` is any case file. A finding is an input that breaks what its target asserts.\n\n| date | commit | target | seconds | inputs tried | edges reached | outcome |\n| --- | --- | --- | ---: | ---: | ---: | --- |\n";

/// What a run says at its end.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    n_inputs: Option<u64>,
    n_edges: Option<u64>,
}

/// A target and the folder of its workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    folder: &'static str,
    name: String,
}

pub fn run(args: &FuzzArgs, offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Rust, Need::Fuzzer], offline)?;
    let targets = wanted(all_targets()?, &args.targets)?;
    if !offline {
        for folder in FOLDERS {
            let mut fetch = toolbox.command("cargo")?;
            fetch
                .env_remove("CARGO_NET_OFFLINE")
                .args(["fetch", "--manifest-path"])
                .arg(format!("{folder}/Cargo.toml"));
            process::run_tersely(&mut fetch)?;
        }
    }
    let mut broken = Vec::new();
    for target in targets {
        println!("\n== {}, {} s", target.name, args.seconds);
        let (found, is_clean) = feed(&toolbox, &target, args.seconds)?;
        let outcome = if is_clean { "no finding" } else { "a finding" };
        write_down(&target.name, args.seconds, &found, outcome)?;
        println!("{}: {outcome}", target.name);
        if !is_clean {
            broken.push(format!("{}/artifacts/{}", target.folder, target.name));
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    bail!(
        "there are findings; their inputs lie in {}",
        broken.join(", ")
    );
}

/// Those that are named, or all.
fn wanted(all: Vec<Target>, names: &[String]) -> Result<Vec<Target>> {
    if let Some(unknown) = names
        .iter()
        .find(|name| all.iter().all(|target| target.name != **name))
    {
        let known: Vec<&str> = all.iter().map(|target| target.name.as_str()).collect();
        bail!(
            "there is no target {unknown}; there are {}",
            known.join(", ")
        );
    }
    let is_wanted = |target: &Target| names.is_empty() || names.contains(&target.name);
    Ok(all.into_iter().filter(is_wanted).collect())
}

fn all_targets() -> Result<Vec<Target>> {
    let mut targets = Vec::new();
    for folder in FOLDERS {
        let sources = paths::repo().join(folder).join("fuzz_targets");
        for entry in fs::read_dir(&sources).with_context(|| format!("no {}", sources.display()))? {
            if let Some(stem) = entry?.path().file_stem() {
                let name = stem.to_string_lossy().into_owned();
                targets.push(Target { folder, name });
            }
        }
    }
    targets.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(targets)
}

/// The pinned compiler is a stable one; the sanitizer's flags are unstable, so it is asked to take them all the same.
fn feed(toolbox: &Toolbox, target: &Target, seconds: u32) -> Result<(Found, bool)> {
    let mut command: Command = toolbox.command("cargo")?;
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .args([
            "fuzz",
            "run",
            "--fuzz-dir",
            target.folder,
            &target.name,
            "--",
        ])
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
    fn every_target_is_fed_and_an_unknown_one_is_named() {
        let all = all_targets().unwrap();
        let names: Vec<&str> = all.iter().map(|target| target.name.as_str()).collect();
        assert_eq!(names, ["address", "case_toml", "own_csv"]);
        assert_eq!(wanted(all.clone(), &[]).unwrap(), all);
        let one = wanted(all.clone(), &["case_toml".to_owned()]).unwrap();
        assert_eq!(one[0].folder, "crates/electrodeposition/fuzz");
        let refused = wanted(all, &["case".to_owned()]).unwrap_err();
        assert!(refused.to_string().contains("case_toml"), "{refused}");
    }

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
