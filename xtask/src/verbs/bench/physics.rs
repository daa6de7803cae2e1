//! `bench physics`: `zinc-sim bench`, then FiPy, py-pde and PyBaMM on the same problems.
//! Here because the engine's speed is judged beside programs that people use.
//! Must not know: how any of them is asked; `zinc-sim` and the scripts in `peers/` do that.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    in_browser,
    ratios::{self, is_same_figure, unit},
};
use crate::{
    paths, process, quality,
    tools::{Need, Toolbox},
};

const SCRIPTS: [&str; 3] = ["field_solve.py", "allen_cahn.py", "plating_cell.py"];
/// Two programs on the same five-point field, relative; both stop at a remainder of 1e-10.
const SAME_POTENTIAL: f64 = 1e-6;
/// Two meshes and two time-stepping methods, V.
const SAME_VOLTAGE_V: f64 = 1e-3;
/// The disc in single precision here, and in either there.
const SAME_MEAN: f64 = 1e-5;
/// Beginnings of the figures that are measured once more at this machine's full width.
const AT_FULL_WIDTH: [&str; 3] = ["explicit", "shrinking disc", "deposit, steps"];
const FULL_WIDTH: &str = "native, full width";

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
    // As it is given away: for any processor of this kind, which is 128 bits wide on x86-64, as WebAssembly is.
    let target = paths::target();
    process::run(&mut solver_build())?;
    // And for this very machine, because numba compiles the peers' loops for it, too.
    let full_width = target.join("full-width");
    process::run(
        solver_build()
            .env("CARGO_TARGET_DIR", &full_width)
            .env("RUSTFLAGS", "--cfg erase_components -C target-cpu=native"),
    )?;
    eprintln!("measuring; some minutes");
    let ours = figures_of(&target)?;
    let mut full_width = figures_of(&full_width)?;
    same_numbers(&ours, &full_width)?;
    full_width.retain(|one| {
        let name = one["name"].as_str().unwrap_or_default();
        AT_FULL_WIDTH.iter().any(|start| name.starts_with(start))
    });
    let browser = in_browser::figures(&toolbox, page)?;
    let browser = browser.as_array().cloned().unwrap_or_default();
    same_numbers(&ours, &browser)?;
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
    let beside_native = ratios::between("browser / native", &browser, &ours);
    let beside_javascript = ratios::to_javascript(&browser);
    let mut beside_peers = ratios::to_peers("native", &ours, &peers);
    beside_peers.extend(ratios::to_peers(FULL_WIDTH, &full_width, &peers));
    let in_browser = by("browser", browser);
    let full_width = by(FULL_WIDTH, full_width);
    let parts = [
        ("zinc_sim", &ours),
        ("zinc_sim_full_width", &full_width),
        ("browser", &in_browser),
        ("browser_beside_native", &beside_native),
        ("browser_beside_javascript", &beside_javascript),
        ("peers", &peers),
        ("native_beside_peers", &beside_peers),
    ];
    for one in parts.iter().flat_map(|(_, figures)| figures.iter()) {
        println!("{}", if as_json { one.to_string() } else { line(one) });
    }
    let parts = parts.map(|(name, figures)| (name.to_owned(), json!(figures)));
    let figures = Value::Object(parts.into_iter().collect());
    let kept = quality::keep("bench-physics", "cargo xtask bench physics", &figures)?;
    eprintln!("kept in {}", kept.display());
    Ok(())
}

fn solver_build() -> Command {
    let mut build = Command::new("cargo");
    build
        .args(["build", "--profile", "solver", "--package", "zinc-sim"])
        .current_dir(paths::repo());
    build
}

/// What `zinc-sim bench` of that build folder measures.
fn figures_of(target: &Path) -> Result<Vec<Value>> {
    let figures = json_of(Command::new(target.join("solver/zinc-sim")).args(["bench", "--json"]))?;
    Ok(figures.as_array().cloned().unwrap_or_default())
}

/// The same figures with who measured them.
fn by(program: &str, figures: Vec<Value>) -> Vec<Value> {
    let told = figures.into_iter().map(|mut one| {
        one["program"] = json!(program);
        one
    });
    told.collect()
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

/// The engine is deterministic: it computes the same in a browser and with vectors of any width.
fn same_numbers(ours: &[Value], others: &[Value]) -> Result<()> {
    for one in ours.iter().filter(|one| COMPUTED.contains(&unit(one))) {
        for other in others.iter().filter(|other| is_same_figure(one, other)) {
            ensure!(
                one["value"].as_f64() == other["value"].as_f64(),
                "{}: {} natively and {} at full width or in the browser",
                one["name"],
                one["value"],
                other["value"]
            );
        }
    }
    Ok(())
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
    if let Some(theirs) = peer["mean"].as_f64() {
        let name = "shrinking disc, single precision, mean after 200 steps";
        let ours = own(name, Some(&peer["n_cells"]))?;
        ensure!(
            (ours - theirs).abs() < SAME_MEAN,
            "mean of the disc {ours} here and {theirs} in {}",
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
