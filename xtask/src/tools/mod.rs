//! The programs that building and testing need: found, or installed into the user's cache, then put on PATH.
//! Here so that no verb knows where a program came from.
//! Must not know: what the verbs do with them.

mod browser;
mod cargo_tool;
mod folder;
mod npm;
mod python;
mod rust;
mod versions;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::paths;
pub use browser::Browser;
use cargo_tool::CargoTool;
use folder::Lock;

/// Trunk bundles the site; 0.22 wants a newer compiler than the one pinned.
const TRUNK: CargoTool = CargoTool {
    crate_name: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    minutes: 7,
};
/// Licences and advisories of every dependency.
const CARGO_DENY: CargoTool = CargoTool {
    crate_name: "cargo-deny",
    version: "0.20.2",
    programs: &["cargo-deny"],
    minutes: 6,
};
/// Feeds fuzz targets.
const CARGO_FUZZ: CargoTool = CargoTool {
    crate_name: "cargo-fuzz",
    version: "0.13.2",
    programs: &["cargo-fuzz"],
    minutes: 2,
};
const WASM_BINDGEN_MINUTES: u32 = 3;

/// What a verb is going to need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The WebAssembly target and every crate's source.
    Rust,
    /// clippy and rustfmt.
    Lints,
    /// Trunk, wasm-bindgen and wasm-opt.
    Bundler,
    /// A browser and its driver.
    Browser,
    /// cargo-deny.
    Licences,
    /// cargo-fuzz.
    Fuzzer,
    /// The packages that `vendor` copies from.
    Vendored,
    /// The tables that `bench` measures beside ours.
    Peers,
    /// Snakemake.
    Workflow,
    /// The physics programs that `bench` measures beside ours.
    PhysicsPeers,
}

/// Everything that was asked for, ready to be used.
#[derive(Debug, Default)]
pub struct Toolbox {
    search: Vec<PathBuf>,
    npm_tools: Option<PathBuf>,
    npm_vendored: Option<PathBuf>,
    npm_peers: Option<PathBuf>,
    workflow_python: Option<PathBuf>,
    peers_python: Option<PathBuf>,
    test_runner: Option<PathBuf>,
    browser: Option<Browser>,
}

impl Toolbox {
    /// Finds or installs what is needed; says on the way what it reuses and what it installs.
    pub fn ready(needs: &[Need], offline: bool) -> Result<Self> {
        let cache = paths::cache()?;
        let _lock = Lock::take(&cache)?;
        let tools = cache.join("tools");
        let mut toolbox = Self::default();
        for need in needs {
            match need {
                Need::Rust => rust::ensure_target_and_sources(offline)?,
                Need::Lints => rust::ensure_lints(offline)?,
                Need::Bundler => {
                    let version = versions::wasm_bindgen(&paths::repo().join("Cargo.lock"))?;
                    let wasm_bindgen = CargoTool {
                        crate_name: "wasm-bindgen-cli",
                        version: &version,
                        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
                        minutes: WASM_BINDGEN_MINUTES,
                    }
                    .ensure(&tools, offline)?;
                    toolbox.test_runner = Some(wasm_bindgen.join("wasm-bindgen-test-runner"));
                    toolbox.search.push(wasm_bindgen);
                    toolbox.search.push(TRUNK.ensure(&tools, offline)?);
                    let npm = npm::ensure("tools", &cache, offline)?;
                    toolbox.search.push(npm.join(".bin"));
                    toolbox.npm_tools = Some(npm);
                }
                Need::Browser => toolbox.browser = Some(browser::ensure(offline)?),
                Need::Licences => toolbox.search.push(CARGO_DENY.ensure(&tools, offline)?),
                Need::Fuzzer => toolbox.search.push(CARGO_FUZZ.ensure(&tools, offline)?),
                Need::Vendored => {
                    toolbox.npm_vendored = Some(npm::ensure("vendor", &cache, offline)?)
                }
                Need::Peers => toolbox.npm_peers = Some(npm::ensure("bench", &cache, offline)?),
                Need::Workflow => {
                    let list = "xtask/python/workflow";
                    toolbox.workflow_python =
                        Some(python::ensure("workflow", list, &cache, offline)?);
                }
                Need::PhysicsPeers => {
                    toolbox.peers_python =
                        Some(python::ensure("physics", "peers", &cache, offline)?);
                }
            }
        }
        Ok(toolbox)
    }

    /// A command in the repository's root that finds our tools first and never fetches anything.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command
            .current_dir(paths::repo())
            .env("PATH", self.path()?)
            .env("CARGO_NET_OFFLINE", "true")
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk reads NO_COLOR as a boolean and stops at the usual value `1`.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }

    /// The browser and its driver.
    pub fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().context("no browser was asked for")
    }

    /// Runs WebAssembly tests in the browser.
    pub fn test_runner(&self) -> Result<&Path> {
        self.test_runner
            .as_deref()
            .context("no wasm-bindgen-test-runner was asked for")
    }

    /// The accessibility checker's script.
    pub fn axe_core(&self) -> Result<PathBuf> {
        let packages = self
            .npm_tools
            .as_ref()
            .context("no npm tools were asked for")?;
        Ok(packages.join("axe-core/axe.min.js"))
    }

    /// `node_modules` of the packages that `vendor` copies from.
    pub fn vendored(&self) -> Result<&Path> {
        self.npm_vendored
            .as_deref()
            .context("no vendored packages were asked for")
    }

    /// `node_modules` of what is measured beside ours.
    pub fn peers(&self) -> Result<&Path> {
        self.npm_peers
            .as_deref()
            .context("no packages to measure were asked for")
    }

    /// The Python that has Snakemake.
    pub fn workflow_python(&self) -> Result<&Path> {
        self.workflow_python
            .as_deref()
            .context("no workflow packages were asked for")
    }

    /// The Python that has the physics programs to measure.
    pub fn peers_python(&self) -> Result<&Path> {
        self.peers_python
            .as_deref()
            .context("no physics packages were asked for")
    }

    fn path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = self
            .search
            .iter()
            .cloned()
            .chain(env::split_paths(&inherited));
        env::join_paths(all).context("a folder on PATH has a name that PATH cannot hold")
    }
}

/// The program's place on PATH, if it has one.
fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
}
