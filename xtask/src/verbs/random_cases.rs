//! `random-cases`: random cases from the whole parameter table through both models.
//! Here because ten thousand of them take minutes, which no test on every change may.
//! Must not know: how cases are drawn and judged; `zinc-sim random-cases` does that.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{cli::RandomCasesArgs, paths, process, quality};

pub fn run(args: &RandomCasesArgs) -> Result<()> {
    let mut build = Command::new("cargo");
    build
        .args(["build", "--package", "zinc-sim"])
        .current_dir(paths::repo());
    process::run(&mut build)?;
    // The development build keeps its debug assertions and unwinds, so that a panic is a finding and not the end.
    let (n, seed) = (args.n.to_string(), args.seed.to_string());
    let arguments = ["random-cases", "--n", &n, "--seed", &seed, "--json"];
    let output = Command::new(paths::target().join("debug/zinc-sim"))
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .context("could not start zinc-sim")?;
    let report: Value = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("zinc-sim ended without a report ({})", output.status))?;
    for (ending, count) in report["endings"].as_object().into_iter().flatten() {
        println!("{count:>8}  {ending}");
    }
    let how = format!("cargo xtask random-cases --n {n} --seed {seed}");
    let kept = quality::keep("random-cases", &how, &report)?;
    eprintln!("kept in {}", kept.display());
    match report["faults"].as_array().map_or(0, Vec::len) {
        0 => Ok(()),
        n_faults => bail!("{n_faults} of {n} cases did what no case may; they are in the report"),
    }
}
