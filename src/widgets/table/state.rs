//! The table's state: the address, read in one place and written in one place.
//! Here because reload, share and Back must all show the same view.
//! Must not know: how anything looks.

use explorer::{QueryWarning, Table, TableView, ViewQuery};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

use crate::{app::use_review, components::takeover::use_taken_over, services::table::table_1};

/// Keys in the address that belong to the frame, not to the table.
const FOREIGN_KEYS: &[&str] = &["theme"];

/// Everything the table's parts share; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct TableState {
    pub table: StoredValue<Table>,
    pub query: Memo<ViewQuery>,
    pub warnings: Memo<Vec<QueryWarning>>,
    pub view: Memo<TableView>,
    navigate: Callback<(ViewQuery, bool)>,
}

impl TableState {
    /// Reads the address from now on. Before the takeover the view is the default one, as prerendered.
    pub fn provide() -> Self {
        let table = StoredValue::new(table_1(use_review()));
        let taken_over = use_taken_over();
        let location = use_location();
        let search = location.search;
        let parsed = Memo::new(move |_| {
            let query = if taken_over.get() { search.get() } else { String::new() };
            table.with_value(|table| ViewQuery::parse(query.trim_start_matches('?'), table, FOREIGN_KEYS))
        });
        let query = Memo::new(move |_| parsed.with(|(query, _)| query.clone()));
        let view = Memo::new(move |_| table.with_value(|table| query.with(|query| explorer::view(table, query))));
        let go = use_navigate();
        let navigate = Callback::new(move |(next, replace): (ViewQuery, bool)| {
            let address = address(
                &location.pathname.get_untracked(),
                &next.encode(),
                &search.get_untracked(),
            );
            go(
                &address,
                NavigateOptions {
                    resolve: false,
                    replace,
                    scroll: false,
                    ..NavigateOptions::default()
                },
            );
        });
        Self {
            table,
            query,
            warnings: Memo::new(move |_| parsed.with(|(_, warnings)| warnings.clone())),
            view,
            navigate,
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
        self.change(|query| {
            query.filters.clear();
            query.text.clear();
        });
    }

    fn set(self, edit: impl FnOnce(&mut ViewQuery), replace: bool) {
        let mut next = self.query.get_untracked();
        edit(&mut next);
        self.navigate.run((next, replace));
    }
}

/// The address of a view; what belongs to the frame stays in it.
fn address(pathname: &str, encoded: &str, search: &str) -> String {
    let kept = search
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| FOREIGN_KEYS.contains(&pair.split('=').next().unwrap_or_default()));
    let query = std::iter::once(encoded)
        .chain(kept)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("&");
    if query.is_empty() {
        pathname.to_owned()
    } else {
        format!("{pathname}?{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn the_frames_own_keys_survive_a_change_of_view() {
        let cases = [
            ("/explore/", "", "", "/explore/"),
            ("/explore/", "q=zinc", "?type=x", "/explore/?q=zinc"),
            ("/embed/table/", "q=zinc", "?theme=dark&q=a", "/embed/table/?q=zinc&theme=dark"),
            ("/embed/table/", "", "?theme=dark", "/embed/table/?theme=dark"),
        ];
        for (path, encoded, search, expected) in cases {
            assert_eq!(address(path, encoded, search), expected);
        }
    }
}
