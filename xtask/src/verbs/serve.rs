//! `serve`: everything needed, then the site on localhost.
//! Here because this is the first command a newcomer types.
//! Must not know: how files are answered.

use std::fs;

use anyhow::Result;

use super::build;
use crate::{
    cli::ServeArgs,
    paths, process,
    server::{SiteOptions, SiteServer},
    tools::Toolbox,
};

pub fn run(args: &ServeArgs, offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&build::NEEDS, offline)?;
    let base = &args.address.public_url;
    if args.watch {
        // Trunk.toml tells Trunk not to watch these, and Trunk insists that they exist.
        for ignored in ["dist", "target"] {
            fs::create_dir_all(paths::repo().join(ignored))?;
        }
        let mut trunk = toolbox.command("trunk")?;
        trunk.args([
            "serve",
            "--offline",
            "--release",
            "false",
            "--public-url",
            base,
        ]);
        trunk.args(["--port", &args.port.to_string()]);
        return process::run(&mut trunk);
    }
    let dist = paths::repo().join("dist");
    build::build(&toolbox, &dist, base, None)?;
    let server = SiteServer::start(SiteOptions {
        dist,
        base: base.clone(),
        port: args.port,
    })?;
    if server.port() != args.port {
        println!("port {} is taken", args.port);
    }
    println!("Serving on {}", server.url());
    server.serve_forever();
    Ok(())
}
