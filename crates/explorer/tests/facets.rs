//! Rows, counts, histograms and order against brute force, for generated tables and queries.
//! Here because a wrong count is the mistake nobody notices.
//! Must not know: how the explorer counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use explorer::{
    Cell, Column, ColumnKind, Label, Quantity, Range, Row, SortKey, Table, TableView, ViewQuery,
    view,
};
use support::{above, column, exact, sample, text};

const N_LABELS: [u64; 3] = [3, 5, 2];
const N_NUMBERS: usize = 2;
const COLUMNS: [&str; 6] = ["word", "c0", "c1", "c2", "n0", "n1"];

/// A fixed sequence of numbers below `n` (Knuth's MMIX generator), so that every run tests the same tables.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn generated(numbers: &mut Numbers) -> Table {
    let mut columns = vec![column("word", ColumnKind::Text)];
    columns.extend((0..N_LABELS.len()).map(|c| column(&format!("c{c}"), ColumnKind::Category)));
    columns.push(column("n0", ColumnKind::Number));
    columns.push(Column::new("n1", "N1", ColumnKind::Number).log());
    let rows = (0..150)
        .map(|i| {
            let mut cells = vec![text(
                ["alpha", "beta", "alphabet"][numbers.below(3) as usize],
            )];
            for (c, n_labels) in N_LABELS.iter().enumerate() {
                let of_row =
                    (0..numbers.below(3)).map(|_| format!("c{c}-{}", numbers.below(*n_labels)));
                // A label may come twice in one cell; it still is one row.
                cells.push(Cell::Labels(
                    of_row
                        .map(|id| Label {
                            text: id.clone(),
                            id,
                        })
                        .collect(),
                ));
            }
            for _ in 0..N_NUMBERS {
                let value = [0.25, 1.0, 5.0, 10.0, 40.0, 1000.0][numbers.below(6) as usize];
                cells.push(match numbers.below(8) {
                    0 => Cell::Missing,
                    1 => exact(f64::NAN),
                    2 | 3 => above(value),
                    _ => exact(value),
                });
            }
            Row::printed(&i.to_string(), cells)
        })
        .collect();
    Table { columns, rows }
}

fn generated_query(numbers: &mut Numbers) -> ViewQuery {
    let mut query = ViewQuery::default();
    for (c, n_labels) in N_LABELS.iter().enumerate() {
        for label in 0..*n_labels {
            if numbers.below(4) == 0 {
                query
                    .filters
                    .entry(format!("c{c}"))
                    .or_default()
                    .insert(format!("c{c}-{label}"));
            }
        }
    }
    query.text = ["", "alpha", "BET", "nothing"][[0, 0, 1, 2, 0, 1, 3][numbers.below(7) as usize]]
        .to_owned();
    for id in ["n0", "n1"] {
        let limits = [0.25, 0.3, 1.0, 5.0, 11.0, 40.0, 2000.0];
        let mut limit = || {
            let drawn = numbers.below(10) as usize;
            limits.get(drawn).copied()
        };
        let range = Range::new(limit(), limit());
        if numbers.below(2) == 0 {
            query = query.with_range(id, range);
        }
    }
    for _ in 0..numbers.below(4) {
        let column = COLUMNS[numbers.below(6) as usize];
        if query.sort_priority(column).is_none() {
            query.sort.push(SortKey::new(column, numbers.below(2) == 0));
        }
    }
    query
}

fn cell<'a>(table: &Table, row: &'a Row, id: &str) -> &'a Cell {
    let position = table.columns.iter().position(|column| column.id == id);
    &row.cells[position.unwrap()]
}

/// Value and whether it is a bound.
fn number(table: &Table, row: &Row, id: &str) -> Option<(f64, bool)> {
    match cell(table, row, id) {
        Cell::Number(Quantity { value, bound }) if !value.is_nan() => {
            Some((*value, *bound == explorer::Bound::Lower))
        }
        _ => None,
    }
}

/// Passes, and whether that is uncertain; from the rule's words.
fn in_range(value: Option<(f64, bool)>, range: &Range) -> (bool, bool) {
    let Some((value, is_bound)) = value else {
        return (false, false);
    };
    if range.min().is_some_and(|min| min > value) {
        return (false, false);
    }
    match (range.max(), is_bound) {
        (None, _) => (true, false),
        (Some(max), false) => (value <= max, false),
        (Some(max), true) => (value < max, value < max),
    }
}

/// Missing last whichever way; numbers by value, then bound; labels and words as they read.
fn compare(table: &Table, a: &Row, b: &Row, key: &SortKey) -> Ordering {
    let turned = |order: Ordering| {
        if key.descending {
            order.reverse()
        } else {
            order
        }
    };
    let present = |a: bool, b: bool| b.cmp(&a);
    if key.column.starts_with('n') {
        let (a, b) = (number(table, a, &key.column), number(table, b, &key.column));
        return match (a, b) {
            (Some(a), Some(b)) => turned(a.partial_cmp(&b).unwrap()),
            _ => present(a.is_some(), b.is_some()),
        };
    }
    let words = |row: &Row| match cell(table, row, &key.column) {
        Cell::Text(text) => text.clone(),
        Cell::Labels(labels) => {
            let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
            texts.join("; ")
        }
        _ => String::new(),
    };
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return present(!a.is_empty(), !b.is_empty());
    }
    turned(a.cmp(&b))
}

/// Each bin of each histogram, counted row by row.
fn check_histograms(table: &Table, query: &ViewQuery, found: &TableView) {
    assert_eq!(found.histograms.len(), N_NUMBERS);
    for histogram in &found.histograms {
        let id = histogram.column.as_str();
        let counted: Vec<Option<(f64, bool)>> = table
            .rows
            .iter()
            .filter(|row| passes(table, row, query, Some(id)))
            .map(|row| number(table, row, id))
            .collect();
        let n_without = counted.iter().filter(|value| value.is_none()).count();
        assert_eq!(histogram.n_without, n_without, "{query:?}");
        let last = histogram.bins.len() - 1;
        for (idx, bin) in histogram.bins.iter().enumerate() {
            let inside = |value: &&(f64, bool)| {
                bin.from <= value.0 && (value.0 < bin.to || (idx == last && value.0 == bin.to))
            };
            let inside: Vec<_> = counted.iter().flatten().filter(inside).collect();
            assert_eq!(bin.count, inside.len(), "{query:?} {bin:?}");
            let n_bounds = inside.iter().filter(|value| value.1).count();
            assert_eq!(bin.n_lower_bounds, n_bounds, "{query:?} {bin:?}");
        }
        assert_eq!(
            (histogram.bins[0].from, histogram.bins[last].to),
            (0.25, 1000.0)
        );
    }
}

fn label_ids(table: &Table, row: &Row, id: &str) -> BTreeSet<String> {
    let position = table
        .columns
        .iter()
        .position(|column| column.id == id)
        .unwrap();
    match &row.cells[position] {
        Cell::Labels(labels) => labels.iter().map(|label| label.id.clone()).collect(),
        _ => BTreeSet::new(),
    }
}

/// Straight from the definition: the text, and every filter except the one of `but`.
fn passes(table: &Table, row: &Row, query: &ViewQuery, but: Option<&str>) -> bool {
    let Cell::Text(word) = &row.cells[0] else {
        panic!("the first column is text")
    };
    let text_ok = word.contains(&query.text.to_lowercase());
    text_ok
        && query
            .filters
            .iter()
            .filter(|(id, _)| Some(id.as_str()) != but)
            .all(|(id, chosen)| !label_ids(table, row, id).is_disjoint(chosen))
        && query
            .ranges
            .iter()
            .filter(|(id, _)| Some(id.as_str()) != but)
            .all(|(id, range)| in_range(number(table, row, id), range).0)
}

#[test]
fn rows_and_counts_equal_brute_force_for_fifty_queries() {
    let mut numbers = Numbers(20_211_203);
    let table = generated(&mut numbers);
    let (mut n_counts, mut n_nonempty, mut n_sorted, mut n_ranged, mut n_uncertain) =
        (0, 0, 0, 0, 0);
    for _ in 0..50 {
        let query = generated_query(&mut numbers);
        let found = view(&table, &query);
        let mut rows: Vec<usize> = (0..table.rows.len())
            .filter(|&i| passes(&table, &table.rows[i], &query, None))
            .collect();
        let is_uncertain = |row: &&usize| {
            let of = |(id, range): (&String, &Range)| {
                in_range(number(&table, &table.rows[**row], id), range).1
            };
            query.ranges.iter().any(of)
        };
        let uncertain: Vec<usize> = rows.iter().filter(is_uncertain).copied().collect();
        n_uncertain += uncertain.len();
        assert_eq!(found.uncertain, uncertain, "{query:?}");
        assert!(uncertain.iter().all(|&row| found.is_uncertain(row)));
        rows.sort_by(|&a, &b| {
            let by = |key| compare(&table, &table.rows[a], &table.rows[b], key);
            query
                .sort
                .iter()
                .map(by)
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        });
        assert_eq!(found.rows, rows, "{query:?}");
        n_sorted += usize::from(!query.sort.is_empty());
        n_ranged += usize::from(!query.ranges.is_empty());
        check_histograms(&table, &query, &found);
        n_nonempty += usize::from(!rows.is_empty());
        assert_eq!(found.facets.len(), N_LABELS.len());
        for facet in &found.facets {
            for value in &facet.values {
                let with_label = |row: &&Row| {
                    passes(&table, row, &query, Some(&facet.column))
                        && label_ids(&table, row, &facet.column).contains(&value.label.id)
                };
                let expected = table.rows.iter().filter(with_label).count();
                assert_eq!(
                    value.count, expected,
                    "{query:?} {} {}",
                    facet.column, value.label.id
                );
                assert_eq!(
                    value.selected,
                    query.selects(&facet.column, &value.label.id)
                );
                n_counts += 1;
            }
        }
    }
    assert_eq!(
        n_counts, 500,
        "every label of every column is counted in every view"
    );
    assert!(
        n_nonempty > 25,
        "most queries must leave rows, or nothing was compared: {n_nonempty}"
    );
    assert!(
        n_sorted > 20 && n_ranged > 20 && n_uncertain > 20,
        "{n_sorted} sorted, {n_ranged} with a range, {n_uncertain} uncertain rows"
    );
}

#[test]
fn counts_of_the_sample_by_eye() {
    let table = sample();
    let counts = |query: &ViewQuery| -> Vec<Vec<(String, usize)>> {
        let facets = view(&table, query).facets;
        let values = |facet: explorer::Facet| {
            facet
                .values
                .into_iter()
                .map(|v| (v.label.id.clone(), v.count))
                .collect()
        };
        facets.into_iter().map(values).collect()
    };
    let of = |pairs: &[(&str, usize)]| {
        pairs
            .iter()
            .map(|(id, n)| ((*id).to_owned(), *n))
            .collect::<Vec<_>>()
    };
    let all = ViewQuery::default();
    assert_eq!(
        counts(&all),
        [
            of(&[("sei", 3), ("film", 4)]),
            of(&[("block", 4), ("guide", 4)])
        ]
    );
    // Choosing sei leaves the counts of its own column and narrows the other.
    let sei = all.toggled("type", "sei");
    assert_eq!(
        counts(&sei),
        [
            of(&[("sei", 3), ("film", 4)]),
            of(&[("block", 2), ("guide", 2)])
        ]
    );
    assert_eq!(view(&table, &sei).rows, [0, 4, 6]);
    // Both labels of a column are "or": the row without a type is out, all others are in.
    assert_eq!(
        view(&table, &sei.toggled("type", "film")).rows,
        [0, 1, 2, 3, 4, 6]
    );
    // A filter of a column that is not there filters nothing.
    assert_eq!(view(&table, &all.toggled("absent", "x")).rows.len(), 7);
}
