//! A crate as a page of its own in a headless browser, and the figures that the page leaves.
//! Here because table and physics are both measured where a reader runs them.
//! Must not know: what is measured; the crates' own `web/measure.js` does that.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    paths, process,
    server::{SiteOptions, SiteServer},
    tools::Toolbox,
    webdriver::Session,
};

const LIMIT: Duration = Duration::from_secs(900);
const TARGET: &str = "wasm32-unknown-unknown";
/// What the site lets wasm-opt use (index.html).
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// Builds a crate with one of the site's profiles and lays its module and its `web/` folder into `page`.
pub fn module(
    toolbox: &Toolbox,
    package: &str,
    built: &str,
    profile: &str,
    optimisation: &str,
    page: &Path,
) -> Result<()> {
    fs::create_dir_all(page).with_context(|| format!("could not create {}", page.display()))?;
    let build = ["build", "--profile", profile, "--package", package];
    process::run(
        toolbox
            .command("cargo")?
            .args(build)
            .args(["--target", TARGET]),
    )?;
    let wasm = paths::target()
        .join(TARGET)
        .join(profile)
        .join(format!("{built}.wasm"));
    process::run(
        toolbox
            .command("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(page)
            .arg(&wasm),
    )?;
    let wasm = page.join(format!("{built}_bg.wasm"));
    process::run(
        toolbox
            .command("wasm-opt")?
            .arg(optimisation)
            .args(FEATURES)
            .arg("-o")
            .arg(&wasm)
            .arg(&wasm),
    )?;
    let web = paths::repo().join("crates").join(package).join("web");
    for name in ["index.html", "measure.js"] {
        copy(&web.join(name), page)?;
    }
    Ok(())
}

pub fn copy(from: &Path, folder: &Path) -> Result<()> {
    let name = from.file_name().context("a file without a name")?;
    fs::copy(from, folder.join(name))
        .with_context(|| format!("could not copy {}", from.display()))?;
    Ok(())
}

/// Opens the page and waits for its figures.
pub fn figures(toolbox: &Toolbox, page: PathBuf) -> Result<Value> {
    let server = SiteServer::start(SiteOptions {
        dist: page,
        base: "/".to_owned(),
        port: 0,
    })?;
    let session = Session::open(toolbox.browser()?)?;
    session.go(&server.url())?;
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
