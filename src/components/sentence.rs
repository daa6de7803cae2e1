//! A paragraph's sentences, each with its own place and at most one mark.
//! Here because a claim that Table 1 speaks to, and a doubt about it, open from one and the same mark.
//! Must not know: what a card shows.

use leptos::prelude::*;
use review::Inline;

use super::{links::href, marks::note_mark, rich_text::inlines};
use crate::services::content::use_review;

/// The sentences of a paragraph.
pub fn sentences(paragraph: &[Inline]) -> AnyView {
    review::sentences(paragraph)
        .iter()
        .map(|text| sentence(text))
        .collect_view()
        .into_any()
}

fn sentence(text: &[Inline]) -> AnyView {
    let Some(anchor) = review::fact_anchor(text) else {
        return inlines(text);
    };
    let claims = claims(text);
    let notes: Vec<String> = text
        .iter()
        .filter_map(|inline| match inline {
            Inline::Note(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    let rest: Vec<Inline> = text
        .iter()
        .filter(|inline| claims.is_empty() || !matches!(inline, Inline::Note(_)))
        .cloned()
        .collect();
    // Two facts of one sentence both lead to it.
    let more = review::facts(text).into_iter().skip(1);
    let more = more
        .map(|number| view! { <span id=format!("fact-{number}")></span> })
        .collect_view();
    view! {
        <span class="sentence" id=anchor>
            {more}
            {inlines(&rest)}
            {(!claims.is_empty()).then(|| mark(&claims, &notes))}
        </span>
    }
    .into_any()
}

/// Facts of this sentence to which Table 1 has something to say.
fn claims(text: &[Inline]) -> Vec<u16> {
    let review = use_review();
    let speaks = |number: &u16| {
        let fact = review.fact(*number);
        fact.is_some_and(|fact| review.rows_for(fact).next().is_some())
    };
    review::facts(text).into_iter().filter(speaks).collect()
}

fn mark(claims: &[u16], notes: &[String]) -> AnyView {
    let facts = claims.iter().map(|number| format!("fact-{number}"));
    let doubts = notes.iter().map(|id| format!("note-{id}"));
    let cards = facts.chain(doubts).collect::<Vec<_>>().join(" ");
    match notes.first() {
        Some(id) => note_mark(id, &cards),
        None => {
            let claimed = claims
                .first()
                .and_then(|number| use_review().fact(*number)?.claim.as_ref());
            let material = claimed
                .map(|claim| claim.material.clone())
                .unwrap_or_default();
            view! {
                <a
                    class="claim-mark"
                    href=href(&format!("/materials/{material}/#tests"))
                    aria-label="What Table 1 says"
                    data-card=cards
                >
                    "▤"
                </a>
            }
            .into_any()
        }
    }
}
