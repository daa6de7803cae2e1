//! `vendor`: the chart library, the search library and the fonts, copied into public/ from their pinned packages.
//! Here because the site asks no other host for anything, so these files are committed.
//! Must not know: how the pages use them.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{
    paths, process,
    tools::{Need, Toolbox},
};

/// A library that a page loads when it is wanted.
struct Library {
    package: &'static str,
    /// The script inside the package and how its copy is called: `<name>-<version>.<ending>`.
    script: &'static str,
    name: &'static str,
    ending: &'static str,
    licence: &'static str,
}

const LIBRARIES: [Library; 2] = [
    Library {
        package: "plotly.js-basic-dist-min",
        script: "plotly-basic.min.js",
        name: "plotly-basic",
        ending: "min.js",
        licence: "LICENSE",
    },
    // As published: its package holds no smaller form, and comments cost little once compressed.
    Library {
        package: "minisearch",
        script: "dist/umd/index.js",
        name: "minisearch",
        ending: "js",
        licence: "LICENSE.txt",
    },
];

#[derive(Debug, Deserialize)]
struct Manifest {
    version: String,
}

pub fn run(offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Vendored], offline)?;
    let packages = toolbox.vendored()?;
    let public = paths::repo().join("public");
    for library in &LIBRARIES {
        copy_library(library, packages, &public.join("vendor"))?;
    }
    fonts(packages, &public.join("fonts"))
}

/// The version is part of the name, because a vendored file is not hashed.
fn copy_library(library: &Library, packages: &Path, to: &Path) -> Result<()> {
    let Library { name, ending, .. } = library;
    let package = packages.join(library.package);
    let manifest = fs::read(package.join("package.json"))
        .with_context(|| format!("{} has no manifest", library.package))?;
    let Manifest { version } = serde_json::from_slice(&manifest)?;
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        let found = entry.file_name().to_string_lossy().into_owned();
        if found.starts_with(&format!("{name}-")) {
            fs::remove_file(entry.path())?;
        }
    }
    copy(
        &package.join(library.script),
        &to.join(format!("{name}-{version}.{ending}")),
    )?;
    copy(
        &package.join(library.licence),
        &to.join(format!("{name}-{version}.LICENSE.txt")),
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
        &packages.join("@fontsource/stix-two-math/LICENSE"),
        &to.join("companion-math.OFL.txt"),
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
