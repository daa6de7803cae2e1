//! Any query string: it gives a view, and that view's own address means itself.
//! Here because an address may come from anybody.
//! Must not know: what the columns mean.
#![no_main]

use explorer::{Cell, Column, ColumnKind, Index, Label, Quantity, Row, Table, ViewQuery, highlights};
use libfuzzer_sys::fuzz_target;

fn table() -> Table {
    let label = |id: &str| Label {
        id: id.to_owned(),
        text: id.to_uppercase(),
    };
    Table {
        columns: vec![
            Column::new("type", "Type", ColumnKind::Category),
            Column::new("q", "Awkward", ColumnKind::Category),
            Column::new("life_h", "Lifespan", ColumnKind::Number).log(),
            Column::new("name", "Name", ColumnKind::Text),
        ],
        rows: vec![
            Row::printed(
                "a",
                vec![
                    Cell::Labels(vec![label("sei"), label("a,b~-")]),
                    Cell::Labels(vec![label("")]),
                    Cell::Number(Quantity::above(500.0)),
                    Cell::Text("Cæfe\u{301} ₂".to_owned()),
                ],
            ),
            Row::printed("b", vec![Cell::Missing, Cell::Missing, Cell::Number(Quantity::exact(5.0))]),
        ],
    }
}

fuzz_target!(|address: &str| {
    let table = table();
    let (query, _) = ViewQuery::parse(address, &table, &["theme"]);
    let again = ViewQuery::parse(&query.encode(), &table, &[]);
    assert_eq!(again, (query.clone(), Vec::new()));
    let view = Index::new(&table).view(&query);
    assert!(view.rows.len() <= view.total);
    for &row_idx in &view.rows {
        for hit in highlights(&table, row_idx, &query.text) {
            if let Cell::Text(text) = table.cell(row_idx, hit.column_idx) {
                assert!(text.get(hit.bytes).is_some());
            }
        }
    }
});
