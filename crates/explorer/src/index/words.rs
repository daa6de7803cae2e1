//! The texts of a column as a search sees them, each different one once.
//! Here because words are then looked for in a few texts, not in every row.
//! Must not know: other columns, queries.

use super::Bits;
use memchr::memmem;

use super::dictionary::{Dictionary, Lists};
use crate::Cell;
use crate::fold::fold_into;

#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// Folded texts, each followed by a line break, which no word can cross.
    folded: String,
    /// Where each text ends in `folded`.
    ends: Vec<usize>,
    lists: Lists,
    n_rows: usize,
}

/// A column's words while it is read.
#[derive(Debug)]
pub(super) struct WordsBuilder<'a> {
    words: Words,
    texts: Dictionary<&'a str>,
    numbers: Dictionary<(u64, bool)>,
    /// A code of one dictionary, and the number of its text among all.
    text_nos: Vec<u32>,
    number_nos: Vec<u32>,
}

impl<'a> WordsBuilder<'a> {
    pub fn new(n_rows: usize) -> Self {
        Self {
            words: Words {
                folded: String::new(),
                ends: Vec::new(),
                lists: Lists::with_rows(n_rows),
                n_rows: 0,
            },
            texts: Dictionary::new(),
            numbers: Dictionary::new(),
            text_nos: Vec::new(),
            number_nos: Vec::new(),
        }
    }

    pub fn push(&mut self, cell: &'a Cell) {
        match cell {
            Cell::Missing => {}
            Cell::Text(text) => self.push_text(text),
            Cell::Labels(labels) => {
                for label in labels {
                    self.push_text(&label.text);
                }
            }
            Cell::Number(quantity) if quantity.value.is_nan() => {}
            Cell::Number(quantity) => {
                let key = (quantity.value.to_bits(), quantity.is_lower_bound());
                let (code, is_new) = self.numbers.code(key);
                if is_new {
                    self.number_nos.push(self.words.add(&quantity.to_string()));
                }
                self.words.lists.push(self.number_nos[code as usize]);
            }
        }
        self.words.lists.end_row();
        self.words.n_rows += 1;
    }

    fn push_text(&mut self, text: &'a str) {
        let (code, is_new) = self.texts.code(text);
        if is_new {
            self.text_nos.push(self.words.add(text));
        }
        self.words.lists.push(self.text_nos[code as usize]);
    }

    pub fn finish(self) -> Words {
        self.words
    }
}

impl Words {
    fn add(&mut self, text: &str) -> u32 {
        fold_into(text, &mut self.folded);
        self.folded.push('\n');
        self.ends.push(self.folded.len());
        self.ends.len() as u32 - 1
    }

    /// The numbers of a row's texts.
    pub fn of_row(&self, row: usize) -> &[u32] {
        self.lists.of(row..row + 1)
    }

    /// A text, folded.
    pub fn text(&self, text_no: u32) -> &str {
        let text_no = text_no as usize;
        let start = text_no.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.folded[start..self.ends[text_no] - 1]
    }

    /// The text that holds this byte, at or after another one, which mostly is near.
    fn text_at(&self, byte: usize, from: usize) -> usize {
        let (mut start, mut step) = (from, 1);
        while self.ends.get(start + step).is_some_and(|&end| end <= byte) {
            start += step;
            step *= 2;
        }
        let end = (start + step).min(self.ends.len());
        start + self.ends[start..end].partition_point(|&end| end <= byte)
    }

    /// Rows with this folded word in a cell of the column; `None` if there are none.
    pub fn rows_with(&self, word: &str) -> Option<Bits> {
        let mut found = vec![false; self.ends.len()];
        let (mut from, mut text_no, mut any) = (0, 0, false);
        let finder = memmem::Finder::new(word);
        let folded = self.folded.as_bytes();
        while let Some(offset) = folded.get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + offset;
            text_no = self.text_at(at, text_no);
            found[text_no] = true;
            any = true;
            // One hit tells all about a text.
            from = self.ends[text_no];
        }
        any.then(|| {
            Bits::of(self.n_rows, |row| {
                self.of_row(row)
                    .iter()
                    .any(|&text_no| found[text_no as usize])
            })
        })
    }
}
