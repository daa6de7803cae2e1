//! Packages from npm, exactly as a committed lock file names them.
//! Here because wasm-opt and the accessibility checker come from there.
//! Must not know: what the packages are for.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::{folder, on_path};
use crate::{paths, process};

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];
/// Enough digits of the hash to tell two lock files apart.
const HASH_DIGITS: usize = 16;

/// `node_modules` of `xtask/npm/<set>`, installed once for each state of its lock file.
pub fn ensure(set: &str, cache: &Path, offline: bool) -> Result<PathBuf> {
    let node = on_path("node").zip(on_path("npm"));
    if node.is_none() {
        bail!(
            "Node.js with npm is missing; install version 20 or later (https://nodejs.org, or `apt-get install nodejs npm`)"
        );
    }
    let source = paths::repo().join("xtask/npm").join(set);
    let lock_file = source.join("package-lock.json");
    let lock =
        fs::read(&lock_file).with_context(|| format!("could not read {}", lock_file.display()))?;
    let place = cache.join(format!("npm-{set}-{}", hash(&lock)));
    let packages = place.join("node_modules");
    if packages.is_dir() {
        println!("reusing npm packages for {set} ({})", packages.display());
        return Ok(packages);
    }
    if offline {
        bail!(
            "the npm packages for {set} are not installed; run `cargo xtask setup` with a network"
        );
    }
    println!(
        "installing npm packages for {set} into {} (about a minute)",
        place.display()
    );
    folder::install(&place, |partial| {
        for name in FILES {
            fs::copy(source.join(name), partial.join(name))
                .with_context(|| format!("could not copy {name}"))?;
        }
        process::run_tersely(
            Command::new("npm")
                .args([
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-update-notifier",
                ])
                .current_dir(partial),
        )
    })
    .with_context(|| format!("could not install the npm packages for {set}"))?;
    Ok(packages)
}

/// The first digits of the bytes' SHA-256, to tell two lists of packages apart.
pub(super) fn hash(bytes: &[u8]) -> String {
    let mut hex: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    hex.truncate(HASH_DIGITS);
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_named_after_the_lock_file() {
        // SHA-256 of "abc" is a published test vector (FIPS 180-4).
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(hash(b"abd"), hash(b"abc"));
    }
}
