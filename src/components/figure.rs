//! A figure of ours: the drawing, what its parts are, and its numbers.
//! Here because sections, the page of figures and print all show the same thing.
//! Must not know: pointing and pressing; `behaviours::parts` answers those.

use leptos::prelude::*;
use review::{Figure, FigureData, FigurePart};

use super::{marks::source_note, prose::table, rich_text::inlines};

/// The figure as a whole. The list of parts says in words what pointing at the drawing shows.
pub fn figure(figure: &Figure) -> AnyView {
    let id = &figure.id;
    let alternative = format!("fig-{id}-alternative");
    let drawing = drawing(figure, &alternative);
    view! {
        <figure class="drawing" id=format!("fig-{id}") tabindex="-1" data-figure>
            <div class="drawing-stage" inner_html=drawing></div>
            <p class="visually-hidden" id=alternative>{figure.alternative.clone()}</p>
            <figcaption>
                <p>
                    <strong>{format!("Figure {}. {}. ", figure.number, figure.title)}</strong>
                    {inlines(&figure.caption)}
                    {figure.notes.iter().map(|note| source_note(note)).collect_view()}
                    <span class="drawing-subject">{format!(" Our own drawing; the review\u{2019}s is {}.", figure.subject)}</span>
                </p>
                <ul class="parts">{figure.parts.iter().map(|part| part_view(id, part)).collect_view()}</ul>
                {figure.data.as_ref().map(data)}
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The drawing with its name and its words, so that it is read as one picture with parts.
fn drawing(figure: &Figure, alternative: &str) -> String {
    let name = format!("Figure {}. {}", figure.number, figure.title)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;");
    let head =
        format!("<svg role=\"group\" aria-label=\"{name}\" aria-describedby=\"{alternative}\"");
    figure.svg.replacen("<svg", &head, 1)
}

fn part_view(figure: &str, part: &FigurePart) -> impl IntoView + use<> {
    view! {
        <li id=format!("fig-{figure}-{}", part.id) data-part-text=part.id.clone()>
            <strong>{part.label.clone()}</strong>
            ": "
            {inlines(&part.text)}
        </li>
    }
    .into_any()
}

fn data(data: &FigureData) -> AnyView {
    view! {
        <details class="figure-data">
            <summary>"The numbers: " {inlines(&data.caption)}</summary>
            {table(&data.columns, &data.rows)}
        </details>
    }
    .into_any()
}
