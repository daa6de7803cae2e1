//! Rows as a file, or as text to paste.
//! Here because whoever computes with the table wants it outside this page.
//! Must not know: how a file is written.

use leptos::{prelude::*, task::spawn_local};
use review::Review;
use table_files::{Order, Outcome};

use super::{
    super::state::TableState,
    kind::{Extent, KINDS, Kind},
    progress::Progress,
};
use crate::{
    components::{links::href, takeover::use_taken_over},
    platform,
    services::{
        content::use_review,
        files::{BIBLIOGRAPHY, FileDesk, LOADER, header},
        table::REFERENCE,
    },
};

/// What becomes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    Save,
    Copy,
}

#[derive(Debug, Clone, Copy)]
struct Wish {
    review: &'static Review,
    state: TableState,
    desk: FileDesk,
    kind: RwSignal<Kind>,
    extent: RwSignal<Extent>,
    goal: RwSignal<Goal>,
    told: RwSignal<String>,
    /// What this browser did not let us copy, to be copied by hand.
    by_hand: RwSignal<Option<String>>,
    bibliography: StoredValue<String>,
    page: StoredValue<String>,
}

#[component]
pub fn Download(state: TableState) -> impl IntoView {
    let taken_over = use_taken_over();
    let wish = Wish {
        review: use_review(),
        state,
        desk: FileDesk::new(href(LOADER)),
        kind: RwSignal::new(KINDS[0].1),
        extent: RwSignal::new(Extent::Shown),
        goal: RwSignal::new(Goal::Save),
        told: RwSignal::new(String::new()),
        by_hand: RwSignal::new(None),
        bibliography: StoredValue::new(href(BIBLIOGRAPHY)),
        page: StoredValue::new(href("/explore/")),
    };
    let kinds = KINDS.map(|(word, _, name)| view! { <option value=word>{name}</option> });
    let copies = move || wish.kind.with(|kind| kind.can_be_copied());
    view! {
        <details class="panel download">
            <summary>"Download"</summary>
            <fieldset disabled=move || !taken_over.get()>
                <legend class="visually-hidden">"Download rows"</legend>
                <label class="field">
                    <span>"Format"</span>
                    <select on:change=move |event| wish.kind.set(Kind::read(&event_target_value(&event)))>{kinds}</select>
                </label>
                <fieldset class="extent" role="radiogroup">
                    <legend>"How much"</legend>
                    {Extent::ALL.map(|extent| choice(wish, extent))}
                </fieldset>
                <p class="role">
                    "The file names its source, licence, filters, the link to this view, date and version. A > before a lifespan stays, and rows of yours are marked. What is shown here does not change."
                </p>
                <div class="actions">
                    <button type="button" class="primary" on:click=move |_| wish.carry_out(Goal::Save)>
                        "Download"
                    </button>
                    <button type="button" hidden=move || !copies() on:click=move |_| wish.carry_out(Goal::Copy)>
                        "Copy to the clipboard"
                    </button>
                    <span class="told" role="status">{wish.told}</span>
                </div>
            </fieldset>
            <Progress desk=wish.desk again=Callback::new(move |()| wish.carry_out(wish.goal.get_untracked())) />
            {move || wish.by_hand.get().map(by_hand)}
        </details>
    }
    .into_any()
}

fn choice(wish: Wish, extent: Extent) -> AnyView {
    let state = wish.state;
    let size = move || {
        let table = state.table();
        state.query.with(|query| {
            state.view.with(|view| {
                let (rows, columns) = extent.of(&table, query, view);
                format!("{} rows, {} columns", rows.len(), columns.len())
            })
        })
    };
    view! {
        <label class="check">
            <input
                type="radio"
                name="extent"
                prop:checked=move || wish.extent.get() == extent
                on:change=move |_| wish.extent.set(extent)
            />
            <span>{extent.words()} " " <span class="count">{size}</span></span>
        </label>
    }
    .into_any()
}

fn by_hand(text: String) -> AnyView {
    view! {
        <label class="field by-hand">
            <span>"This browser did not allow copying. Select the text here:"</span>
            <textarea readonly rows="8" prop:value=text></textarea>
        </label>
    }
    .into_any()
}

impl Wish {
    fn carry_out(self, goal: Goal) {
        self.goal.set(goal);
        self.told.set(String::new());
        self.by_hand.set(None);
        let kind = self.kind.get_untracked();
        match kind {
            Kind::Table(format) => {
                let (table, rows, columns) = self.chosen();
                let order = Order::Write {
                    format,
                    table: (*table).clone(),
                    rows,
                    columns,
                    header: header(&self.review.article, self.filter(), self.link()),
                };
                self.desk
                    .ask(order, move |outcome| self.hand_over(kind, goal, outcome));
            }
            Kind::References => self.cite(goal),
        }
    }

    /// Entries of the site's own bibliography, which is fetched first.
    fn cite(self, goal: Goal) {
        let references = self.references();
        let head = vec![
            format!(
                "References of the chosen rows of Table 1, {}",
                self.review.article.doi
            ),
            format!("filter: {}", self.filter()),
            format!("link: {}", self.link()),
        ];
        let address = self.bibliography.get_value();
        spawn_local(async move {
            match platform::fetch::text(&address).await {
                Ok(bibliography) => {
                    let order = Order::Cite {
                        bibliography,
                        references,
                        head,
                    };
                    let then = move |outcome| self.hand_over(Kind::References, goal, outcome);
                    self.desk.ask(order, then);
                }
                Err(reason) => self
                    .desk
                    .fail(format!("the bibliography did not load: {reason}")),
            }
        });
    }

    fn hand_over(self, kind: Kind, goal: Goal, outcome: Outcome) {
        let Outcome::File(bytes) = outcome else {
            return;
        };
        let name = kind.file_name();
        match goal {
            Goal::Save => {
                let offered = platform::download::offer(&name, kind.media_type(), &bytes);
                self.told.set(match offered {
                    Ok(()) => format!("{name}, {}, is handed to your browser.", size(bytes.len())),
                    Err(_) => "This browser refused the download.".to_owned(),
                });
            }
            Goal::Copy => {
                let text = String::from_utf8(bytes).unwrap_or_default();
                spawn_local(async move {
                    if platform::clipboard::copy(&text).await {
                        self.told.set(format!("Copied, {}.", size(text.len())));
                    } else {
                        self.by_hand.set(Some(text));
                    }
                });
            }
        }
    }

    fn chosen(self) -> (std::sync::Arc<explorer::Table>, Vec<usize>, Vec<usize>) {
        let table = self.state.table_now();
        let extent = self.extent.get_untracked();
        let (rows, columns) = self.state.query.with_untracked(|query| {
            let view = self.state.view;
            view.with_untracked(|view| extent.of(&table, query, view))
        });
        (table, rows, columns)
    }

    /// Reference numbers of the chosen rows, each once, ascending. Own rows have none of the review's.
    fn references(self) -> Vec<u16> {
        let (table, rows, _) = self.chosen();
        let Some(column) = table.column_idx(REFERENCE) else {
            return Vec::new();
        };
        let printed = rows.iter().filter(|&&row| !table.rows[row].is_own());
        let numbers: std::collections::BTreeSet<u16> = printed
            .flat_map(|&row| table.cell(row, column).labels())
            .filter_map(|label| label.id.parse().ok())
            .collect();
        numbers.into_iter().collect()
    }

    /// In words; nothing where every row is in the file.
    fn filter(self) -> String {
        if self.extent.get_untracked() == Extent::Everything {
            return String::new();
        }
        let table = self.state.table_now();
        self.state
            .query
            .with_untracked(|query| query.in_words(&table))
    }

    fn link(self) -> String {
        let origin = platform::origin().unwrap_or_default();
        let page = self.page.get_value();
        let query = match self.extent.get_untracked() {
            Extent::Everything => String::new(),
            _ => self.state.query.with_untracked(|query| query.encode()),
        };
        let question = if query.is_empty() { "" } else { "?" };
        format!("{origin}{page}{question}{query}")
    }
}

/// `3 kB`.
fn size(n_bytes: usize) -> String {
    match n_bytes {
        0..1_000 => format!("{n_bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", n_bytes / 1_000),
        _ => format!("{:.1} MB", n_bytes as f64 / 1e6),
    }
}
