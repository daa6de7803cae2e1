//! The rows shown in the order of a number: ranked where they are alike, and told apart where they are not.
//! Here because an order of unlike tests looks like a ranking and is none.
//! Must not know: colours, the chart script; how ranks are found (the explorer).

use explorer::{Comparison, Quantity, RankRefusal, Table, TableView, rank, split};
use review::Named;

use super::{
    kind::Measure,
    point::{Point, ordered, shown_points, span},
};

/// Bars beyond this are not drawn; the table behind the chart has all.
pub const MAX_BARS: usize = 60;

#[derive(Debug, Clone)]
pub struct RankedRows {
    pub measure: Measure,
    /// Longest first.
    pub bars: Vec<Bar>,
    /// Rows tested under other conditions, with the reasons.
    pub outside: Vec<(Point, String)>,
    pub not_reported: Vec<Point>,
    pub standing: Standing,
}

#[derive(Debug, Clone)]
pub struct Bar {
    pub point: Point,
    pub value: Quantity,
    /// `3`, `at least 3 (1 to 5)`; only where rows are ranked.
    pub place: Option<String>,
}

/// What the order means.
#[derive(Debug, Clone)]
pub enum Standing {
    /// Rows alike by the reader's comparison.
    Ranked {
        near: String,
    },
    /// Without a comparison, and the rows have one current density and one areal capacity.
    SameConditions {
        condition: String,
    },
    /// Without a comparison, and conditions differ.
    Unlike {
        conditions: String,
    },
    Refused(RankRefusal),
    Nothing,
}

impl RankedRows {
    pub fn of(
        table: &Table,
        view: &TableView,
        comparison: Option<&Comparison>,
        families: &[Named],
        measure: Measure,
    ) -> Self {
        let shown = shown_points(table, view, families);
        let mut ranked = Self {
            measure,
            bars: Vec::new(),
            outside: Vec::new(),
            not_reported: Vec::new(),
            standing: Standing::Nothing,
        };
        match comparison {
            Some(comparison) => ranked.rank(table, view, comparison, &shown),
            None => ranked.order(shown),
        }
        ranked
    }

    fn rank(&mut self, table: &Table, view: &TableView, comparison: &Comparison, shown: &[Point]) {
        let mut at: Vec<Option<usize>> = vec![None; table.rows.len()];
        for (index, point) in shown.iter().enumerate() {
            at[point.row_idx] = Some(index);
        }
        let of = |row_idx: usize| Some(shown[at.get(row_idx).copied().flatten()?].clone());
        let (alike, outside) = split(table, comparison, &view.rows);
        self.outside = outside
            .into_iter()
            .filter_map(|(row_idx, reasons)| {
                let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
                Some((of(row_idx)?, reasons.join("; ")))
            })
            .collect();
        match rank(table, comparison, &alike, &[self.measure.column()]) {
            Ok(rankings) => {
                for ranking in rankings {
                    let not_reported = ranking.not_reported.into_iter();
                    self.not_reported.extend(not_reported.filter_map(of));
                    for ranked in ranking.ranked {
                        let found = of(ranked.row_idx);
                        let bar = found.and_then(|point| self.bar(point, Some(ranked.to_string())));
                        self.bars.extend(bar);
                    }
                }
                self.standing = Standing::Ranked {
                    near: near(table, comparison),
                };
            }
            Err(refusal) => self.standing = Standing::Refused(refusal),
        }
    }

    fn order(&mut self, shown: Vec<Point>) {
        let exact = |quantity: Option<Quantity>| quantity.filter(|q| !q.is_lower_bound());
        let first = shown.first().cloned();
        let alike = first.as_ref().filter(|first| {
            let condition = (exact(first.current_density), exact(first.areal_capacity));
            condition.0.is_some()
                && condition.1.is_some()
                && shown
                    .iter()
                    .all(|point| (point.current_density, point.areal_capacity) == condition)
        });
        self.standing = match (&first, alike) {
            (None, _) => Standing::Nothing,
            (_, Some(alike)) => Standing::SameConditions {
                condition: alike.condition(),
            },
            _ => Standing::Unlike {
                conditions: conditions(&shown),
            },
        };
        for point in shown {
            match self.bar(point.clone(), None) {
                Some(bar) => self.bars.push(bar),
                None => self.not_reported.push(point),
            }
        }
        let bars = &self.bars;
        let order = ordered(bars.len(), &|a, b| {
            bars[b].value.cmp_printed(&bars[a].value)
        });
        self.bars = order.into_iter().map(|index| bars[index].clone()).collect();
    }

    fn bar(&self, point: Point, place: Option<String>) -> Option<Bar> {
        let value = match self.measure {
            Measure::Hours => point.lifespan,
            Measure::CumulativeCapacity => point.cumulative_capacity,
        }?;
        Some(Bar {
            point,
            value,
            place,
        })
    }

    /// The bars that are drawn.
    pub fn drawn(&self) -> &[Bar] {
        &self.bars[..self.bars.len().min(MAX_BARS)]
    }

    /// What the order means, in words.
    pub fn words(&self) -> String {
        let mut words = match &self.standing {
            Standing::Ranked { near } => format!(
                "Ranked: {} tested within {near}.",
                counted(self.bars.len(), "condition")
            ),
            Standing::SameConditions { condition } => {
                format!("All conditions shown were tested at {condition}.")
            }
            Standing::Unlike { conditions } => format!(
                "This is an order of printed numbers and no ranking: the conditions differ ({conditions}). Compare with one condition, and only those tested alike are ranked."
            ),
            Standing::Refused(refusal) => format!("Not ranked: {refusal}."),
            Standing::Nothing => "No condition fits the filters.".to_owned(),
        };
        if !self.outside.is_empty() {
            words.push_str(&format!(
                " {} tested under other conditions: not ranked, and named with the reason in the table below.",
                counted(self.outside.len(), "condition")
            ));
        }
        if !self.not_reported.is_empty() {
            words.push_str(&format!(
                " {} without this number.",
                counted(self.not_reported.len(), "condition")
            ));
        }
        if self.bars.len() > MAX_BARS {
            words.push_str(&format!(" The first {MAX_BARS} are drawn."));
        }
        words
    }
}

/// `a factor of 2 of current density 5 mA cm⁻²`.
fn near(table: &Table, comparison: &Comparison) -> String {
    let references: Vec<String> = comparison
        .references()
        .iter()
        .map(|(id, value)| match table.column(id) {
            Some(column) => {
                let unit = column.unit.as_deref().unwrap_or_default();
                format!("{} {value} {unit}", column.label.to_lowercase())
            }
            None => format!("{id} {value}"),
        })
        .collect();
    format!(
        "a factor of {} of {}",
        comparison.factor(),
        references.join(" and ")
    )
}

fn conditions(shown: &[Point]) -> String {
    let spans = [
        (
            "current density",
            span(&mut shown.iter().filter_map(|point| point.current_density)),
            "mA cm⁻²",
        ),
        (
            "areal capacity",
            span(&mut shown.iter().filter_map(|point| point.areal_capacity)),
            "mA h cm⁻²",
        ),
    ];
    let spans: Vec<String> = spans
        .into_iter()
        .filter_map(|(name, span, unit)| Some(format!("{name} {} {unit}", span?)))
        .collect();
    spans.join(", ")
}

/// `1 condition`, `2 conditions`.
pub fn counted(n: usize, noun: &str) -> String {
    let ending = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{ending}")
}
