//! A row as the charts see it.
//! Here because three charts and their tables read the same cells in the same words.
//! Must not know: where a chart puts it.

use std::cmp::Ordering;

use explorer::{Quantity, RowCells, Table, TableView};
use review::Named;

use crate::{
    plot::MARKS,
    services::table::{
        AREAL_CAPACITY, CUMULATIVE_CAPACITY, CURRENT_DENSITY, FAMILY, LIFESPAN, MATERIAL,
    },
};

#[derive(Debug, Clone)]
pub struct Point {
    /// Position in the table.
    pub row_idx: usize,
    /// Does it pass the filters?
    pub shown: bool,
    pub material: String,
    /// Position of its shape and colour in [`MARKS`].
    pub mark: usize,
    pub current_density: Option<Quantity>,
    pub areal_capacity: Option<Quantity>,
    pub lifespan: Option<Quantity>,
    pub cumulative_capacity: Option<Quantity>,
}

/// Rows, each with whether it passes the filters.
pub fn points(
    table: &Table,
    rows: impl Iterator<Item = (usize, bool)>,
    families: &[Named],
) -> Vec<Point> {
    rows.map(|(row_idx, shown)| point(table, row_idx, shown, families))
        .collect()
}

/// The rows of the view in its order.
pub fn shown_points(table: &Table, view: &TableView, families: &[Named]) -> Vec<Point> {
    let shown = view.rows.iter().map(|&row_idx| (row_idx, true));
    points(table, shown, families)
}

fn point(table: &Table, row_idx: usize, shown: bool, families: &[Named]) -> Point {
    let cells = RowCells::new(table, row_idx);
    let first = |column| {
        let column_idx = table.column_idx(column)?;
        table.cell(row_idx, column_idx).labels().first()
    };
    let is_own = table.rows.get(row_idx).is_some_and(explorer::Row::is_own);
    let family = first(FAMILY)
        .filter(|_| !is_own)
        .and_then(|label| families.iter().position(|family| family.id == label.id));
    let last = MARKS.len() - 1;
    Point {
        row_idx,
        shown,
        material: first(MATERIAL).map_or_else(|| "Unnamed".to_owned(), |label| label.text.clone()),
        mark: family.map_or(last, |family| family.min(last)),
        current_density: cells.number(CURRENT_DENSITY),
        areal_capacity: cells.number(AREAL_CAPACITY),
        lifespan: cells.number(LIFESPAN),
        cumulative_capacity: cells.number(CUMULATIVE_CAPACITY),
    }
}

impl Point {
    /// `1 mA cm⁻², 1 mA h cm⁻²`.
    pub fn condition(&self) -> String {
        format!(
            "{}, {}",
            with_unit(self.current_density, "mA cm⁻²"),
            with_unit(self.areal_capacity, "mA h cm⁻²")
        )
    }

    /// `ZnF2 (coating): 1 mA cm⁻², 1 mA h cm⁻², 2500 h`.
    pub fn words(&self) -> String {
        format!(
            "{}: {}, {}",
            self.material,
            self.condition(),
            with_unit(self.lifespan, "h")
        )
    }
}

/// `>500 h`, or that it is not reported.
pub fn with_unit(quantity: Option<Quantity>, unit: &str) -> String {
    match quantity {
        Some(quantity) => format!("{} {unit}", shown(quantity)),
        None => "not reported".to_owned(),
    }
}

/// The number of a cell, or that it is not reported.
pub fn cell(quantity: Option<Quantity>) -> String {
    quantity.map_or_else(|| "not reported".to_owned(), shown)
}

/// At most four digits, because products of decimal fractions have tails.
fn shown(quantity: Quantity) -> String {
    Quantity {
        value: rounded(quantity.value),
        ..quantity
    }
    .to_string()
}

fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

/// `0.1 to 10`, or one number where all are the same; nothing without numbers.
pub fn span(quantities: &mut dyn Iterator<Item = Quantity>) -> Option<String> {
    let mut ends: Option<[Quantity; 2]> = None;
    for quantity in quantities {
        let [low, high] = ends.get_or_insert([quantity; 2]);
        if quantity.cmp_printed(low).is_lt() {
            *low = quantity;
        }
        if quantity.cmp_printed(high).is_gt() {
            *high = quantity;
        }
    }
    let [low, high] = ends?;
    Some(if low == high {
        shown(low)
    } else {
        format!("{} to {}", shown(low), shown(high))
    })
}

/// Positions from 0 in order; equal ones keep theirs. One function, because each kind of sorting is compiled for itself.
pub fn ordered(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}
