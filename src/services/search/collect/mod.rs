//! The review as documents: everything with an address of its own.
//! Here because what cannot be found might as well not be there.
//! Must not know: how words are compared, how pages look.

mod apparatus;
mod materials;
mod sections;
mod typeset;

use review::{Inline, Preset, Review};

pub use typeset::label;
use typeset::typeset;

use super::document::{Document, Kind, Passage};
use crate::{
    routes::{Route, SITE_NAME},
    services::equations,
};

/// Every document of the site, in the order of its pages.
pub fn collect(review: &Review) -> Vec<Document> {
    let mut out = sections::collect(review);
    out.extend(materials::collect(review));
    out.extend(apparatus::collect(review));
    out.extend(pages(review));
    out
}

/// The presets on their page, each with its place. They are no documents of their own: a run called after a property must
/// not stand before the entry that explains the property.
fn presets(review: &Review) -> Vec<Passage> {
    let sentences = |preset: &Preset| {
        let own = [Passage::new(preset.title.as_str())].into_iter();
        let texts = [&preset.brief, &preset.lever];
        let at_place = |passage| Passage {
            anchor: preset.id.clone(),
            ..passage
        };
        own.chain(texts.iter().flat_map(|text| sentences(review, text)))
            .map(at_place)
            .collect::<Vec<_>>()
    };
    review.presets.iter().flat_map(sentences).collect()
}

/// The equations of the simulator on their page, each with its place.
fn laws(review: &Review) -> Vec<Passage> {
    let found = equations::load().ok();
    let laws = found.into_iter().flat_map(|found| found.all());
    laws.flat_map(|one| {
        let own = [Passage::new(one.title.as_str())].into_iter();
        own.chain(sentences(review, &one.says))
            .map(|passage| Passage {
                anchor: one.id.clone(),
                ..passage
            })
            .collect::<Vec<_>>()
    })
    .collect()
}

/// The title of a page without the site's name.
fn name_of(title: &str) -> String {
    let name = title.trim_end_matches(SITE_NAME).trim_end_matches(" · ");
    name.to_owned()
}

/// Pages that are more than a list of what is found by itself.
fn pages(review: &Review) -> impl Iterator<Item = Document> {
    let routes = [
        (Route::Explore, "table sort filter csv"),
        (Route::Simulate, "simulation model dendrite growth"),
        (Route::Presets, "examples cases parameters"),
        (Route::Equations, "formulas laws parameters"),
        (
            Route::Validation,
            "validation verification benchmark accuracy error tolerance",
        ),
        (Route::Figures, "drawings"),
        (Route::Materials, ""),
        (Route::References, "bibliography"),
        (Route::Glossary, "terms abbreviations"),
        (Route::SourceNotes, "discrepancies errors"),
        (Route::WholeReview, "print"),
        (Route::Cite, "citation bibtex ris"),
        (Route::Teach, "embed iframe lecture"),
        (Route::About, "licence"),
    ];
    routes.into_iter().map(|(route, other_names)| {
        let meta = route.meta(review);
        let further = match route {
            Route::Presets => presets(review),
            Route::Equations => laws(review),
            _ => Vec::new(),
        };
        Document {
            kind: Kind::Page,
            title: name_of(&meta.title),
            within: String::new(),
            path: route.path(),
            anchor: String::new(),
            aliases: other_names.split_whitespace().map(str::to_owned).collect(),
            passages: [Passage::new(meta.description)]
                .into_iter()
                .chain(further)
                .collect(),
        }
    })
}

/// A text as passages, sentence by sentence, with what its abbreviations stand for.
fn sentences(review: &Review, text: &[Inline]) -> Vec<Passage> {
    review::sentences(text)
        .iter()
        .map(|sentence| Passage {
            also: spelt_out(review, sentence),
            ..Passage::new(typeset(sentence).trim())
        })
        .filter(|passage| !passage.text.is_empty())
        .collect()
}

fn spelt_out(review: &Review, sentence: &[Inline]) -> String {
    let mut names: Vec<&str> = sentence
        .iter()
        .filter_map(|inline| match inline {
            Inline::Abbreviation { term, .. } => Some(review.term(term)?.label.as_str()),
            _ => None,
        })
        .collect();
    names.dedup();
    names.join(", ")
}
