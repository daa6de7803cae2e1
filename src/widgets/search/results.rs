//! What was found, by kind, with the words that fitted; or why nothing is shown, and what to do.
//! Here because empty, waiting, none and failed are states that a reader meets as often as results.
//! Must not know: how documents are found.

use leptos::prelude::*;

use super::state::{Answer, SearchState, Shown, result_id};
use crate::{
    components::links::href,
    services::search::{Document, Found, Kind, Piece, excerpt, marked},
};

/// What the search is good at, one of each.
const SUGGESTIONS: [&str; 6] = [
    "dead zinc",
    "ZnF2 lifespan",
    "why does hydrogen evolve",
    "polyimide 1500 ohm",
    "-70 °C",
    "reference 40",
];

#[component]
pub fn Results(state: SearchState) -> impl IntoView {
    let status = move || {
        state
            .answer
            .with(|answer| state.question.with(|question| status(answer, question)))
    };
    let base = StoredValue::new(href(""));
    let groups = move || {
        state.shown.with(|shown| {
            shown
                .iter()
                .map(|group| base.with_value(|base| group_view(state, group, base)))
                .collect_view()
        })
    };
    view! {
        <p class="search-status" role="status">
            {status}
        </p>
        <Aside state=state />
        <div class="search-results" id="search-results" role="listbox" aria-label="Results">
            {groups}
        </div>
        <Rest state=state />
    }
    .into_any()
}

fn status(answer: &Answer, question: &str) -> String {
    match answer {
        Answer::Silent | Answer::Failed(_) => String::new(),
        Answer::Waiting => "The list of what can be found is on its way.".to_owned(),
        Answer::Found(found) => {
            let n = match found.len() {
                0 => "No results".to_owned(),
                1 => "1 result".to_owned(),
                n => format!("{n} results"),
            };
            format!("{n} for “{}”", question.trim())
        }
    }
}

/// What stands in place of results.
#[component]
fn Aside(state: SearchState) -> impl IntoView {
    let base = StoredValue::new(href(""));
    move || {
        match state.answer.get() {
        Answer::Silent => {
            let suggestions = SUGGESTIONS
                .map(|question| view! { <li>{base.with_value(|base| suggestion(state, question, base))}</li> });
            view! {
                <div class="search-aside">
                    <p>
                        "Sections, materials, test conditions, figures, terms, source notes and references are searched as you type. Formulas need no subscripts, and small misspellings are forgiven. For example:"
                    </p>
                    <ul class="search-suggestions">{suggestions}</ul>
                </div>
            }
            .into_any()
        }
        Answer::Found(found) if found.is_empty() => view! {
            <div class="search-aside">
                <p>
                    "Nothing here has these words. Try fewer words, another spelling, a formula such as ZnF2 in place of a name, or a number as the review prints it."
                </p>
            </div>
        }
        .into_any(),
        Answer::Failed(reason) => view! {
            <div class="failure" role="alert">
                <p>
                    {reason} " If the site has just been renewed, reload the page. The contents below work without the search."
                </p>
                <button type="button" on:click=move |_| state.load()>
                    "Try again"
                </button>
            </div>
        }
        .into_any(),
        Answer::Waiting | Answer::Found(_) => ().into_any(),
    }
    }
}

/// A question to try: a link that can be opened elsewhere, answered here when pressed.
fn suggestion(state: SearchState, question: &'static str, base: &str) -> AnyView {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", question)
        .finish();
    view! {
        <a
            href=format!("{base}/search/?{query}")
            on:click=move |event| {
                if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                    event.prevent_default();
                    state.ask(question, false);
                }
            }
        >
            {question}
        </a>
    }
    .into_any()
}

/// The way to results that are not shown.
#[component]
fn Rest(state: SearchState) -> impl IntoView {
    let hidden = Memo::new(move |_| {
        state.shown.with(|shown| {
            shown
                .iter()
                .map(|group| group.total - group.found.len())
                .sum::<usize>()
        })
    });
    move || {
        (hidden.get() > 0).then(|| {
            view! {
                <button type="button" class="search-rest" on:click=move |_| state.show_all()>
                    {format!("Show {} more", hidden.get_untracked())}
                </button>
            }
        })
    }
}

fn group_view(state: SearchState, group: &Shown, base: &str) -> AnyView {
    let name = format!("results-{}", group.kind.word());
    let label = name.clone();
    let options = group
        .found
        .iter()
        .map(|(at, found)| option(state, *at, found, base))
        .collect_view();
    view! {
        <div role="group" aria-labelledby=label>
            <p class="search-kind" role="presentation" id=name>
                {group.kind.heading()}
                <span class="count">{format!(" {}", group.total)}</span>
            </p>
            {options}
        </div>
    }
    .into_any()
}

fn option(state: SearchState, at: usize, found: &Found, base: &str) -> Option<AnyView> {
    let document = state.document(found)?;
    let (passage, pieces) = excerpt(&document, &found.matched).unzip();
    let place = format!("{base}{}", document.place(passage));
    let title = marked(&document.title, &found.matched);
    let other_name = other_name(&document, &title, found);
    let title = pieces_view(title);
    let within = (!document.within.is_empty())
        .then(|| view! { <span class="result-within">{document.within.clone()}</span> });
    // The title of a row says all that there is.
    let excerpt = pieces
        .filter(|_| document.kind != Kind::Row)
        .map(|pieces| view! { <span class="result-excerpt">{pieces_view(pieces)}</span> });
    Some(
        view! {
            <a
                class="result"
                role="option"
                id=result_id(at)
                href=place
                aria-selected=move || if state.active.get() == Some(at) { "true" } else { "false" }
            >
                <span class="result-title">{title}</span>
                " "
                {other_name}
                " "
                {within}
                " "
                {excerpt}
            </a>
        }
        .into_any(),
    )
}

/// The abbreviation or other name that was meant, where the title does not have it.
fn other_name(document: &Document, title: &[Piece], found: &Found) -> Option<AnyView> {
    if title.iter().any(|piece| piece.marked) {
        return None;
    }
    let aliases = document.aliases.iter();
    let named = aliases
        .map(|alias| marked(alias, &found.matched))
        .find(|pieces| pieces.iter().any(|piece| piece.marked))?;
    Some(view! { <span class="result-within">{pieces_view(named)}</span> }.into_any())
}

fn pieces_view(pieces: Vec<Piece>) -> Vec<AnyView> {
    pieces
        .into_iter()
        .map(|piece| {
            if piece.marked {
                view! { <mark>{piece.text}</mark> }.into_any()
            } else {
                piece.text.into_any()
            }
        })
        .collect()
}
