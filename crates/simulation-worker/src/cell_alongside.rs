//! The 1-D cell of the same case, kept at the deposit's time.
//! Here because a voltage, an efficiency and a used-up solution belong to a whole cell, which the deposit's window is
//! not.
//! Must not know: how the deposit grows, messages, clocks.
//!
//! The cell takes its own time steps: short ones first, because diffusion goes with the square root of time. What it
//! was at the deposit's time lies between the ends of two of them and is read off a straight line. Its film has no
//! pinholes, and plating ends with the first half-cycle. Its peaks grow by no hot spots: how high a peak becomes is the
//! deposit's to say. Its counter electrode holds more zinc than any half-cycle plates.

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, CellError, EndReason};
use electrodeposition::parameters::ValidCase;

/// A half-cycle takes some hundred steps; the case's own limit is the deposit's.
const MAX_STEPS: u32 = 100_000;
/// 585 mA h cm⁻².
const COUNTER_FOIL_M: f64 = 1e-3;

/// A cell of which the ends of the last step are remembered.
#[derive(Debug)]
pub(crate) struct CellAlongside {
    cell: Cell,
    current_a_m2: f64,
    before: CellMoment,
    after: CellMoment,
}

/// What is shown of the cell at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CellMoment {
    pub time_s: f64,
    /// Counter against working electrode; positive while plating.
    pub voltage_v: f64,
    pub hydrogen_current_a_m2: f64,
    /// Charge lost to hydrogen since the start.
    pub hydrogen_charge_c_m2: f64,
    /// Salt in the solution at the plating electrode.
    pub surface_concentration_mol_m3: f64,
    /// Zinc over total charge since the start; `None` before any charge has passed.
    pub coulombic_efficiency: Option<f64>,
}

/// Why the cell cannot follow the deposit.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub(crate) enum CannotFollow {
    #[error(
        "{reason} at t = {time_s:.3} s: the cell cannot hold this current any longer, and the deposit, which takes \
         the solution as uniform, would be wrong from here on"
    )]
    Exhausted { reason: EndReason, time_s: f64 },
    #[error(transparent)]
    Cell(#[from] CellError),
}

impl CellAlongside {
    /// The cell of a case at time zero.
    ///
    /// # Errors
    /// In words: a current that cannot flow even for a moment.
    pub fn start(case: &ValidCase) -> Result<Self, Vec<String>> {
        let mut plating: Case = case.case().clone();
        plating.operation.n_half_cycles = 1;
        plating.operation.steps.clear();
        plating.surface.heterogeneity = 0.0;
        plating.cell.counter_foil_m = COUNTER_FOIL_M;
        plating.run.max_steps = MAX_STEPS;
        let plating = plating
            .validate()
            .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        let cell = Cell::new(&plating).map_err(|error| vec![error.to_string()])?;
        let now = moment(&cell);
        Ok(Self {
            cell,
            current_a_m2: plating.case().operation.current_density_a_m2,
            before: now,
            after: now,
        })
    }

    /// Steps until `time_s` is reached, never past the end of the half-cycle, and tells the cell at that time.
    ///
    /// # Errors
    /// `Exhausted` where the salt ran out before `time_s`.
    pub fn follow_to(&mut self, time_s: f64) -> Result<CellMoment, CannotFollow> {
        while self.after.time_s < time_s {
            match self.cell.ended() {
                None => {
                    self.cell.step()?;
                    self.before = std::mem::replace(&mut self.after, moment(&self.cell));
                }
                Some(EndReason::Completed) => break,
                Some(reason) => {
                    return Err(CannotFollow::Exhausted {
                        reason,
                        time_s: self.after.time_s,
                    });
                }
            }
        }
        Ok(self.at(time_s))
    }

    /// Hash of the cell at the end of its own last step.
    pub fn state_hash(&self) -> u64 {
        self.cell.state_hash()
    }

    /// On the straight line between the ends of the last step.
    fn at(&self, time_s: f64) -> CellMoment {
        let (before, after) = (&self.before, &self.after);
        let step_s = after.time_s - before.time_s;
        let part = if step_s > 0.0 {
            ((time_s - before.time_s) / step_s).clamp(0.0, 1.0)
        } else {
            1.0
        };
        let between =
            |value: fn(&CellMoment) -> f64| (1.0 - part) * value(before) + part * value(after);
        let time_s = between(|moment| moment.time_s);
        let hydrogen_charge_c_m2 = between(|moment| moment.hydrogen_charge_c_m2);
        CellMoment {
            time_s,
            voltage_v: between(|moment| moment.voltage_v),
            hydrogen_current_a_m2: between(|moment| moment.hydrogen_current_a_m2),
            hydrogen_charge_c_m2,
            surface_concentration_mol_m3: between(|moment| moment.surface_concentration_mol_m3),
            coulombic_efficiency: (time_s > 0.0)
                .then(|| 1.0 - hydrogen_charge_c_m2 / (self.current_a_m2 * time_s)),
        }
    }
}

fn moment(cell: &Cell) -> CellMoment {
    let seen = cell.observe();
    CellMoment {
        time_s: seen.time_s,
        voltage_v: seen.voltage_v,
        hydrogen_current_a_m2: seen.hydrogen_current_a_m2,
        hydrogen_charge_c_m2: cell.balance().hydrogen_charge_c_m2,
        surface_concentration_mol_m3: seen.working_surface_concentration_mol_m3,
        coulombic_efficiency: cell.balance().coulombic_efficiency(),
    }
}
