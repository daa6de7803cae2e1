//! The three rings: plain functions, components in a browser, journeys through the built site.
//! Here because each needs other features, targets and surroundings of cargo.
//! Must not know: how results are counted up and shown.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use super::summary::Outcome;
use crate::{paths, process, tools::Toolbox, verbs::build};

const SITE: &str = "zinc-interphase-companion";
/// A deep path, as a project page of a static host would have.
const SUB_PATH: &str = "/some/repo/";
/// The runner's default of 20 s is too short for a debug build on a busy machine.
const BROWSER_TEST_TIMEOUT_S: &str = "120";

/// A name for the summary, and what to run.
#[derive(Debug)]
pub struct Ring {
    pub name: &'static str,
    pub run: fn(&Toolbox) -> Result<Outcome>,
}

pub const ALL: [Ring; 3] = [
    Ring {
        name: "1 native",
        run: native,
    },
    Ring {
        name: "2 WebAssembly in a browser",
        run: browser,
    },
    Ring {
        name: "3 journeys through the built site",
        run: journeys,
    },
];

/// The site is tested apart from the rest: cargo would otherwise merge its features into theirs.
fn native(toolbox: &Toolbox) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let crates = ["--workspace", "--exclude", SITE, "--all-features"];
    cargo_test(&mut outcome, toolbox.command("cargo")?.args(test(&crates)))?;
    let site = ["--package", SITE, "--features", "ssr"];
    cargo_test(&mut outcome, toolbox.command("cargo")?.args(test(&site)))?;
    Ok(outcome)
}

fn browser(toolbox: &Toolbox) -> Result<Outcome> {
    let chromium = toolbox.browser()?;
    let settings = paths::target().join("xtask/webdriver.json");
    if let Some(folder) = settings.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(
        &settings,
        serde_json::to_vec_pretty(&chromium.capabilities())?,
    )
    .with_context(|| format!("could not write {}", settings.display()))?;
    let mut outcome = Outcome::default();
    let site = ["--package", SITE, "--features", "hydrate", "--test", "web"];
    let simulation = ["--package", "simulation-worker", "--test", "web"];
    let files = [
        "--package",
        "table-files",
        "--features",
        "server",
        "--test",
        "web",
    ];
    for of_package in [&site[..], &simulation[..], &files[..]] {
        let mut cargo = toolbox.command("cargo")?;
        cargo
            .args(test(of_package))
            .args(["--target", "wasm32-unknown-unknown"])
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                toolbox.test_runner()?,
            )
            .env("CHROMEDRIVER", &chromium.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
            .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TEST_TIMEOUT_S);
        cargo_test(&mut outcome, &mut cargo)?;
    }
    Ok(outcome)
}

/// Two builds, because a site that works at the root of a host may still break below it.
fn journeys(toolbox: &Toolbox) -> Result<Outcome> {
    let sites = paths::target().join("xtask");
    let (at_root, below) = (sites.join("site-root"), sites.join("site-below"));
    build::build(toolbox, &at_root, "/", None)?;
    build::build(toolbox, &below, SUB_PATH, None)?;
    let chromium = toolbox.browser()?;
    let mut outcome = Outcome::default();
    let mut cargo = toolbox.command("cargo")?;
    cargo
        .args(test(&[
            "--package",
            SITE,
            "--features",
            "journeys",
            "--test",
            "journeys",
        ]))
        .env("SITE_ROOT_DIST", &at_root)
        .env("SITE_SUBPATH_DIST", &below)
        .env("SITE_SUBPATH", SUB_PATH)
        .env("CHROMIUM", &chromium.program)
        .env("CHROMEDRIVER", &chromium.driver)
        .env(
            "CHROMIUM_ARGUMENTS",
            crate::tools::Browser::arguments().join(" "),
        )
        .env("AXE_CORE", toolbox.axe_core()?);
    cargo_test(&mut outcome, &mut cargo)?;
    Ok(outcome)
}

fn test<'a>(selection: &[&'a str]) -> Vec<&'a str> {
    [&["test", "--no-fail-fast"][..], selection].concat()
}

/// Streams the output and counts; a failed command is a fault of the ring, and the ring goes on.
fn cargo_test(outcome: &mut Outcome, command: &mut Command) -> Result<()> {
    println!("$ {}", process::shown(command));
    let succeeded = process::watch(command, |line| {
        println!("{line}");
        outcome.counts.read(line);
    })?;
    if !succeeded {
        outcome
            .faults
            .push(format!("`{}` failed", process::shown(command)));
    }
    Ok(())
}
