//! The table's state: the address, read in one place and written in one place.
//! Here because reload, share and Back must all show the same view.
//! Must not know: how anything looks.

use explorer::{Index, QueryWarning, Table, TableView, ViewQuery};
use leptos::prelude::*;

use crate::{
    platform::address::{Address, joined, kept, use_address},
    services::content::use_review,
    services::table::table_1,
};

/// Keys in the address that belong to the frame, not to the table.
const FOREIGN_KEYS: &[&str] = &["theme"];

/// Everything the table's parts share; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct TableState {
    pub table: StoredValue<Table>,
    pub query: Memo<ViewQuery>,
    pub warnings: Memo<Vec<QueryWarning>>,
    pub view: Memo<TableView>,
    address: Address,
}

impl TableState {
    /// Reads the address from now on. Before the takeover the view is the default one, as prerendered.
    pub fn provide() -> Self {
        let table = StoredValue::new(table_1(use_review()));
        let index = StoredValue::new(table.with_value(Index::new));
        let address = use_address();
        let search = address.query();
        let parsed = Memo::new(move |_| {
            table.with_value(|table| {
                search.with(|search| ViewQuery::parse(search, table, FOREIGN_KEYS))
            })
        });
        let query = Memo::new(move |_| parsed.with(|(query, _)| query.clone()));
        let view =
            Memo::new(move |_| index.with_value(|index| query.with(|query| index.view(query))));
        Self {
            table,
            query,
            warnings: Memo::new(move |_| parsed.with(|(_, warnings)| warnings.clone())),
            view,
            address,
        }
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

    fn set(self, edit: impl FnOnce(&mut ViewQuery), in_place: bool) {
        let mut next = self.query.get_untracked();
        edit(&mut next);
        let frames_own = kept(&self.address.query().get_untracked(), FOREIGN_KEYS);
        self.address
            .show(&joined(&next.encode(), &frames_own), in_place);
    }
}
