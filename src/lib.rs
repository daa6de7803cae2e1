//! The companion site: pages over widgets over services over the pure crates.
//! Here because this is the only place that knows Leptos and the browser.
//! Must not know: how content is parsed, how a table is queried, how zinc grows.

// Views are deeply nested types.
#![recursion_limit = "256"]

pub mod app;
mod components;
mod draw;
mod pages;
mod platform;
mod plot;
pub mod prerender;
pub mod routes;
mod services;
mod widgets;

// What tests look at from outside: the same content, table and settings as the pages have.
pub use services::{content, table};
pub use widgets::simulator::settings;
