//! Works as BibTeX.
//! Here because the biblatex crate knows how to escape, and not what our works are.
//! Must not know: other formats.

use biblatex::{Chunk, Chunks, Entry, EntryType, Spanned};

use super::{Author, CitationError, Kind, Work};

/// One entry for each work.
pub fn write(works: &[Work]) -> Result<String, CitationError> {
    let mut file = String::new();
    for work in works {
        let entry = entry(work)
            .to_bibtex_string()
            .map_err(|error| CitationError::BibTex {
                key: work.key.clone(),
                reason: error.to_string(),
            })?;
        file.push_str(&entry);
        file.push('\n');
    }
    Ok(file)
}

/// Only entry types that plain BibTeX has: what is no article is `@misc` and says what it is.
fn entry(work: &Work) -> Entry {
    let (entry_type, what_it_is) = match work.kind {
        Kind::Article => (EntryType::Article, None),
        Kind::Website => (EntryType::Misc, Some("Website")),
        Kind::Dataset => (EntryType::Misc, Some("Data set")),
        Kind::Software => (EntryType::Misc, Some("Computer software")),
        Kind::Document => (EntryType::Misc, None),
    };
    let mut entry = Entry::new(work.key.clone(), entry_type);
    let mut set = |name: &str, value: Option<Chunks>| {
        if let Some(value) = value {
            entry.set(name, value);
        }
    };
    set("author", authors(&work.authors));
    // Braces keep the case of formulas: a style may set titles in lower case.
    set("title", Some(vec![verbatim(&work.title)]));
    set("journal", work.journal.as_deref().map(text));
    set("volume", work.volume.as_deref().map(text));
    set(
        "pages",
        work.pages
            .as_deref()
            .map(|pages| text(&pages.replace('–', "--"))),
    );
    if let Some(date) = work.date {
        set("year", Some(text(&date.year.to_string())));
        if let Some((month, day)) = date.month_and_day {
            set("month", Some(text(&month.to_string())));
            set("day", Some(text(&day.to_string())));
        }
    }
    set("doi", work.doi.as_deref().map(text));
    set("url", work.url.as_deref().map(text));
    set("howpublished", what_it_is.map(text));
    set("version", work.version.as_deref().map(text));
    set("note", note(work).as_deref().map(text));
    entry
}

/// Plain BibTeX prints no field named version or licence; the note says both.
fn note(work: &Work) -> Option<String> {
    let version = work
        .version
        .as_ref()
        .map(|version| format!("Version {version}"));
    let licence = work.licence.map(str::to_owned);
    let parts: Vec<_> = [version, licence, work.note.clone()]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn authors(authors: &[Author]) -> Option<Chunks> {
    let mut chunks = Vec::new();
    for author in authors {
        if !chunks.is_empty() {
            chunks.extend(text(" and "));
        }
        match author {
            // Braces keep a group's name in one piece.
            Author::Group(name) => chunks.push(verbatim(name)),
            Author::Others => chunks.extend(text("others")),
            Author::Person { .. } => chunks.extend(
                author
                    .family_first()
                    .as_deref()
                    .map(text)
                    .into_iter()
                    .flatten(),
            ),
        }
    }
    (!chunks.is_empty()).then_some(chunks)
}

fn text(text: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Normal(text.to_owned()))]
}

fn verbatim(text: &str) -> Spanned<Chunk> {
    Spanned::detached(Chunk::Verbatim(text.to_owned()))
}
