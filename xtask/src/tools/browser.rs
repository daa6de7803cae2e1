//! Chromium and its driver: found on PATH, or installed from Debian packages where that is allowed.
//! Here because the second and third ring of tests run in a real browser.
//! Must not know: what is tested.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{
    on_path,
    versions::{major, printed_version},
};
use crate::process;

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVER: &str = "chromedriver";
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];
const ADVICE: &str = "Install Chromium (or Chrome) and the chromedriver of the same major version and put both on PATH; \
    on Debian: `apt-get install chromium chromium-driver`, on Ubuntu and elsewhere: \
    https://googlechromelabs.github.io/chrome-for-testing/";

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Browser {
    pub program: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    /// Arguments that keep the browser headless, quiet and away from the network.
    pub fn arguments() -> Vec<&'static str> {
        let mut arguments = vec![
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ];
        // Chromium refuses its sandbox to the superuser, which is what a container usually runs as.
        if is_superuser() {
            arguments.push("--no-sandbox");
        }
        arguments
    }

    /// Capabilities as wasm-bindgen-test-runner reads them from its webdriver.json.
    pub fn capabilities(&self) -> Value {
        json!({ "goog:chromeOptions": { "binary": self.program, "args": Self::arguments() } })
    }
}

/// Finds a browser and a driver that fit together, installing them where possible.
pub fn ensure(offline: bool) -> Result<Browser> {
    let found = find()?;
    let fault = match found {
        Ok((browser, version)) => {
            println!(
                "reusing Chromium {version} and its driver ({})",
                browser.program.display()
            );
            return Ok(browser);
        }
        Err(fault) => fault,
    };
    if offline {
        bail!("{fault}. {ADVICE}");
    }
    println!(
        "{fault}; installing Debian packages {} (about 2 minutes)",
        PACKAGES.join(", ")
    );
    if let Err(error) = install() {
        bail!("{fault}, and the packages could not be installed: {error:#}. {ADVICE}");
    }
    match find()? {
        Ok((browser, version)) => {
            println!("installed Chromium {version}");
            Ok(browser)
        }
        Err(fault) => bail!("after installing the packages, {fault}. {ADVICE}"),
    }
}

/// A fitting pair with its version, or what is wrong in the person's words.
fn find() -> Result<Result<(Browser, String), String>> {
    let Some(program) = BROWSERS.iter().find_map(|name| on_path(name)) else {
        return Ok(Err("Chromium is missing".to_owned()));
    };
    let Some(driver) = on_path(DRIVER) else {
        return Ok(Err("chromedriver is missing".to_owned()));
    };
    let browser_version = version_of(&program)?;
    let driver_version = version_of(&driver)?;
    Ok(if major(&browser_version) == major(&driver_version) {
        Ok((Browser { program, driver }, browser_version))
    } else {
        Err(format!(
            "Chromium is {browser_version} but chromedriver is {driver_version}, and their major versions must agree"
        ))
    })
}

fn version_of(program: &Path) -> Result<String> {
    let printed = process::answer(Command::new(program).arg("--version"))?;
    printed
        .as_deref()
        .and_then(printed_version)
        .map(str::to_owned)
        .with_context(|| format!("{} does not say its version", program.display()))
}

fn install() -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("there is no apt-get");
    }
    apt(&["update"])?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(PACKAGES);
    apt(&arguments)
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = if is_superuser() {
        Command::new("apt-get")
    } else {
        // Never ask for a password in the middle of a build.
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    process::run_tersely(
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

/// `id -u` prints 0 for root; a system without `id` has no such user.
fn is_superuser() -> bool {
    matches!(process::answer(Command::new("id").arg("-u")), Ok(Some(id)) if id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_told_to_stay_headless_and_quiet() {
        let browser = Browser {
            program: "/usr/bin/chromium".into(),
            driver: "/usr/bin/chromedriver".into(),
        };
        let options = &browser.capabilities()["goog:chromeOptions"];
        assert_eq!(options["binary"], "/usr/bin/chromium");
        let arguments = options["args"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        for wanted in ["--headless=new", "--disable-background-networking"] {
            assert!(
                arguments.iter().any(|argument| argument == wanted),
                "{wanted}"
            );
        }
    }
}
