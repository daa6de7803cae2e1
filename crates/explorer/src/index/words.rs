//! The texts of a column as a search sees them, each different one once.
//! Here because words are then looked for in a few texts, not in every row.
//! Must not know: other columns, queries.

use super::Bits;
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

impl Words {
    pub fn new(cells: &[&Cell]) -> Self {
        let (mut texts, mut numbers) = (Dictionary::new(), Dictionary::new());
        let mut words = Self {
            folded: String::new(),
            ends: Vec::new(),
            lists: Lists::with_rows(cells.len()),
            n_rows: cells.len(),
        };
        // A code of one dictionary, and the number of its text among all.
        let (mut text_nos, mut number_nos): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for cell in cells {
            match cell {
                Cell::Missing => {}
                Cell::Text(text) => {
                    let (code, is_new) = texts.code(text.as_str());
                    if is_new {
                        text_nos.push(words.add(text));
                    }
                    words.lists.push(text_nos[code as usize]);
                }
                Cell::Labels(labels) => {
                    for label in labels {
                        let (code, is_new) = texts.code(label.text.as_str());
                        if is_new {
                            text_nos.push(words.add(&label.text));
                        }
                        words.lists.push(text_nos[code as usize]);
                    }
                }
                Cell::Number(quantity) => {
                    let key = (quantity.value.to_bits(), quantity.is_lower_bound());
                    let (code, is_new) = numbers.code(key);
                    if is_new {
                        number_nos.push(words.add(&quantity.to_string()));
                    }
                    words.lists.push(number_nos[code as usize]);
                }
            }
            words.lists.end_row();
        }
        words
    }

    fn add(&mut self, text: &str) -> u32 {
        fold_into(text, &mut self.folded);
        self.folded.push('\n');
        self.ends.push(self.folded.len());
        self.ends.len() as u32 - 1
    }

    /// Rows with this folded word in a cell of the column; `None` if there are none.
    pub fn rows_with(&self, word: &str) -> Option<Bits> {
        let mut found = vec![false; self.ends.len()];
        let (mut from, mut text_no, mut any) = (0, 0, false);
        while let Some(offset) = self.folded.get(from..).and_then(|rest| rest.find(word)) {
            let at = from + offset;
            text_no += self.ends[text_no..].partition_point(|&end| end <= at);
            found[text_no] = true;
            any = true;
            // One hit tells all about a text.
            from = self.ends[text_no];
        }
        any.then(|| {
            Bits::of(self.n_rows, |row| {
                let texts = self.lists.of(row..row + 1);
                texts.iter().any(|&text_no| found[text_no as usize])
            })
        })
    }
}
