//! The scholarly apparatus: article record, references, glossary and source notes.
//! Here because these four TOML files are lists of records and nothing else.
//! Must not know: prose, Table 1.

use std::path::Path;

use crate::{Article, Evidence, Reference, ReferenceStatus, SourceNote, Term};

use super::{
    diagnostic::nearest,
    fields::{self, Fields},
    ledger::{Kind, Ledger, Place},
    source::Source,
};

const STATUSES: [(&str, ReferenceStatus); 3] = [
    ("verified", ReferenceStatus::Verified),
    ("identified", ReferenceStatus::Identified),
    ("unidentified", ReferenceStatus::Unidentified),
];

const EVIDENCE: [(&str, Evidence); 4] = [
    ("review", Evidence::Review),
    ("primary", Evidence::Primary),
    ("chemistry", Evidence::Chemistry),
    ("inferred", Evidence::Inferred),
];

/// Runs `record` on each `[[key]]` table of a TOML file.
pub(super) fn records<T>(
    content_dir: &Path,
    file: &str,
    key: &'static str,
    ledger: &mut Ledger,
    record: impl FnMut(&mut Fields<'_>, &mut Ledger) -> T,
) -> Vec<T> {
    let Some(source) = Source::read(content_dir, file, ledger) else {
        return Vec::new();
    };
    let all = |fields: &mut Fields<'_>, ledger: &mut Ledger| fields.tables(key, ledger, record);
    fields::with_document(&source, 0, &source.text, "file", ledger, all).unwrap_or_default()
}

/// The review's own bibliographic record.
pub(super) fn article(content_dir: &Path, ledger: &mut Ledger) -> Option<Article> {
    let source = Source::read(content_dir, "article.toml", ledger)?;
    fields::with_document(
        &source,
        0,
        &source.text,
        "article",
        ledger,
        |fields, ledger| Article {
            title: fields.text("title", ledger),
            authors: fields
                .texts("authors", ledger)
                .into_iter()
                .map(|(name, _)| name)
                .collect(),
            journal: fields.text("journal", ledger),
            year: fields.number("year", ledger),
            volume: fields.text("volume", ledger),
            pages: fields.text("pages", ledger),
            doi: fields.text("doi", ledger),
        },
    )
}

/// The references in the order of the file.
pub(super) fn references(content_dir: &Path, ledger: &mut Ledger) -> Vec<Reference> {
    records(
        content_dir,
        "references.toml",
        "reference",
        ledger,
        |fields, ledger| {
            let number = fields.number("number", ledger);
            ledger.give(
                Kind::Reference,
                &number.to_string(),
                &fields.place_of("number"),
            );
            let status = fields.text("status", ledger);
            let status_place = fields.place_of("status");
            Reference {
                number,
                status: one_of("status", &status, &STATUSES, &status_place, ledger)
                    .unwrap_or(ReferenceStatus::Unidentified),
                authors: fields.optional_text("authors", ledger),
                title: fields.optional_text("title", ledger),
                journal: fields.optional_text("journal", ledger),
                year: fields.optional_number("year", ledger),
                volume: fields.optional_text("volume", ledger),
                pages: fields.optional_text("pages", ledger),
                doi: fields.optional_text("doi", ledger),
                role: fields.inlines("role", ledger),
                cited_in: Vec::new(),
            }
        },
    )
}

/// The glossary in alphabetical order of its labels.
pub(super) fn glossary(content_dir: &Path, ledger: &mut Ledger) -> Vec<Term> {
    let mut terms = records(
        content_dir,
        "glossary.toml",
        "term",
        ledger,
        |fields, ledger| {
            let id = fields.text("id", ledger);
            ledger.give(Kind::Term, &id, &fields.place_of("id"));
            Term {
                id,
                name: fields.inlines("name", ledger),
                label: fields.text("label", ledger),
                abbreviation: fields.optional_text("abbreviation", ledger),
                definition: fields.inlines("definition", ledger),
                used_in_review: fields.flag("used_in_review", ledger),
            }
        },
    );
    terms.sort_by_key(|term| term.label.to_lowercase());
    terms
}

/// The source notes in the order of the file.
pub(super) fn source_notes(content_dir: &Path, ledger: &mut Ledger) -> Vec<SourceNote> {
    records(
        content_dir,
        "source-notes.toml",
        "note",
        ledger,
        |fields, ledger| {
            let id = fields.text("id", ledger);
            ledger.give(Kind::Note, &id, &fields.place_of("id"));
            let evidence = fields.texts("evidence", ledger);
            SourceNote {
                id,
                title: fields.text("title", ledger),
                printed: fields.inlines("printed", ledger),
                finding: fields.inlines("finding", ledger),
                handling: fields.inlines("handling", ledger),
                evidence: evidence
                    .iter()
                    .filter_map(|(name, place)| one_of("evidence", name, &EVIDENCE, place, ledger))
                    .collect(),
                unresolved: fields.flag("unresolved", ledger),
            }
        },
    )
}

pub(super) fn one_of<T: Copy>(
    what: &str,
    name: &str,
    known: &[(&str, T)],
    place: &Place,
    ledger: &mut Ledger,
) -> Option<T> {
    let found = known
        .iter()
        .find(|(candidate, _)| *candidate == name)
        .map(|(_, value)| *value);
    if found.is_none() && !name.is_empty() {
        let suggestion = nearest(name, known.iter().map(|(candidate, _)| *candidate));
        ledger.fault_suggesting(place, format!("unknown {what} \"{name}\""), suggestion);
    }
    found
}
