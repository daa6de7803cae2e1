//! The review's numbered statements as data, and what Table 1 says to those that name a lifespan.
//! Here because text and table are to be held against each other by rule and not by hand.
//! Must not know: the sentences that state the facts.

use serde::{Deserialize, Serialize};

use crate::{Condition, Review};

/// One of the 105 checkable statements of the review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// 1 to 105.
    pub number: u16,
    /// Reference numbers that the review gives for it.
    pub references: Vec<u16>,
    /// Numbers with their units, typeset, that a sentence stating the fact contains.
    pub quantities: Vec<String>,
    /// Ids of the materials it is about.
    pub materials: Vec<String>,
    /// The lifespan it claims, where it claims one.
    pub claim: Option<Claim>,
}

/// A lifespan of a symmetric cell that the text claims for a material.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub material: String,
    /// h.
    pub lifespan_h: f64,
    /// The text says "more than".
    pub lifespan_is_lower_bound: bool,
    /// mA cm⁻², where the text gives it.
    pub current_density_ma_cm2: Option<f64>,
    /// mA h cm⁻² per half-cycle, where the text gives it.
    pub areal_capacity_mah_cm2: Option<f64>,
}

/// What a row of Table 1 says to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The conditions that the claim gives and a lifespan that agrees, bounds allowed for.
    Supports,
    /// The same full conditions and another lifespan, or, where no row supports the claim, the same lifespan under
    /// other conditions.
    Contradicts,
}

impl Claim {
    /// What this row says by its own conditions, or `None` where it is about something else. A claim without full
    /// conditions cannot be contradicted so: the other lifespan may belong to the other test.
    pub fn judge(&self, row: &Condition) -> Option<Verdict> {
        if row.material != self.material || !self.has_conditions_of(row) {
            return None;
        }
        let is_full =
            self.current_density_ma_cm2.is_some() && self.areal_capacity_mah_cm2.is_some();
        match (self.agrees(row), is_full) {
            (true, _) => Some(Verdict::Supports),
            (false, true) => Some(Verdict::Contradicts),
            (false, false) => None,
        }
    }

    /// The claimed lifespan, printed for other conditions than the claim's.
    fn stands_elsewhere(&self, row: &Condition) -> bool {
        row.material == self.material
            && row.lifespan_h == self.lifespan_h
            && !self.has_conditions_of(row)
    }

    fn has_conditions_of(&self, row: &Condition) -> bool {
        let meets =
            |claimed: Option<f64>, printed: f64| claimed.is_none_or(|value| value == printed);
        meets(self.current_density_ma_cm2, row.current_density_ma_cm2)
            && meets(self.areal_capacity_mah_cm2, row.areal_capacity_mah_cm2)
    }

    /// Whether one cell could have had both lifespans.
    fn agrees(&self, row: &Condition) -> bool {
        match (self.lifespan_is_lower_bound, row.lifespan_is_lower_bound) {
            (true, true) => true,
            (true, false) => row.lifespan_h >= self.lifespan_h,
            (false, true) => self.lifespan_h >= row.lifespan_h,
            (false, false) => self.lifespan_h == row.lifespan_h,
        }
    }
}

impl Review {
    /// The rows of Table 1 that speak to a fact, in printed order.
    pub fn rows_for<'a>(
        &'a self,
        fact: &'a Fact,
    ) -> impl Iterator<Item = (&'a Condition, Verdict)> + 'a {
        let judged = |claim: &'a Claim| {
            let supported = self
                .conditions
                .iter()
                .any(|row| claim.judge(row) == Some(Verdict::Supports));
            self.conditions.iter().filter_map(move |row| {
                let elsewhere = !supported && claim.stands_elsewhere(row);
                let verdict = claim
                    .judge(row)
                    .or(elsewhere.then_some(Verdict::Contradicts))?;
                Some((row, verdict))
            })
        };
        fact.claim.iter().flat_map(judged)
    }
}
