//! Writes every route of the site as real HTML into Trunk's output folder.
//! Here because a page must read fully before, and without, any script.
//! Must not know: what is on the pages.

use std::{env, error::Error, path::PathBuf};

use companion::prerender::{Site, write_site};

/// Takes its settings from the environment that Trunk gives its hooks.
fn main() -> Result<(), Box<dyn Error>> {
    let out: PathBuf = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set: this program is called by `cargo xtask build`")?
        .into();
    let site = Site {
        base: base_path(&env::var("TRUNK_PUBLIC_URL").unwrap_or_default()),
        origin: env::var("SITE_URL")
            .ok()
            .map(|url| url.trim_end_matches('/').to_owned()),
    };
    let n_pages = write_site(&out, &site)?;
    println!("prerendered {n_pages} pages");
    Ok(())
}

/// `/some/repo/` as the router wants it: no slash at the end, empty at the root.
fn base_path(public_url: &str) -> String {
    public_url.trim_end_matches('/').to_owned()
}
