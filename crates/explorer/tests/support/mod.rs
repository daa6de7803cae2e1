//! A small table with every kind of cell, written out so that a reader can count by eye.
//! Here because all tests of the explorer speak of the same rows.
//! Must not know: the review's Table 1.
// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use explorer::{Cell, Column, ColumnKind, Label, Quantity, Row, Table};

pub fn text(value: &str) -> Cell {
    Cell::Text(value.to_owned())
}

pub fn labels(ids: &[(&str, &str)]) -> Cell {
    Cell::Labels(
        ids.iter()
            .map(|(id, text)| Label {
                id: (*id).to_owned(),
                text: (*text).to_owned(),
            })
            .collect(),
    )
}

pub fn exact(value: f64) -> Cell {
    Cell::Number(Quantity::exact(value))
}

pub fn above(value: f64) -> Cell {
    Cell::Number(Quantity::above(value))
}

pub fn column(id: &str, kind: ColumnKind) -> Column {
    Column::new(id, &id.to_uppercase(), kind)
}

/// Seven rows; `use` may hold two labels; `life_h` has a bound, a tie and two gaps.
pub fn sample() -> Table {
    const FILM: (&str, &str) = ("film", "Coating film");
    const SEI: (&str, &str) = ("sei", "Self-formed SEI");
    const BLOCK: (&str, &str) = ("block", "Blocks water");
    const GUIDE: (&str, &str) = ("guide", "Guides nuclei");
    let rows = vec![
        (
            "znf2",
            text("ZnF₂"),
            labels(&[SEI]),
            labels(&[BLOCK]),
            exact(500.0),
        ),
        (
            "zn10",
            text("Zn10"),
            labels(&[FILM]),
            labels(&[BLOCK, GUIDE]),
            above(500.0),
        ),
        (
            "zn9",
            text("zn9"),
            labels(&[FILM]),
            labels(&[GUIDE]),
            Cell::Missing,
        ),
        (
            "cafe",
            text("Café au lait"),
            labels(&[FILM]),
            Cell::Missing,
            exact(80.0),
        ),
        (
            "gap",
            Cell::Missing,
            labels(&[SEI]),
            labels(&[GUIDE]),
            exact(-0.25),
        ),
        (
            "nan",
            text("=1+1, \"quoted\""),
            Cell::Missing,
            labels(&[BLOCK]),
            exact(f64::NAN),
        ),
        (
            "zn9-b",
            text("ZN9"),
            labels(&[SEI, FILM]),
            labels(&[BLOCK, GUIDE]),
            exact(500.0),
        ),
    ];
    Table {
        columns: vec![
            column("name", ColumnKind::Text),
            column("type", ColumnKind::Category),
            column("use", ColumnKind::Category),
            column("life_h", ColumnKind::Number),
        ],
        rows: rows
            .into_iter()
            .map(|(id, name, kind, purpose, life)| {
                Row::printed(id, vec![name, kind, purpose, life])
            })
            .collect(),
    }
}
