//! Sections as documents: one for each section with its opening, one for each heading with what stands below it.
//! Here because a reader looks for a passage and not for a page.
//! Must not know: materials, notes and other apparatus.

use review::{Block, Review, Section};

use super::{sentences, typeset::typeset};
use crate::{
    routes::{Route, heading},
    services::search::document::{Document, Kind, Passage},
};

pub fn collect(review: &Review) -> Vec<Document> {
    review
        .sections
        .iter()
        .flat_map(|one| section(review, one))
        .collect()
}

fn section(review: &Review, section: &Section) -> Vec<Document> {
    let path = Route::Section(section.slug.clone()).path();
    let document = |title: String, within: String, anchor: String| Document {
        kind: Kind::Section,
        title,
        within,
        path: path.clone(),
        anchor,
        aliases: Vec::new(),
        passages: Vec::new(),
    };
    let mut opening = document(heading(section), String::new(), String::new());
    opening
        .passages
        .push(Passage::new(section.description.clone()));
    opening.passages.extend(sentences(review, &section.brief));
    opening
        .passages
        .push(Passage::new(section.coverage.clone()));
    let mut out = vec![opening];
    for (block_idx, block) in section.blocks.iter().enumerate() {
        if let Block::Heading { id, text, .. } = block {
            out.push(document(typeset(text), heading(section), id.clone()));
        } else if let Some(last) = out.last_mut() {
            let place = match block {
                Block::Paragraph(_) => review::paragraph_anchor(block_idx),
                _ => String::new(),
            };
            passages(review, block, &place, &mut last.passages);
        }
    }
    out
}

/// What a block says, sentence by sentence; figures are documents of their own.
fn passages(review: &Review, block: &Block, place: &str, out: &mut Vec<Passage>) {
    match block {
        Block::Paragraph(text) => out.extend(review::sentences(text).iter().flat_map(|sentence| {
            let fact = review::fact_anchor(sentence);
            let anchor = fact.unwrap_or_else(|| place.to_owned());
            sentences(review, sentence)
                .into_iter()
                .map(move |passage| Passage {
                    anchor: anchor.clone(),
                    ..passage
                })
        })),
        Block::List { items, .. } => items
            .iter()
            .flatten()
            .for_each(|block| passages(review, block, place, out)),
        Block::Quote(inner) => inner
            .iter()
            .for_each(|block| passages(review, block, place, out)),
        Block::Table { rows, .. } => out.extend(rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| typeset(cell)).collect();
            Passage::new(cells.join("; "))
        })),
        Block::Equation { id, text, .. } => out.push(Passage {
            anchor: id.clone(),
            ..Passage::new(text.clone())
        }),
        Block::Heading { .. } | Block::Figure(_) => {}
    }
}
