//! The companion site: pages over widgets over services over the pure crates.
//! Here because this is the only place that knows Leptos and the browser.
//! Must not know: how content is parsed, how a table is queried, how zinc grows.
//!
//! Pages are rendered natively and stay as they are; what lives on them is a widget, and the browser takes over each
//! widget where it stands. So a page costs the browser nothing but its own HTML.

// Views are deeply nested types.
#![recursion_limit = "256"]

pub mod app;
#[cfg(feature = "hydrate")]
pub mod behaviours;
mod components;
mod draw;
#[cfg(feature = "ssr")]
mod pages;
mod platform;
mod plot;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod routes;
mod services;
#[cfg(feature = "hydrate")]
pub mod takeover;
mod widgets;

// What tests look at from outside: the same content, table, settings and widgets as the pages have.
pub use services::{content, presets, table};
#[cfg(feature = "ssr")]
pub use services::{equations, search, validation};
pub use widgets::{compare::choice, place, simulator::settings};
