//! Paragraphs cut into sentences, and which sentence speaks of what.
//! Here because links from a row, a material or a fact lead to the very sentence and not to a page.
//! Must not know: how a sentence is shown.

use crate::{Block, Inline, Review, plain_text};

/// A sentence of a section with the place that can be linked to.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence<'a> {
    /// Slug of the section.
    pub section: &'a str,
    /// `fact-43` where the sentence states a fact, otherwise that of its paragraph, `p-7`.
    pub anchor: String,
    pub text: Vec<Inline>,
}

/// The anchor of the paragraph at this position among a section's blocks.
pub fn paragraph_anchor(block_idx: usize) -> String {
    format!("p-{}", block_idx + 1)
}

/// The anchor of a sentence: its first fact.
pub fn fact_anchor(sentence: &[Inline]) -> Option<String> {
    facts(sentence).first().map(|fact| format!("fact-{fact}"))
}

/// Facts that a sentence states, in order.
pub fn facts(sentence: &[Inline]) -> Vec<u16> {
    let fact = |inline: &Inline| match inline {
        Inline::Fact(number) => Some(*number),
        _ => None,
    };
    sentence.iter().filter_map(fact).collect()
}

/// Cuts a paragraph after each full stop, question or exclamation mark, marks that follow included.
pub fn sentences(paragraph: &[Inline]) -> Vec<Vec<Inline>> {
    let mut out = Vec::new();
    let mut sentence: Vec<Inline> = Vec::new();
    // The last text ended a sentence; only marks have followed.
    let mut ended = false;
    for inline in paragraph {
        match inline {
            Inline::Text(text) => {
                let mut rest = text.as_str();
                if ended && rest.starts_with(char::is_whitespace) {
                    out.push(std::mem::take(&mut sentence));
                }
                while let Some(at) = end_inside(rest) {
                    let (head, tail) = rest.split_at(at);
                    sentence.push(Inline::Text(head.to_owned()));
                    out.push(std::mem::take(&mut sentence));
                    rest = tail;
                }
                if !rest.is_empty() {
                    sentence.push(Inline::Text(rest.to_owned()));
                }
                ended = ends(rest);
                // The space that parts two sentences stands here when the next begins with markup.
                if rest.ends_with(char::is_whitespace) && ends(rest.trim_end()) {
                    out.push(std::mem::take(&mut sentence));
                }
            }
            Inline::Cite(_) | Inline::Note(_) | Inline::Fact(_) => sentence.push(inline.clone()),
            other => {
                ended = false;
                sentence.push(other.clone());
            }
        }
    }
    if !sentence.is_empty() {
        out.push(sentence);
    }
    out
}

/// Words whose full stop ends no sentence.
const SHORTENED: &[&str] = &[
    "Fig.", "Figs.", "e.g.", "i.e.", "al.", "vs.", "ref.", "refs.", "cf.", "No.",
];

/// Where the first sentence of a text ends, before the space, if another follows in the same text.
fn end_inside(text: &str) -> Option<usize> {
    let stops = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '.' | '?' | '!'));
    for (at, stop) in stops {
        let mut end = at + stop.len_utf8();
        let mut after = text[end..].chars();
        let mut next = after.next();
        if let Some(closing @ (')' | '”' | '’' | '"')) = next {
            end += closing.len_utf8();
            next = after.next();
        }
        let starts_another = next.is_some_and(|c| c == ' ')
            && after
                .next()
                .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "(“‘\"".contains(c));
        if starts_another && ends(&text[..end]) {
            return Some(end);
        }
    }
    None
}

/// Whether a text stops at the end of a sentence.
fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches([')', '”', '’', '"']);
    if !bare.ends_with(['.', '?', '!']) {
        return false;
    }
    let word = bare.rsplit([' ', '(']).next().unwrap_or(bare);
    let initial = word.len() == 2 && word.starts_with(|c: char| c.is_ascii_uppercase());
    !initial && !SHORTENED.contains(&word)
}

impl Review {
    /// Every sentence of every section's running text, in reading order.
    pub fn sentences(&self) -> Vec<Sentence<'_>> {
        let mut out = Vec::new();
        for section in &self.sections {
            for (block_idx, block) in section.blocks.iter().enumerate() {
                each_paragraph(block, &mut |paragraph| {
                    out.extend(sentences(paragraph).into_iter().map(|text| Sentence {
                        section: &section.slug,
                        anchor: fact_anchor(&text).unwrap_or_else(|| paragraph_anchor(block_idx)),
                        text,
                    }));
                });
            }
        }
        out
    }

    /// The sentences that name a material.
    pub fn sentences_about(&self, material: &str) -> Vec<Sentence<'_>> {
        let names =
            |inline: &Inline| matches!(inline, Inline::Material { id, .. } if id == material);
        let about = |sentence: &Sentence<'_>| {
            sentence.text.iter().any(names)
                || facts(&sentence.text)
                    .into_iter()
                    .filter_map(|number| self.fact(number))
                    .any(|fact| fact.materials.iter().any(|id| id == material))
        };
        self.sentences().into_iter().filter(about).collect()
    }
}

/// The paragraphs of a block, lists and quotations included; headings and tables are no running text.
pub(crate) fn each_paragraph(block: &Block, visit: &mut dyn FnMut(&[Inline])) {
    match block {
        Block::Paragraph(text) => visit(text),
        Block::List { items, .. } => items
            .iter()
            .flatten()
            .for_each(|inner| each_paragraph(inner, visit)),
        Block::Quote(inner) => inner.iter().for_each(|inner| each_paragraph(inner, visit)),
        Block::Heading { .. } | Block::Table { .. } | Block::Figure(_) | Block::Equation { .. } => {
        }
    }
}

/// Whether a text gives a quantity as such and not as a piece of a longer number.
pub fn gives(text: &[Inline], quantity: &str) -> bool {
    let text = even_spaces(&plain_text(text));
    let quantity = even_spaces(quantity);
    let apart = |at: usize| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + quantity.len()..].chars();
        let next = after.next();
        let goes_on = next.is_some_and(|c| c.is_ascii_digit())
            || (next.is_some_and(|c| matches!(c, '.' | ','))
                && after.next().is_some_and(|c| c.is_ascii_digit()));
        !before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '\u{2212}')) && !goes_on
    };
    text.match_indices(&quantity).any(|(at, _)| apart(at))
}

fn even_spaces(text: &str) -> String {
    let even = |c: char| if c.is_whitespace() { ' ' } else { c };
    text.chars().map(even).collect()
}
