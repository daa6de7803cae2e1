//! The workbook, read back by another library than the one that wrote it.
//! Here because a number that arrives as text cannot be computed with.
//! Must not know: how a workbook is packed.
#![cfg(feature = "xlsx")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use explorer::{ExportHeader, RowProvenance, Selection, write_xlsx};
use support::{sample, text};

fn header() -> ExportHeader {
    ExportHeader {
        title: "A table".to_owned(),
        source: "https://doi.org/10.1/x".to_owned(),
        licence: "CC BY 4.0".to_owned(),
        filter: "=HYPERLINK(1)".to_owned(),
        link: "https://host.example/?v=1".to_owned(),
        date: Some("2026-11-24".to_owned()),
        version: "0.1.0".to_owned(),
    }
}

#[test]
fn numbers_are_numbers_bounds_stand_apart_and_nothing_is_a_formula() {
    let mut table = sample();
    table.columns[3] = table.columns[3].clone().unit("h");
    table.rows[6].provenance = RowProvenance::Own;
    table.rows[2].cells[0] = text("@SUM(1)");
    let bytes = write_xlsx(&Selection::all(&table), &header()).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["Table", "About"]);
    for sheet in ["Table", "About"] {
        let formulas = workbook.worksheet_formula(sheet).unwrap();
        assert!(
            formulas
                .used_cells()
                .all(|(_, _, formula)| formula.is_empty())
        );
    }
    let string = |text: &str| Data::String(text.to_owned());
    let sheet = workbook.worksheet_range("Table").unwrap();
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    let headings = [
        "id",
        "NAME",
        "TYPE",
        "USE",
        "LIFE_H (h)",
        "LIFE_H bound",
        "Provenance",
    ]
    .map(string);
    assert_eq!(rows[0], headings);
    let bounded = [
        string("zn10"),
        string("Zn10"),
        string("Coating film"),
        string("Blocks water; Guides nuclei"),
        Data::Float(500.0),
        string(">"),
        string("printed"),
    ];
    assert_eq!(rows[2], bounded);
    assert_eq!(rows[3][1], string("@SUM(1)"));
    assert_eq!(
        (&rows[3][4], &rows[3][5]),
        (&Data::Empty, &Data::Empty),
        "not reported"
    );
    assert_eq!(rows[6][1], string("=1+1, \"quoted\""), "a text, as it is");
    assert_eq!(rows[6][4], Data::Empty, "not a number is not a value");
    assert_eq!(rows[7][6], string("own"));
    let about = workbook.worksheet_range("About").unwrap();
    let lines: Vec<(String, String)> = about
        .rows()
        .map(|row| (row[0].to_string(), row[1].to_string()))
        .collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(lines[0], pair("title", "A table"));
    assert_eq!(lines[3], pair("filter", "=HYPERLINK(1)"));
    assert_eq!(lines[6], pair("date", "2026-11-24"));
    assert!(lines.contains(&pair("LIFE_H (h)", "life_h")), "{lines:?}");
}

#[test]
fn the_same_selection_gives_the_same_bytes() {
    let table = sample();
    let write = || write_xlsx(&Selection::all(&table), &header()).unwrap();
    assert_eq!(write(), write());
}
