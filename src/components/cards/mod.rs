//! The notes to a page: one card for each citation, material, term, source note, figure, equation and claim on it.
//! Here because a card opened by pointing, a note printed at the end and a page without scripts must say the same thing.
//! Must not know: opening and closing; `behaviours::cards` does that.

mod content;
mod kind;

use leptos::prelude::*;
use review::{Block, Inline};

pub use self::kind::Card;
use crate::services::content::use_review;

/// The cards that a page's text can open, in order of first use, each once.
#[derive(Debug, Default)]
pub struct Cards {
    found: Vec<Card>,
}

impl Cards {
    /// Cards of running text.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } | Block::Paragraph(text) => self.inlines(text),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Quote(inner) => self.blocks(inner),
                Block::Table { header, rows } => {
                    header.iter().for_each(|cell| self.inlines(cell));
                    rows.iter().flatten().for_each(|cell| self.inlines(cell));
                }
                Block::Figure(id) => self.figure(id),
                Block::Equation { .. } => {}
            }
        }
    }

    /// A drawing opens the cards of its own words.
    fn figure(&mut self, id: &str) {
        let Some(figure) = use_review().figure(id) else {
            return;
        };
        self.inlines(&figure.caption);
        figure
            .notes
            .iter()
            .for_each(|note| self.add(Card::Note(note.clone())));
        figure
            .parts
            .iter()
            .for_each(|part| self.inlines(&part.text));
        if let Some(data) = &figure.data {
            self.inlines(&data.caption);
            data.columns.iter().for_each(|cell| self.inlines(cell));
            data.rows
                .iter()
                .flatten()
                .for_each(|cell| self.inlines(cell));
        }
    }

    pub fn inlines(&mut self, text: &[Inline]) {
        for inline in text {
            match inline {
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Subscript(inner)
                | Inline::Superscript(inner)
                | Inline::Link { text: inner, .. }
                | Inline::SectionLink { text: inner, .. } => self.inlines(inner),
                Inline::Cite(numbers) => numbers
                    .iter()
                    .for_each(|number| self.add(Card::Cite(*number))),
                Inline::Material { id, .. } => self.add(Card::Material(id.clone())),
                Inline::Term { id, .. } | Inline::Abbreviation { term: id, .. } => {
                    self.add(Card::Term(id.clone()))
                }
                Inline::Note(id) => self.add(Card::Note(id.clone())),
                Inline::FigureLink { id, .. } => self.add(Card::Figure(id.clone())),
                Inline::EquationLink { id, .. } => self.add(Card::Equation(id.clone())),
                Inline::Fact(number) => self.claim(*number),
                Inline::Text(_) | Inline::Code(_) => {}
            }
        }
    }

    /// A fact has a card only where Table 1 has something to say.
    fn claim(&mut self, number: u16) {
        let review = use_review();
        let fact = review.fact(number);
        if fact.is_some_and(|fact| review.rows_for(fact).next().is_some()) {
            self.add(Card::Fact(number));
        }
    }

    pub fn add(&mut self, card: Card) {
        if !self.found.contains(&card) {
            self.found.push(card);
        }
    }

    /// The notes as the end of a page: unseen on a screen, where links open them, and printed on paper.
    pub fn view(self) -> AnyView {
        if self.found.is_empty() {
            return ().into_any();
        }
        let cards = self
            .found
            .into_iter()
            .filter_map(content::card)
            .collect_view();
        view! {
            <section class="cards" aria-label="Notes to this page">
                <h2>"Notes to this page"</h2>
                {cards}
            </section>
        }
        .into_any()
    }
}
