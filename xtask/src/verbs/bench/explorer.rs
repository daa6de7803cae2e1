//! `bench explorer`: the table beside Tabulator and AG Grid, on the same rows in the same browser.
//! Here because how fast a table answers is seen only where it answers.
//! Must not know: how the tables are asked; `crates/explorer-bench/web/measure.js` does that.

use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use super::in_browser;
use crate::{
    paths, quality,
    tools::{Need, Toolbox},
};

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
    eprintln!("measuring 45, 10 000 and 100 000 rows (a minute or two)");
    let figures = in_browser::figures(&toolbox, page)?;
    for one in figures.as_array().into_iter().flatten() {
        println!("{}", if as_json { one.to_string() } else { line(one) });
    }
    let kept = quality::keep("bench-explorer", "cargo xtask bench explorer", &figures)?;
    eprintln!("kept in {}", kept.display());
    Ok(())
}

/// Our table with the site's own profile and optimiser, and the files of the others, in one folder.
fn build(toolbox: &Toolbox, page: &Path) -> Result<()> {
    in_browser::module(
        toolbox,
        "explorer-bench",
        "explorer_bench",
        "release",
        "-Oz",
        page,
    )?;
    for file in PEERS {
        in_browser::copy(&toolbox.peers()?.join(file), page)?;
    }
    Ok(())
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
