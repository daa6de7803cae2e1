//! A table as a pure function: URL query in, rows, facet counts, comparison and exports out.
//! Here because sorting, filtering, counting and ranking must be right without a browser.
//! Must not know: the web, the review, what the columns mean.

mod address;
mod arrangement;
mod column;
mod comparison;
mod derived;
mod export;
mod filter;
mod fold;
mod highlight;
mod index;
mod natural;
pub mod own;
mod quantity;
mod query;
mod range;
mod rank;
mod sort;
mod table;
mod unlike;
mod view;
mod warning;

pub use address::ADDRESS_VERSION;
pub use column::*;
pub use comparison::*;
pub use derived::*;
pub use export::*;
pub use filter::FilterPart;
pub use fold::fold;
pub use highlight::{Highlight, highlights};
pub use index::{Bin, Histogram, Index};
pub use natural::natural_cmp;
pub use quantity::*;
pub use query::*;
pub use range::{Range, RangeVerdict};
pub use rank::*;
pub use table::*;
pub use unlike::{Likeness, Unlike};
pub use view::*;
pub use warning::QueryWarning;
