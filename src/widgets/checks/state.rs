//! What the checks share: the rows that the page notes, the worker, and what came of each row here.
//! Here because the kept numbers stand in the page alone, bit for bit, and are read in one place.
//! Must not know: how anything looks.

use leptos::prelude::*;
use simulation_worker::{CheckOrder, Checked, Phase, SimState};

use super::number::{DIGITS, quantity};
use crate::{
    components::links::href,
    platform::{follow, noted},
    services::simulation::{LOADER, SimClient},
};

/// A row's name, on its element in the page.
pub const NAME: &str = "data-check";
/// The kept number's bits as sixteen digits, beside the name.
pub const BITS: &str = "data-bits";
/// The row's unit in the engine.
pub const UNIT: &str = "data-unit";
/// Whole seconds that the row took where it was kept, rounded up; nothing on a quick row.
pub const LONG_S: &str = "data-long-s";
/// The whole table, and what it notes once something was computed here.
pub const TABLE_ID: &str = "checked-rows";
const COMPUTED_HERE: &str = "data-computed-here";
/// The places of a row that are written here.
pub const NUMBER: &str = "here-number";
pub const VERDICT: &str = "here-verdict";
pub const SAMENESS: &str = "here-sameness";

/// Silence that any row may take, in seconds, and how many times longer than where it was kept.
const PATIENCE_S: u32 = 60;
const SLOWER_HERE: u32 = 20;

/// One row as the page notes it.
#[derive(Debug, Clone)]
struct KeptRow {
    id: String,
    name: String,
    bits: Option<u64>,
    unit: String,
    long_s: Option<u32>,
}

impl KeptRow {
    fn order(&self) -> CheckOrder {
        CheckOrder {
            name: self.name.clone(),
            patience_ticks: PATIENCE_S + SLOWER_HERE * self.long_s.unwrap_or(0),
        }
    }
}

/// What was computed here so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub n_done: usize,
    pub n_pass: usize,
    pub n_same: usize,
    /// Names of rows that did not pass or are another number than the kept one.
    pub doubtful: Vec<String>,
}

/// Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct ChecksState {
    pub run: ReadSignal<SimState>,
    pub phase: Memo<Phase>,
    pub tally: RwSignal<Tally>,
    /// Take the rows that are not quick, too.
    pub with_long: RwSignal<bool>,
    client: SimClient,
    rows: StoredValue<Vec<KeptRow>>,
}

impl ChecksState {
    pub fn provide() -> Self {
        let client = SimClient::new(href(LOADER));
        let run = client.state();
        let state = Self {
            run,
            phase: Memo::new(move |_| run.with(|run| run.phase.clone())),
            tally: RwSignal::new(Tally::default()),
            with_long: RwSignal::new(false),
            client,
            rows: StoredValue::new(Vec::new()),
        };
        follow(Box::new(move || state.write_what_is_new()));
        state
    }

    pub fn is_busy(self) -> bool {
        matches!(self.phase.get(), Phase::Starting | Phase::Running)
    }

    /// Begins, or cancels between two rows.
    pub fn press(self) {
        match self.phase.get_untracked() {
            Phase::Starting | Phase::Running => self.client.cancel_checks(),
            _ => self.start(),
        }
    }

    fn start(self) {
        let rows = noted_rows();
        for row in &rows {
            for place in [NUMBER, VERDICT, SAMENESS] {
                noted::write(&row.id, place, "");
            }
        }
        noted::note(TABLE_ID, COMPUTED_HERE, "");
        let with_long = self.with_long.get_untracked();
        let wanted = rows.iter().filter(|row| with_long || row.long_s.is_none());
        let orders = wanted.map(KeptRow::order).collect();
        self.rows.set_value(rows);
        self.tally.set(Tally::default());
        self.client.check(orders);
    }

    /// Writes the rows that have come since the last time into the page.
    fn write_what_is_new(self) {
        let checks = self.run.with(|run| run.checks.clone());
        let mut tally = self.tally.get_untracked();
        if checks.done.len() <= tally.n_done {
            return;
        }
        self.rows.with_value(|rows| {
            for (name, outcome) in &checks.done[tally.n_done..] {
                if let Some(row) = rows.iter().find(|row| row.name == *name) {
                    write(row, outcome, &mut tally);
                }
                tally.n_done += 1;
            }
        });
        self.tally.set(tally);
    }
}

fn noted_rows() -> Vec<KeptRow> {
    let read = |(id, name): (String, String)| {
        let bits = noted::of(&id, BITS).and_then(|text| u64::from_str_radix(&text, 16).ok());
        let long_s = noted::of(&id, LONG_S).and_then(|text| text.parse().ok());
        KeptRow {
            bits,
            unit: noted::of(&id, UNIT).unwrap_or_default(),
            long_s,
            id,
            name,
        }
    };
    noted::with_ids(NAME).into_iter().map(read).collect()
}

fn write(row: &KeptRow, outcome: &Checked, tally: &mut Tally) {
    let (number, verdict, sameness) = match outcome {
        Checked::Compared { computed, pass, .. } => {
            let same = row.bits == Some(computed.to_bits());
            tally.n_pass += usize::from(*pass);
            tally.n_same += usize::from(same);
            if !(*pass && same) {
                tally.doubtful.push(row.name.clone());
            }
            (
                quantity(*computed, &row.unit, DIGITS),
                if *pass { "✓ within" } else { "✗ outside" },
                if same {
                    "same to the last bit"
                } else {
                    "another number than the stored one"
                },
            )
        }
        Checked::NotComputed { reason } => {
            tally.doubtful.push(row.name.clone());
            (reason.clone(), "✗ no number", "")
        }
        Checked::Unknown => {
            tally.doubtful.push(row.name.clone());
            let why = "The loaded engine has no such row: it is of another build than this page.";
            (why.to_owned(), "✗ no number", "")
        }
    };
    noted::write(&row.id, NUMBER, &number);
    noted::write(&row.id, VERDICT, verdict);
    noted::write(&row.id, SAMENESS, sameness);
}
