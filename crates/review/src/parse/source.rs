//! A content file in memory, and which line a byte of it is on.
//! Here because every fault names its line.
//! Must not know: what is in the file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::ledger::{Ledger, Place};

/// One content file.
#[derive(Debug)]
pub(super) struct Source {
    /// As diagnostics name it.
    pub file: PathBuf,
    pub text: String,
}

impl Source {
    /// Reads `path` below the content folder. A file that cannot be read is a fault.
    pub fn read(content_dir: &Path, path: &str, ledger: &mut Ledger) -> Option<Source> {
        let shown = Path::new(content_dir.file_name().unwrap_or_default()).join(path);
        match fs::read_to_string(content_dir.join(path)) {
            Ok(text) => Some(Source { file: shown, text }),
            Err(error) => {
                let place = Place {
                    file: shown,
                    line: 1,
                };
                ledger.fault(&place, format!("this file could not be read: {error}"));
                None
            }
        }
    }

    /// The place of the byte at `offset`.
    pub fn place(&self, offset: usize) -> Place {
        Place {
            file: self.file.clone(),
            line: 1 + newlines(&self.text, offset),
        }
    }
}

/// Number of line ends before `offset`.
pub(super) fn newlines(text: &str, offset: usize) -> u32 {
    let before = text.as_bytes().iter().take(offset);
    before.fold(0, |count, byte| count + u32::from(*byte == b'\n'))
}
