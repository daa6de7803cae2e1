//! Reusable views that know no page.
//! Here because pages and widgets share them.
//! Must not know: the browser; of services only what they need to name things.

#[cfg(feature = "ssr")]
pub mod cards;
pub mod condition;
#[cfg(feature = "ssr")]
pub mod copy;
pub mod embed_credit;
#[cfg(feature = "ssr")]
pub mod figure;
pub mod framed;
pub mod links;
pub mod live;
#[cfg(feature = "ssr")]
pub mod margin;
pub mod marks;
pub mod material_name;
#[cfg(feature = "ssr")]
pub mod places;
#[cfg(feature = "ssr")]
pub mod prose;
pub mod quantities;
#[cfg(feature = "ssr")]
pub mod reference;
pub mod rich_text;
#[cfg(feature = "ssr")]
mod sentence;
pub mod still;
pub mod takeover;
pub mod typeset;
