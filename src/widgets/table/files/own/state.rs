//! The reader's own rows as they were read, what was not understood, and whether they are kept.
//! Here because the table holds them with what is derived from them, and files and storage want them without.
//! Must not know: how anything looks.

use explorer::{Format, Row, Table, own::CsvFault};
use leptos::prelude::*;
use review::Review;
use table_files::{FileFormat, Order, Outcome};

use super::super::super::state::TableState;
use crate::{
    components::links::href,
    platform,
    services::{
        content::use_review,
        files::{FileDesk, LOADER, header},
        table,
    },
};

/// Its value is a CSV; there is none unless the reader asked for it.
const STORAGE_KEY: &str = "own-rows";

/// Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Own {
    review: &'static Review,
    state: TableState,
    pub desk: FileDesk,
    /// Writes what is kept, so that reading and keeping do not wait for each other.
    keeper: FileDesk,
    rows: StoredValue<Vec<Row>>,
    /// How many rows there have been: an id is never given twice, so that a row is known by it.
    n_named: StoredValue<usize>,
    pub n_rows: RwSignal<usize>,
    pub faults: RwSignal<Vec<CsvFault>>,
    pub n_faults: RwSignal<usize>,
    pub told: RwSignal<String>,
    pub is_kept: RwSignal<bool>,
    /// What was last read, for another attempt.
    text: StoredValue<String>,
    /// The worker answers outside any view, where the table would not find the review.
    owner: StoredValue<Option<Owner>>,
}

impl Own {
    pub fn provide(state: TableState) -> Self {
        Self {
            review: use_review(),
            state,
            desk: FileDesk::new(href(LOADER)),
            keeper: FileDesk::new(href(LOADER)),
            rows: StoredValue::new(Vec::new()),
            n_named: StoredValue::new(0),
            n_rows: RwSignal::new(0),
            faults: RwSignal::new(Vec::new()),
            n_faults: RwSignal::new(0),
            told: RwSignal::new(String::new()),
            is_kept: RwSignal::new(false),
            text: StoredValue::new(String::new()),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Reads a CSV and puts its good rows after those already there.
    pub fn read(self, text: String) {
        self.say(String::new());
        self.faults.set(Vec::new());
        self.n_faults.set(0);
        if text.trim().is_empty() {
            self.say("There is nothing to read yet.".to_owned());
            return;
        }
        self.text.set_value(text);
        self.read_again();
    }

    pub fn read_again(self) {
        let order = Order::Read {
            text: self.text.get_value(),
            table: table::printed(self.review),
        };
        self.desk.ask(order, move |outcome| {
            if let Outcome::Rows(read) = outcome {
                self.text.set_value(String::new());
                self.say(words(read.rows.len(), read.n_lines, read.n_faults));
                self.faults.set(read.faults);
                self.n_faults.set(read.n_faults);
                self.add(read.rows);
            }
        });
    }

    fn add(self, mut more: Vec<Row>) {
        if more.is_empty() {
            return;
        }
        self.n_named.update_value(|n_named| {
            for row in &mut more {
                *n_named += 1;
                row.id = format!("own-{n_named}");
            }
        });
        self.rows.update_value(|rows| rows.extend(more));
        self.changed();
    }

    /// Takes one row away, by its place among the reader's own.
    pub fn remove(self, place: usize) {
        self.rows.update_value(|rows| {
            if place < rows.len() {
                rows.remove(place);
            }
        });
        self.say("One row of yours was removed.".to_owned());
        self.changed();
    }

    pub fn remove_all(self) {
        self.rows.set_value(Vec::new());
        self.faults.set(Vec::new());
        self.n_faults.set(0);
        self.say("Your rows were removed.".to_owned());
        self.changed();
    }

    /// The table, the count and the storage follow the rows.
    fn changed(self) {
        let rows = self.rows.get_value();
        self.n_rows.set(rows.len());
        if let Some(owner) = self.owner.get_value() {
            owner.with(|| self.state.set_own(rows));
        }
        if self.is_kept.get_untracked() {
            self.store();
        }
    }

    /// The first rows as the reader reads them, cell by cell.
    pub fn first(self, n: usize) -> Vec<Row> {
        self.rows
            .with_value(|rows| rows.iter().take(n).cloned().collect())
    }

    /// Hands the rows over as CSV, with what is printed of them and nothing derived.
    pub fn save(self) {
        self.desk.ask(self.as_csv(), move |outcome| {
            if let Outcome::File(bytes) = outcome {
                let media_type = Format::Csv.media_type();
                let offered = platform::download::offer("own-rows.csv", media_type, &bytes);
                self.say(match offered {
                    Ok(()) => "own-rows.csv is handed to your browser.".to_owned(),
                    Err(_) => "This browser refused the download.".to_owned(),
                });
            }
        });
    }

    /// Keeps the rows on this device from now on, or forgets those that are kept.
    pub fn keep(self, wanted: bool) {
        self.is_kept.set(wanted);
        if wanted {
            self.store();
        } else {
            platform::store(STORAGE_KEY, "");
            self.say("Nothing of yours is kept on this device.".to_owned());
        }
    }

    /// What an earlier visit kept.
    pub fn bring_back(self) {
        if let Some(text) = platform::stored(STORAGE_KEY) {
            self.is_kept.set(true);
            self.read(text);
        }
    }

    fn store(self) {
        if self.n_rows.get_untracked() == 0 {
            platform::store(STORAGE_KEY, "");
            return;
        }
        self.keeper.ask(self.as_csv(), move |outcome| {
            let Outcome::File(bytes) = outcome else {
                return;
            };
            let text = String::from_utf8(bytes).unwrap_or_default();
            // The reader may have changed their mind meanwhile.
            if self.is_kept.get_untracked() && !platform::keep(STORAGE_KEY, &text) {
                self.is_kept.set(false);
                platform::store(STORAGE_KEY, "");
                self.say(
                    "Your rows cannot be kept: this browser's storage is closed or too small."
                        .to_owned(),
                );
            }
        });
    }

    fn as_csv(self) -> Order {
        let mut header = header(&self.review.article, String::new(), String::new());
        header.title = "Rows of a reader's own, to stand beside Table 1".to_owned();
        header.source = "the reader".to_owned();
        header.licence = String::new();
        let table = Table {
            columns: table::printed(self.review).columns,
            rows: self.rows.get_value(),
        };
        let printed =
            (0..table.columns.len()).filter(|&idx| table.columns[idx].formula().is_none());
        Order::Write {
            format: FileFormat::Text(Format::Csv),
            rows: (0..table.rows.len()).collect(),
            columns: printed.collect(),
            table,
            header,
        }
    }

    pub fn say(self, words: String) {
        self.told.set(words);
    }

    /// Columns that a reader may fill, with their places in a row.
    pub fn columns(self) -> Vec<(usize, explorer::Column)> {
        let columns = table::printed(self.review).columns.into_iter().enumerate();
        columns
            .filter(|(_, column)| column.formula().is_none())
            .collect()
    }
}

fn words(n_good: usize, n_lines: usize, n_faults: usize) -> String {
    let good = match n_good {
        0 => "No row was added".to_owned(),
        1 => "1 row was added".to_owned(),
        n => format!("{n} rows were added"),
    };
    match (n_lines - n_good.min(n_lines), n_faults) {
        (_, 0) => format!("{good}."),
        (0, _) => format!("{good}; a column was not understood:"),
        (1, _) => format!("{good}; 1 line was left out:"),
        (n, _) => format!("{good}; {n} lines were left out:"),
    }
}
