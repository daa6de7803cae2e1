//! A table as a pure function: URL query in, rows, facet counts and exports out.
//! Here because sorting, filtering and counting must be right without a browser.
//! Must not know: the web, the review, what the columns mean.

mod address;
mod export;
mod fold;
mod natural;
mod query;
mod sort;
mod table;
mod view;
mod warning;

pub use export::*;
pub use fold::fold;
pub use natural::natural_cmp;
pub use query::*;
pub use table::*;
pub use view::*;
pub use warning::QueryWarning;
