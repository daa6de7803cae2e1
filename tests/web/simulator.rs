//! The simulator's settings: address to controls and back, and what is refused.
//! Here because a run is started from what the controls hold.
//! Must not know: the worker; starting a run is a journey.

use companion::place::Widget;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

use crate::bench::{Bench, query};

const SIMULATOR: Widget = Widget::Simulator { framed: false };

fn value(field: Element) -> String {
    field.unchecked_into::<HtmlInputElement>().value()
}

#[wasm_bindgen_test]
async fn an_address_sets_the_controls_and_lists_what_it_got_wrong() {
    let bench = Bench::with(SIMULATOR, "coating=coated&j=5&d=500").await;
    assert_eq!(value(bench.one("#setting-j")), "5");
    assert_eq!(value(bench.one("#setting-d")), "5");
    let said = bench.text(".notice li");
    assert!(
        said.starts_with("d = 500 (allowed: ") && said.contains("0.05 to 50"),
        "{said}"
    );
    assert!(
        bench
            .one(".surfaces label:last-of-type input")
            .unchecked_into::<HtmlInputElement>()
            .checked()
    );
}

#[wasm_bindgen_test]
async fn a_control_writes_the_address_and_refuses_what_is_out_of_range() {
    let bench = Bench::with(SIMULATOR, "").await;
    bench.write("#setting-j", "2.5", "change").await;
    assert_eq!(query(), "j=2.5");
    bench.write("#setting-j", "500", "change").await;
    assert_eq!(query(), "j=2.5");
    let said = bench
        .all(".refusal")
        .iter()
        .filter_map(|refusal| refusal.text_content())
        .collect::<String>();
    assert!(
        said.contains("j = 500") && said.contains("0.1 to 50"),
        "{said}"
    );
    // A film's settings mean nothing on bare zinc and are shut.
    let film = bench
        .one("#setting-d")
        .closest("fieldset")
        .unwrap()
        .unwrap();
    assert!(film.has_attribute("disabled"));
    bench.click(".surfaces label:last-of-type input").await;
    assert!(!film.has_attribute("disabled"));
    assert_eq!(query(), "coating=coated&j=2.5");
}

#[wasm_bindgen_test]
async fn nothing_runs_before_somebody_presses_run() {
    let bench = Bench::with(SIMULATOR, "").await;
    assert_eq!(bench.text(".transport .primary"), "Run");
    assert!(bench.one("canvas").has_attribute("hidden"));
    assert_eq!(bench.text(".percent"), "0 %");
}
