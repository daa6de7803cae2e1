//! `zinc-sim cell`: runs the cell and writes its three files.
//! Here because a run's results must outlive the process, in formats every program reads.
//! Must not know: how the cell works.

mod profiles;
mod summary;

use std::fs::create_dir_all;
use std::path::Path;

use anyhow::Context;
use electrodeposition::cell::{Cell, CellStep, Event};
use electrodeposition::parameters::ValidCase;
use electrodeposition::programme::Programme;

use crate::case_file;
use crate::failure::Failure;
use crate::files::csv_file;
use profiles::Profiles;
pub use summary::Summary;
use summary::Voltages;

/// Runs the case and writes `summary.json`, `series.csv` and `profiles.csv`.
pub fn run(case_path: &Path, out: &Path, every: u32) -> Result<(), Failure> {
    let case = case_file::read(case_path)?;
    let mut cell = Cell::new(&case).context("the cell cannot start")?;
    create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;

    let mut series = csv_file(out, "series.csv")?;
    let mut profiles = Profiles::new(
        csv_file(out, "profiles.csv")?,
        Programme::of(&case.operation).n_stages(),
    );
    let mut course = Course::starting_at(&cell);
    series
        .serialize(cell.observe())
        .context("cannot write series.csv")?;
    profiles.write(0.0, &cell)?;
    while cell.ended().is_none() {
        let step = course.step(&mut cell)?;
        if step.event.is_some() {
            profiles.at_event(&step, &cell)?;
        }
        if step.event.is_some() || course.n_steps.is_multiple_of(every) {
            series
                .serialize(cell.observe())
                .context("cannot write series.csv")?;
        }
    }
    series.flush().context("cannot write series.csv")?;
    profiles.finish()?;

    let text = serde_json::to_string_pretty(&course.summary(&case, &cell))
        .context("cannot write summary.json")?;
    std::fs::write(out.join("summary.json"), text + "\n").context("cannot write summary.json")?;
    Ok(())
}

/// Runs the case and gives its summary alone.
pub fn summarise(case: &ValidCase) -> anyhow::Result<Summary> {
    let mut cell = Cell::new(case).context("the cell cannot start")?;
    let mut course = Course::starting_at(&cell);
    while cell.ended().is_none() {
        course.step(&mut cell)?;
    }
    Ok(course.summary(case, &cell))
}

/// What a summary keeps of a run's steps.
#[derive(Debug)]
struct Course {
    n_steps: u32,
    /// Current times time, summed step by step: what the cell was asked for.
    imposed_c_m2: f64,
    voltages: Voltages,
    events: Vec<(CellStep, Event)>,
}

impl Course {
    fn starting_at(cell: &Cell) -> Self {
        Self {
            n_steps: 0,
            imposed_c_m2: 0.0,
            voltages: Voltages::starting_at(cell.observe().voltage_v),
            events: Vec::new(),
        }
    }

    fn step(&mut self, cell: &mut Cell) -> anyhow::Result<CellStep> {
        let start_s = cell.time_s();
        let step = cell.step().context("the run failed")?;
        let current_a_m2 = cell.observe().current_density_a_m2.abs();
        self.imposed_c_m2 += current_a_m2 * (step.time_s - start_s);
        self.n_steps += 1;
        self.voltages.add(&step);
        self.events.extend(step.event.map(|event| (step, event)));
        Ok(step)
    }

    fn summary(&self, case: &ValidCase, cell: &Cell) -> Summary {
        let n_steps = self.n_steps;
        summary::of(
            case,
            cell,
            n_steps,
            self.imposed_c_m2,
            &self.voltages,
            &self.events,
        )
    }
}
