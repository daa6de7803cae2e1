//! `validation`: what the validation page shows, computed and kept.
//! Here because the page must show numbers that a program wrote, with their day, commit and machine.
//! Must not know: what a row computes, when it passes; `zinc-sim validate` does that.
//!
//! Quick rows and measurements are computed anew each time. A slow row keeps its own day and commit until it is asked
//! for again.

use std::{
    fs,
    io::ErrorKind,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::{cli::ValidationArgs, paths, process, quality};

const NAME: &str = "validation";
const VERB: &str = "cargo xtask validation";

pub fn run(args: &ValidationArgs) -> Result<()> {
    let mut build = Command::new("cargo");
    build
        .args(["build", "--package", "zinc-sim", "--profile", "solver"])
        .current_dir(paths::repo());
    process::run(&mut build)?;

    let slow_names = slow_rows()?;
    if let Some(unknown) = args.row.iter().find(|name| !slow_names.contains(name)) {
        bail!("there is no slow row {unknown:?}; `zinc-sim validate --list` names them all");
    }
    let mut slow = kept_slow_rows()?;
    let quick = quality::stamped(VERB, "rows", &rows(&["--json"])?)?;
    let unfitted = quality::stamped(VERB, "rows", &rows(&["--unfitted", "--json"])?)?;
    let write = |slow: &[(String, Value)]| {
        // In the order of the table; a row that is no longer in it is dropped.
        let of = |name: &String| slow.iter().find(|(of, _)| of == name);
        let ordered: Vec<&Value> = slow_names
            .iter()
            .filter_map(of)
            .map(|(_, run)| run)
            .collect();
        let kept = json!({ "quick": quick, "slow": ordered, "unfitted": unfitted });
        quality::write(NAME, &kept)
    };
    let file = write(&slow)?;
    for name in slow_names
        .iter()
        .filter(|name| args.slow || args.row.contains(name))
    {
        eprintln!("computing {name}");
        let how = format!("{VERB} --row \"{name}\"");
        let run = quality::stamped(&how, "rows", &rows(&["--json", "--row", name])?)?;
        slow.retain(|(of, _)| of != name);
        slow.push((name.clone(), run));
        write(&slow)?;
    }
    eprintln!("kept in {}", file.display());
    Ok(())
}

/// What `zinc-sim validate` prints. A row outside its tolerance is a row as any other.
fn rows(arguments: &[&str]) -> Result<Value> {
    let output = zinc_sim(arguments)?;
    serde_json::from_slice(&output)
        .with_context(|| format!("zinc-sim validate {} printed no rows", arguments.join(" ")))
}

fn slow_rows() -> Result<Vec<String>> {
    let listed = String::from_utf8(zinc_sim(&["--list"])?)?;
    let slow = listed
        .lines()
        .filter_map(|line| line.strip_prefix("slow\t"));
    Ok(slow.map(str::to_owned).collect())
}

fn zinc_sim(arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(paths::target().join("solver/zinc-sim"))
        .arg("validate")
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .context("could not start zinc-sim")?;
    Ok(output.stdout)
}

/// The slow runs of the file as it is, each with its row's name; none where there is no file yet.
fn kept_slow_rows() -> Result<Vec<(String, Value)>> {
    let file = quality::path(NAME);
    let text = match fs::read_to_string(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.with_context(|| format!("could not read {}", file.display()))?,
    };
    let kept: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?;
    let runs = kept["slow"].as_array().into_iter().flatten();
    runs.map(|run| {
        let name = run["rows"][0]["name"].as_str();
        let name =
            name.with_context(|| format!("{}: a slow run without its row", file.display()))?;
        Ok((name.to_owned(), run.clone()))
    })
    .collect()
}
