//! `check`: formatting, lints, documentation, file lengths, licences; everything but the tests.
//! Here so that one command says whether a change is fit to be proposed.
//! Must not know: what the lints are; Cargo.toml and deny.toml say so.

use std::{fs, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    paths, process,
    tools::{Need, Toolbox},
};

/// What cargo checks; the site is linted once for each of its features, which exclude one another.
const CARGO_STEPS: [(&str, &str); 9] = [
    ("formatting", "fmt --all --check"),
    ("lock file", "fetch --locked"),
    (
        "lints: crates",
        "clippy --workspace --exclude zinc-interphase-companion --all-features --all-targets -- --deny warnings",
    ),
    (
        "lints: site, native",
        "clippy --package zinc-interphase-companion --features ssr --all-targets -- --deny warnings",
    ),
    (
        "lints: journeys",
        "clippy --package zinc-interphase-companion --features journeys --test journeys -- --deny warnings",
    ),
    (
        "lints: crates in WebAssembly",
        "clippy --target wasm32-unknown-unknown --package review --package explorer --package electrodeposition \
         --package worker-envelope --package simulation-worker --package table-files --features table-files/server \
         -- --deny warnings",
    ),
    (
        "lints: site in WebAssembly",
        "clippy --target wasm32-unknown-unknown --package zinc-interphase-companion --features hydrate \
         --lib --bins --test web -- --deny warnings",
    ),
    (
        "documentation: crates",
        "doc --no-deps --workspace --exclude zinc-interphase-companion --all-features",
    ),
    (
        "documentation: site",
        "doc --no-deps --package zinc-interphase-companion --features ssr --lib",
    ),
];
/// A longer source file holds two things; tests may be longer.
const MAX_LINES: usize = 500;
const SOURCE_ENDINGS: [&str; 4] = [".rs", ".css", ".js", ".mjs"];

/// Every check runs, so that one look shows all that is wrong.
pub fn run(offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Rust, Need::Lints, Need::Licences], offline)?;
    let mut red = Vec::new();
    let mut note = |name: &'static str, outcome: Result<()>| {
        if let Err(error) = outcome {
            println!("{error:#}");
            red.push(name);
        }
    };
    for (name, arguments) in CARGO_STEPS {
        println!("\n== {name}");
        note(name, cargo_step(&toolbox, arguments));
    }
    println!("\n== file lengths");
    note("file lengths", file_lengths());
    println!("\n== licences");
    note("licences", licences(&toolbox));
    println!("\n== advisories");
    note("advisories", advisories(&toolbox, offline));
    if red.is_empty() {
        println!("\nall checks are green");
        return Ok(());
    }
    println!();
    bail!("not green: {}", red.join(", "));
}

fn cargo_step(toolbox: &Toolbox, arguments: &str) -> Result<()> {
    let mut cargo = toolbox.command("cargo")?;
    cargo
        .args(arguments.split_whitespace())
        .env("RUSTDOCFLAGS", "--deny warnings");
    process::run(&mut cargo)
}

fn file_lengths() -> Result<()> {
    let listed = process::answer(
        Command::new("git")
            .arg("ls-files")
            .current_dir(paths::repo()),
    )?
    .context("git is needed to list the source files")?;
    let mut too_long = Vec::new();
    for name in listed.lines().filter(|name| is_counted(name)) {
        let file = paths::repo().join(name);
        // A file deleted but not yet committed is still listed.
        if file.is_file() {
            let n_lines = fs::read_to_string(&file)
                .with_context(|| format!("could not read {name}"))?
                .lines()
                .count();
            if n_lines > MAX_LINES {
                too_long.push(format!("{name} has {n_lines} lines, more than {MAX_LINES}"));
            }
        }
    }
    if too_long.is_empty() {
        return Ok(());
    }
    bail!("{}", too_long.join("\n"));
}

/// Our own source: no vendored file, no test.
fn is_counted(name: &str) -> bool {
    SOURCE_ENDINGS.iter().any(|ending| name.ends_with(ending))
        && !name.starts_with("public/vendor/")
        && !name
            .split('/')
            .any(|part| part == "tests" || part == "tests.rs")
}

fn licences(toolbox: &Toolbox) -> Result<()> {
    process::run(
        toolbox
            .command("cargo-deny")?
            .args(["check", "licenses", "bans", "sources"]),
    )
}

/// The one check that needs the network; where it is closed, that is said and nothing is claimed.
fn advisories(toolbox: &Toolbox, offline: bool) -> Result<()> {
    if offline {
        println!("advisories: not checked (offline)");
        return Ok(());
    }
    let mut fetch = toolbox.command("cargo-deny")?;
    fetch.env_remove("CARGO_NET_OFFLINE").args(["fetch", "db"]);
    if let Err(error) = process::run_tersely(&mut fetch) {
        println!("advisories: not checked (the database could not be fetched)\n{error:#}");
        return Ok(());
    }
    let mut check = toolbox.command("cargo-deny")?;
    process::run(check.args(["--offline", "check", "--disable-fetch", "advisories"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_source_is_counted() {
        for (name, counted) in [
            ("src/app.rs", true),
            ("src/styles/base.css", true),
            ("xtask/npm/vendor/fonts.mjs", true),
            ("public/vendor/plotly-basic-3.7.0.min.js", false),
            ("crates/explorer/tests/facets.rs", false),
            ("xtask/src/server/tests.rs", false),
            ("content/table1.csv", false),
        ] {
            assert_eq!(is_counted(name), counted, "{name}");
        }
    }
}
