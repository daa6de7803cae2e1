//! A reference's record and how far it could be tied to a paper.
//! Here because the list of references and the citation card say the same of it.
//! Must not know: citation styles.

use leptos::prelude::*;
use review::{Reference, ReferenceStatus};

use super::copy::copy_button;
use crate::services::citations;

#[component]
pub fn Status(status: ReferenceStatus) -> impl IntoView {
    let (class, word) = match status {
        ReferenceStatus::Verified => ("status verified", "verified"),
        ReferenceStatus::Identified => ("status identified", "identified"),
        ReferenceStatus::Unidentified => ("status unidentified", "unidentified"),
    };
    view! { <span class=class>{word}</span> }
}

/// Authors, title, journal, year, volume, pages: whatever is known, in that order.
pub fn record(reference: &Reference) -> AnyView {
    let Some(title) = reference.title.clone() else {
        return view! { <span class="unknown">"Not identified."</span> }.into_any();
    };
    let source = [
        reference.journal.clone(),
        reference.year.map(|year| year.to_string()),
        reference.volume.clone(),
        reference.pages.clone(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ");
    view! {
        {reference.authors.clone().map(|authors| format!("{}. ", authors.trim_end_matches('.')))}
        <cite>{title}</cite>
        {format!(". {source}")}
    }
    .into_any()
}

/// The DOI as a link, where it was seen.
pub fn doi(reference: &Reference) -> Option<AnyView> {
    reference.doi.clone().map(|doi| {
        view! { <a href=format!("https://doi.org/{doi}")>{format!("doi:{doi}")}</a> }.into_any()
    })
}

/// Buttons that copy the reference, where enough of it is known.
pub fn copies(reference: &Reference) -> AnyView {
    let number = reference.number;
    let button = |name: &'static str, text: Option<String>| {
        text.map(|text| copy_button(name, &format!("{name} of reference {number}"), text))
    };
    let buttons = [
        button("BibTeX", citations::reference_bibtex(reference)),
        button("RIS", citations::reference_ris(reference)),
    ];
    view! { {buttons} }.into_any()
}
