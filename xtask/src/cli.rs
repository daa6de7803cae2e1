//! The verbs, their options and their help.
//! Here in one place because `--help` is the first thing a newcomer reads.
//! Must not know: how a verb is carried out.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::verbs;

/// Builds, serves and tests the site. New here? `cargo xtask serve` does everything needed and prints an address.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Cli {
    /// Never reach for the network: a missing tool is an error instead of a download.
    #[arg(long, global = true, env = "XTASK_OFFLINE", value_parser = clap::builder::FalseyValueParser::new())]
    offline: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Install what is missing, build the site and serve it on localhost; the address is the last line printed.
    Serve(ServeArgs),
    /// Install what is missing, then run all tests: native, in a headless browser, and journeys through the built site.
    Test,
    /// Install the pinned tools into your cache folder and say what was found where; after it the site builds without a network.
    Setup,
    /// Build the site, every page prerendered, into a folder that any static host can serve.
    Build(BuildArgs),
    /// Write every route as HTML into Trunk's output; called by Trunk's hook during `build`, not by hand.
    Prerender,
    /// Check formatting, lints (native and WebAssembly), documentation, file lengths and licences.
    Check,
    /// Refresh the chart library in public/vendor and the fonts in public/fonts from their pinned npm packages.
    Vendor,
    /// Print the raw and brotli size of every built file and hold them to tests/size-budget.toml.
    Size(SizeArgs),
    /// Measure beside other programs, in one run on this machine; the figures go to docs/quality with date and commit.
    Bench(BenchArgs),
    /// Feed the fuzz targets of explorer and physics for a stated time and write a dated line into docs/quality/fuzzing.md.
    Fuzz(FuzzArgs),
    /// Run thousands of random cases through both models; the report goes to docs/quality with date and commit.
    RandomCases(RandomCasesArgs),
    /// Run the example workflow with Snakemake, interrupt it, and show that nothing finished is computed again.
    SweepTest,
    /// Photograph pages of the built site at phone, tablet and desktop width, light and dark, for looking at.
    Screenshots(ScreenshotsArgs),
}

/// Where the built site will live.
#[derive(Debug, Args)]
pub(crate) struct AddressArgs {
    /// Path under which the site is served, for example /some/repo/.
    #[arg(long, default_value = "/", value_parser = public_url)]
    pub public_url: String,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Port on 127.0.0.1; when it is taken, the next free one is used.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Rebuild and reload on every change, for development (runs `trunk serve`).
    #[arg(long)]
    pub watch: bool,
    #[command(flatten)]
    pub address: AddressArgs,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub address: AddressArgs,
    /// Absolute address of the site, for canonical links, the sitemap and previews; left out when not given.
    #[arg(long, env = "SITE_URL")]
    pub site_url: Option<String>,
    /// Folder to build into.
    #[arg(long, default_value = "dist")]
    pub dist: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct SizeArgs {
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// Folder that holds the built site.
    #[arg(long, default_value = "dist")]
    pub dist: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct BenchArgs {
    /// What to measure.
    #[arg(value_enum)]
    pub what: Measured,
    /// Print one JSON object a line instead of a table.
    #[arg(long)]
    pub json: bool,
}

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Measured {
    /// Filtering, ordering and counting 45 to 100 000 rows in a browser, beside Tabulator and AG Grid Community.
    Explorer,
    /// Field solves, explicit steps and cells of `zinc-sim`, beside FiPy, py-pde and PyBaMM.
    Physics,
}

#[derive(Debug, Args)]
pub(crate) struct RandomCasesArgs {
    /// How many cases.
    #[arg(long, default_value_t = 10_000)]
    pub n: u64,
    /// The same seed draws the same cases.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

#[derive(Debug, Args)]
pub(crate) struct FuzzArgs {
    /// Seconds for each target.
    #[arg(long, default_value_t = 600)]
    pub seconds: u32,
    /// Targets to feed; all of them when none is named.
    pub targets: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ScreenshotsArgs {
    /// Pages to photograph, as paths below the site, for example explore/.
    #[arg(default_values = ["", "read/", "explore/", "simulate/"])]
    pub pages: Vec<String>,
    /// Folder that holds the built site (built for the path /).
    #[arg(long, default_value = "dist")]
    pub dist: PathBuf,
    /// Folder to write the images into.
    #[arg(long, default_value = "target/screenshots")]
    pub out: PathBuf,
    /// Photograph the whole page instead of what a screen shows at first.
    #[arg(long)]
    pub full: bool,
}

impl Cli {
    /// Runs the verb that was typed.
    pub fn run(self) -> anyhow::Result<()> {
        let offline = self.offline;
        match self.verb {
            Verb::Serve(args) => verbs::serve::run(&args, offline),
            Verb::Test => verbs::test::run(offline),
            Verb::Setup => verbs::setup::run(offline),
            Verb::Build(args) => verbs::build::run(&args, offline),
            Verb::Prerender => verbs::prerender::run(),
            Verb::Check => verbs::check::run(offline),
            Verb::Vendor => verbs::vendor::run(offline),
            Verb::Size(args) => verbs::size::run(&args),
            Verb::Bench(args) => verbs::bench::run(&args, offline),
            Verb::Fuzz(args) => verbs::fuzz::run(&args, offline),
            Verb::RandomCases(args) => verbs::random_cases::run(&args),
            Verb::SweepTest => verbs::sweep_test::run(offline),
            Verb::Screenshots(args) => verbs::screenshots::run(&args, offline),
        }
    }
}

/// `/some/repo/`: begins and ends with a slash, because relative addresses resolve against it.
fn public_url(typed: &str) -> Result<String, String> {
    let inner = typed.trim_matches('/');
    if inner.contains("://") || inner.split('/').any(|part| part == "..") {
        return Err(
            "give a path such as / or /some/repo/; the host goes into --site-url".to_owned(),
        );
    }
    Ok(if inner.is_empty() {
        "/".to_owned()
    } else {
        format!("/{inner}/")
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn every_verb_has_help() {
        let command = Cli::command();
        command.clone().debug_assert();
        for verb in command.get_subcommands() {
            let help = verb
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(help.len() > 20, "{} has no help", verb.get_name());
        }
    }

    #[test]
    fn public_urls_begin_and_end_with_a_slash() {
        for (typed, wanted) in [
            ("/", "/"),
            ("", "/"),
            ("repo", "/repo/"),
            ("/some/repo", "/some/repo/"),
            ("/some/repo/", "/some/repo/"),
        ] {
            assert_eq!(public_url(typed).unwrap(), wanted, "{typed}");
        }
        for refused in ["https://host.example/", "/../up/"] {
            assert!(public_url(refused).is_err(), "{refused}");
        }
    }
}
