//! The place of each row's value among the different values of a column.
//! Here because sorting rows then compares small numbers.
//! Must not know: which way a query sorts.

use rustc_hash::FxHashMap;

use super::{MISSING, Words};
use crate::Quantity;
use crate::natural::natural_cmp;

/// One ordinal a row, equal for equal values, and how many there are.
/// Numbers come before texts, as only a column of mixed cells can show.
pub(super) fn of(numbers: &[Quantity], words: &Words) -> (Vec<u32>, usize) {
    let mut ordinals = vec![MISSING; numbers.len()];
    let mut next = 0;

    let rows = numbers.iter().copied().zip(0u32..);
    let mut sorted: Vec<(Quantity, u32)> = rows
        .filter(|(quantity, _)| !quantity.value.is_nan())
        .collect();
    sorted.sort_by(|(a, _), (b, _)| a.cmp_printed(b));
    for equal in sorted.chunk_by(|(a, _), (b, _)| a.cmp_printed(b).is_eq()) {
        for &(_, row) in equal {
            ordinals[row as usize] = next;
        }
        next += 1;
    }
    if sorted.len() == numbers.len() {
        return (ordinals, next as usize);
    }

    let mut rows_of_texts: FxHashMap<&[u32], Vec<u32>> = FxHashMap::default();
    for (row, quantity) in numbers.iter().enumerate() {
        let texts = words.of_row(row);
        if quantity.value.is_nan() && !texts.is_empty() {
            rows_of_texts.entry(texts).or_default().push(row as u32);
        }
    }
    let folded = |(texts, rows): (&[u32], Vec<u32>)| {
        let texts: Vec<&str> = texts.iter().map(|&text_no| words.text(text_no)).collect();
        (texts.join("; "), rows)
    };
    let mut texts: Vec<(String, Vec<u32>)> = rows_of_texts
        .into_iter()
        .map(folded)
        .filter(|(text, _)| !text.is_empty())
        .collect();
    texts.sort_by(|(a, _), (b, _)| natural_cmp(a, b));
    for equal in texts.chunk_by(|(a, _), (b, _)| natural_cmp(a, b).is_eq()) {
        for &row in equal.iter().flat_map(|(_, rows)| rows) {
            ordinals[row as usize] = next;
        }
        next += 1;
    }
    (ordinals, next as usize)
}
