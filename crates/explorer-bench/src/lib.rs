//! The explorer as the page of the measurement calls it: rows, a view by its address, the rows in sight as HTML.
//! Here because a table is compared with others in a browser, in the same run and on the same rows.
//! Must not know: the other tables, clocks.

pub mod data;

use explorer::{Cell, Index, Table, TableView, ViewQuery};
use wasm_bindgen::prelude::*;

/// A table of made rows, and the view of it that was asked for last.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Grid {
    table: Table,
    index: Index,
    view: TableView,
}

#[wasm_bindgen]
impl Grid {
    #[wasm_bindgen(constructor)]
    pub fn new(n_rows: usize) -> Self {
        let table = data::table(n_rows);
        let index = Index::new(&table);
        let view = index.view(&ViewQuery::default());
        Self { table, index, view }
    }

    /// Column ids, the numbers among them, and rows as arrays of texts and numbers, as JSON for other tables.
    pub fn json(&self) -> String {
        let columns: Vec<_> = self
            .table
            .columns
            .iter()
            .map(|column| {
                serde_json::json!({ "id": column.id, "number": column.kind == explorer::ColumnKind::Number })
            })
            .collect();
        let rows: Vec<Vec<serde_json::Value>> = self
            .table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(value).collect())
            .collect();
        serde_json::json!({ "columns": columns, "rows": rows }).to_string()
    }

    /// Reads an address, filters, orders and counts; gives the number of rows that pass.
    pub fn show(&mut self, address: &str) -> usize {
        let (query, _) = ViewQuery::parse(address, &self.table, &[]);
        self.view = self.index.view(&query);
        self.view.rows.len()
    }

    /// The sum of all counts beside the filters, so that no compiler leaves them out.
    pub fn counted(&self) -> usize {
        let values = self.view.facets.iter().flat_map(|facet| &facet.values);
        values.map(|value| value.count).sum()
    }

    /// The first rows of the view as HTML.
    pub fn html(&self, n_rows: usize) -> String {
        let mut html = String::new();
        for &row in self.view.rows.iter().take(n_rows) {
            html.push_str("<tr>");
            for column in 0..self.table.columns.len() {
                html.push_str("<td>");
                html.push_str(&text(self.table.cell(row, column)));
                html.push_str("</td>");
            }
            html.push_str("</tr>");
        }
        html
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Missing => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(quantity) => quantity.to_string(),
        Cell::Labels(labels) => {
            let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
            texts.join("; ")
        }
    }
}

/// A bound as its printed value: other tables know no bounds.
fn value(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Number(quantity) => quantity.value.into(),
        Cell::Missing => serde_json::Value::Null,
        other => text(other).into(),
    }
}
