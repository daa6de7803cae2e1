//! Reusable views that know no page.
//! Here because pages and widgets share them.
//! Must not know: services beyond the review itself.

pub mod embed_credit;
pub mod frame;
pub mod links;
pub mod rich_text;
pub mod takeover;
pub mod snippet;
pub mod still;
pub mod theme;
