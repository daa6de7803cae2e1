//! Snakemake on a folder: to its end, or interrupted as a person would at the keyboard.
//! Here because an interruption must reach Snakemake while it works.
//! Must not know: what the workflow computes.

use std::{
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::process;

const LIMIT: Duration = Duration::from_secs(900);
const PAUSE: Duration = Duration::from_millis(20);

/// A workflow's folder and what runs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Workflow<'a> {
    pub python: &'a Path,
    pub program: &'a Path,
    pub folder: &'a Path,
}

impl Workflow<'_> {
    fn snakemake(self) -> Command {
        let mut command = Command::new(self.python);
        command
            .args([
                "-m",
                "snakemake",
                "--cores",
                "1",
                "--rerun-incomplete",
                "--nocolor",
            ])
            .arg("--config")
            .arg(format!("program={}", self.program.display()))
            .current_dir(self.folder)
            // Snakemake keeps notes in the user's cache; they belong to this run.
            .env("XDG_CACHE_HOME", self.folder.join("cache"))
            .stdin(Stdio::null());
        command
    }

    /// Snakemake's version.
    pub fn version(self) -> Result<String> {
        let mut command = Command::new(self.python);
        process::answer(command.args(["-m", "snakemake", "--version"]))?
            .context("Snakemake does not say its version")
    }

    /// Runs to the end; gives what Snakemake said.
    pub fn run(self) -> Result<String> {
        let output = self
            .snakemake()
            .output()
            .context("could not start Snakemake")?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "Snakemake failed:\n{said}");
        Ok(said)
    }

    /// Interrupts (SIGINT, as Ctrl-C) once `is_time` says so, and waits for the end.
    pub fn run_and_interrupt(self, is_time: impl Fn() -> Result<bool>) -> Result<()> {
        let mut child = self
            .snakemake()
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("could not start Snakemake")?;
        let start = Instant::now();
        while !is_time()? {
            if let Some(status) = child.try_wait()? {
                bail!("Snakemake ended before it could be interrupted ({status})");
            }
            if start.elapsed() > LIMIT {
                child.kill()?;
                bail!("Snakemake finished too few cases in {} s", LIMIT.as_secs());
            }
            thread::sleep(PAUSE);
        }
        process::run(Command::new("kill").args(["-INT", &child.id().to_string()]))?;
        child.wait()?;
        Ok(())
    }
}
