//! Sorting, filtering and searching Table 1.
//! Here because every column and every control must do in the page what the explorer does in a function.
//! Must not know: how the explorer sorts; the explorer itself says what to expect.

use companion::{content, table};
use explorer::{ColumnKind, Table, ViewQuery};
use serde_json::{Value, json};

use crate::{driver::Browser, site};

/// What a row shows in a column, as text.
const CELLS: &str =
    "[...document.querySelectorAll('tbody tr[id]')].map(row => row.cells[a[0]].innerText.trim())";
const ROW_IDS: &str = "[...document.querySelectorAll('tbody tr[id]')].map(row => row.id)";
const SHOWN: &str = "document.querySelector('.shown')?.innerText";

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|text| text.as_str().expect("text").to_owned())
        .collect()
}

/// A number as printed, its "more than" sign and its mark of doubt aside.
fn number(cell: &str) -> f64 {
    let value = cell.split('※').next().unwrap_or_default();
    let digits: String = value
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    digits
        .parse()
        .unwrap_or_else(|_| panic!("“{cell}” is no number"))
}

/// The order in which the explorer puts the rows.
fn row_ids(table: &Table, query: &ViewQuery) -> Vec<String> {
    let rows = explorer::view(table, query).rows;
    rows.into_iter()
        .map(|index| table.rows[index].id.clone())
        .collect()
}

#[test]
fn every_column_sorts_both_ways_and_back_to_the_printed_order() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(&browser, &server, "/explore/");
    let printed = browser.ask(ROW_IDS);
    let n_columns = browser.count("thead th");
    let table = table::table_1(content::load().unwrap());
    let shown = ViewQuery::default().columns(&table);
    assert_eq!((n_columns, shown.len()), (9, 9));
    for (index, column_idx) in shown.into_iter().enumerate() {
        let column = &table.columns[column_idx];
        let heading = format!("thead th:nth-child({})", index + 1);
        let button = format!("{heading} .sort");
        let state = format!(
            "document.querySelector({})?.getAttribute('aria-sort')",
            json!(heading)
        );
        let mut query = ViewQuery::default();
        for direction in ["ascending", "descending"] {
            browser.click(&button);
            browser.wait_for(&state, direction);
            query = query.sorted_by(&column.id);
            assert_eq!(
                strings(&browser.ask(ROW_IDS)),
                row_ids(&table, &query),
                "{} {direction}",
                column.id
            );
            assert_eq!(
                browser.count("th[aria-sort]"),
                1,
                "only one column is said to be sorted"
            );
            if column.kind == ColumnKind::Number {
                let cells = strings(&browser.ask_with(CELLS, vec![json!(index)]));
                let mut values: Vec<_> = cells.iter().map(|cell| number(cell)).collect();
                if direction == "descending" {
                    values.reverse();
                }
                assert!(
                    values.is_sorted() && values[0] < values[44],
                    "{}: {values:?}",
                    column.id
                );
            }
        }
        browser.click(&button);
        browser.wait_for(&state, Value::Null);
        assert_eq!(browser.ask(ROW_IDS), printed);
    }
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn type_and_words_narrow_the_table_and_say_how_far() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(&browser, &server, "/explore/");
    assert_eq!(browser.text(".shown"), "45 of 45 conditions, 26 materials");
    // A live region: what changes in it is spoken.
    assert_eq!(
        browser.ask("document.querySelector('.shown').getAttribute('aria-live')"),
        "polite"
    );

    let review = content::load().unwrap();
    let n_interphases = review
        .conditions
        .iter()
        .filter(|condition| {
            review.material(&condition.material).unwrap().kind
                == review::InterphaseType::SolidElectrolyteInterphase
        })
        .count();
    browser.click(".facet label:nth-of-type(2) input");
    browser.wait_for(
        SHOWN,
        format!("{n_interphases} of 45 conditions, 7 materials"),
    );
    assert_eq!(
        site::place(&browser),
        "/explore/?type=solid-electrolyte-interphase"
    );
    assert_eq!(browser.count("tbody tr[id]"), n_interphases);
    // Counts beside the choices tell what a further tick would bring.
    assert!(
        browser
            .text(".facet label:nth-of-type(2)")
            .ends_with(&n_interphases.to_string())
    );
    assert!(
        browser
            .text(".facet label:nth-of-type(1)")
            .ends_with(&(45 - n_interphases).to_string())
    );

    browser.click(".chips button.quiet");
    browser.wait_for(SHOWN, "45 of 45 conditions, 26 materials");
    browser.type_into("input[type=search]", "polyimide");
    browser.wait_for(SHOWN, "1 of 45 conditions, 1 material");
    assert_eq!(strings(&browser.ask(ROW_IDS)), ["polyimide-1"]);
    browser.type_into("input[type=search]", " nothing-like-it");
    browser.wait_for(SHOWN, "0 of 45 conditions, 0 materials");
    browser.click("tr.empty button");
    browser.wait_for(SHOWN, "45 of 45 conditions, 26 materials");
    assert_eq!(
        browser.ask("document.querySelector('input[type=search]').value"),
        ""
    );
}
