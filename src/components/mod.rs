//! Reusable views that know no page.
//! Here because pages and widgets share them.
//! Must not know: services beyond the review itself.

pub mod embed_credit;
pub mod links;
#[cfg(feature = "ssr")]
pub mod prose;
pub mod rich_text;
pub mod still;
pub mod takeover;
