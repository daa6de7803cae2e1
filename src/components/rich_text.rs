//! The review's runs of text as HTML.
//! Here because sections, notes, definitions and table cells share one text model.
//! Must not know: blocks, which page the text stands on.

use leptos::prelude::*;
use review::Inline;

use super::links::href;

/// A run of text.
pub fn inlines(text: &[Inline]) -> AnyView {
    text.iter().map(inline).collect_view().into_any()
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(text) => view! { <em>{inlines(text)}</em> }.into_any(),
        Inline::Strong(text) => view! { <strong>{inlines(text)}</strong> }.into_any(),
        Inline::Subscript(text) => view! { <sub>{inlines(text)}</sub> }.into_any(),
        Inline::Superscript(text) => view! { <sup>{inlines(text)}</sup> }.into_any(),
        Inline::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Inline::Link { href: to, text } => {
            let to = if to.starts_with('/') {
                href(to)
            } else {
                to.clone()
            };
            view! { <a href=to>{inlines(text)}</a> }.into_any()
        }
        Inline::Cite(numbers) => citation(numbers),
        Inline::Material { id, text } => {
            let to = href(&format!("/explore/?material={id}"));
            view! {
                <a class="material" href=to title="Its rows in Table 1">
                    {inlines(text)}
                </a>
            }
            .into_any()
        }
        Inline::Term { id, text } => {
            let to = href(&format!("/glossary/#{id}"));
            view! {
                <a class="term" href=to>
                    {inlines(text)}
                </a>
            }
            .into_any()
        }
        Inline::SectionLink { slug, text } => {
            let to = href(&format!("/read/{slug}/"));
            view! { <a href=to>{inlines(text)}</a> }.into_any()
        }
        Inline::Note(id) => source_note(id),
        // Which sentence states which fact is for tests and links back, not for the eye.
        Inline::Fact(_) => ().into_any(),
    }
}

/// `[5, 6]`: each number a link of its own, named for those who only hear it.
pub fn citation(numbers: &[u16]) -> AnyView {
    let links = numbers
        .iter()
        .enumerate()
        .map(|(position, number)| {
            let to = href(&format!("/references/#ref-{number}"));
            view! {
                {(position > 0).then_some(", ")}
                <a href=to aria-label=format!("reference {number}")>{number.to_string()}</a>
            }
        })
        .collect_view();
    view! { <span class="cite">"["{links}"]"</span> }.into_any()
}

/// A small mark that opens the source note.
pub fn source_note(id: &str) -> AnyView {
    let to = href(&format!("/source-notes/#{id}"));
    view! {
        <a class="note-mark" href=to aria-label=format!("source note {id}") title=format!("Source note {id}")>
            "※"
        </a>
    }
    .into_any()
}
