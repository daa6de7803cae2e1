//! The table widget: sorting, filtering and what a bad address gives.
//! Here because what the explorer computes must arrive in the DOM, and only there.
//! Must not know: how rows are ordered.

use companion::place::Widget;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{Bench, query};

const TABLE: Widget = Widget::Table { framed: false };

fn rows(bench: &Bench) -> Vec<String> {
    bench
        .all("tbody tr[id]")
        .iter()
        .map(web_sys::Element::id)
        .collect()
}

#[wasm_bindgen_test]
async fn a_heading_sorts_upwards_downwards_and_back() {
    let bench = Bench::with(TABLE, "").await;
    let printed = rows(&bench);
    assert_eq!(printed.len(), 45);
    let lifespan = "thead th:nth-child(5)";
    let button = "thead th:nth-child(5) .sort";
    bench.click(button).await;
    assert_eq!(
        bench.one(lifespan).get_attribute("aria-sort").as_deref(),
        Some("ascending")
    );
    assert_eq!(query(), "sort=lifespan_h");
    // The shortest life printed is 70 h.
    assert_eq!(rows(&bench)[0], "pa-2");
    bench.click(button).await;
    assert_eq!(
        bench.one(lifespan).get_attribute("aria-sort").as_deref(),
        Some("descending")
    );
    // And the longest 8000 h.
    assert_eq!(rows(&bench)[0], "pa-1");
    bench.click(button).await;
    assert_eq!(bench.one(lifespan).get_attribute("aria-sort"), None);
    assert_eq!(rows(&bench), printed);
}

#[wasm_bindgen_test]
async fn words_and_a_type_leave_rows_out_and_say_so() {
    let bench = Bench::with(TABLE, "").await;
    bench.write("input[type=search]", "zif-8", "input").await;
    assert_eq!(rows(&bench), ["zif-8-1", "zif-8-2"]);
    assert_eq!(bench.text(".shown"), "2 of 45 conditions, 1 material");
    assert_eq!(query(), "q=zif-8");
    bench.write("input[type=search]", "", "input").await;
    bench
        .click(".facet input[value=solid-electrolyte-interphase]")
        .await;
    assert_eq!(rows(&bench).len(), 10);
    assert_eq!(query(), "type=solid-electrolyte-interphase");
    bench.click(".chips button.quiet").await;
    assert_eq!(rows(&bench).len(), 45);
}

#[wasm_bindgen_test]
async fn an_address_shows_its_view_and_what_it_got_wrong() {
    let bench = Bench::with(TABLE, "material=g-c3n4&type=gold&sort=-lifespan_h").await;
    assert_eq!(rows(&bench), ["g-c3n4-1", "g-c3n4-2"]);
    let said = bench.text(".notice");
    assert!(said.contains("“gold” is not a value of type"), "{said}");
    assert_eq!(bench.all(".notice li").len(), 1);
}

/// The frame's own link leads to the page with the same view.
#[wasm_bindgen_test]
async fn a_framed_table_leads_back_to_its_page_with_its_view() {
    let bench = Bench::with(Widget::Table { framed: true }, "q=zif-8").await;
    let link = bench.one(".embed-credit a");
    assert_eq!(
        link.get_attribute("href").as_deref(),
        Some("/explore/?q=zif-8")
    );
}
