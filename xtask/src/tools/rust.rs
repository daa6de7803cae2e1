//! The compiler's WebAssembly target, its lints, and the source of every dependency.
//! Here because a fresh toolchain has none of them.
//! Must not know: which verbs compile what.

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use super::on_path;
use crate::{paths, process};

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ensure_target_and_sources(offline: bool) -> Result<()> {
    if has_target()? {
        println!("reusing the {TARGET} target");
    } else {
        rustup(&["target", "add", TARGET], offline)?;
    }
    let fetched = process::answer(&mut cargo(&["fetch", "--offline"]))?.is_some();
    if fetched {
        println!("reusing the crates of Cargo.lock");
    } else if offline {
        bail!("the crates of Cargo.lock are not all here; run `cargo xtask setup` with a network");
    } else {
        println!("installing the crates of Cargo.lock (about a minute)");
        process::run_tersely(&mut cargo(&["fetch"]))?;
    }
    Ok(())
}

pub fn ensure_lints(offline: bool) -> Result<()> {
    for (component, subcommand) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if process::answer(&mut cargo(&[subcommand, "--version"]))?.is_some() {
            println!("reusing {component}");
        } else {
            rustup(&["component", "add", component], offline)?;
        }
    }
    Ok(())
}

/// Asks the compiler and not rustup, because a distribution's Rust has no rustup.
fn has_target() -> Result<bool> {
    let mut command = Command::new("rustc");
    command
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(paths::repo());
    let folder = process::answer(&mut command)?;
    Ok(folder.is_some_and(|folder| Path::new(&folder).is_dir()))
}

fn rustup(arguments: &[&str], offline: bool) -> Result<()> {
    let wanted = arguments.join(" ");
    if on_path("rustup").is_none() {
        bail!(
            "`rustup {wanted}` is needed, but rustup is missing; install it from https://rustup.rs"
        );
    }
    if offline {
        bail!("`rustup {wanted}` is needed; run `cargo xtask setup` with a network");
    }
    println!("installing: rustup {wanted}");
    process::run_tersely(
        Command::new("rustup")
            .args(arguments)
            .current_dir(paths::repo()),
    )
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(paths::repo());
    command
}
