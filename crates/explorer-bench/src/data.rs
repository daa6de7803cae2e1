//! Rows like those of Table 1, as many as wanted, always the same.
//! Here because every table is measured on the same rows.
//! Must not know: what is measured.

use explorer::{Cell, Column, ColumnKind, Label, Quantity, Row, Table};

const CATEGORIES: [(&str, u64); 5] = [
    ("material", 26),
    ("type", 2),
    ("characteristic", 40),
    ("function", 35),
    ("reference", 26),
];
const NUMBERS: [&str; 6] = [
    "current_density_ma_cm2",
    "areal_capacity_mah_cm2",
    "lifespan_h",
    "cycles",
    "cumulative_capacity_ah_cm2",
    "zinc_um",
];

/// A fixed sequence of numbers below `n` (Knuth's MMIX generator).
#[derive(Debug)]
pub struct Numbers(pub u64);

impl Numbers {
    /// The next one.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// Rows like those of Table 1: a few labels each, six numbers, a third of the lifespans bounds, some gaps.
pub fn table(n_rows: usize) -> Table {
    let mut numbers = Numbers(20_211_203);
    let categories = CATEGORIES
        .iter()
        .map(|(id, _)| Column::new(id, id, ColumnKind::Category));
    let columns = categories.chain(
        NUMBERS
            .iter()
            .map(|id| Column::new(id, id, ColumnKind::Number).log()),
    );
    let mut row = |idx: usize| {
        let mut cells = Vec::new();
        for (id, n_labels) in CATEGORIES {
            let n = if n_labels > 30 {
                1 + numbers.below(2)
            } else {
                1
            };
            let labels = (0..n).map(|_| {
                let no = numbers.below(n_labels);
                Label {
                    id: format!("{id}-{no}"),
                    text: format!("{id} of kind {no}"),
                }
            });
            cells.push(Cell::Labels(labels.collect()));
        }
        for id in NUMBERS {
            let value = 0.05 + numbers.below(1_000_000) as f64 / 100.0;
            let cell = match numbers.below(12) {
                0 => Cell::Missing,
                1..=4 if id == "lifespan_h" => Cell::Number(Quantity::above(value)),
                _ => Cell::Number(Quantity::exact(value)),
            };
            cells.push(cell);
        }
        Row::printed(&idx.to_string(), cells)
    };
    Table {
        columns: columns.collect(),
        rows: (0..n_rows).map(&mut row).collect(),
    }
}
