//! Whether each sentence marked as stating a fact gives its numbers, and its paragraph its references.
//! Here because a statement that lost its number or its source on the way must stop the build.
//! Must not know: file formats, whether a fact is marked once; that is checked beside the claims.

use crate::{Block, Fact, Inline, facts, gives, sentences};

use super::{
    ledger::{Ledger, Place},
    section::SectionFile,
};

/// Adds a fault for each number and reference that is missing.
pub(super) fn check(file: &SectionFile, known: &[Fact], ledger: &mut Ledger) {
    for block in &file.section.blocks {
        check_block(block, file, known, ledger);
    }
}

fn check_block(block: &Block, file: &SectionFile, known: &[Fact], ledger: &mut Ledger) {
    match block {
        Block::Paragraph(text) => check_paragraph(text, file, known, ledger),
        Block::List { items, .. } => {
            for inner in items.iter().flatten() {
                check_block(inner, file, known, ledger);
            }
        }
        Block::Quote(inner) => {
            for inner in inner {
                check_block(inner, file, known, ledger);
            }
        }
        Block::Heading { text, .. } => refuse(text, file, ledger),
        Block::Table { header, rows } => {
            for cell in header.iter().chain(rows.iter().flatten()) {
                refuse(cell, file, ledger);
            }
        }
        Block::Figure(_) | Block::Equation { .. } => {}
    }
}

/// A heading or a cell is no sentence, so what it states could not be checked.
fn refuse(text: &[Inline], file: &SectionFile, ledger: &mut Ledger) {
    for number in facts(text) {
        let place = place_of(number, file, ledger);
        let message = format!("fact {number} is marked in a heading or a table, not in a sentence");
        ledger.fault(&place, message);
    }
}

fn check_paragraph(text: &[Inline], file: &SectionFile, known: &[Fact], ledger: &mut Ledger) {
    let cited: Vec<u16> = text.iter().flat_map(citations).copied().collect();
    for sentence in sentences(text) {
        for number in facts(&sentence) {
            let place = place_of(number, file, ledger);
            let Some(fact) = known.iter().find(|fact| fact.number == number) else {
                ledger.fault(&place, format!("facts.toml has no fact {number}"));
                continue;
            };
            for quantity in fact.quantities.iter().filter(|q| !gives(&sentence, q)) {
                let message = format!("the sentence marked as fact {number} lacks \"{quantity}\"");
                ledger.fault(&place, message);
            }
            for reference in fact.references.iter().filter(|r| !cited.contains(r)) {
                let message = format!(
                    "the paragraph that states fact {number} does not cite reference {reference}"
                );
                ledger.fault(&place, message);
            }
        }
    }
}

fn citations(inline: &Inline) -> &[u16] {
    match inline {
        Inline::Cite(numbers) => numbers,
        _ => &[],
    }
}

fn place_of(fact: u16, file: &SectionFile, ledger: &Ledger) -> Place {
    let marked = ledger
        .marked_facts
        .iter()
        .find(|mark| mark.fact == fact && mark.place.file == file.place.file);
    marked.map_or_else(|| file.place.clone(), |mark| mark.place.clone())
}
