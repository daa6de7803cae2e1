//! `sweep-test`: the example workflow, run for real, interrupted, and run again.
//! Here because "it resumes" is easily said, and only Snakemake itself can show it.
//! Must not know: how a case is computed.

mod workflow;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    paths, process, quality,
    tools::{Need, Toolbox},
};
use workflow::Workflow;

const WORKFLOWS: &str = "crates/zinc-sim/workflows";
/// The workflow is interrupted when so many of its cases are finished.
const INTERRUPT_AFTER: usize = 3;

/// Finished cases: index, when its line was written, and the line.
type Finished = BTreeMap<usize, (SystemTime, String)>;

pub fn run(offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Workflow], offline)?;
    process::run(&mut cargo(&["build", "--package", "zinc-sim"]))?;
    let program = paths::target().join("debug/zinc-sim");
    let folder = fresh_folder()?;
    let workflow = Workflow {
        python: toolbox.workflow_python()?,
        program: &program,
        folder: &folder,
    };

    let n_cases = n_cases(&program, &folder)?;
    ensure!(n_cases > INTERRUPT_AFTER, "the workflow has too few cases");
    workflow.run_and_interrupt(|| Ok(finished(&folder)?.len() >= INTERRUPT_AFTER))?;
    let before = finished(&folder)?;
    ensure!(
        before.len() < n_cases,
        "all cases were finished before the workflow could be interrupted"
    );
    println!(
        "interrupted with {} of {n_cases} cases finished",
        before.len()
    );

    let said = workflow.run()?;
    let after = finished(&folder)?;
    ensure!(
        after.len() == n_cases,
        "only {} of {n_cases} cases are finished",
        after.len()
    );
    let computed_again = before
        .iter()
        .filter(|(index, seen)| after.get(index) != Some(seen))
        .count();
    ensure!(
        computed_again == 0,
        "{computed_again} finished cases were computed again:\n{said}"
    );
    let lines: String = after.values().map(|(_, line)| line.as_str()).collect();
    let gathered = fs::read_to_string(folder.join("results/results.jsonl"))
        .context("the workflow gathered no results")?;
    ensure!(
        gathered == lines,
        "the gathered results are not the cases' lines in order"
    );

    let direct = direct_sweep(&program, &folder)?;
    ensure!(
        direct == gathered,
        "`zinc-sim sweep` gives other lines than the workflow"
    );
    let array = array_tasks(&program, &folder, n_cases)?;
    ensure!(
        array == gathered,
        "the Slurm script gives other lines than the workflow"
    );

    let figures = json!({
        "snakemake": workflow.version()?,
        "cases": n_cases,
        "finished_when_interrupted": before.len(),
        "computed_again": computed_again,
        "same_lines_as_zinc_sim_sweep": true,
        "same_lines_as_slurm_array": true,
    });
    let kept = quality::keep("sweep-test", "cargo xtask sweep-test", &figures)?;
    println!("none was computed again; kept in {}", kept.display());
    Ok(())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(paths::repo());
    command
}

/// A copy of the workflow's files, without results of an earlier run.
fn fresh_folder() -> Result<PathBuf> {
    let folder = paths::target().join("xtask/sweep-test");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)
        .with_context(|| format!("could not create {}", folder.display()))?;
    for name in [
        "Snakefile",
        "config.yaml",
        "case.toml",
        "axes.txt",
        "sweep.slurm",
    ] {
        fs::copy(paths::repo().join(WORKFLOWS).join(name), folder.join(name))
            .with_context(|| format!("could not copy {name}"))?;
    }
    Ok(folder)
}

/// The Slurm script with its environment.
fn slurm(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new("bash");
    command
        .arg("sweep.slurm")
        .current_dir(folder)
        .env("ZINC_SIM", program);
    command
}

fn n_cases(program: &Path, folder: &Path) -> Result<usize> {
    let plan = process::answer(slurm(program, folder).env("ZINC_SIM_PLAN", "1"))?
        .context("`zinc-sim sweep --plan` failed")?;
    Ok(plan.lines().count())
}

fn finished(folder: &Path) -> Result<Finished> {
    let cases = folder.join("results/cases");
    let mut finished = Finished::new();
    if !cases.exists() {
        return Ok(finished);
    }
    for entry in fs::read_dir(&cases).context("could not read the results")? {
        let entry = entry?;
        let file = entry.path().join("results.jsonl");
        let index = entry.file_name().to_string_lossy().parse::<usize>();
        if let (Ok(index), Ok(line)) = (index, fs::read_to_string(&file))
            && line.ends_with('\n')
        {
            finished.insert(index, (fs::metadata(&file)?.modified()?, line));
        }
    }
    Ok(finished)
}

fn direct_sweep(program: &Path, folder: &Path) -> Result<String> {
    let axes = fs::read_to_string(folder.join("axes.txt"))?;
    let mut sweep = Command::new(program);
    sweep
        .args(["sweep", "case.toml", "--out", "direct"])
        .current_dir(folder);
    for axis in axes.lines().filter(|line| !line.starts_with('#')) {
        sweep.args(["--vary", axis]);
    }
    process::run(&mut sweep)?;
    fs::read_to_string(folder.join("direct/results.jsonl")).context("the sweep wrote no results")
}

/// What the array's tasks write, in a folder of their own.
fn array_tasks(program: &Path, folder: &Path, n_cases: usize) -> Result<String> {
    let own = folder.join("array");
    fs::create_dir_all(&own)?;
    for name in ["case.toml", "axes.txt", "sweep.slurm"] {
        fs::copy(folder.join(name), own.join(name))?;
    }
    for index in 0..n_cases {
        process::run(slurm(program, &own).env("SLURM_ARRAY_TASK_ID", index.to_string()))?;
    }
    Ok(finished(&own)?
        .into_values()
        .map(|(_, line)| line)
        .collect())
}
