//! The review's 64 references, each with what is known of it.
//! Here because a number in brackets must lead to something honest.
//! Must not know: citation styles.

use leptos::prelude::*;
use review::{Reference, ReferenceStatus};

use crate::{
    components::{
        links::href,
        reference::{Status, doi, record},
    },
    routes,
    widgets::place::use_review,
};

#[component]
pub fn References() -> impl IntoView {
    let review = use_review();
    let count = |status| {
        review
            .references
            .iter()
            .filter(|reference| reference.status == status)
            .count()
    };
    view! {
        <article class="prose">
            <h1>"References"</h1>
            <p class="lead">
                "The numbers are the review's own. Its list was not available to us in full, so each entry says how far it could be tied to a paper."
            </p>
            <dl class="statuses">
                <div>
                    <dt><Status status=ReferenceStatus::Verified /></dt>
                    <dd>{count(ReferenceStatus::Verified)} " found, and the abstract read"</dd>
                </div>
                <div>
                    <dt><Status status=ReferenceStatus::Identified /></dt>
                    <dd>
                        {count(ReferenceStatus::Identified)}
                        " recognised by author, topic and year, not checked against the original list"
                    </dd>
                </div>
                <div>
                    <dt><Status status=ReferenceStatus::Unidentified /></dt>
                    <dd>{count(ReferenceStatus::Unidentified)} " known by number and role only"</dd>
                </div>
            </dl>
            <ol class="references">{review.references.iter().map(entry).collect_view()}</ol>
        </article>
    }
    .into_any()
}

fn entry(reference: &'static Reference) -> impl IntoView {
    view! {
        <li id=format!("ref-{}", reference.number) value=reference.number.to_string() tabindex="-1">
            <p>
                {record(reference)} " " <Status status=reference.status />
                " "
                {doi(reference)}
            </p>
            <p class="role">"Cited for: " {reference.role.clone()}</p>
            {cited_in(reference)}
        </li>
    }
    .into_any()
}

fn cited_in(reference: &Reference) -> Option<AnyView> {
    let review = use_review();
    let links = reference
        .cited_in
        .iter()
        .filter_map(|slug| review.section(slug))
        .map(|section| {
            view! {
                <li>
                    <a href=href(&format!("/read/{}/", section.slug))>{routes::heading(section)}</a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <p class="role">"In: "</p>
            <ul class="inline-list">{links}</ul>
        }
        .into_any()
    })
}
