//! Running other programs: with a reason when they fail, with their output streamed, counted or kept short.
//! Here so that no verb fails in silence or with a bare exit code.
//! Must not know: which programs there are.

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, ErrorKind},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// Lines of a failed installation that are worth showing.
const LINES_KEPT: usize = 30;
/// One line of progress for so many lines of output.
const LINES_PER_REPORT: usize = 60;

/// Runs the command with its output on the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("could not start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs the command and hands each line of its standard output to `on_line`; true when it succeeded.
pub fn watch(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<bool> {
    let shown = shown(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start `{shown}`"))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.with_context(|| format!("could not read from `{shown}`"))?;
            on_line(&String::from_utf8_lossy(&line));
        }
    }
    Ok(child.wait()?.success())
}

/// Runs a long installation: a line now and then while it works, its last lines when it fails.
pub fn run_tersely(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start `{shown}`"))?;
    let mut last_lines = VecDeque::new();
    if let Some(output) = child.stderr.take() {
        for (line_idx, line) in BufReader::new(output).split(b'\n').enumerate() {
            let line = String::from_utf8_lossy(&line?).trim().to_owned();
            if line_idx % LINES_PER_REPORT == LINES_PER_REPORT - 1 {
                println!("  ... {line}");
            }
            if last_lines.len() == LINES_KEPT {
                last_lines.pop_front();
            }
            last_lines.push_back(line);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        let last_lines: Vec<_> = last_lines.into();
        bail!(
            "`{shown}` failed ({status}); its last lines:\n{}",
            last_lines.join("\n")
        );
    }
    Ok(())
}

/// What the command prints, or `None` when there is no such program or it fails.
pub fn answer(command: &mut Command) -> Result<Option<String>> {
    match command.stdin(Stdio::null()).stderr(Stdio::null()).output() {
        Ok(output) if output.status.success() => Ok(Some(
            String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        )),
        Ok(_) => Ok(None),
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::NotFound | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(None)
        }
        Err(error) => Err(error).with_context(|| format!("could not start `{}`", shown(command))),
    }
}

/// The command as one would type it, without its environment.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
