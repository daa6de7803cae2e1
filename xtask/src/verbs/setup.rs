//! `setup`: everything that building and testing need, installed once.
//! Here so that everything after it can do without a network.
//! Must not know: how a tool is installed.

use anyhow::Result;

use crate::tools::{Need, Toolbox};

pub fn run(offline: bool) -> Result<()> {
    let needs = [
        Need::Rust,
        Need::Lints,
        Need::Bundler,
        Need::Browser,
        Need::Licences,
    ];
    Toolbox::ready(&needs, offline)?;
    println!("everything is in place; `cargo xtask --offline build` now works without a network");
    Ok(())
}
