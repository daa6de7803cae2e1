//! Terms, figures, source notes and references as documents.
//! Here because they are short entries with a number or a name, unlike running text.
//! Must not know: sections, materials.

use review::{Figure, Reference, Review, SourceNote, Term};

use super::{
    sentences,
    typeset::{self, typeset},
};
use crate::{
    routes::Route,
    services::search::document::{Document, Kind, Passage},
};

pub fn collect(review: &Review) -> Vec<Document> {
    let terms = review.glossary.iter().map(|one| term(review, one));
    let figures = review.figures.iter().map(|one| figure(review, one));
    let notes = review.source_notes.iter().map(|one| note(review, one));
    let references = review.references.iter().map(reference);
    terms
        .chain(figures)
        .chain(notes)
        .chain(references)
        .collect()
}

fn term(review: &Review, term: &Term) -> Document {
    let mut aliases = vec![typeset(&term.name)];
    aliases.extend(term.abbreviation.clone());
    let title = typeset::label(&term.label, &term.name);
    aliases.retain(|alias| *alias != title);
    Document {
        kind: Kind::Term,
        title,
        within: String::new(),
        path: Route::Glossary.path(),
        anchor: term.id.clone(),
        aliases,
        passages: sentences(review, &term.definition),
    }
}

fn figure(review: &Review, figure: &Figure) -> Document {
    let place = format!("fig-{}", figure.id);
    let mut passages = sentences(review, &figure.caption);
    passages.extend(figure.parts.iter().map(|part| Passage {
        anchor: format!("{place}-{}", part.id),
        ..Passage::new(format!("{}: {}", part.label, typeset(&part.text)))
    }));
    passages.push(Passage::new(figure.alternative.clone()));
    Document {
        kind: Kind::Figure,
        title: format!("Figure {}. {}", figure.number, figure.title),
        within: String::new(),
        path: Route::Figures.path(),
        anchor: place,
        aliases: vec![format!("figure {}", figure.number)],
        passages,
    }
}

fn note(review: &Review, note: &SourceNote) -> Document {
    let passages = [&note.printed, &note.finding, &note.handling];
    Document {
        kind: Kind::Note,
        title: note.title.clone(),
        within: note.id.clone(),
        path: Route::SourceNotes.path(),
        anchor: note.id.clone(),
        aliases: vec![note.id.clone()],
        passages: passages
            .into_iter()
            .flat_map(|text| sentences(review, text))
            .collect(),
    }
}

fn reference(reference: &Reference) -> Document {
    let number = format!("Reference {}", reference.number);
    let year = reference.year.map(|year| year.to_string());
    let record: Vec<String> = [
        &reference.authors,
        &reference.journal,
        &year,
        &reference.volume,
        &reference.pages,
        &reference.doi,
    ]
    .into_iter()
    .flatten()
    .cloned()
    .collect();
    let mut passages = Vec::new();
    if !record.is_empty() {
        passages.push(Passage::new(record.join(", ")));
    }
    passages.push(Passage::new(format!(
        "Cited for: {}",
        typeset(&reference.role)
    )));
    Document {
        kind: Kind::Reference,
        title: match &reference.title {
            Some(title) => format!("{number}. {title}"),
            None => number.clone(),
        },
        within: String::new(),
        path: Route::References.path(),
        anchor: format!("ref-{}", reference.number),
        aliases: vec![number],
        passages,
    }
}
