//! Any file: it gives rows that fit the table, or faults, and what is exported comes back.
//! Here because a reader may drop anything onto the page.
//! Must not know: what the columns mean.
#![no_main]

use explorer::{Cell, Column, ColumnKind, ExportHeader, Label, Quantity, Row, Selection, Table, own::read_csv, write_csv};
use libfuzzer_sys::fuzz_target;

fn table() -> Table {
    let label = Label {
        id: "sei".to_owned(),
        text: "SEI".to_owned(),
    };
    Table {
        columns: vec![
            Column::new("material", "Material", ColumnKind::Category),
            Column::new("type", "Type", ColumnKind::Category).closed(),
            Column::new("j_ma_cm2", "Current density", ColumnKind::Number).unit("mA cm⁻²"),
            Column::new("life_h", "Lifespan", ColumnKind::Number).unit("h"),
        ],
        rows: vec![Row::printed(
            "a",
            vec![
                Cell::Missing,
                Cell::Labels(vec![label]),
                Cell::Number(Quantity::exact(1.0)),
                Cell::Number(Quantity::above(500.0)),
            ],
        )],
    }
}

fuzz_target!(|file: &str| {
    let own = read_csv(file, &table());
    assert!(own.rows.len() <= own.n_lines);
    if own.rows.is_empty() {
        return;
    }
    let n_own = own.rows.len();
    let extended = table().with_own(own.rows);
    let written = write_csv(&Selection::all(&extended), &ExportHeader::default()).expect("memory suffices");
    let back = read_csv(&written, &extended);
    assert_eq!((back.rows.len(), back.n_faults), (n_own + 1, 0), "{:?}\n{written}", back.faults);
});
