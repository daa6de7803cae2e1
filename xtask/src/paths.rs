//! Where things are: the repository, the user's cache, the build folder.
//! Here so that every verb works from any folder and every clone shares one cache.
//! Must not know: what is kept in those places.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

const CACHE_NAME: &str = "zinc-interphase-companion";

/// The root of the repository this program was built from.
pub fn repo() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// `$XDG_CACHE_HOME/zinc-interphase-companion`, or the same under `~/.cache`.
pub fn cache() -> Result<PathBuf> {
    let absolute = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let base = absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .context(
            "neither XDG_CACHE_HOME nor HOME is set, so there is no cache folder to keep tools in",
        )?;
    Ok(base.join(CACHE_NAME))
}

/// Cargo's build folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| repo().join("target"), |chosen| repo().join(chosen))
}
