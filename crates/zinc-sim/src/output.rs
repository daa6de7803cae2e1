//! Writing to standard output.
//! Here because a reader that closes the pipe early, as `head` does, is not an error and must not be a panic.
//! Must not know: what is written.

use std::io::{ErrorKind, Write, stdout};

use crate::failure::Failure;

/// Prints the text; a closed pipe ends it quietly.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Failed(
            anyhow::Error::new(error).context("cannot write to standard output"),
        )),
        _ => Ok(()),
    }
}
