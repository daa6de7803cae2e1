//! Abbreviations in running text, found by the glossary's list and nothing else.
//! Here because every one of them is to offer its meaning without a writer marking it.
//! Must not know: Markdown, how an abbreviation is shown.

use crate::{Block, Inline, Term};

/// Marks the abbreviations of a section's text; gives back the capitals that no list explains.
pub(super) fn mark(blocks: &mut [Block], terms: &[Term], names: &[&str]) -> Vec<String> {
    let mut marker = Marker {
        terms,
        names,
        unexplained: Vec::new(),
    };
    blocks.iter_mut().for_each(|block| marker.block(block));
    marker.unexplained
}

struct Marker<'a> {
    terms: &'a [Term],
    /// Names of materials, whose capitals abbreviate nothing.
    names: &'a [&'a str],
    unexplained: Vec<String>,
}

impl Marker<'_> {
    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Paragraph(text) => self.run(text),
            Block::List { items, .. } => items
                .iter_mut()
                .flatten()
                .for_each(|inner| self.block(inner)),
            Block::Quote(inner) => inner.iter_mut().for_each(|inner| self.block(inner)),
            Block::Table { rows, .. } => rows.iter_mut().flatten().for_each(|cell| self.run(cell)),
            Block::Heading { .. } | Block::Figure(_) | Block::Equation { .. } => {}
        }
    }

    /// Text inside a link stays as it is: the link already leads somewhere.
    fn run(&mut self, inlines: &mut Vec<Inline>) {
        let mut out = Vec::with_capacity(inlines.len());
        for inline in std::mem::take(inlines) {
            match inline {
                Inline::Text(text) => self.text(&text, &mut out),
                Inline::Emphasis(mut inner) => {
                    self.run(&mut inner);
                    out.push(Inline::Emphasis(inner));
                }
                Inline::Strong(mut inner) => {
                    self.run(&mut inner);
                    out.push(Inline::Strong(inner));
                }
                other => out.push(other),
            }
        }
        *inlines = out;
    }

    fn text(&mut self, text: &str, out: &mut Vec<Inline>) {
        let mut plain = String::new();
        for piece in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
            let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
            let short = word.strip_suffix('s').unwrap_or(word);
            match self.term(short) {
                Some(term) => {
                    if !plain.is_empty() {
                        out.push(Inline::Text(std::mem::take(&mut plain)));
                    }
                    out.push(Inline::Abbreviation {
                        short: short.to_owned(),
                        term,
                    });
                    plain.push_str(&piece[short.len()..]);
                }
                None => {
                    self.explain(short);
                    plain.push_str(piece);
                }
            }
        }
        if !plain.is_empty() {
            out.push(Inline::Text(plain));
        }
    }

    fn term(&self, short: &str) -> Option<String> {
        let named = |term: &&Term| term.abbreviation.as_deref() == Some(short);
        (n_capitals(short) > 1)
            .then(|| self.terms.iter().find(named).map(|term| term.id.clone()))
            .flatten()
    }

    /// Three capitals or more abbreviate something, unless they are the name of a material.
    fn explain(&mut self, word: &str) {
        let all_capitals = n_capitals(word) == word.len() && word.len() > 2;
        let is_name = || self.names.iter().any(|name| name.contains(word));
        if all_capitals && !is_name() {
            self.unexplained.push(word.to_owned());
        }
    }
}

fn n_capitals(word: &str) -> usize {
    word.chars().filter(char::is_ascii_uppercase).count()
}
