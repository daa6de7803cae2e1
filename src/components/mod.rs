//! Reusable views that know no page.
//! Here because pages and widgets share them.
//! Must not know: services beyond the review itself.

pub mod embed_credit;
#[cfg(feature = "ssr")]
pub mod frame;
pub mod links;
#[cfg(feature = "ssr")]
pub mod prose;
pub mod rich_text;
pub mod takeover;
pub mod still;
