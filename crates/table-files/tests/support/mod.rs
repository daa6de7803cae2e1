//! A small table and a server that is spoken to directly.
//! Here because every test here begins with both.
//! Must not know: what is tested.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::cell::RefCell;

use explorer::{
    Cell, Column, ColumnKind, ExportHeader, Label, Quantity, Row, RowProvenance, Table,
};
use table_files::{Answer, FileFormat, JobId, Order, Outcome, Request, Serve, Server};

pub fn label(text: &str) -> Cell {
    Cell::Labels(vec![Label {
        id: text.to_lowercase(),
        text: text.to_owned(),
    }])
}

/// Two printed rows, one of them a bound, and one of the reader's.
pub fn table() -> Table {
    let number = |value| Cell::Number(Quantity::exact(value));
    let own = Row {
        provenance: RowProvenance::Own,
        ..Row::printed("own-1", vec![label("=Mine"), number(5.0), number(12.5)])
    };
    Table {
        columns: vec![
            Column::new("material", "Material", ColumnKind::Category),
            Column::new(
                "current_density_ma_cm2",
                "Current density",
                ColumnKind::Number,
            )
            .unit("mA cm⁻²"),
            Column::new("lifespan_h", "Lifespan", ColumnKind::Number).unit("h"),
        ],
        rows: vec![
            Row::printed(
                "zns-1",
                vec![
                    label("ZnS"),
                    number(1.0),
                    Cell::Number(Quantity::above(500.0)),
                ],
            ),
            Row::printed("znse-1", vec![label("ZnSe"), number(0.25), number(1700.0)]),
            own,
        ],
    }
}

pub fn header() -> ExportHeader {
    ExportHeader {
        title: "A table".to_owned(),
        source: "A paper".to_owned(),
        licence: "CC BY 4.0".to_owned(),
        filter: "lifespan at least 10 h".to_owned(),
        link: "https://host.example/explore/?v=1".to_owned(),
        date: Some("2026-11-25".to_owned()),
        version: "0.1.0".to_owned(),
    }
}

pub fn write(format: FileFormat) -> Order {
    Order::Write {
        format,
        table: table(),
        rows: vec![2, 0, 1],
        columns: vec![0, 2, 1],
        header: header(),
    }
}

/// All that the server says to a request.
pub fn answers(request: Request) -> Vec<Answer> {
    let said = RefCell::new(Vec::new());
    Server::serve(request, &|answer| said.borrow_mut().push(answer));
    said.into_inner()
}

pub fn done(order: Order) -> Outcome {
    let request = Request::Do {
        job: JobId(7),
        order: Box::new(order),
    };
    match answers(request).pop() {
        Some(Answer::Done { outcome, .. }) => *outcome,
        other => panic!("{other:?}"),
    }
}

pub fn file(order: Order) -> Vec<u8> {
    match done(order) {
        Outcome::File(bytes) => bytes,
        rows => panic!("{rows:?}"),
    }
}
