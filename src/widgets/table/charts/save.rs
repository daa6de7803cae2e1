//! The chart as a picture to take away.
//! Here because a picture that leaves the page must carry its title, its source and its address along.
//! Must not know: how pictures are made (`plot`), what stands on them (`paper.rs`).

use leptos::{prelude::*, task::spawn_local};
use review::Article;

use super::{ChartState, paint::Look, painted, paper::Paper};
use crate::{
    components::{
        links::href,
        live::{live_text, on},
    },
    platform,
    plot::{self, SCRIPT},
    services::content::use_review,
};

pub fn save(chart: ChartState) -> AnyView {
    let fault = RwSignal::new(String::new());
    view! {
        <div class="chart-tools">
            {button(chart, fault, "png", "Save as PNG")} {button(chart, fault, "svg", "Save as SVG")}
            <span class="fault" role="alert">
                {live_text(move || fault.get())}
            </span>
        </div>
    }
    .into_any()
}

fn button(
    chart: ChartState,
    fault: RwSignal<String>,
    format: &'static str,
    label: &'static str,
) -> AnyView {
    let article = &use_review().article;
    let (script, page) = (href(SCRIPT), href("/explore/"));
    let save = move |_: leptos::ev::MouseEvent| {
        fault.set(String::new());
        let paper = paper(chart, article, &page);
        let script = script.clone();
        spawn_local(async move {
            let saved = take_away(chart, &paper, &script, format).await;
            fault.try_set(saved.err().unwrap_or_default());
        });
    };
    view! {
        <button type="button" disabled=chart.resting on:click=on(save)>
            {label}
        </button>
    }
    .into_any()
}

async fn take_away(
    chart: ChartState,
    paper: &Paper,
    script: &str,
    format: &str,
) -> Result<(), String> {
    let state = chart.table;
    let look = Look {
        width: 0,
        drag: false,
        ranges: untrack(|| chart.ranges()),
        paper: Some(paper),
    };
    let drawing = untrack(|| chart.drawing());
    let (figure, size) = (drawing.figure(&look, &painted), paper.size(&drawing));
    let kind = untrack(|| chart.kind());
    let (n_shown, total) = state
        .view
        .with_untracked(|view| (view.rows.len(), view.total));
    let name = paper.file_name(kind.name(), n_shown, total);
    plot::save(script, &figure, &name, format, size).await
}

/// The words for a picture of what is shown now.
fn paper(chart: ChartState, article: &Article, page: &str) -> Paper {
    let state = chart.table;
    let table = state.table_now();
    let query = state.address();
    let question = if query.is_empty() { "" } else { "?" };
    let words = state.query.with_untracked(|query| query.in_words(&table));
    let (n_shown, total) = state
        .view
        .with_untracked(|view| (view.rows.len(), view.total));
    Paper {
        title: untrack(|| chart.kind()).title().to_owned(),
        shown: shown(n_shown, total, &words),
        caption: untrack(|| chart.drawing()).caption(),
        source: source(article),
        link: format!(
            "{}{page}{question}{query}",
            platform::origin().unwrap_or_default()
        ),
        day: platform::today(),
    }
}

/// `12 of 45 conditions of Table 1. Type: Coating.`
pub fn shown(n_shown: usize, total: usize, words: &str) -> String {
    let filter = if words.is_empty() { "No filter" } else { words };
    format!("{n_shown} of {total} conditions of Table 1. {filter}.")
}

/// Whose numbers they are.
pub fn source(article: &Article) -> String {
    format!(
        "Numbers as printed in Table 1 of {}: {}. {} {}, {}, {}. https://doi.org/{}",
        article.authors.join(", "),
        article.title,
        article.journal,
        article.year,
        article.volume,
        article.pages,
        article.doi
    )
}
