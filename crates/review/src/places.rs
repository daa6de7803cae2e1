//! Where a mark stands: every sentence, heading, table, figure, row or entry with a note, a citation, a term or a material.
//! Here because an entry of the apparatus leads back to each place where a reader may have met it.
//! Must not know: addresses, how a place is shown.

use crate::{
    Block, Condition, Inline, Review, Section, fact_anchor, paragraph_anchor, sentence, sentences,
};

/// What a text may point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'m> {
    /// A source note, by its id.
    Note(&'m str),
    /// A reference, by its printed number.
    Reference(u16),
    /// A glossary term, by its id; its abbreviation counts.
    Term(&'m str),
    /// A material of Table 1 or of the text alone, by its id.
    Material(&'m str),
}

/// A place that can be linked to.
#[derive(Debug, Clone, PartialEq)]
pub enum Place<'a> {
    /// A sentence, heading or table of this section; without an anchor, its brief.
    Text {
        section: &'a Section,
        anchor: Option<String>,
    },
    /// A figure of ours, by its id.
    Figure(&'a str),
    /// A material, by its id.
    Material(&'a str),
    Row(&'a Condition),
    /// A term of the glossary, by its id.
    Term(&'a str),
    /// A source note, by its id.
    Note(&'a str),
}

type Visit<'v, 'a> = &'v mut dyn FnMut(Place<'a>, &[Inline]);

impl Review {
    /// Where the mark stands, each place once: sections in reading order, figures, materials, rows, terms, notes.
    pub fn places(&self, mark: Mark<'_>) -> Vec<Place<'_>> {
        let mut found = Vec::new();
        self.each_text(&mut |place, text| {
            if holds(text, mark) && !found.contains(&place) {
                found.push(place);
            }
        });
        found
    }

    /// Where a source note is marked.
    pub fn places_of_note(&self, id: &str) -> Vec<Place<'_>> {
        self.places(Mark::Note(id))
    }

    /// The sections whose text has the mark, each with the anchors of its places in reading order. A section with the
    /// mark in its brief alone has no anchor.
    pub fn sections_with(&self, mark: Mark<'_>) -> Vec<(&Section, Vec<String>)> {
        let mut out: Vec<(&Section, Vec<String>)> = Vec::new();
        for place in self.places(mark) {
            let Place::Text { section, anchor } = place else {
                continue;
            };
            match out.last_mut() {
                Some((last, anchors)) if last.slug == section.slug => anchors.extend(anchor),
                _ => out.push((section, anchor.into_iter().collect())),
            }
        }
        out
    }

    /// Every text of the review with its place. Lists of notes count as texts.
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        for section in &self.sections {
            each_text_of(section, visit);
        }
        for figure in &self.figures {
            let place = Place::Figure(&figure.id);
            visit(place.clone(), &figure.caption);
            visit(place.clone(), &marks(&figure.notes));
            for part in &figure.parts {
                visit(place.clone(), &part.text);
            }
            if let Some(data) = &figure.data {
                let cells = data.columns.iter().chain(data.rows.iter().flatten());
                for text in cells.chain([&data.caption]) {
                    visit(place.clone(), text);
                }
            }
        }
        let table = self.materials.iter();
        let table = table.map(|found| (&found.id, &found.summary, &found.notes));
        let text = self.text_materials.iter();
        let text = text.map(|found| (&found.id, &found.summary, &found.notes));
        for (id, summary, notes) in table.chain(text) {
            visit(Place::Material(id), summary);
            visit(Place::Material(id), &marks(notes));
        }
        for row in &self.conditions {
            visit(Place::Row(row), &marks(&row.notes));
        }
        for term in &self.glossary {
            visit(Place::Term(&term.id), &term.definition);
        }
        for note in &self.source_notes {
            for text in [&note.printed, &note.finding, &note.handling] {
                visit(Place::Note(&note.id), text);
            }
        }
    }
}

fn each_text_of<'a>(section: &'a Section, visit: Visit<'_, 'a>) {
    let at = |anchor| Place::Text { section, anchor };
    visit(at(None), &section.brief);
    for (block_idx, block) in section.blocks.iter().enumerate() {
        let own = paragraph_anchor(block_idx);
        match block {
            Block::Heading { id, text, .. } => visit(at(Some(id.clone())), text),
            Block::Table { header, rows } => {
                for cell in header.iter().chain(rows.iter().flatten()) {
                    visit(at(Some(own.clone())), cell);
                }
            }
            other => sentence::each_paragraph(other, &mut |paragraph| {
                for text in sentences(paragraph) {
                    let anchor = fact_anchor(&text).unwrap_or_else(|| own.clone());
                    visit(at(Some(anchor)), &text);
                }
            }),
        }
    }
}

fn marks(notes: &[String]) -> Vec<Inline> {
    notes.iter().cloned().map(Inline::Note).collect()
}

/// Whether a text has the mark, markup inside markup included.
pub(crate) fn holds(text: &[Inline], mark: Mark<'_>) -> bool {
    text.iter().any(|inline| match inline {
        Inline::Note(id) => mark == Mark::Note(id),
        Inline::Cite(numbers) => {
            matches!(mark, Mark::Reference(number) if numbers.contains(&number))
        }
        Inline::Abbreviation { term, .. } => mark == Mark::Term(term),
        Inline::Term { id, text } => mark == Mark::Term(id) || holds(text, mark),
        Inline::Material { id, text } => mark == Mark::Material(id) || holds(text, mark),
        Inline::Emphasis(text)
        | Inline::Strong(text)
        | Inline::Subscript(text)
        | Inline::Superscript(text)
        | Inline::Link { text, .. }
        | Inline::SectionLink { text, .. }
        | Inline::FigureLink { text, .. }
        | Inline::EquationLink { text, .. } => holds(text, mark),
        Inline::Text(_) | Inline::Code(_) | Inline::Fact(_) => false,
    })
}
