//! Widgets and pieces of pages in a real browser: what a reader does to one, and what its part of the page then shows.
//! Here because signals, events and the address meet only in a browser; whole pages are for the journeys.
//! Must not know: pages, prerendering, the worker (the runner of these tests serves no other file).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "web/behaviours.rs"]
mod behaviours;
#[path = "web/bench.rs"]
mod bench;
#[path = "web/cite_view.rs"]
mod cite_view;
#[path = "web/compare.rs"]
mod compare;
#[path = "web/paper.rs"]
mod paper;
#[path = "web/simulator.rs"]
mod simulator;
#[path = "web/snippet.rs"]
mod snippet;
#[path = "web/table.rs"]
mod table;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
