//! The table's state: the address, read in one place and written in one place.
//! Here because reload, share and Back must all show the same view.
//! Must not know: how anything looks.

use std::sync::Arc;

use explorer::{Index, QueryWarning, Row, Table, TableView, ViewQuery};
use leptos::prelude::*;

use crate::{
    platform::address::{Address, joined, kept, use_address},
    services::{content::use_review, table},
};

/// Keys in the address that are not the explorer's: the frame's, and which chart is shown.
const FOREIGN_KEYS: &[&str] = &["theme", CHART_KEY];
const CHART_KEY: &str = "chart";

/// Everything the table's parts share; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct TableState {
    /// Table 1 and, after it, the reader's own rows. It changes with those alone.
    table: RwSignal<Arc<Table>>,
    pub query: Memo<ViewQuery>,
    pub warnings: Memo<Vec<QueryWarning>>,
    pub view: Memo<TableView>,
    /// What the address says of the chart; empty if nothing.
    pub chart: Memo<String>,
    /// The row that is pointed at, in table or chart, by its position in the table.
    pub lit: RwSignal<Option<usize>>,
    address: Address,
}

impl TableState {
    /// Reads the address from now on. Before the takeover the view is the default one, as prerendered.
    pub fn provide() -> Self {
        let table = RwSignal::new(Arc::new(table::table_1(use_review())));
        // Never equal to another: an index is only made anew where the table is.
        let index = ArcMemo::new_with_compare(
            move |_| table.with(|table| Arc::new(Index::new(table))),
            |_, _| true,
        );
        let address = use_address();
        let search = address.query();
        let parsed = Memo::new(move |_| {
            table.with(|table| search.with(|search| ViewQuery::parse(search, table, FOREIGN_KEYS)))
        });
        let query = Memo::new(move |_| parsed.with(|(query, _)| query.clone()));
        let view = Memo::new(move |_| index.with(|index| query.with(|query| index.view(query))));
        Self {
            table,
            query,
            warnings: Memo::new(move |_| parsed.with(|(_, warnings)| warnings.clone())),
            view,
            chart: Memo::new(move |_| search.with(|search| chart_word(search))),
            lit: RwSignal::new(None),
            address,
        }
    }

    /// The table; whoever asks inside a view or an effect is told when own rows change it.
    pub fn table(self) -> Arc<Table> {
        self.table.get()
    }

    /// The table as it is now, for events.
    pub fn table_now(self) -> Arc<Table> {
        self.table.get_untracked()
    }

    /// Puts the reader's own rows after Table 1, in place of earlier ones.
    pub fn set_own(self, own: Vec<Row>) {
        self.lit.set(None);
        self.table.set(Arc::new(table::with_own(use_review(), own)));
    }

    /// Shows another view and makes it a step that Back undoes.
    pub fn change(self, edit: impl FnOnce(&mut ViewQuery)) {
        self.set(edit, false);
    }

    /// Shows another view in place: typing must not fill the history letter by letter.
    pub fn adjust(self, edit: impl FnOnce(&mut ViewQuery)) {
        self.set(edit, true);
    }

    pub fn clear(self) {
        self.change(|query| *query = query.cleared());
    }

    /// Names another chart in the address, in place; an empty name is left out.
    pub fn show_chart(self, name: &str) {
        let now = self.address.query().get_untracked();
        let of_chart = kept(&now, &[CHART_KEY]);
        let others: Vec<&str> = now
            .split('&')
            .filter(|pair| !pair.is_empty() && !of_chart.split('&').any(|known| known == *pair))
            .collect();
        let chart = if name.is_empty() {
            String::new()
        } else {
            format!("{CHART_KEY}={name}")
        };
        self.address.show(&joined(&others.join("&"), &chart), true);
    }

    /// The query of the address as it is.
    pub fn address(self) -> String {
        self.address.query().get_untracked()
    }

    fn set(self, edit: impl FnOnce(&mut ViewQuery), in_place: bool) {
        let mut next = self.query.get_untracked();
        edit(&mut next);
        let frames_own = kept(&self.address.query().get_untracked(), FOREIGN_KEYS);
        self.address
            .show(&joined(&next.encode(), &frames_own), in_place);
    }
}

fn chart_word(query: &str) -> String {
    let pairs = kept(query, &[CHART_KEY]);
    let value = pairs
        .split('&')
        .next()
        .and_then(|pair| pair.split_once('='));
    value.map(|(_, value)| value.to_owned()).unwrap_or_default()
}
