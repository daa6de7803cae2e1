//! Packages from PyPI in an environment of their own, exactly as a committed list names them.
//! Here because Snakemake and the programs that ours is timed beside come from there.
//! Must not know: what the packages are for.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{folder, npm::hash, on_path};
use crate::{paths, process};

const LIST: &str = "requirements.txt";

/// The Python of an environment with the packages of `list`, installed once for each state of the list. Programs of the
/// environment are started as modules of it (`python -m …`), because their own files name the folder they were first in.
pub fn ensure(set: &str, list_folder: &str, cache: &Path, offline: bool) -> Result<PathBuf> {
    if on_path("python3").is_none() {
        bail!(
            "Python is missing; install version 3.11 or later with its module venv (https://www.python.org, or `apt-get install python3-venv`)"
        );
    }
    let list = paths::repo().join(list_folder).join(LIST);
    let pinned = fs::read(&list).with_context(|| format!("could not read {}", list.display()))?;
    let place = cache.join(format!("python-{set}-{}", hash(&pinned)));
    let python = place.join("bin/python");
    if python.is_file() {
        println!("reusing Python packages for {set} ({})", place.display());
        return Ok(python);
    }
    if offline {
        bail!("the Python packages for {set} are not installed; run this verb once with a network");
    }
    println!(
        "installing Python packages for {set} into {} (some minutes)",
        place.display()
    );
    folder::install(&place, |partial| {
        process::run_tersely(Command::new("python3").args(["-m", "venv"]).arg(partial))?;
        process::run_tersely(
            Command::new(partial.join("bin/python"))
                .args([
                    "-m",
                    "pip",
                    "install",
                    "--no-deps",
                    "--disable-pip-version-check",
                ])
                .arg("--requirement")
                .arg(&list),
        )
    })
    .with_context(|| format!("could not install the Python packages for {set}"))?;
    Ok(python)
}
