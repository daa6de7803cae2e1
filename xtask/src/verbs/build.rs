//! `build`: the site as a folder of files, for one base path.
//! Here because Trunk needs the right tools on PATH and the hook needs to know the site's address.
//! Must not know: what the pages say.

use std::path::{Path, absolute};

use anyhow::{Context, Result};

use crate::{
    cli::BuildArgs,
    paths, process,
    tools::{Need, Toolbox},
};

/// What `build` and every verb that builds must have.
pub const NEEDS: [Need; 2] = [Need::Rust, Need::Bundler];

pub fn run(args: &BuildArgs, offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&NEEDS, offline)?;
    let dist = paths::repo().join(&args.dist);
    build(
        &toolbox,
        &dist,
        &args.address.public_url,
        args.site_url.as_deref(),
    )?;
    println!("built {}", dist.display());
    Ok(())
}

/// Builds the site for `public_url` into `dist`; with `site_url`, absolute addresses are written too.
pub fn build(
    toolbox: &Toolbox,
    dist: &Path,
    public_url: &str,
    site_url: Option<&str>,
) -> Result<()> {
    let dist =
        absolute(dist).with_context(|| format!("{} is no folder to build into", dist.display()))?;
    let mut trunk = toolbox.command("trunk")?;
    trunk
        .args([
            "build",
            "--release",
            "--offline",
            "--public-url",
            public_url,
            "--dist",
        ])
        .arg(&dist);
    match site_url.filter(|url| !url.is_empty()) {
        Some(url) => trunk.env("SITE_URL", url),
        None => trunk.env_remove("SITE_URL"),
    };
    process::run(&mut trunk)
        .with_context(|| format!("the site for {public_url} could not be built"))
}
