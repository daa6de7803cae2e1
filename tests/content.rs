//! The content that is built into the site, as its pages ask for it.
//! Here because the files may be right and the site still carry others, or lose some on the way into its table.
//! Must not know: how content files are written; `crates/review` tests that.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use companion::{content, table::table_1};
use explorer::{Cell, ViewQuery};

#[test]
fn the_site_carries_the_whole_review() {
    let review = content::load().unwrap();
    assert_eq!(review.article.doi, "10.1039/D1NR06058A");
    assert_eq!(review.materials.len(), 26);
    assert_eq!(review.conditions.len(), 45);
    let numbers: Vec<_> = review
        .references
        .iter()
        .map(|reference| reference.number)
        .collect();
    assert_eq!(numbers, (1..=64).collect::<Vec<_>>());
    assert_eq!(review.source_notes.len(), 34);
}

#[test]
fn every_condition_is_a_row_with_the_numbers_as_printed() {
    let review = content::load().unwrap();
    let table = table_1(review);
    assert_eq!(table.rows.len(), 45);
    for (row, condition) in table.rows.iter().zip(&review.conditions) {
        assert_eq!(row.id, condition.id);
        let printed_numbers = |(column, cell): (&explorer::Column, &Cell)| match cell {
            Cell::Number(quantity) if column.formula().is_none() => Some(quantity.value),
            _ => None,
        };
        let cells = table.columns.iter().zip(&row.cells);
        let numbers: Vec<_> = cells.filter_map(printed_numbers).collect();
        // What was printed holds the same three numbers, whatever stands between them.
        let printed: Vec<f64> = condition
            .as_reported
            .split([',', ' ', '>'])
            .filter_map(|part| part.parse().ok())
            .collect();
        assert_eq!(
            numbers, printed,
            "{}: {}",
            condition.id, condition.as_reported
        );
    }
}

/// The text names its materials, and each name leads to rows.
#[test]
fn every_material_can_be_asked_for_by_address() {
    let review = content::load().unwrap();
    let table = table_1(review);
    let mut n_rows = 0;
    for material in &review.materials {
        let (query, warnings) = ViewQuery::parse(&format!("material={}", material.id), &table, &[]);
        assert_eq!(warnings, [], "{}", material.id);
        n_rows += explorer::view(&table, &query).rows.len();
    }
    assert_eq!(n_rows, 45);
}

/// What a reader starts from is understood to the last field.
#[test]
fn the_template_for_own_rows_is_read_without_a_fault() {
    let printed = companion::table::printed(content::load().unwrap());
    let template = include_str!("../public/own-rows-template.csv");
    let own = explorer::own::read_csv(template, &printed);
    assert_eq!(own.faults, []);
    assert_eq!(own.rows.len(), 2);
    let header = template
        .lines()
        .find(|line| !line.starts_with('#'))
        .unwrap();
    let headings: Vec<_> = printed
        .columns
        .iter()
        .filter(|column| column.formula().is_none())
        .map(explorer::Column::heading)
        .collect();
    assert_eq!(header, headings.join(","));
}
