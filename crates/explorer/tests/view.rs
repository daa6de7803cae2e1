//! Search and order over a table small enough to check by eye.
//! Here because the rows a reader sees must be the rows the query asked for.
//! Must not know: addresses; facet counts have their own file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{Cell, Row, SortKey, Table, TableView, ViewQuery, natural_cmp, view};
use support::{above, column, exact, sample, text};

fn ids(table: &Table, view: &TableView) -> Vec<String> {
    view.rows
        .iter()
        .map(|&row_idx| table.rows[row_idx].id.clone())
        .collect()
}

#[test]
fn words_are_found_as_a_person_types_them() {
    let table = sample();
    let cases: [(&str, &[&str]); 13] = [
        ("", &["znf2", "zn10", "zn9", "cafe", "gap", "nan", "zn9-b"]),
        (
            "  ",
            &["znf2", "zn10", "zn9", "cafe", "gap", "nan", "zn9-b"],
        ),
        ("ZNF2", &["znf2"]),
        ("znf₂", &["znf2"]),
        ("cafe", &["cafe"]),
        ("CAFÉ", &["cafe"]),
        ("cafe\u{301} film", &["cafe"]),
        // Words may stand in different cells, in any order; labels are searched by their text.
        ("guides zn9", &["zn9", "zn9-b"]),
        (">500", &["zn10"]),
        ("-0.25", &["gap"]),
        ("\u{2212}0.25", &["gap"]),
        // No word reaches from one cell into the next.
        ("zn9coating", &[]),
        ("zn9 absent", &[]),
    ];
    for (words, expected) in cases {
        let found = view(
            &table,
            &ViewQuery {
                text: words.to_owned(),
                ..ViewQuery::default()
            },
        );
        assert_eq!(ids(&table, &found), expected, "{words:?}");
        assert_eq!(found.total, 7);
    }
}

/// Sort keys with `true` for descending, and the row ids they give.
type Case<'a> = (&'a [(&'a str, bool)], &'a [&'a str]);

#[test]
fn order_of_each_column_in_both_directions() {
    let table = sample();
    let cases: [Case; 8] = [
        (&[], &["znf2", "zn10", "zn9", "cafe", "gap", "nan", "zn9-b"]),
        // Natural and without case: zn9 and ZN9 tie and keep their order; 9 before 10; the gap is last.
        (
            &[("name", false)],
            &["nan", "cafe", "zn9", "zn9-b", "zn10", "znf2", "gap"],
        ),
        (
            &[("name", true)],
            &["znf2", "zn10", "zn9", "zn9-b", "cafe", "nan", "gap"],
        ),
        // The bound comes after the equal exact values; missing and NaN are last in both directions.
        (
            &[("life_h", false)],
            &["gap", "cafe", "znf2", "zn9-b", "zn10", "zn9", "nan"],
        ),
        (
            &[("life_h", true)],
            &["zn10", "znf2", "zn9-b", "cafe", "gap", "zn9", "nan"],
        ),
        (
            &[("type", false), ("life_h", true)],
            &["zn10", "cafe", "zn9", "znf2", "gap", "zn9-b", "nan"],
        ),
        (
            &[("type", true), ("name", true)],
            &["zn9-b", "znf2", "gap", "zn10", "zn9", "cafe", "nan"],
        ),
        (
            &[("absent", true)],
            &["znf2", "zn10", "zn9", "cafe", "gap", "nan", "zn9-b"],
        ),
    ];
    for (keys, expected) in cases {
        let sort = keys.iter().map(|(id, descending)| SortKey {
            column: (*id).to_owned(),
            descending: *descending,
        });
        let sorted = view(
            &table,
            &ViewQuery {
                sort: sort.collect(),
                ..ViewQuery::default()
            },
        );
        assert_eq!(ids(&table, &sorted), expected, "{keys:?}");
    }
}

#[test]
fn a_lower_bound_lies_between_its_value_and_the_next() {
    let values = [
        above(500.0),
        exact(501.0),
        Cell::Missing,
        exact(500.0),
        exact(1e3),
        above(499.0),
    ];
    let rows = values
        .into_iter()
        .enumerate()
        .map(|(i, cell)| Row::printed(&i.to_string(), vec![cell]))
        .collect();
    let table = Table {
        columns: vec![column("n", explorer::ColumnKind::Number)],
        rows,
    };
    let order = |descending| {
        let sort = vec![SortKey {
            column: "n".to_owned(),
            descending,
        }];
        view(
            &table,
            &ViewQuery {
                sort,
                ..ViewQuery::default()
            },
        )
        .rows
    };
    assert_eq!(order(false), [5, 3, 0, 1, 4, 2]);
    assert_eq!(order(true), [4, 1, 0, 3, 5, 2]);
}

#[test]
fn natural_order_is_total_on_words_with_numbers() {
    let sorted = [
        "",
        "2",
        "10",
        "99999999999999999999999",
        "a",
        "a2b",
        "a10",
        "a10b",
        "b",
        "ä",
    ];
    for (i, a) in sorted.iter().enumerate() {
        for (j, b) in sorted.iter().enumerate() {
            assert_eq!(natural_cmp(a, b), i.cmp(&j), "{a:?} {b:?}");
        }
    }
    assert!(natural_cmp("a007", "a7").is_eq());
}

#[test]
fn a_row_shorter_than_the_header_is_missing_values() {
    let columns = vec![
        column("a", explorer::ColumnKind::Text),
        column("b", explorer::ColumnKind::Category),
    ];
    let table = Table {
        columns,
        rows: vec![Row::printed("short", vec![text("x")])],
    };
    let sort = vec![SortKey {
        column: "b".to_owned(),
        descending: false,
    }];
    assert_eq!(
        view(
            &table,
            &ViewQuery {
                sort,
                ..ViewQuery::default()
            }
        )
        .rows,
        [0]
    );
}
