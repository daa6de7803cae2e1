//! How to cite the article, this companion, its data and its simulator.
//! Here because a reader who uses something has to name it rightly.
//! Must not know: how citations are written.

use leptos::prelude::*;

use crate::{
    components::{
        copy::copy_button,
        links::{href, use_site_address},
    },
    services::citations::{Date, Format, REFERENCES, Shelf, Style},
    services::content::use_review,
};

/// Titles of the things to cite, in the order of their shelves.
const THINGS: [(&str, &str, &str); 4] = [
    (
        "article",
        "The article",
        "The review itself, for what it claims. It is not ours: read it at its publisher before you cite it.",
    ),
    (
        "companion",
        "This companion",
        "For our retelling, drawings, glossary and source notes.",
    ),
    (
        "dataset",
        "Table 1 as data",
        "For our compilation: its ids, numbers read from the print, and marks where the print is doubtful. Name the article too.",
    ),
    (
        "simulator",
        "The simulator",
        "For a run or a picture of one, with the version and the address that holds its settings.",
    ),
];

#[component]
pub fn Cite() -> impl IntoView {
    let address = use_site_address();
    let shelves = Shelf::all(use_review(), address.as_deref());
    let things = THINGS
        .into_iter()
        .filter_map(|(name, title, purpose)| {
            let shelf = shelves.iter().find(|shelf| shelf.name == name)?;
            Some(thing(shelf, title, purpose))
        })
        .collect_view();
    let references = shelves
        .iter()
        .find(|shelf| shelf.name == REFERENCES)
        .map(references);
    view! {
        <article class="prose cite-page">
            <h1>"Cite"</h1>
            <p class="lead">
                "Cite what you used: the article for what it claims, the primary paper for a result, and us for what we made of them."
            </p>
            <Purposes />
            <Identity known=address.is_some() />
            {things}
            {references}
        </article>
    }
    .into_any()
}

#[component]
fn Purposes() -> impl IntoView {
    view! {
        <h2 id="what-for-what">"What to cite for what"</h2>
        <dl class="purposes">
            <dt>"A statement of the review"</dt>
            <dd>
                <a href="#article">"The article"</a>
                ". We tell it in other words; check the original before you cite."
            </dd>
            <dt>"A measured result, such as a lifespan"</dt>
            <dd>
                "The primary paper, from " <a href=href("/references/")>"the references"</a>
                ", and the article as the place that quotes it. A reference marked as identified was never checked against the original list."
            </dd>
            <dt>"Our wording, a drawing, a source note"</dt>
            <dd>
                <a href="#companion">"This companion"</a>
                "."
            </dd>
            <dt>"Table 1 as a file, filtered or sorted"</dt>
            <dd>
                <a href="#dataset">"The data"</a> " and the article. " <a href=href("/explore/")>"The table's page"</a>
                " gives a citation of the view that you have before you."
            </dd>
            <dt>"A simulated deposit or curve"</dt>
            <dd>
                <a href="#simulator">"The simulator"</a> ". " <a href=href("/simulate/")>"Its page"</a>
                " gives a citation with the settings of your run. It computes a model and is no evidence for a named material."
            </dd>
        </dl>
    }
    .into_any()
}

/// What names our own works as long as no registry does.
#[component]
fn Identity(known: bool) -> impl IntoView {
    let released = Date::released().map(|date| format!(" of {}", date.iso()));
    view! {
        <p>
            "Companion, data and simulator have no DOI: none was registered. Name the version, "
            {env!("CARGO_PKG_VERSION")} {released}
            ", and the address with the day on which you looked."
            {(!known)
                .then_some(
                    " This copy of the site was built without being told its address: add the one that your browser shows.",
                )}
        </p>
    }
    .into_any()
}

fn thing(shelf: &Shelf, title: &'static str, purpose: &'static str) -> AnyView {
    let styles = shelf.works.first().map(|work| {
        Style::ALL
            .into_iter()
            .filter_map(|style| {
                // The prerenderer writes every work in every style first and stops the build where one fails.
                let line = style.write(work).ok()?;
                Some(view! {
                    <div>
                        <dt>{style.name()}</dt>
                        <dd>
                            <p>{line.clone()}</p>
                            {copy_button("text", &format!("{} of {title}", style.name()), line)}
                        </dd>
                    </div>
                })
            })
            .collect_view()
    });
    let formats = Format::ALL
        .into_iter()
        .filter_map(|format| boxed(shelf, format, title))
        .collect_view();
    view! {
        <section aria-labelledby=shelf.name>
            <h2 id=shelf.name tabindex="-1">
                {title}
            </h2>
            <p>{purpose}</p>
            <dl class="styles">{styles}</dl>
            {formats}
        </section>
    }
    .into_any()
}

/// One format: to copy, to select, or to keep as a file.
fn boxed(shelf: &Shelf, format: Format, title: &'static str) -> Option<AnyView> {
    let text = format.write(&shelf.works).ok()?;
    let label = format!("{} of {title}", format.name());
    let box_ = view! {
        <details class="citation" open=matches!(format, Format::BibTex)>
            <summary>{format.name()}</summary>
            <pre tabindex="0" role="region" aria-label=label.clone()>
                <code>{text.clone()}</code>
            </pre>
            <p class="citation-actions">
                {copy_button(format.name(), &label, text)}
                <a href=href(&format!("/{}", shelf.file(format))) download>
                    {format!("Download {}.{}", shelf.name, format.ending())}
                </a>
            </p>
        </details>
    };
    Some(box_.into_any())
}

fn references(shelf: &Shelf) -> AnyView {
    let files = Format::ALL
        .map(|format| {
            view! {
                <li>
                    <a href=href(&format!("/{}", shelf.file(format))) download>
                        {format.name()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="references">
            <h2 id="references" tabindex="-1">
                "The references"
            </h2>
            <p>
                "The " {shelf.works.len()}
                " references of which more than the number is known, in one file. Each carries a note on how far it was identified, and a DOI only where we saw one. "
                <a href=href("/references/")>"The list"</a> " gives them one by one."
            </p>
            <ul class="inline-list">{files}</ul>
        </section>
    }
    .into_any()
}
