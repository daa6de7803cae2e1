//! `prerender`: runs the site's own native program that writes every page.
//! Here because Trunk's hook needs one command that is the same everywhere.
//! Must not know: which routes there are.

use std::{env, process::Command};

use anyhow::{Result, bail};

use crate::{paths, process};

/// The folder in which Trunk puts the site together; only its hooks are told.
const STAGING: &str = "TRUNK_STAGING_DIR";

pub fn run() -> Result<()> {
    if env::var_os(STAGING).is_none() {
        bail!("{STAGING} is not set: this verb is called by Trunk during `cargo xtask build`");
    }
    process::run(&mut command())
}

/// A native build beside the WebAssembly one. Trunk has finished its own cargo by now and this program was
/// started by one that is done too, so nobody else holds the lock of the build folder.
fn command() -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(paths::repo())
        .args(["run", "--quiet", "--package", "zinc-interphase-companion"])
        .args([
            "--no-default-features",
            "--features",
            "ssr",
            "--bin",
            "prerender",
        ]);
    // Flags meant for the WebAssembly build must not reach the native one.
    for name in ["CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS"] {
        cargo.env_remove(name);
    }
    cargo
}
