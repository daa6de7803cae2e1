//! Facet counts against counting by brute force, for generated tables and filters.
//! Here because a wrong count is the mistake nobody notices.
//! Must not know: how the explorer counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;

use explorer::{Cell, ColumnKind, Label, Row, Table, ViewQuery, view};
use support::{column, sample, text};

const N_LABELS: [u64; 3] = [3, 5, 2];

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
    let rows = (0..80)
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
            Row {
                id: i.to_string(),
                cells,
            }
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
    query
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
}

#[test]
fn rows_and_counts_equal_brute_force_for_fifty_queries() {
    let mut numbers = Numbers(20_211_203);
    let table = generated(&mut numbers);
    let (mut n_counts, mut n_nonempty) = (0, 0);
    for _ in 0..50 {
        let query = generated_query(&mut numbers);
        let found = view(&table, &query);
        let rows: Vec<usize> = (0..table.rows.len())
            .filter(|&i| passes(&table, &table.rows[i], &query, None))
            .collect();
        assert_eq!(found.rows, rows, "{query:?}");
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
                .map(|v| (v.label.id, v.count))
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
