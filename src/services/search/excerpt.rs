//! The passage that shows why a document was found, with the words that fitted.
//! Here because a result without its sentence has to be opened to be judged.
//! Must not know: how marks look.

use std::collections::BTreeSet;

use super::{
    document::{Document, Passage},
    words::{Chunk, chunks},
};

/// A stretch of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Characters shown at most, and before the first word that fitted.
const MAX_CHARS: usize = 240;
const LEAD_CHARS: usize = 60;

/// The passage with most of the words, and its pieces. Without any the first passage.
pub fn excerpt<'a>(
    document: &'a Document,
    matched: &BTreeSet<String>,
) -> Option<(&'a Passage, Vec<Piece>)> {
    let n_matched = |passage: &Passage| {
        let words: BTreeSet<String> = chunks(&passage.text)
            .into_iter()
            .flat_map(|chunk| chunk.words)
            .filter(|word| matched.contains(word))
            .collect();
        words.len()
    };
    let mut best: Option<(&Passage, usize)> = None;
    for passage in &document.passages {
        let n = n_matched(passage);
        if best.is_none_or(|(_, most)| n > most) {
            best = Some((passage, n));
        }
    }
    best.map(|(passage, _)| (passage, cut(marked(&passage.text, matched))))
}

/// A text in pieces, words that fitted marked.
pub fn marked(text: &str, matched: &BTreeSet<String>) -> Vec<Piece> {
    let fits = |chunk: &Chunk| chunk.words.iter().any(|word| matched.contains(word));
    let mut out = Vec::new();
    let mut at = 0;
    let mut push = |range: std::ops::Range<usize>, marked| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            out.push(Piece {
                text: text.to_owned(),
                marked,
            });
        }
    };
    for chunk in chunks(text).into_iter().filter(fits) {
        push(at..chunk.range.start, false);
        at = chunk.range.end;
        push(chunk.range, true);
    }
    push(at..text.len(), false);
    out
}

/// Shortens long excerpts around the first mark, between words.
fn cut(pieces: Vec<Piece>) -> Vec<Piece> {
    let n_chars: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
    if n_chars <= MAX_CHARS {
        return pieces;
    }
    let before: usize = pieces
        .iter()
        .take_while(|piece| !piece.marked)
        .map(|piece| piece.text.chars().count())
        .sum();
    let mut skip = if before < n_chars {
        before.saturating_sub(LEAD_CHARS)
    } else {
        0
    };
    let mut left = MAX_CHARS;
    let mut out = Vec::new();
    for piece in pieces {
        let n = piece.text.chars().count();
        if skip >= n {
            skip -= n;
            continue;
        }
        let mut text: String = piece.text.chars().skip(skip).take(left).collect();
        if skip > 0 {
            text = format!(
                "… {}",
                text.split_once(' ').map_or(text.as_str(), |(_, rest)| rest)
            );
        }
        let is_cut = n - skip > left;
        if is_cut {
            text = format!("{} …", text.rsplit_once(' ').map_or("", |(start, _)| start));
        }
        left = left.saturating_sub(n - skip);
        skip = 0;
        out.push(Piece {
            text,
            marked: piece.marked,
        });
        if is_cut || left == 0 {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::{excerpt, marked};
    use crate::services::search::document::{Document, Kind, Passage};
    use std::collections::BTreeSet;

    fn matched(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn marks_stand_on_the_words_as_written() {
        let pieces = marked("A layer of ZnF₂ (836 h).", &matched(&["znf2", "836"]));
        let marks: Vec<&str> = pieces
            .iter()
            .filter(|piece| piece.marked)
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(marks, ["ZnF₂", "836"]);
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, "A layer of ZnF₂ (836 h).");
    }

    #[test]
    fn the_sentence_with_most_of_the_words_is_shown_and_a_long_one_cut_around_them() {
        let long = format!("{}dead zinc {}", "word ".repeat(60), "more ".repeat(60));
        let document = Document {
            kind: Kind::Section,
            title: "t".to_owned(),
            within: String::new(),
            path: "/p/".to_owned(),
            anchor: String::new(),
            aliases: Vec::new(),
            passages: vec![Passage::new("Only zinc."), Passage::new(long)],
        };
        let (passage, pieces) = excerpt(&document, &matched(&["dead", "zinc"])).unwrap();
        assert_eq!(*passage, document.passages[1]);
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert!(text.starts_with("… ") && text.ends_with(" …"), "{text}");
        assert!(
            text.contains("dead zinc") && text.chars().count() < 260,
            "{text}"
        );
    }
}
