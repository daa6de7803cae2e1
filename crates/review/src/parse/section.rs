//! Section files: front matter between `+++` lines, then prose.
//! Here because a section is the one thing that is both data and text.
//! Must not know: other sections.

use std::{fs, path::Path};

use crate::Section;

use super::{
    equation::EquationLabel,
    fields::{self, Fields},
    ledger::{FactAt, Kind, Ledger, Place},
    markdown,
    source::Source,
};

/// A section with the file it was read from.
#[derive(Debug)]
pub(super) struct SectionFile {
    pub section: Section,
    pub place: Place,
    source: Source,
}

impl SectionFile {
    /// Where a word stands first; the file's head where it is put together from pieces.
    pub fn place_of(&self, word: &str) -> Place {
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let text = &self.source.text;
        let mut found = text.match_indices(word);
        let whole = found.find(|(at, _)| {
            !is_part(text[..*at].chars().next_back())
                && !is_part(text[at + word.len()..].chars().next().filter(|c| *c != 's'))
        });
        self.source.place(whole.map_or(0, |(at, _)| at))
    }
}

/// All sections of `content/sections/`, in the order of their file names.
pub(super) fn read_all(content_dir: &Path, ledger: &mut Ledger) -> Vec<SectionFile> {
    let shown = Path::new(content_dir.file_name().unwrap_or_default()).join("sections");
    let mut names = Vec::new();
    match fs::read_dir(content_dir.join("sections")) {
        Ok(entries) => {
            let found = entries
                .filter_map(Result::ok)
                .map(|entry| entry.file_name().to_string_lossy().into_owned());
            names.extend(found.filter(|name| name.ends_with(".md")));
        }
        Err(error) => {
            let place = Place {
                file: shown,
                line: 1,
            };
            ledger.fault(&place, format!("this folder could not be read: {error}"));
        }
    }
    names.sort();
    let one = |name: &String| {
        let source = Source::read(content_dir, &format!("sections/{name}"), ledger)?;
        read(source, ledger)
    };
    names.iter().filter_map(one).collect()
}

fn read(source: Source, ledger: &mut Ledger) -> Option<SectionFile> {
    let place = source.place(0);
    let parts = source
        .text
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"));
    let Some((front, body)) = parts else {
        ledger.fault(
            &place,
            "a section file begins with its front matter between two lines of +++",
        );
        return None;
    };
    let read_front = |fields: &mut Fields<'_>, ledger: &mut Ledger| front_matter(fields, ledger);
    let (mut section, labels) = fields::with_document(
        &source,
        "+++\n".len(),
        front,
        "front matter",
        ledger,
        read_front,
    )?;
    let body_place = source.place(source.text.len() - body.len());
    section.blocks = markdown::blocks(body, &body_place, &labels, ledger);
    for label in unused(&labels, &section) {
        ledger.fault(
            &label.place,
            format!("the equation \"{}\" is not shown in the text", label.id),
        );
    }
    Some(SectionFile {
        section,
        place,
        source,
    })
}

fn front_matter(fields: &mut Fields<'_>, ledger: &mut Ledger) -> (Section, Vec<EquationLabel>) {
    let claimed = fields.numbers("facts", ledger);
    let facts = claimed.iter().map(|(fact, _)| *fact).collect();
    ledger.claimed_facts.extend(
        claimed
            .into_iter()
            .map(|(fact, place)| FactAt { fact, place }),
    );
    let section = Section {
        slug: fields.text("slug", ledger),
        number: fields.text_or_empty("number", ledger),
        title: fields.text("title", ledger),
        description: fields.text("description", ledger),
        facts,
        written: fields.flag("written", ledger),
        coverage: fields.text("coverage", ledger),
        brief: Vec::new(),
        blocks: Vec::new(),
    };
    let brief = if section.written {
        fields.inlines("brief", ledger)
    } else {
        Vec::new()
    };
    let section = Section { brief, ..section };
    ledger.give(Kind::Section, &section.slug, &fields.place_of("slug"));
    ledger.give(
        Kind::Page,
        &format!("/read/{}/", section.slug),
        &fields.place_of("slug"),
    );
    let labels = fields.tables("equation", ledger, |fields, ledger| EquationLabel {
        id: fields.text("id", ledger),
        number: fields.optional_text("number", ledger),
        text: fields.text("text", ledger),
        place: fields.place(),
    });
    (section, labels)
}

fn unused<'a>(
    labels: &'a [EquationLabel],
    section: &'a Section,
) -> impl Iterator<Item = &'a EquationLabel> {
    labels.iter().filter(|label| {
        let shows = |block: &crate::Block| matches!(block, crate::Block::Equation { id, .. } if *id == label.id);
        !section.blocks.iter().any(shows)
    })
}
