//! Where the words of a search stand in the text a reader sees.
//! Here because folding changes lengths, and only folding knows how.
//! Must not know: how a page marks a word.

use std::ops::Range;

use crate::fold::{fold, fold_char_into};
use crate::{Cell, Table};

/// A word found in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    pub column_idx: usize,
    /// Which of the cell's labels; 0 for a text or a number.
    pub part_idx: usize,
    /// Bytes of the label's text, the cell's text, or the number as its `Display` writes it; never inside a letter.
    pub bytes: Range<usize>,
}

/// The places of the words in one row, cell by cell, without overlaps.
#[must_use]
pub fn highlights(table: &Table, row_idx: usize, text: &str) -> Vec<Highlight> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found = Vec::new();
    if words.is_empty() {
        return found;
    }
    for column_idx in 0..table.columns.len() {
        let mut add = |part_idx: usize, text: &str| {
            found.extend(places(text, &words).into_iter().map(|bytes| Highlight {
                column_idx,
                part_idx,
                bytes,
            }));
        };
        match table.cell(row_idx, column_idx) {
            Cell::Missing => {}
            Cell::Text(text) => add(0, text),
            Cell::Number(quantity) => add(0, &quantity.to_string()),
            Cell::Labels(labels) => {
                for (part_idx, label) in labels.iter().enumerate() {
                    add(part_idx, &label.text);
                }
            }
        }
    }
    found
}

/// The places of folded words in a text, in order; what touches or overlaps is one.
fn places(text: &str, words: &[&str]) -> Vec<Range<usize>> {
    let (folded, letters) = folded_with_places(text);
    let mut hits: Vec<Range<usize>> = Vec::new();
    for word in words {
        for (at, _) in folded.match_indices(word) {
            let last = at + word.len() - 1;
            hits.push(letters[at].start..letters[last].end);
        }
    }
    hits.sort_by_key(|hit| (hit.start, hit.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for hit in hits {
        match merged.last_mut() {
            Some(before) if hit.start <= before.end => before.end = before.end.max(hit.end),
            _ => merged.push(hit),
        }
    }
    merged
}

/// The folded text and, for each of its bytes, the letter it came from, with the marks that follow it.
fn folded_with_places(text: &str) -> (String, Vec<Range<usize>>) {
    let mut folded = String::with_capacity(text.len());
    let mut letters: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        let n_before = folded.len();
        fold_char_into(letter, &mut folded);
        if folded.len() > n_before {
            letters.resize(folded.len(), start..end);
        } else if let Some(base) = letters.last().cloned() {
            // A mark that folding drops belongs to the letter before it.
            for place in letters.iter_mut().rev().take_while(|place| **place == base) {
                place.end = end;
            }
        }
    }
    (folded, letters)
}
