//! The rows shown as a CSV file.
//! Here because what is seen can be taken away.
//! Must not know: how a file is written.

use explorer::{ExportError, ExportHeader};
use leptos::prelude::*;
use review::Article;

use super::state::TableState;
use crate::{components::live::on, platform, routes::SITE_NAME, services::content::use_review};

#[component]
pub fn Download(state: TableState) -> impl IntoView {
    let review = use_review();
    let (fault, set_fault) = signal(None);
    let save = move |_| {
        let outcome = csv(state, &review.article)
            .map_err(|error| error.to_string())
            .and_then(|text| {
                platform::download::offer("table-1.csv", "text/csv;charset=utf-8", &text)
                    .map_err(|_| "This browser refused the download.".to_owned())
            });
        set_fault.set(outcome.err());
    };
    view! {
        <button type="button" on:click=on(save)>
            "Download CSV"
        </button>
        <span class="fault" role="alert">
            {fault}
        </span>
    }
    .into_any()
}

/// The rows shown, with where they come from.
fn csv(state: TableState, article: &Article) -> Result<String, ExportError> {
    let header = ExportHeader {
        title: "Table 1: artificial interphases on zinc anodes, as printed".to_owned(),
        source: format!(
            "{}, {} {}, {}, {}, https://doi.org/{}",
            article.title,
            article.journal,
            article.year,
            article.volume,
            article.pages,
            article.doi
        ),
        licence: format!("CC BY 4.0 (data compilation), {SITE_NAME} contributors"),
        filter: state.query.with_untracked(|query| query.encode()),
        date: platform::today(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let table = state.table_now();
    state
        .view
        .with_untracked(|view| explorer::to_csv(&table, view, &header))
}
