//! Figures of a long or noisy run, kept in the repository with their day, commit and machine.
//! Here because a figure without them cannot be compared with the next one.
//! Must not know: what was measured.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::paths;

/// Writes `docs/quality/<name>.json` and gives its path.
pub fn keep(name: &str, how: &str, figures: &Value) -> Result<PathBuf> {
    let folder = paths::repo().join("docs/quality");
    fs::create_dir_all(&folder)
        .with_context(|| format!("could not create {}", folder.display()))?;
    let file = folder.join(format!("{name}.json"));
    let kept = json!({
        "date": time::OffsetDateTime::now_utc().date().to_string(),
        "commit": git(&["rev-parse", "HEAD"])?,
        "uncommitted_changes": !git(&["status", "--porcelain", "--", ".", ":!docs/quality"])?.is_empty(),
        "command": how,
        "machine": machine(),
        "figures": figures,
    });
    fs::write(&file, serde_json::to_string_pretty(&kept)? + "\n")
        .with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
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
