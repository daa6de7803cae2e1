//! `bench explorer`: the table beside Tabulator and AG Grid, on the same rows in the same browser.
//! Here because how fast a table answers is seen only where it answers.
//! Must not know: how the tables are asked; `crates/explorer-bench/web/measure.js` does that.

use std::{
    fs,
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    paths, process, quality,
    server::{SiteOptions, SiteServer},
    tools::{Need, Toolbox},
    webdriver::Session,
};

const LIMIT: Duration = Duration::from_secs(900);
const CRATE: &str = "crates/explorer-bench";
/// What the browser may be sent beside our WebAssembly: files of the other tables.
const PEERS: [&str; 3] = [
    "tabulator-tables/dist/js/tabulator.min.js",
    "tabulator-tables/dist/css/tabulator.min.css",
    "ag-grid-community/dist/ag-grid-community.min.js",
];

pub fn run(as_json: bool, offline: bool) -> Result<()> {
    let needs = [Need::Rust, Need::Bundler, Need::Browser, Need::Peers];
    let toolbox = Toolbox::ready(&needs, offline)?;
    let page = paths::target().join("xtask/bench-explorer");
    build(&toolbox, &page)?;
    let server = SiteServer::start(SiteOptions {
        dist: page,
        base: "/".to_owned(),
        port: 0,
    })?;
    let session = Session::open(toolbox.browser()?)?;
    eprintln!("measuring 45, 10 000 and 100 000 rows (a minute or two)");
    session.go(&server.url())?;
    let figures = wait_for(&session)?;
    for one in figures.as_array().into_iter().flatten() {
        println!("{}", if as_json { one.to_string() } else { line(one) });
    }
    let kept = quality::keep("bench-explorer", "cargo xtask bench explorer", &figures)?;
    eprintln!("kept in {}", kept.display());
    Ok(())
}

/// Our table with the site's own profile and optimiser, and the files of the others, in one folder.
fn build(toolbox: &Toolbox, page: &Path) -> Result<()> {
    fs::create_dir_all(page).with_context(|| format!("could not create {}", page.display()))?;
    let target = "wasm32-unknown-unknown";
    let build = [
        "build",
        "--release",
        "--package",
        "explorer-bench",
        "--target",
        target,
    ];
    process::run(toolbox.command("cargo")?.args(build))?;
    let built = paths::target()
        .join(target)
        .join("release/explorer_bench.wasm");
    process::run(
        toolbox
            .command("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(page)
            .arg(&built),
    )?;
    let wasm = page.join("explorer_bench_bg.wasm");
    process::run(optimise(&mut toolbox.command("wasm-opt")?, &wasm))?;
    for name in ["index.html", "measure.js"] {
        copy(&paths::repo().join(CRATE).join("web").join(name), page)?;
    }
    for file in PEERS {
        copy(&toolbox.peers()?.join(file), page)?;
    }
    Ok(())
}

/// As Trunk calls it for the site (index.html).
fn optimise<'a>(wasm_opt: &'a mut Command, wasm: &Path) -> &'a mut Command {
    let features = [
        "--enable-bulk-memory",
        "--enable-sign-ext",
        "--enable-nontrapping-float-to-int",
        "--enable-mutable-globals",
        "--enable-reference-types",
        "--enable-multivalue",
    ];
    wasm_opt
        .arg("-Oz")
        .args(features)
        .arg("-o")
        .arg(wasm)
        .arg(wasm)
}

fn copy(from: &Path, folder: &Path) -> Result<()> {
    let name = from.file_name().context("a file without a name")?;
    fs::copy(from, folder.join(name))
        .with_context(|| format!("could not copy {}", from.display()))?;
    Ok(())
}

fn wait_for(session: &Session) -> Result<Value> {
    let start = Instant::now();
    while start.elapsed() < LIMIT {
        let mut answer = session.run("return window.figures ?? null;")?;
        if let Some(fault) = answer["error"].as_str() {
            bail!("the measurement failed: {fault}");
        }
        if answer.is_object() {
            return Ok(answer["figures"].take());
        }
        thread::sleep(Duration::from_secs(1));
    }
    bail!("no figures after {} s", LIMIT.as_secs())
}

/// One table and row count for people.
fn line(one: &Value) -> String {
    let figure = |name: &str| {
        one["figures"][name]["median_ms"]
            .as_f64()
            .map_or_else(|| "-".to_owned(), |ms| format!("{ms:.2}"))
    };
    format!(
        "{:>7} rows  {:<18} filter (and counts) {:>8} ms  sort {:>8} ms  both {:>8} ms",
        one["rows"],
        one["grid"].as_str().unwrap_or_default(),
        figure("filter_and_counts"),
        figure("sort"),
        figure("filter_counts_and_sort"),
    )
}
