//! Search over everything the site says: what is searched, how words are read, how results are ordered.
//! Here because the page of results must not know where documents come from or which library finds them.
//! Must not know: how results look.
//!
//! The prerenderer collects documents from the review into one JSON file (`collect`). The browser reads it once, hands
//! the words to MiniSearch (`engine`) and orders what that finds (`ranking`).

#[cfg(feature = "ssr")]
mod collect;
mod document;
mod engine;
mod excerpt;
#[cfg(feature = "ssr")]
mod file;
mod plan;
mod ranking;
mod reading;
mod words;

#[cfg(feature = "ssr")]
pub use collect::{collect, label};
pub use document::{Document, Kind};
pub use engine::Engine;
pub use excerpt::{Piece, excerpt, marked};
#[cfg(feature = "ssr")]
pub use file::{INDEX_PREFIX, file};
pub use ranking::{Found, groups};
