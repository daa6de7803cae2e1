//! From the content folder to a checked review, or to every fault in it at once.
//! Here because the build must stop on bad content and say where it is.
//! Must not know: how the review is shown.

mod abbreviations;
mod apparatus;
mod check;
mod conditions;
mod csv_file;
mod diagnostic;
mod drawing;
mod equation;
mod equations;
mod fact_marks;
mod facts;
mod fields;
mod figures;
mod groups;
mod ledger;
mod links;
mod markdown;
mod materials;
mod presets;
mod section;
mod source;
mod typography;

use std::path::Path;

use crate::{Equations, Preset, PresetFault, Reference, Review};

pub use diagnostic::Diagnostic;
use ledger::{Kind, Ledger};
use section::SectionFile;

/// Reads and checks all content files.
///
/// # Errors
/// Every fault of every file, sorted by file and line. A review is returned only when there is none.
pub fn parse(content_dir: &Path) -> Result<Review, Vec<Diagnostic>> {
    parse_with(content_dir, &|_| Vec::new(), None).map(|content| content.review)
}

/// All that the content folder holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub review: Review,
    /// Apart from the review, because the simulator's equations are none of it and no widget shows them.
    pub equations: Equations,
}

/// The same with the equations of the simulator, and with what somebody who knows it has to say: of each preset, and
/// which paths the numbers of a case have.
///
/// # Errors
/// As [`parse`]; the faults of presets and equations stand among the others.
pub fn parse_with(
    content_dir: &Path,
    check_preset: &dyn Fn(&Preset) -> Vec<PresetFault>,
    parameters: Option<&[&'static str]>,
) -> Result<Content, Vec<Diagnostic>> {
    let mut ledger = Ledger::default();
    let article = apparatus::article(content_dir, &mut ledger);
    let mut references = apparatus::references(content_dir, &mut ledger);
    let glossary = apparatus::glossary(content_dir, &mut ledger);
    let source_notes = apparatus::source_notes(content_dir, &mut ledger);
    let (families, functions) = groups::read(content_dir, &mut ledger);
    let materials = materials::read(content_dir, &mut ledger);
    let text_materials = materials::text_alone(content_dir, &mut ledger);
    let conditions = conditions::read(content_dir, &mut ledger);
    let facts = facts::read(content_dir, &mut ledger);
    let mut sections = section::read_all(content_dir, &mut ledger);
    let figures = figures::read_all(content_dir, &mut ledger);
    let presets = presets::read_all(content_dir, &mut ledger);
    let equations = equations::read_all(content_dir, parameters, &mut ledger);
    presets::check(&presets, &sections, &materials, check_preset, &mut ledger);
    check::check(&sections, &mut ledger);
    for file in &sections {
        fact_marks::check(file, &facts, &mut ledger);
    }
    let printed = materials
        .iter()
        .flat_map(|m| [m.as_printed.as_str(), m.label.as_str()]);
    let names: Vec<&str> = printed
        .chain(text_materials.iter().map(|m| m.label.as_str()))
        .collect();
    for file in &mut sections {
        for word in abbreviations::mark(&mut file.section.blocks, &glossary, &names) {
            let message = format!("the glossary has no abbreviation \"{word}\"");
            ledger.fault(&file.place_of(&word), message);
        }
    }

    match article {
        Some(article) if ledger.diagnostics.is_empty() => {
            cited_in(&mut references, &sections, &ledger);
            let review = Review {
                article,
                sections: sections.into_iter().map(|file| file.section).collect(),
                materials,
                text_materials,
                conditions,
                references,
                glossary,
                source_notes,
                facts,
                families,
                functions,
                figures,
                presets: presets.into_iter().map(|file| file.preset).collect(),
            };
            Ok(Content { review, equations })
        }
        _ => {
            let mut diagnostics = ledger.diagnostics;
            diagnostics.sort();
            diagnostics.dedup();
            Err(diagnostics)
        }
    }
}

/// Notes on each reference which sections cite it.
fn cited_in(references: &mut [Reference], sections: &[SectionFile], ledger: &Ledger) {
    for reference in references {
        let number = reference.number.to_string();
        let cites = |file: &&SectionFile| {
            let mut used = ledger.used.iter();
            used.any(|name| {
                name.kind == Kind::Reference
                    && name.text == number
                    && name.place.file == file.place.file
            })
        };
        let citing = sections.iter().filter(cites);
        reference.cited_in = citing.map(|file| file.section.slug.clone()).collect();
    }
}
