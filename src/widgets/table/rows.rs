//! The table's body: rows, the heads of groups, details that are open; of a long table only what is in sight.
//! Here because all of them stand in one list, and each keeps its element while the others change.
//! Must not know: filters, what a cell shows.

use leptos::prelude::*;

use super::{detail, line, state::TableState};
use crate::{
    components::{
        live::{live, on},
        typeset::typeset,
    },
    platform::{self, rows},
};

/// Tables of more rows than this keep only those in sight on the page.
const MOST_ROWS: usize = 500;
/// Heights in a long table, as in `table-rows.css`.
const ROW_PX: usize = 44;
const DETAIL_PX: usize = 360;
/// The box that a long table scrolls in, and what stands ready above and below it.
const BOX_PX: usize = 640;
const READY_PX: usize = 440;

/// Something that takes a row of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// The head of this group of the view.
    Group(usize),
    Row {
        row_idx: usize,
        /// Its group, where it stands in several.
        group_idx: usize,
    },
    Detail {
        row_idx: usize,
        group_idx: usize,
    },
}

impl Entry {
    fn height_px(self) -> usize {
        match self {
            Entry::Detail { .. } => DETAIL_PX,
            _ => ROW_PX,
        }
    }
}

/// The part of the body that is on the page.
#[derive(Debug, Clone, PartialEq, Default)]
struct Window {
    /// With their places in the whole list where only a part of it is here.
    entries: Vec<(Option<usize>, Entry)>,
    above_px: usize,
    below_px: usize,
}

/// How far the table is scrolled down, and whether it is a long one.
#[derive(Debug, Clone, Copy)]
pub struct Scrolled {
    down_px: RwSignal<usize>,
    pub is_long: Memo<bool>,
}

impl Scrolled {
    pub fn new(state: TableState) -> Self {
        Self {
            down_px: RwSignal::new(0),
            is_long: Memo::new(move |_| state.view.with(|view| view.rows.len() > MOST_ROWS)),
        }
    }

    pub fn to(self, event: &leptos::ev::Event) {
        if self.is_long.get_untracked() {
            self.to_px(platform::scrolled_down(event).max(0.0) as usize);
        }
    }

    /// In steps of some rows, so that the page is not asked at every pixel.
    fn to_px(self, down_px: usize) {
        let step = down_px / (ROW_PX * 4) * (ROW_PX * 4);
        if self.down_px.get_untracked() == step {
            return;
        }
        // Rows that stay are put to new places, and what is put elsewhere loses the focus.
        let focused = rows::focused();
        self.down_px.set(step);
        if let Some(focused) = focused {
            request_animation_frame(move || rows::give_back(&focused));
        }
    }
}

#[component]
pub fn Body(state: TableState, scrolled: Scrolled) -> impl IntoView {
    // On its own, because scrolling a long table must not list all of its rows anew.
    let list = Memo::new(move |_| entries(state));
    let window = Memo::new(move |_| {
        if scrolled.is_long.get() {
            let down_px = scrolled.down_px.get();
            return list.with(|list| window(list, down_px));
        }
        let all = list.with(|list| list.iter().map(|entry| (None, *entry)).collect());
        Window {
            entries: all,
            ..Window::default()
        }
    });
    Effect::new(move |_| {
        let Some(row_idx) = state.sought.get() else {
            return;
        };
        state.sought.set(None);
        let Some(top_px) = list.with_untracked(|list| top_px(list, row_idx)) else {
            return;
        };
        scrolled.to_px(top_px);
        let table = state.table_now();
        // Once it is drawn.
        request_animation_frame(move || {
            if let Some(row) = table.rows.get(row_idx) {
                rows::go_to(&row.id);
            }
        });
    });
    let spacer = move |height: fn(&Window) -> usize| {
        live(move || {
            let px = window.with(height);
            (px > 0).then(|| {
                view! { <tr class="spacer" aria-hidden="true"><td style=format!("height:{px}px")></td></tr> }
            })
        })
    };
    view! {
        <tbody role="rowgroup">
            {spacer(|window| window.above_px)}
            <For
                each=move || window.with(|window| window.entries.clone())
                key=|entry| *entry
                children=move |(place, entry)| match entry {
                    Entry::Group(group_idx) => group(state, group_idx),
                    Entry::Row { row_idx, group_idx } => line::line(state, row_idx, group_idx, place),
                    Entry::Detail { row_idx, group_idx } => detail::detail(state, row_idx, group_idx),
                }
            />
            {spacer(|window| window.below_px)}
            {live(move || state.view.with(|view| view.rows.is_empty()).then(|| empty(state)))}
        </tbody>
    }
    .into_any()
}

fn entries(state: TableState) -> Vec<Entry> {
    let table = state.table();
    let open = state.open.get();
    let mut out = Vec::new();
    let add = |out: &mut Vec<Entry>, row_idx: usize, group_idx: usize| {
        out.push(Entry::Row { row_idx, group_idx });
        if !open.is_empty() && open.contains(&table.rows[row_idx].id) {
            out.push(Entry::Detail { row_idx, group_idx });
        }
    };
    state.view.with(|view| {
        if view.groups.is_empty() {
            view.rows
                .iter()
                .for_each(|&row_idx| add(&mut out, row_idx, 0));
        }
        let mut seen = vec![false; table.rows.len()];
        for (group_idx, group) in view.groups.iter().enumerate() {
            out.push(Entry::Group(group_idx));
            for &row_idx in &group.rows {
                // A row's first place is its own: it keeps id and element when groups come and go.
                let is_further = std::mem::replace(&mut seen[row_idx], true);
                let further = if is_further { group_idx } else { 0 };
                add(&mut out, row_idx, further);
            }
        }
    });
    out
}

/// What is in sight of a list that is scrolled down so far.
fn window(list: &[Entry], down_px: usize) -> Window {
    let (from_px, to_px) = (
        down_px.saturating_sub(READY_PX),
        down_px + BOX_PX + READY_PX,
    );
    let mut window = Window::default();
    let mut at_px = 0;
    for (place, entry) in list.iter().enumerate() {
        let height_px = entry.height_px();
        if at_px + height_px <= from_px {
            window.above_px += height_px;
        } else if at_px < to_px {
            window.entries.push((Some(place), *entry));
        } else {
            window.below_px += height_px;
        }
        at_px += height_px;
    }
    window
}

/// Where a row's first place begins.
fn top_px(list: &[Entry], wanted: usize) -> Option<usize> {
    let mut at_px = 0;
    for entry in list {
        if matches!(entry, Entry::Row { row_idx, .. } if *row_idx == wanted) {
            return Some(at_px);
        }
        at_px += entry.height_px();
    }
    None
}

fn group(state: TableState, group_idx: usize) -> AnyView {
    let words = live(move || {
        state.view.with(|view| {
            let group = view.groups.get(group_idx);
            let label = group.and_then(|group| group.label.as_ref());
            let name = label.map_or("not reported", |label| &label.text);
            let n_rows = group.map_or(0, |group| group.rows.len());
            let plural = if n_rows == 1 { "" } else { "s" };
            view! {
                {typeset(name, &[])}
                <span class="count">{format!(" {n_rows} condition{plural}")}</span>
            }
            .into_any()
        })
    });
    view! {
        <tr class="group" role="row">
            <th role="columnheader" scope="colgroup" colspan=state.width><span>{words}</span></th>
        </tr>
    }
    .into_any()
}

fn empty(state: TableState) -> AnyView {
    view! {
        <tr class="empty" role="row">
            <td role="cell" colspan=state.width>
                <p>"No condition fits all of these filters. Take one away above, or"</p>
                <button type="button" on:click=on(move |_| state.clear())>"Clear all filters"</button>
            </td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{BOX_PX, DETAIL_PX, Entry, READY_PX, ROW_PX, top_px, window};

    fn rows(n_rows: usize) -> Vec<Entry> {
        let row = |row_idx| Entry::Row {
            row_idx,
            group_idx: 0,
        };
        (0..n_rows).map(row).collect()
    }

    #[test]
    fn a_window_is_as_high_as_the_list_and_holds_what_is_in_sight() {
        let mut list = rows(100_000);
        list.insert(
            51,
            Entry::Detail {
                row_idx: 50,
                group_idx: 0,
            },
        );
        let height_px = 100_000 * ROW_PX + DETAIL_PX;
        for down_px in [0, 2000, 44_000, height_px - BOX_PX] {
            let window = window(&list, down_px);
            let inside: usize = window
                .entries
                .iter()
                .map(|(_, entry)| entry.height_px())
                .sum();
            assert_eq!(window.above_px + inside + window.below_px, height_px);
            assert!(window.above_px <= down_px);
            assert!(window.above_px + inside >= (down_px + BOX_PX).min(height_px));
            assert!(window.entries.len() <= (BOX_PX + 2 * READY_PX) / ROW_PX + 2);
        }
    }

    #[test]
    fn a_row_out_of_sight_is_in_the_window_that_begins_at_it() {
        let mut list = rows(1000);
        let detail = Entry::Detail {
            row_idx: 50,
            group_idx: 0,
        };
        list.insert(51, detail);
        assert_eq!(top_px(&list, 50), Some(50 * ROW_PX));
        assert_eq!(top_px(&list, 800), Some(800 * ROW_PX + DETAIL_PX));
        assert_eq!(top_px(&list, 1000), None);
        let window = window(&list, 800 * ROW_PX + DETAIL_PX);
        let place = window.entries.iter().find(|(_, entry)| *entry == list[801]);
        assert!(place.is_some());
    }

    #[test]
    fn rows_keep_their_places_while_the_list_is_scrolled() {
        let list = rows(1000);
        let (before, after) = (window(&list, 10_000), window(&list, 10_176));
        let both = before
            .entries
            .iter()
            .filter(|entry| after.entries.contains(entry));
        assert_eq!(both.count(), before.entries.len() - 4);
    }
}
