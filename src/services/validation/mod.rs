//! What the models gave against closed forms, benchmarks and measurements, as it was computed and kept.
//! Here because the page shows numbers that a program wrote, and no build waits for minutes of computing.
//! Must not know: how a row is computed, how it is shown.

mod kept;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use electrodeposition::validation::{Subject, cases, slow_cases, subjects};

pub use self::kept::{FILE, Kept, KeptFault, Measured, Row, Run, ToleranceIs};

static TEXT: &str = include_str!("../../../docs/quality/validation.json");
static KEPT: OnceLock<Kept> = OnceLock::new();

/// A quick row took at most so long where it was computed; the others run in a browser only on request.
pub const QUICK_S: f64 = 2.0;

/// The kept runs. The build has refused a file with faults, so there are none here.
///
/// # Errors
/// The faults of the file.
pub fn kept() -> Result<&'static Kept, Vec<KeptFault>> {
    if let Some(kept) = KEPT.get() {
        return Ok(kept);
    }
    let parsed = Kept::parse(TEXT)?;
    Ok(KEPT.get_or_init(|| parsed))
}

impl Kept {
    /// Every row of the table with the run that computed it: the quick ones, then the slow ones.
    pub fn rows(&self) -> impl Iterator<Item = (&Run<Row>, &Row)> {
        std::iter::once(&self.quick)
            .chain(&self.slow)
            .flat_map(|run| run.rows.iter().map(move |row| (run, row)))
    }
}

/// A row of the table, computed or not yet.
#[derive(Debug, Clone, Copy)]
pub enum Line<'a> {
    Kept(&'a Run<Row>, &'a Row),
    /// Named by the engine and in no kept run.
    NotRun {
        name: &'static str,
        reference_is: &'static str,
        exercises: &'static str,
    },
}

/// Every row of one subject, in the order of the engine's table.
pub fn lines(kept: &Kept, subject: Subject) -> Vec<Line<'_>> {
    let in_file = kept.rows().filter(|(_, row)| row.subject == subject.word());
    let mut lines: Vec<Line> = in_file.map(|(run, row)| Line::Kept(run, row)).collect();
    if subject == Subject::Benchmarks {
        let missing = slow_cases().filter(|case| kept.rows().all(|(_, row)| row.name != case.name));
        lines.extend(missing.map(|case| Line::NotRun {
            name: case.name,
            reference_is: case.reference,
            exercises: case.exercises,
        }));
        let place = |line: &Line| {
            let mut all = cases().chain(slow_cases());
            all.position(|case| case.name == line.name())
        };
        lines.sort_by_key(place);
    }
    lines
}

/// The anchor on the page of a subject's row, counted from zero.
pub fn anchor(subject: Subject, index: usize) -> String {
    format!("{}-{}", subject.word(), index + 1)
}

/// Where on that page the row of a name stands.
pub fn anchor_of(kept: &Kept, name: &str) -> Option<String> {
    subjects().find_map(|(subject, _)| {
        let lines = lines(kept, subject);
        let index = lines.iter().position(|line| line.name() == name)?;
        Some(anchor(subject, index))
    })
}

impl Line<'_> {
    pub fn name(&self) -> &str {
        match self {
            Self::Kept(_, row) => &row.name,
            Self::NotRun { name, .. } => name,
        }
    }
}
