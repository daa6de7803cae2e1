//! Versions: the one Cargo.lock pins, and those programs print about themselves.
//! Here apart so that reading them can be tested without any program.
//! Must not know: where programs are.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct LockFile {
    package: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// The version of wasm-bindgen in Cargo.lock; its command-line tool must be exactly the same.
pub fn wasm_bindgen(lock_file: &Path) -> Result<String> {
    let text = fs::read_to_string(lock_file)
        .with_context(|| format!("could not read {}", lock_file.display()))?;
    locked_version(&text, "wasm-bindgen")
}

fn locked_version(text: &str, name: &str) -> Result<String> {
    let lock: LockFile = toml::from_str(text).context("Cargo.lock is not in the expected form")?;
    lock.package
        .into_iter()
        .find(|package| package.name == name)
        .map(|package| package.version)
        .with_context(|| format!("Cargo.lock has no {name}"))
}

/// The version in what `program --version` prints: the first word that starts with a digit and has a dot.
pub fn printed_version(printed: &str) -> Option<&str> {
    printed
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('.'))
}

/// The number before the first dot; a browser and its driver must agree in it.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn printed_versions_are_found_whatever_surrounds_them() {
        for (printed, wanted) in [
            ("trunk 0.21.14", Some("0.21.14")),
            ("wasm-bindgen 0.2.129 (0123456789)", Some("0.2.129")),
            (
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)",
                Some("156.0.8078.79"),
            ),
            ("Google Chrome 140.0.7339.80 ", Some("140.0.7339.80")),
            (
                "ChromeDriver 156.0.8078.79 (a21ce95c-refs/branch-heads/8078@{#1704})",
                Some("156.0.8078.79"),
            ),
            ("cargo-deny 0.20.2", Some("0.20.2")),
            ("no version here", None),
        ] {
            assert_eq!(printed_version(printed), wanted, "{printed}");
        }
    }

    #[test]
    fn majors_are_the_first_number() {
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("nightly.1"), None);
    }

    #[test]
    fn the_lock_file_names_exactly_one_version() {
        let lock = "version = 4\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.50\"\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").unwrap(), "0.2.129");
        let absent = locked_version(lock, "leptos").unwrap_err().to_string();
        assert!(absent.contains("no leptos"), "{absent}");
    }
}
