//! The table's state: the address, read in one place and written in one place.
//! Here because reload, share and Back must all show the same view.
//! Must not know: how anything looks.

use std::sync::Arc;

use explorer::{Comparison, Index, QueryWarning, Row, Table, TableView, ViewQuery};
use leptos::prelude::*;

use crate::{
    components::{
        live::{live_if, live_text},
        takeover::use_taken_over,
    },
    platform::address::{Address, joined, kept, use_address},
    services::{
        content::use_review,
        table::{self, CHART_KEY, OPEN_KEY, PAGE_KEYS},
    },
};

/// Most characters of an unknown id repeated to the reader.
const MOST_SHOWN_CHARS: usize = 60;

/// What the look of a row depends on beside its own cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// Columns shown, in order.
    pub columns: Vec<usize>,
    pub text: String,
    pub comparison: Option<Comparison>,
    /// Rows that may lie outside a range, ascending.
    pub uncertain: Vec<usize>,
}

/// Everything the table's parts share; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct TableState {
    /// Table 1 and, after it, the reader's own rows. It changes with those alone.
    table: RwSignal<Arc<Table>>,
    pub query: Memo<ViewQuery>,
    pub warnings: Memo<Vec<QueryWarning>>,
    pub view: Memo<TableView>,
    pub look: Memo<Look>,
    /// How many columns are shown.
    pub width: Signal<String>,
    /// Ids of the rows whose detail is open.
    pub open: Memo<Vec<String>>,
    /// Until the takeover is done, controls rest.
    pub resting: Signal<bool>,
    /// What is being dragged, and the address that this last led to.
    sliding: StoredValue<String>,
    /// What the address says of the chart; empty if nothing.
    pub chart: Memo<String>,
    /// The row that is pointed at, in table or chart, by its position in the table.
    pub lit: RwSignal<Option<usize>>,
    /// A row to be brought into view that a long table has not drawn.
    pub sought: RwSignal<Option<usize>>,
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
        let parsed =
            Memo::new(move |_| table.with(|table| search.with(|search| read(search, table))));
        let query = Memo::new(move |_| parsed.with(|(query, ..)| query.clone()));
        let view = Memo::new(move |_| index.with(|index| query.with(|query| index.view(query))));
        let look = Memo::new(move |_| {
            query.with(|query| Look {
                columns: table.with(|table| query.columns(table)),
                text: query.text.clone(),
                comparison: query.comparison.clone(),
                uncertain: view.with(|view| view.uncertain.clone()),
            })
        });
        let taken_over = use_taken_over();
        Self {
            table,
            query,
            warnings: Memo::new(move |_| parsed.with(|(_, warnings, _)| warnings.clone())),
            view,
            look,
            width: live_text(move || look.with(|look| look.columns.len().to_string())),
            open: Memo::new(move |_| parsed.with(|(.., open)| open.clone())),
            resting: live_if(move || !taken_over.get()),
            sliding: StoredValue::new(String::new()),
            chart: Memo::new(move |_| search.with(|search| chart_word(search))),
            lit: RwSignal::new(None),
            sought: RwSignal::new(None),
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

    /// Shows another view while something is dragged: one step in history from its first move to its last.
    pub fn slide(self, what: &str, edit: impl FnOnce(&mut ViewQuery)) {
        let place = || format!("{what}?{}", self.query.with_untracked(ViewQuery::encode));
        self.set(edit, self.sliding.get_value() == place());
        self.sliding.set_value(place());
    }

    /// Opens the detail of a row, or closes it. Back leads to other views, not through details.
    pub fn toggle_open(self, row: &str) {
        let mut open = self.open.get_untracked();
        match open.iter().position(|id| id == row) {
            Some(place) => {
                open.remove(place);
            }
            None => open.push(row.to_owned()),
        }
        self.show(&self.query.with_untracked(ViewQuery::encode), &open, true);
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
        self.show(&next.encode(), &self.open.get_untracked(), in_place);
    }

    fn show(self, query: &str, open: &[String], in_place: bool) {
        let others = kept(&self.address.query().get_untracked(), &["theme", CHART_KEY]);
        let open: Vec<String> = open
            .iter()
            .map(|id| form_urlencoded::byte_serialize(id.as_bytes()).collect())
            .collect();
        let open = if open.is_empty() {
            String::new()
        } else {
            format!("{OPEN_KEY}={}", open.join(","))
        };
        self.address
            .show(&joined(&joined(query, &open), &others), in_place);
    }
}

/// A view, what of the address was not understood, and the rows that it opens.
fn read(search: &str, table: &Table) -> (ViewQuery, Vec<QueryWarning>, Vec<String>) {
    let (query, mut warnings) = ViewQuery::parse(search, table, &PAGE_KEYS);
    let mut open: Vec<String> = Vec::new();
    for (_, ids) in form_urlencoded::parse(search.as_bytes()).filter(|(key, _)| key == OPEN_KEY) {
        for id in ids.split(',').filter(|id| !id.is_empty()) {
            if !table.rows.iter().any(|row| row.id == id) {
                warnings.push(QueryWarning::BadValue {
                    key: OPEN_KEY.to_owned(),
                    value: id.chars().take(MOST_SHOWN_CHARS).collect(),
                    allowed: "ids of rows, such as indium-1".to_owned(),
                });
            } else if !open.iter().any(|known| known == id) {
                open.push(id.to_owned());
            }
        }
    }
    (query, warnings, open)
}

fn chart_word(query: &str) -> String {
    let pairs = kept(query, &[CHART_KEY]);
    let value = pairs
        .split('&')
        .next()
        .and_then(|pair| pair.split_once('='));
    value.map(|(_, value)| value.to_owned()).unwrap_or_default()
}
