//! The citation of a view: it names the view that the reader has now.
//! Here because only a browser knows address and day, and the widget beside it changes the address.
//! Must not know: how each form is written.

use companion::place::Widget;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::Bench;

const CITATION: &str = ".cite-view pre code";

#[wasm_bindgen_test]
async fn a_citation_follows_the_address_and_is_what_its_button_copies() {
    let bench = Bench::with(Widget::Table { framed: false }, "q=zn3").await;
    let origin = window().location().origin().unwrap();
    let filtered = format!("{origin}/explore/?q=zn3 (accessed 20");
    assert!(
        bench.text(CITATION).contains(&filtered),
        "{}",
        bench.text(CITATION)
    );

    // A heading sorts, and sorting is part of the address.
    bench.click("thead th:nth-child(5) button").await;
    let sorted = format!("{origin}/explore/?q=zn3&sort=lifespan_h (accessed 20");
    assert!(
        bench.text(CITATION).contains(&sorted),
        "{}",
        bench.text(CITATION)
    );

    bench.write(".cite-view select", "BibTeX", "change").await;
    let citation = bench.text(CITATION);
    assert!(citation.starts_with("@misc{"), "{citation}");
    assert!(
        citation.contains(&format!(
            "url = {{{origin}/explore/?q=zn3&sort=lifespan_h}}"
        )),
        "{citation}"
    );
    assert_eq!(
        bench.one(".cite-view button").get_attribute("data-copy"),
        Some(citation)
    );
}
