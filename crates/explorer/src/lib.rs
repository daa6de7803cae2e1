//! A table as a pure function: URL query in, rows, facet counts and exports out.
//! Here because sorting, filtering and counting must be right without a browser.
//! Must not know: the web, the review, what the columns mean.

mod table;

pub use table::*;
