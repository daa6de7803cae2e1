//! The data behind each chart, its words, and the figures made of them.
//! Here because what a picture says must be right before anyone draws it.
//! Must not know: the browser.

use explorer::{Comparison, Index, Quantity, Range, Row, RowCells, Table, ViewQuery};
use review::Review;
use serde_json::Value;

use super::{
    drawing::Drawing,
    kind::{Kind, Measure},
    lifespan::ISO_LINES,
    paint::Look,
    paper::Paper,
    ranking::Standing,
    save, still,
};
use crate::{
    plot::MARKS,
    services::{
        content,
        table::{self, AREAL_CAPACITY, CUMULATIVE_CAPACITY, CURRENT_DENSITY, LIFESPAN},
    },
};

fn review() -> &'static Review {
    content::load().unwrap_or_else(|error| panic!("{error}"))
}

fn drawing(kind: Kind, query: &ViewQuery) -> (Table, Drawing) {
    let table = table::table_1(review());
    let view = Index::new(&table).view(query);
    let drawing = Drawing::of(kind, &table, &view, query, &review().families);
    (table, drawing)
}

fn figure(drawing: &Drawing, paper: Option<&Paper>) -> Value {
    let look = Look {
        width: 1000,
        drag: true,
        ranges: [Range::new(Some(5.0), None), None],
        paper,
    };
    let figure = drawing.figure(&look, &|token| format!("colour of {token}"));
    serde_json::from_str(figure.json()).unwrap_or_else(|error| panic!("{error}"))
}

fn at_five_and_above() -> ViewQuery {
    ViewQuery::default().with_range(CURRENT_DENSITY, Range::new(Some(5.0), None))
}

#[test]
fn dump() {
    let query = at_five_and_above();
    let all = ViewQuery::default();
    let mut out = Vec::new();
    for (kind, query) in [
        (Kind::Lifespan, &all),
        (Kind::Lifespan, &query),
        (Kind::Ranking(Measure::Hours), &all),
        (Kind::Ranking(Measure::CumulativeCapacity), &query),
        (Kind::Functions, &all),
    ] {
        let (_, drawing) = drawing(kind, query);
        for narrow in [false, true] {
            let look = Look {
                width: if narrow { 330 } else { 1000 },
                drag: true,
                ranges: [CURRENT_DENSITY, LIFESPAN].map(|c| query.ranges.get(c).copied()),
                paper: None,
            };
            out.push(format!(
                "[{},{}]",
                drawing.height(),
                drawing.figure(&look, &|token| format!("var({token})")).json()
            ));
        }
    }
    std::fs::write("/tmp/charts-figures.json", format!("[{}]", out.join(","))).unwrap();
    let (table, drawing) = drawing(Kind::Lifespan, &all);
    let ids: Vec<String> = table.rows.iter().map(|row| row.id.clone()).collect();
    std::fs::write("/tmp/charts-still.svg", still::svg(&drawing, &ids)).unwrap();
}
