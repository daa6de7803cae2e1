//! Programs that come from the Rust package registry, at one pinned version.
//! Here because all of them are found, checked and installed alike.
//! Must not know: which programs there are.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{folder, on_path, versions::printed_version};
use crate::process;

/// A crate whose programs we run.
#[derive(Debug)]
pub struct CargoTool<'a> {
    pub crate_name: &'a str,
    pub version: &'a str,
    /// The first one is asked for its version; all must be in the same folder.
    pub programs: &'a [&'a str],
    /// Minutes to build on two cores, for the person who waits.
    pub minutes: u32,
}

impl CargoTool<'_> {
    /// The folder that holds the programs, installed if necessary.
    pub fn ensure(&self, tools: &Path, offline: bool) -> Result<PathBuf> {
        let place = tools.join(format!("{}-{}", self.crate_name, self.version));
        for folder in [self.folder_on_path(), Some(place.join("bin"))]
            .into_iter()
            .flatten()
        {
            if self.is_in(&folder)? {
                println!(
                    "reusing {} {} ({})",
                    self.crate_name,
                    self.version,
                    folder.display()
                );
                return Ok(folder);
            }
        }
        if offline {
            bail!(
                "{} {} is not installed; run `cargo xtask setup` with a network",
                self.crate_name,
                self.version
            );
        }
        println!(
            "installing {} {} into {} (about {} minutes)",
            self.crate_name,
            self.version,
            place.display(),
            self.minutes
        );
        folder::install(&place, |partial| self.install(partial))
            .with_context(|| format!("could not install {} {}", self.crate_name, self.version))?;
        let folder = place.join("bin");
        if !self.is_in(&folder)? {
            bail!(
                "{} was installed but does not run as version {}",
                self.crate_name,
                self.version
            );
        }
        Ok(folder)
    }

    fn folder_on_path(&self) -> Option<PathBuf> {
        let program = on_path(self.programs.first()?)?;
        program.parent().map(Path::to_owned)
    }

    fn is_in(&self, folder: &Path) -> Result<bool> {
        let Some(first) = self.programs.first() else {
            return Ok(false);
        };
        if !self
            .programs
            .iter()
            .all(|program| folder.join(program).is_file())
        {
            return Ok(false);
        }
        let printed = process::answer(Command::new(folder.join(first)).arg("--version"))?;
        Ok(printed.as_deref().and_then(printed_version) == Some(self.version))
    }

    fn install(&self, place: &Path) -> Result<()> {
        let build = place.join("build");
        process::run_tersely(
            Command::new("cargo")
                .args(["install", "--locked", "--version", self.version, "--root"])
                .arg(place)
                .arg("--target-dir")
                .arg(&build)
                .arg(self.crate_name),
        )?;
        std::fs::remove_dir_all(&build)
            .with_context(|| format!("could not remove {}", build.display()))
    }
}
