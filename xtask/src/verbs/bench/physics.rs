//! `bench physics`: `zinc-sim bench`, then FiPy, py-pde and PyBaMM on the same problems.
//! Here because the engine's speed is judged beside programs that people use.
//! Must not know: how any of them is asked; `zinc-sim` and the scripts in `peers/` do that.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::in_browser;
use crate::{
    paths, process, quality,
    tools::{Need, Toolbox},
};

const SCRIPTS: [&str; 3] = ["field_solve.py", "allen_cahn.py", "plating_cell.py"];
/// Two programs on the same five-point field, relative; both stop at a remainder of 1e-10.
const SAME_POTENTIAL: f64 = 1e-6;
/// Two meshes and two time-stepping methods, V.
const SAME_VOLTAGE_V: f64 = 1e-3;

pub fn run(as_json: bool, offline: bool) -> Result<()> {
    let needs = [Need::Rust, Need::Bundler, Need::Browser, Need::PhysicsPeers];
    let toolbox = Toolbox::ready(&needs, offline)?;
    let page = paths::target().join("xtask/bench-physics");
    // As the worker is built (index.html).
    in_browser::module(
        &toolbox,
        "physics-bench",
        "physics-bench-page",
        "solver",
        "-O3",
        &page,
    )?;
    let build = ["build", "--profile", "solver", "--package", "zinc-sim"];
    process::run(Command::new("cargo").args(build).current_dir(paths::repo()))?;
    eprintln!("measuring; some minutes");
    let ours =
        json_of(Command::new(paths::target().join("solver/zinc-sim")).args(["bench", "--json"]))?;
    let ours = ours.as_array().cloned().unwrap_or_default();
    let browser = in_browser::figures(&toolbox, page)?;
    let browser = browser.as_array().cloned().unwrap_or_default();
    same_numbers(&ours, &browser)?;
    let ratios = ratios(&ours, &browser);
    let mut peers = Vec::new();
    for script in SCRIPTS {
        let mut command = Command::new(toolbox.peers_python()?);
        command
            .arg(paths::repo().join("peers").join(script))
            // One core each, as ours.
            .env("OMP_NUM_THREADS", "1")
            .env("NUMBA_NUM_THREADS", "1");
        peers.extend(lines_of(&mut command)?);
    }
    for peer in &peers {
        agree(&ours, peer)?;
    }
    let in_browser = browser.into_iter().map(|mut one| {
        one["program"] = json!("browser");
        one
    });
    let in_browser: Vec<Value> = in_browser.collect();
    for one in ours.iter().chain(&in_browser).chain(&ratios).chain(&peers) {
        println!("{}", if as_json { one.to_string() } else { line(one) });
    }
    let figures = json!({
        "zinc_sim": ours, "browser": in_browser, "browser_beside_native": ratios, "peers": peers,
    });
    let kept = quality::keep("bench-physics", "cargo xtask bench physics", &figures)?;
    eprintln!("kept in {}", kept.display());
    Ok(())
}

fn output_of(command: &mut Command) -> Result<String> {
    let shown = process::shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start `{shown}`"))?;
    ensure!(
        output.status.success(),
        "`{shown}` failed ({})",
        output.status
    );
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` printed no text"))
}

fn json_of(command: &mut Command) -> Result<Value> {
    serde_json::from_str(&output_of(command)?).context("the figures are not JSON")
}

fn lines_of(command: &mut Command) -> Result<Vec<Value>> {
    output_of(command)?
        .lines()
        .map(|line| serde_json::from_str(line).context("a figure is not JSON"))
        .collect()
}

/// What is computed, not timed: both must have found the very same number.
const COMPUTED: [&str; 3] = ["1", "V", ""];

fn unit(one: &Value) -> &str {
    one["unit"].as_str().unwrap_or_default()
}

fn is_same_figure(one: &Value, other: &Value) -> bool {
    one["name"] == other["name"] && one["n_cells"] == other["n_cells"]
}

/// The engine is deterministic: what it computes in a browser is what it computes natively.
fn same_numbers(ours: &[Value], browser: &[Value]) -> Result<()> {
    for one in ours.iter().filter(|one| COMPUTED.contains(&unit(one))) {
        for other in browser.iter().filter(|other| is_same_figure(one, other)) {
            ensure!(
                one["value"].as_f64() == other["value"].as_f64(),
                "{}: {} natively and {} in the browser",
                one["name"],
                one["value"],
                other["value"]
            );
        }
    }
    Ok(())
}

/// How fast the browser is beside the same code natively, above 1 where it is faster.
fn ratios(ours: &[Value], browser: &[Value]) -> Vec<Value> {
    let ratio = |one: &Value| {
        let other = browser.iter().find(|other| is_same_figure(one, other))?;
        let (native, there) = (one["value"].as_f64()?, other["value"].as_f64()?);
        let ratio = match unit(one) {
            "s⁻¹" => there / native,
            "s" | "ms" => native / there,
            _ => return None,
        };
        Some(json!({
            "program": "browser / native", "name": one["name"], "n_cells": one["n_cells"],
            "value": ratio, "unit": "1",
        }))
    };
    ours.iter().filter_map(ratio).collect()
}

/// A time counts only where both programs have found the same number.
fn agree(ours: &[Value], peer: &Value) -> Result<()> {
    let own = |name: &str, n_cells: Option<&Value>| {
        ours.iter()
            .find(|one| one["name"] == name && n_cells.is_none_or(|n| one["n_cells"] == *n))
            .and_then(|one| one["value"].as_f64())
            .with_context(|| format!("zinc-sim has no `{name}`"))
    };
    if let Some(theirs) = peer["mean_potential"].as_f64() {
        let name = "field solve, contrast 1e4, mean potential of the top row";
        let ours = own(name, Some(&peer["n_cells"]))?;
        ensure!(
            (ours / theirs - 1.0).abs() < SAME_POTENTIAL,
            "mean potential {ours} here and {theirs} in {}",
            peer["program"]
        );
    }
    if let Some(theirs) = peer["voltage_end_v"].as_f64() {
        let ours = own("cell, 100 volumes, voltage at its end", None)?;
        ensure!(
            (ours - theirs).abs() < SAME_VOLTAGE_V,
            "{ours} V here and {theirs} V in {}",
            peer["program"]
        );
    }
    Ok(())
}

/// One figure for people: a row of `zinc-sim bench`, or a line of a peer.
fn line(one: &Value) -> String {
    let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
    let grid = one["n_cells"]
        .as_u64()
        .map_or_else(String::new, |n| n.to_string());
    let figures: Vec<String> = match one["value"].as_f64() {
        Some(value) => vec![format!("{value:.4e} {}", text("unit"))],
        None => [
            "time_ms",
            "cell_rates_per_s",
            "mean_potential",
            "voltage_end_v",
        ]
        .into_iter()
        .filter_map(|name| Some(format!("{name} {:.4e}", one[name].as_f64()?)))
        .collect(),
    };
    let program = one["program"].as_str().unwrap_or("zinc-sim");
    format!(
        "{program:<18} {:<58} {grid:>5}  {}",
        text("name"),
        figures.join("  ")
    )
}
