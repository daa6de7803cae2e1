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

#[wasm_bindgen_test]
async fn a_preset_sets_the_controls_and_says_where_its_numbers_come_from() {
    let bench = Bench::with(SIMULATOR, "preset=high-transference-film&j=1").await;
    assert_eq!(value(bench.one("#preset")), "high-transference-film");
    assert_eq!(value(bench.one("#setting-sigma")), "3.93");
    assert_eq!(value(bench.one("#setting-j")), "1");
    let note = bench.text("#preset-note");
    for words in [
        "From the review: Zn²⁺ transference number in the coating 0.82, coating ionic conductivity 3.93 mS cm⁻¹.",
        "Assumed: coating thickness 10 µm,",
        "No longer the preset’s: current density.",
    ] {
        assert!(note.contains(words), "{note}");
    }
    let link = bench.one("#preset-note a").get_attribute("href");
    assert_eq!(
        link.as_deref(),
        Some("/simulate/presets/#high-transference-film")
    );
    assert!(bench.text(".stage figcaption").contains("Not yet run: "));
    // The tag beside a slider is that of the number which stands there.
    let tag = |key: &str| {
        let row = bench
            .one(&format!("#setting-{key}"))
            .parent_element()
            .unwrap();
        row.query_selector(".tag")
            .unwrap()
            .unwrap()
            .text_content()
            .unwrap()
    };
    assert_eq!(
        (tag("sigma"), tag("d")),
        ("review".to_owned(), "assumed".to_owned())
    );
    bench.write("#setting-sigma", "2", "change").await;
    assert_eq!(tag("sigma"), "assumed");
    assert_eq!(query(), "preset=high-transference-film&j=1&sigma=2");
    // Another preset leaves nothing of the one before.
    bench.write("#preset", "film-with-pinholes", "change").await;
    assert_eq!(query(), "preset=film-with-pinholes");
    assert_eq!(value(bench.one("#setting-sigma")), "0.02");
    bench.write("#preset", "", "change").await;
    assert_eq!(query(), "");
}

#[wasm_bindgen_test]
async fn an_unknown_preset_is_refused_with_those_that_exist() {
    let bench = Bench::with(SIMULATOR, "preset=gold-film&j=5").await;
    let said = bench.text(".notice li");
    assert!(
        said.starts_with("preset = gold-film (allowed: bare-low-current, "),
        "{said}"
    );
    assert_eq!(value(bench.one("#preset")), "");
    assert_eq!(value(bench.one("#setting-j")), "5");
}
