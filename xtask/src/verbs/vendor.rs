//! `vendor`: the chart library and the fonts, copied into public/ from their pinned packages.
//! Here because the site asks no other host for anything, so these files are committed.
//! Must not know: how the pages use them.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{
    paths, process,
    tools::{Need, Toolbox},
};

const PLOTLY: &str = "plotly.js-basic-dist-min";

#[derive(Debug, Deserialize)]
struct Manifest {
    version: String,
}

pub fn run(offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Vendored], offline)?;
    let packages = toolbox.vendored()?;
    let public = paths::repo().join("public");
    plotly(packages, &public.join("vendor"))?;
    fonts(packages, &public.join("fonts"))
}

/// The version is part of the name, because a vendored file is not hashed.
fn plotly(packages: &Path, to: &Path) -> Result<()> {
    let package = packages.join(PLOTLY);
    let manifest = fs::read(package.join("package.json"))
        .with_context(|| format!("{PLOTLY} has no manifest"))?;
    let Manifest { version } = serde_json::from_slice(&manifest)?;
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("plotly-") {
            fs::remove_file(entry.path())?;
        }
    }
    copy(
        &package.join("plotly-basic.min.js"),
        &to.join(format!("plotly-basic-{version}.min.js")),
    )?;
    copy(
        &package.join("LICENSE"),
        &to.join(format!("plotly-basic-{version}.LICENSE.txt")),
    )
}

fn fonts(packages: &Path, to: &Path) -> Result<()> {
    let script = paths::repo().join("xtask/npm/vendor/fonts.mjs");
    let beside = packages.parent().unwrap_or(packages);
    process::run(Command::new("node").arg(script).arg(to).current_dir(beside))?;
    copy(
        &packages.join("source-serif/LICENSE.md"),
        &to.join("companion-serif.OFL.txt"),
    )?;
    copy(
        &packages.join("inter-ui/LICENSE.txt"),
        &to.join("companion-sans.OFL.txt"),
    )
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    println!("{}", to.display());
    Ok(())
}
