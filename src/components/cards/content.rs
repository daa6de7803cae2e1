//! What each kind of card shows.
//! Here because seven kinds share one shape: a title, a few lines, and where to read on.
//! Must not know: which page asks.

use leptos::prelude::*;
use review::{Block, Condition, Reference, SourceNote, Verdict};

use super::Card;
use crate::{
    components::{
        condition::{condition_words, verdict_words},
        links::href,
        reference::{Status, copies, doi, record},
        rich_text::inlines,
    },
    routes,
    services::content::use_review,
    services::table::type_label,
};

/// The card, unless it is about something that does not exist.
pub fn card(card: Card) -> Option<AnyView> {
    let review = use_review();
    let (title, body) = match &card {
        Card::Cite(number) => {
            let reference = review.reference(*number)?;
            (format!("Reference {number}").into_any(), cite(reference))
        }
        Card::Material(id) => match (review.material(id), review.text_material(id)) {
            (Some(found), _) => (inlines(&found.name), material(found)),
            (None, Some(found)) => (inlines(&found.name), text_material(found)),
            (None, None) => return None,
        },
        Card::Term(id) => {
            let term = review.term(id)?;
            let short = term.abbreviation.clone().map(|short| format!(" ({short})"));
            let body = view! {
                <p>{inlines(&term.definition)}</p>
                {more(&format!("/glossary/#{id}"), "In the glossary")}
            };
            (
                view! { {inlines(&term.name)}{short} }.into_any(),
                body.into_any(),
            )
        }
        Card::Note(id) => {
            let found = review.note(id)?;
            (
                format!("Source note {id}: {}", found.title).into_any(),
                note(found),
            )
        }
        Card::Figure(id) => {
            let figure = review.figure(id)?;
            let section = review.section_of_figure(id)?;
            let body = view! {
                <p>{inlines(&figure.caption)}</p>
                {more(&format!("/read/{}/#fig-{id}", section.slug), "To the figure")}
            };
            (
                format!("Figure {}. {}", figure.number, figure.title).into_any(),
                body.into_any(),
            )
        }
        Card::Equation(id) => {
            let (
                section,
                Block::Equation {
                    number,
                    mathml,
                    text,
                    ..
                },
            ) = review.equation(id)?
            else {
                return None;
            };
            let title = number.as_ref().map_or("Equation".to_owned(), |number| {
                format!("Equation ({number})")
            });
            let body = view! {
                <div class="equation-body" role="group" aria-label=text.clone() inner_html=mathml.clone()></div>
                {more(&format!("/read/{}/#{id}", section.slug), "To the equation")}
            };
            (title.into_any(), body.into_any())
        }
        Card::Fact(number) => {
            let fact = review.fact(*number)?;
            let rows = review
                .rows_for(fact)
                .map(|(row, verdict)| judged(row, verdict))
                .collect_view();
            let material = &fact.claim.as_ref()?.material;
            let body = view! {
                <ul>{rows}</ul>
                {more(&format!("/materials/{material}/#tests"), "All its tests")}
            };
            ("What Table 1 says".into_any(), body.into_any())
        }
    };
    Some(
        view! {
            <article class="card" id=format!("card-{}", card.name())>
                <h3>{title}</h3>
                {body}
            </article>
        }
        .into_any(),
    )
}

fn more(to: &str, text: &'static str) -> AnyView {
    view! { <p class="card-more"><a href=href(to)>{text}</a></p> }.into_any()
}

fn cite(reference: &'static Reference) -> AnyView {
    let number = reference.number;
    view! {
        <p>{record(reference)} " " <Status status=reference.status /> " " {doi(reference)}</p>
        <p class="role">"Cited for: " {inlines(&reference.role)}</p>
        {sections_line("Cited in: ", &reference.cited_in)}
        <p class="card-more">
            <a href=href(&format!("/references/#ref-{number}"))>"In the references"</a>
            {copies(reference)}
        </p>
    }
    .into_any()
}

/// Links to sections by their slugs, as one line.
fn sections_line(lead: &'static str, slugs: &[String]) -> Option<AnyView> {
    let review = use_review();
    let links = slugs
        .iter()
        .filter_map(|slug| review.section(slug))
        .enumerate()
        .map(|(position, section)| {
            view! {
                {(position > 0).then_some(", ")}
                <a href=href(&format!("/read/{}/", section.slug))>{routes::heading(section)}</a>
            }
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| view! { <p class="role">{lead} {links}</p> }.into_any())
}

fn material(material: &'static review::Material) -> AnyView {
    let rows = use_review()
        .conditions_of(&material.id)
        .map(row_line)
        .collect_view();
    view! {
        <p>{inlines(&material.summary)}</p>
        <p class="role">{type_label(material.kind).text} " of Table 1; tests of symmetric cells:"</p>
        <ul>{rows}</ul>
        <p class="card-more">
            <a href=href(&format!("/materials/{}/", material.id))>"All about it"</a>
            <a href=href(&format!("/explore/?material={}", material.id))>"Its rows in Table 1"</a>
        </p>
    }
    .into_any()
}

fn text_material(material: &'static review::TextMaterial) -> AnyView {
    view! {
        <p>{inlines(&material.summary)}</p>
        <p class="role">"Described in the text of the review; Table 1 has no row for it."</p>
        {more(&format!("/materials/{}/", material.id), "All about it")}
    }
    .into_any()
}

/// A test condition in one line.
fn row_line(row: &Condition) -> AnyView {
    view! { <li>{condition_words(row)}</li> }.into_any()
}

fn judged(row: &Condition, verdict: Verdict) -> AnyView {
    let (class, word) = verdict_words(verdict);
    let to = href(&format!("/explore/?material={}", row.material));
    view! {
        <li class=class>
            <strong>{word}</strong>
            <a href=to>{condition_words(row)}</a>
        </li>
    }
    .into_any()
}

fn note(note: &'static SourceNote) -> AnyView {
    view! {
        <p><span class="card-label">"Printed: "</span>{inlines(&note.printed)}</p>
        <p><span class="card-label">"Finding: "</span>{inlines(&note.finding)}</p>
        <p>
            <span class="card-label">"What we do: "</span>{inlines(&note.handling)}
            {note.unresolved.then(|| view! { " " <span class="evidence unresolved">"unresolved"</span> })}
        </p>
        {more(&format!("/source-notes/#{}", note.id), "All source notes")}
    }
    .into_any()
}
