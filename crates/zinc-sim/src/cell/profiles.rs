//! `profiles.csv`: salt concentration across the separator at a few moments.
//! Here because a run of thousands of cycles must not write thousands of profiles.
//! Must not know: what the other files hold.

use std::fs::File;
use std::io::BufWriter;

use anyhow::Context;
use electrodeposition::cell::{Cell, CellStep, Event};

/// About as many profiles are written, spread evenly over the run.
const N_PROFILES: u32 = 20;

pub struct Profiles {
    file: csv::Writer<BufWriter<File>>,
    /// Every how manieth step of the programme is written at its end.
    stride: u32,
}

impl Profiles {
    pub fn new(file: csv::Writer<BufWriter<File>>, n_programme_steps: u32) -> Self {
        Self {
            file,
            stride: n_programme_steps.div_ceil(N_PROFILES).max(1),
        }
    }

    /// Writes the profile if the end of this step of the programme is one of those wanted; the end of the run always is.
    pub fn at_event(&mut self, step: &CellStep, cell: &Cell) -> anyhow::Result<()> {
        let wanted = (step.programme_step + 1).is_multiple_of(self.stride);
        let last = matches!(step.event, Some(Event::Ended(_)));
        if wanted || last {
            self.write(step.time_s, cell)
        } else {
            Ok(())
        }
    }

    pub fn write(&mut self, time_s: f64, cell: &Cell) -> anyhow::Result<()> {
        let (x_m, concentration_mol_m3) = cell.concentration_profile();
        for (x, c) in x_m.iter().zip(concentration_mol_m3) {
            self.file
                .serialize(ProfilePoint {
                    time_s,
                    x_m: *x,
                    concentration_mol_m3: *c,
                })
                .context("cannot write profiles.csv")?;
        }
        Ok(())
    }

    pub fn finish(mut self) -> anyhow::Result<()> {
        self.file.flush().context("cannot write profiles.csv")
    }
}

#[derive(serde::Serialize)]
struct ProfilePoint {
    time_s: f64,
    /// From the working electrode.
    x_m: f64,
    concentration_mol_m3: f64,
}
