//! Plating and stripping by turns: charge passed, and the zinc that it made and took.
//! Here because the end of a half-cycle must be met exactly, and the volume is held to the net charge.
//! Must not know: geometry, fields.

use crate::case::Case;

/// Charges of a run, C m⁻² of window.
#[derive(Debug, Clone)]
pub(crate) struct HalfCycles {
    /// Half-cycles ended.
    done: u32,
    n_half_cycles: u32,
    each_c_m2: f64,
    has_hydrogen: bool,
    /// In ended half-cycles: passed in all, and net zinc.
    passed_before_c_m2: f64,
    zinc_before_c_m2: f64,
    /// In this half-cycle.
    here: Passed,
    plated_c_m2: f64,
    stripped_c_m2: f64,
}

/// Charge of a half-cycle up to some time.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Passed {
    /// In this half-cycle, positive.
    pub charge_c_m2: f64,
    /// Zinc in this half-cycle, negative when stripping.
    pub zinc_here_c_m2: f64,
    /// Net zinc of the run.
    pub zinc_c_m2: f64,
}

impl HalfCycles {
    pub(crate) fn of(case: &Case) -> Self {
        Self {
            done: 0,
            n_half_cycles: case.operation.n_half_cycles,
            each_c_m2: case.operation.areal_charge_c_m2,
            has_hydrogen: case.deposit.hydrogen == 1,
            passed_before_c_m2: 0.0,
            zinc_before_c_m2: 0.0,
            here: Passed::default(),
            plated_c_m2: 0.0,
            stripped_c_m2: 0.0,
        }
    }

    pub(crate) fn is_stripping(&self) -> bool {
        self.done % 2 == 1
    }

    pub(crate) fn is_last(&self) -> bool {
        self.done + 1 >= self.n_half_cycles
    }

    /// Counted from zero.
    pub(crate) fn half_cycle(&self) -> u32 {
        self.done
    }

    pub(crate) fn remaining_c_m2(&self) -> f64 {
        self.each_c_m2 - self.here.charge_c_m2
    }

    /// In all half-cycles, whatever the direction.
    pub(crate) fn passed_c_m2(&self) -> f64 {
        self.passed_before_c_m2 + self.here.charge_c_m2
    }

    /// Net zinc of the run.
    pub(crate) fn zinc_c_m2(&self) -> f64 {
        self.zinc_before_c_m2 + self.here.zinc_here_c_m2
    }

    /// Zinc plated in all.
    pub(crate) fn plated_c_m2(&self) -> f64 {
        self.plated_c_m2 + self.here.zinc_here_c_m2.max(0.0)
    }

    /// Zinc stripped in all, positive.
    pub(crate) fn stripped_c_m2(&self) -> f64 {
        self.stripped_c_m2 - self.here.zinc_here_c_m2.min(0.0)
    }

    /// Zinc plated or stripped in all, whichever is more.
    pub(crate) fn zinc_moved_c_m2(&self) -> f64 {
        self.plated_c_m2().max(self.stripped_c_m2())
    }

    /// What will have passed after a step; the last one of a half-cycle ends on its charge to the bit.
    pub(crate) fn after(&self, dt_s: f64, size_a_m2: f64, zinc_a_m2: f64, is_last: bool) -> Passed {
        let charge_c_m2 = if is_last {
            self.each_c_m2
        } else {
            self.here.charge_c_m2 + size_a_m2 * dt_s
        };
        let zinc_here_c_m2 = match (self.has_hydrogen, self.is_stripping()) {
            (true, _) => self.here.zinc_here_c_m2 + zinc_a_m2 * dt_s,
            (false, false) => charge_c_m2,
            (false, true) => -charge_c_m2,
        };
        Passed {
            charge_c_m2,
            zinc_here_c_m2,
            zinc_c_m2: self.zinc_before_c_m2 + zinc_here_c_m2,
        }
    }

    pub(crate) fn accept(&mut self, passed: Passed) {
        self.here = passed;
    }

    /// Turns to the next half-cycle; false where this was the last.
    pub(crate) fn begin_next(&mut self) -> bool {
        if self.is_last() {
            return false;
        }
        (self.plated_c_m2, self.stripped_c_m2) = (self.plated_c_m2(), self.stripped_c_m2());
        self.passed_before_c_m2 += self.here.charge_c_m2;
        self.zinc_before_c_m2 += self.here.zinc_here_c_m2;
        self.here = Passed::default();
        self.done += 1;
        true
    }
}
