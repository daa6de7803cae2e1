//! On which line of the file a record begins, as an editor counts.
//! Here because the CSV reader counts from before what it passes over, and lags at CRLF line ends.
//! Must not know: fields.

/// Counts forwards only.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the record whose reading began at this byte: after empty lines and comments.
    pub fn of(&mut self, start: u64) -> u64 {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        while self.at < start.min(self.bytes.len()) {
            self.advance();
        }
        while let Some(b'\r' | b'\n' | b'#') = self.bytes.get(self.at) {
            while self.bytes.get(self.at).is_some_and(|&b| !is_break(b)) {
                self.at += 1;
            }
            self.advance();
        }
        self.line
    }

    fn advance(&mut self) {
        let next = self.bytes.get(self.at + 1);
        match self.bytes.get(self.at) {
            Some(b'\n') => self.line += 1,
            Some(b'\r') if next != Some(&b'\n') => self.line += 1,
            _ => {}
        }
        self.at += 1;
    }
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}
