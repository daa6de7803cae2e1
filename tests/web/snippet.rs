//! The piece of HTML for a course page.
//! Here because only a browser knows the site's full address.
//! Must not know: what is framed.

use companion::place::{Target, Widget};
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::Bench;

#[wasm_bindgen_test]
async fn a_snippet_names_this_site_in_full_and_escapes_its_address() {
    let bench = Bench::with(Widget::Snippet(Target::Simulator), "").await;
    let html = bench.text("pre code");
    let origin = window().location().origin().unwrap();
    let source = format!("<iframe src=\"{origin}/embed/simulator/?coating=coated&amp;j=5\"");
    assert!(html.starts_with(&source), "{html}");
    assert!(html.contains("title=\"Zinc deposition simulator"), "{html}");
}
