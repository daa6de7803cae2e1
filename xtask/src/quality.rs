//! Figures of a long or noisy run, kept in the repository with their day, commit and machine.
//! Here because a figure without them cannot be compared with the next one.
//! Must not know: what was measured.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::paths;

/// Writes `docs/quality/<name>.json` and gives its path.
pub fn keep(name: &str, how: &str, figures: &Value) -> Result<PathBuf> {
    write(name, &stamped(how, "figures", figures)?)
}

/// The figures under a key of their own, beside day, commit, command and machine.
pub fn stamped(how: &str, key: &str, figures: &Value) -> Result<Value> {
    Ok(json!({
        "date": time::OffsetDateTime::now_utc().date().to_string(),
        "commit": git(&["rev-parse", "HEAD"])?,
        "uncommitted_changes": !git(&["status", "--porcelain", "--", ".", ":!docs/quality"])?.is_empty(),
        "command": how,
        "machine": machine(),
        key: figures,
    }))
}

/// Writes `docs/quality/<name>.json` as it is given.
pub fn write(name: &str, kept: &Value) -> Result<PathBuf> {
    let file = path(name);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("could not create {}", folder.display()))?;
    }
    fs::write(&file, serde_json::to_string_pretty(kept)? + "\n")
        .with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}

/// `docs/quality/<name>.json`.
pub fn path(name: &str) -> PathBuf {
    paths::repo().join(format!("docs/quality/{name}.json"))
}

fn git(arguments: &[&str]) -> Result<String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(paths::repo())
        .output()
        .context("could not start git")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Processor, cores, and how many other things ran: the load average over one minute.
fn machine() -> Value {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let processor = read("/proc/cpuinfo").lines().find_map(|line| {
        Some(
            line.strip_prefix("model name")?
                .split_once(':')?
                .1
                .trim()
                .to_owned(),
        )
    });
    let load = read("/proc/loadavg");
    json!({
        "processor": processor,
        "cores": std::thread::available_parallelism().map_or(1, usize::from),
        "load_average": load.split_whitespace().next().and_then(|load| load.parse::<f64>().ok()),
        "system": std::env::consts::OS,
    })
}
