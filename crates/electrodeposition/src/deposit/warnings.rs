//! When a run's numbers should be doubted: what the grid cannot show, and what lies outside the model.
//! Here because a run that keeps all balances may still be wrong, and must say so itself.
//! Must not know: how a warning is shown.

use super::observe;
use super::run::Deposit;
use serde::{Deserialize, Serialize};

/// A doubt about the present state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DepositWarning {
    /// The fastest piece of the front moves more than fifty times as fast as the mean.
    SpikedCurrent,
    /// Film and kinetics together resist less than one cell of electrolyte.
    ResistanceBelowCell,
    /// Capillarity's neutral wavelength is shorter than eight cells: the grid sets the finest feature of a rough front.
    CapillarityUnresolved,
    /// A pinhole, crack or film is narrower than four cells, or a rigid film thinner than two.
    FeatureUnresolved,
    /// D/k of a starved surface is shorter than two cells.
    StarvedLengthUnresolved,
    /// Corrections of the volume have moved the fastest piece by more than a cell in all.
    ShiftAccumulated,
    /// The surface is starved, which holds a potential: fingers of this kind do not grow under a galvanostat.
    Potentiostatic,
}

impl DepositWarning {
    pub const ALL: [Self; 7] = [
        Self::SpikedCurrent,
        Self::ResistanceBelowCell,
        Self::CapillarityUnresolved,
        Self::FeatureUnresolved,
        Self::StarvedLengthUnresolved,
        Self::ShiftAccumulated,
        Self::Potentiostatic,
    ];
}

const SPIKED: f64 = 50.0;
const LEAST_RESISTANCE_CELLS: f64 = 1.0;
const LEAST_WAVELENGTH_CELLS: f64 = 8.0;
const LEAST_FEATURE_CELLS: f64 = 4.0;
const LEAST_FILM_CELLS: f64 = 2.0;
const LEAST_STARVED_CELLS: f64 = 2.0;
const MOST_SHIFT_CELLS: f64 = 1.0;

/// What of a case the grid must resolve, in cells; infinite where there is none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Features {
    pub narrowest_gap: f64,
    pub rigid_film: f64,
}

impl Deposit {
    /// Doubts about the present state, in the order of [`DepositWarning::ALL`].
    pub fn warnings(&self) -> impl Iterator<Item = DepositWarning> + '_ {
        DepositWarning::ALL
            .into_iter()
            .filter(|warning| self.doubts(*warning))
    }

    fn doubts(&self, warning: DepositWarning) -> bool {
        let starved = self.field.starved;
        match warning {
            DepositWarning::SpikedCurrent => {
                observe::Distribution::of(&self.field).hot_spot_ratio() > SPIKED
            }
            DepositWarning::ResistanceBelowCell => observe::least_resistance_cells(&self.field)
                .is_some_and(|cells| cells < LEAST_RESISTANCE_CELLS),
            DepositWarning::CapillarityUnresolved => {
                starved.is_none()
                    && observe::neutral_wavelength_cells(&self.field) < LEAST_WAVELENGTH_CELLS
            }
            DepositWarning::FeatureUnresolved => {
                self.features.narrowest_gap < LEAST_FEATURE_CELLS
                    || self.features.rigid_film < LEAST_FILM_CELLS
            }
            DepositWarning::StarvedLengthUnresolved => {
                starved.is_some_and(|law| law.length_cells() < LEAST_STARVED_CELLS)
            }
            DepositWarning::ShiftAccumulated => self.shift_cells > MOST_SHIFT_CELLS,
            DepositWarning::Potentiostatic => starved.is_some(),
        }
    }
}
