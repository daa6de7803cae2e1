//! The comparison widget: choosing, removing, folding.
//! Here because what the address says must arrive in the DOM, and what is pressed in the address.
//! Must not know: what the review says of a material.

use companion::place::Widget;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{Bench, query};

fn materials(bench: &Bench) -> Vec<String> {
    let articles = bench.all(".compare-sheet article");
    let ids = articles
        .iter()
        .filter_map(|article| article.get_attribute("data-material"));
    ids.collect()
}

#[wasm_bindgen_test]
async fn materials_stand_in_the_order_of_the_address_and_can_be_removed() {
    let bench = Bench::with(Widget::Compare, "materials=zns,tin&theme=dark").await;
    assert_eq!(materials(&bench), ["zns", "tin"]);
    bench.click(".chosen li:first-child button").await;
    assert_eq!(materials(&bench), ["tin"]);
    assert_eq!(query(), "materials=tin&theme=dark");
    bench.click(".chooser button[type=submit]").await;
    assert_eq!(materials(&bench), ["tin", "indium"]);
}

#[wasm_bindgen_test]
async fn without_materials_an_example_is_shown_and_said_to_be_one() {
    let bench = Bench::with(Widget::Compare, "").await;
    assert_eq!(materials(&bench), ["znf2-coating", "znf2-sei"]);
    assert!(bench.text(".chooser .role").starts_with("An example"));
}

#[wasm_bindgen_test]
async fn what_is_the_same_is_folded_until_it_is_asked_for() {
    let bench = Bench::with(Widget::Compare, "materials=indium,tin").await;
    let folded = bench.all(".property[hidden]").len();
    bench.click(".fold").await;
    assert!(folded > 0 && bench.all(".property[hidden]").is_empty());
}
