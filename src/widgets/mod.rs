//! Units that stand on a page or alone in a frame.
//! Here because page and embed must be the same thing.
//! Must not know: the frame around them.

pub mod checks;
mod cite_view;
pub mod compare;
pub mod place;
mod search;
pub mod simulator;
mod snippet;
mod table;
mod theme;
