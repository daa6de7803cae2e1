//! Derived columns, the arithmetic of bounds, and completeness.
//! Here because no lower bound may become a value on its way through a formula.
//! Must not know: exports, addresses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{Cell, Checklist, Column, ColumnKind, Quantity, Range, RowCells, ViewQuery, view};
use support::sample;

#[test]
fn bounds_pass_through_arithmetic_or_nothing_is_said() {
    let (is, above) = (Quantity::exact, Quantity::above);
    let cases: [(&str, Option<Quantity>, Option<Quantity>); 20] = [
        ("2 + 3", is(2.0).plus(is(3.0)), Some(is(5.0))),
        (">2 + 3", above(2.0).plus(is(3.0)), Some(above(5.0))),
        ("2 + >3", is(2.0).plus(above(3.0)), Some(above(5.0))),
        (">2 − 3", above(2.0).minus(is(3.0)), Some(above(-1.0))),
        ("2 − >3", is(2.0).minus(above(3.0)), None),
        ("2 × 3", is(2.0).times(is(3.0)), Some(is(6.0))),
        (">2 × 3", above(2.0).times(is(3.0)), Some(above(6.0))),
        ("3 × >2", is(3.0).times(above(2.0)), Some(above(6.0))),
        (">2 × >3", above(2.0).times(above(3.0)), Some(above(6.0))),
        (">2 × 0", above(2.0).times(is(0.0)), Some(is(0.0))),
        (">2 × −3", above(2.0).times(is(-3.0)), None),
        (">−2 × 3", above(-2.0).times(is(3.0)), Some(above(-6.0))),
        (">−2 × >3", above(-2.0).times(above(3.0)), None),
        ("6 ÷ 3", is(6.0).over(is(3.0)), Some(is(2.0))),
        (">6 ÷ 3", above(6.0).over(is(3.0)), Some(above(2.0))),
        (">6 ÷ −3", above(6.0).over(is(-3.0)), None),
        ("6 ÷ >3", is(6.0).over(above(3.0)), None),
        ("6 ÷ 0", is(6.0).over(is(0.0)), None),
        ("max × 2", is(f64::MAX).times(is(2.0)), None),
        ("−2 × 3", is(-2.0).times(is(3.0)), Some(is(-6.0))),
    ];
    for (said, found, expected) in cases {
        assert_eq!(found, expected, "{said}");
    }
}

#[test]
fn a_derived_column_is_marked_and_behaves_as_any_other() {
    let table = sample().derived(
        Column::new("life_d", "Life", ColumnKind::Number).unit("d"),
        "life ÷ 24",
        |row| row.number("life_h")?.over(Quantity::exact(24.0)),
    );
    let column = table.column("life_d").unwrap();
    assert_eq!(column.formula(), Some("life ÷ 24"));
    assert_eq!(table.column("life_h").unwrap().formula(), None);
    let days = |row_idx| table.cell(row_idx, 4).clone();
    assert_eq!(days(0), Cell::Number(Quantity::exact(500.0 / 24.0)));
    assert_eq!(days(1), Cell::Number(Quantity::above(500.0 / 24.0)));
    assert_eq!(days(2), Cell::Missing);
    assert_eq!(days(5), Cell::Missing, "not a number gives no value");
    let query = ViewQuery::default()
        .with_range("life_d", Range::parse("20.."))
        .sorted_by("life_d");
    assert_eq!(view(&table, &query).rows, [0, 6, 1], "the bound sorts last");
}

#[test]
fn completeness_counts_what_a_list_asks_for() {
    let list = Checklist::new(&[
        ("name", Some("name")),
        ("lifespan", Some("life_h")),
        ("electrolyte", None),
        ("use", Some("use")),
    ]);
    let table = sample();
    let of = |row_idx| list.of(RowCells::new(&table, row_idx));
    assert_eq!(of(0).to_string(), "3 of 4 reported");
    assert_eq!(of(0).not_reported, ["electrolyte"]);
    assert_eq!(of(3).not_reported, ["electrolyte", "use"]);
    assert_eq!(of(4).not_reported, ["name", "electrolyte"]);
    assert_eq!(
        of(5).not_reported,
        ["lifespan", "electrolyte"],
        "not a number is no report"
    );
    let table = list.score(
        table,
        Column::new("score", "Completeness", ColumnKind::Number),
    );
    let scores: Vec<f64> = (0..7)
        .map(|row| table.cell(row, 4).number().unwrap().value)
        .collect();
    assert_eq!(scores, [3.0, 3.0, 2.0, 2.0, 2.0, 2.0, 3.0]);
    assert_eq!(
        table.columns[4].formula(),
        Some("how many are reported of: name, lifespan, electrolyte, use")
    );
}
