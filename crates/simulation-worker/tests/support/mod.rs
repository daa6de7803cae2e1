//! A simulation that counts, with a clock that the test moves.
//! Here because the rules of server and client are the same for any model.
//! Must not know: zinc.

use std::cell::Cell;

use electrodeposition::case::Case;
use simulation_worker::{Checked, Model, Observation, Picture};

/// One step is one second and one coulomb. The case says when it ends (`areal_charge_c_m2`), after how many steps it
/// fails (`max_steps`), and whether it is valid (`seed` other than 0).
#[derive(Debug)]
pub struct Counting {
    n_steps: u32,
    target: f64,
    fails_after: u32,
}

impl Model for Counting {
    fn start(case: &Case) -> Result<Self, Vec<String>> {
        if case.run.seed == 0 {
            return Err(vec!["run.seed = 0 is not in 1..=9".to_owned()]);
        }
        Ok(Self {
            n_steps: 0,
            target: case.operation.areal_charge_c_m2,
            fails_after: case.run.max_steps,
        })
    }

    fn step(&mut self) -> Result<(), String> {
        if self.n_steps == self.fails_after {
            return Err("the count ran out".to_owned());
        }
        self.n_steps += 1;
        Ok(())
    }

    fn is_finished(&self) -> bool {
        f64::from(self.n_steps) >= self.target
    }

    fn end(&self) -> String {
        "counted".to_owned()
    }

    fn observe(&self) -> Observation {
        let n = f64::from(self.n_steps);
        Observation {
            n_steps: self.n_steps,
            time_s: n,
            charge_c_m2: n,
            voltage_v: 0.1 * n,
            ..Observation::default()
        }
    }

    fn picture(&self) -> Picture {
        Picture {
            n_x: 2,
            n_y: 1,
            metal: vec![255, 0],
            mask: vec![Picture::OPEN, Picture::FILM],
        }
    }

    fn state_hash(&self) -> u64 {
        u64::from(self.n_steps)
    }

    /// As many letters as the name has, against three.
    fn check(name: &str) -> Checked {
        let computed = name.len() as f64;
        match name {
            "unknown" => Checked::Unknown,
            _ => Checked::Compared {
                reference: 3.0,
                computed,
                pass: computed == 3.0,
            },
        }
    }
}

/// A case that counts to `target`.
pub fn counting_to(target: f64) -> Case {
    let mut case = Case::default();
    case.operation.areal_charge_c_m2 = target;
    case
}

/// A clock that moves on by `ms` each time it is read.
pub fn clock(ms: f64) -> impl Fn() -> f64 {
    let now = Cell::new(0.0);
    move || {
        now.set(now.get() + ms);
        now.get()
    }
}
