//! Table 1 of the review as a table that the explorer can query, with our groupings and derived columns.
//! Here because only here are both the review and the explorer known.
//! Must not know: how the table is shown.

mod columns;
mod rows;

use explorer::{Row, Table};
use review::{InterphaseType, Review};

pub use columns::*;

/// Keys in the table's address that are no part of the query: the frame's theme, and rows whose detail is open.
pub const PAGE_KEYS: [&str; 3] = ["theme", OPEN_KEY, CHART_KEY];
/// Which chart is shown.
pub const CHART_KEY: &str = "chart";
/// Ids of rows, separated by commas.
pub const OPEN_KEY: &str = "open";

/// Table 1 with everything derived from it.
pub fn table_1(review: &Review) -> Table {
    with_own(review, Vec::new())
}

/// Table 1, the reader's own rows after it, and what is derived from both alike.
pub fn with_own(review: &Review, own: Vec<Row>) -> Table {
    columns::derived(printed(review).with_own(own))
}

/// What is printed and how we group it: one row per test condition in printed order, whose id is the condition's. This
/// is also what a reader's own file is read against.
pub fn printed(review: &Review) -> Table {
    Table {
        columns: columns::printed(),
        rows: rows::printed(review),
    }
}

/// How a family of interphases is named in addresses and on the page.
pub fn type_label(kind: InterphaseType) -> explorer::Label {
    match kind {
        InterphaseType::FunctionalCoatingLayer => {
            rows::label("functional-coating-layer", "Functional coating layer")
        }
        InterphaseType::SolidElectrolyteInterphase => rows::label(
            "solid-electrolyte-interphase",
            "Solid electrolyte interphase",
        ),
    }
}
