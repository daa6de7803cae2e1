//! The chart as a picture to take away.
//! Here because a picture that leaves the page must carry its title, its source and its address along.
//! Must not know: how pictures are made (`plot`), what stands on them (`paper.rs`).

use leptos::{prelude::*, task::spawn_local};
use review::Article;

use super::{ChartState, paint::Look, paper::Paper};
use crate::{
    components::{links::href, takeover::use_taken_over},
    platform::{self, theme::colour},
    plot::{self, SCRIPT},
    services::{
        content::use_review,
        table::{CURRENT_DENSITY, LIFESPAN},
    },
};

#[component]
pub fn Save(chart: ChartState) -> impl IntoView {
    let taken_over = use_taken_over();
    let article = &use_review().article;
    let script = StoredValue::new(href(SCRIPT));
    let page = StoredValue::new(href("/explore/"));
    let (fault, set_fault) = signal(String::new());
    let button = |format: &'static str, label: &'static str| {
        let save = move |_| {
            set_fault.set(String::new());
            let paper = paper(chart, article, &page.get_value());
            spawn_local(async move {
                let saved = take_away(chart, &paper, &script.get_value(), format).await;
                set_fault.try_set(saved.err().unwrap_or_default());
            });
        };
        view! {
            <button type="button" disabled=move || !taken_over.get() on:click=save>
                {label}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="chart-tools">
            {button("png", "Save as PNG")} {button("svg", "Save as SVG")}
            <span class="fault" role="alert">
                {fault}
            </span>
        </div>
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
    let ranges = state.query.with_untracked(|query| {
        [CURRENT_DENSITY, LIFESPAN].map(|column| query.ranges.get(column).copied())
    });
    let look = Look {
        width: 0,
        drag: false,
        ranges,
        paper: Some(paper),
    };
    let (figure, size) = chart.drawing.with_untracked(|drawing| {
        let figure = drawing.figure(&look, &|token| colour(token).unwrap_or_default());
        (figure, paper.size(drawing))
    });
    let word = chart.kind.get_untracked().word();
    let word = if word.is_empty() { "lifespan" } else { word };
    let (n_shown, total) = state
        .view
        .with_untracked(|view| (view.rows.len(), view.total));
    let name = paper.file_name(word, n_shown, total);
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
        title: chart.kind.get_untracked().title().to_owned(),
        shown: shown(n_shown, total, &words),
        caption: chart.drawing.with_untracked(super::Drawing::caption),
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
