//! The checked review, decoded once.
//! Here because every page reads from it.
//! Must not know: how the content files are written.

use std::sync::OnceLock;

use leptos::prelude::expect_context;
use review::{DecodeError, Review};

// The pages are written natively from the whole review; the browser needs only what its widgets show.
#[cfg(feature = "ssr")]
static ENCODED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/review.bin"));
#[cfg(not(feature = "ssr"))]
static ENCODED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/table.bin"));
static REVIEW: OnceLock<Review> = OnceLock::new();

/// The review. Decoding fails only if the file was damaged after the build; the app shows that.
pub fn load() -> Result<&'static Review, DecodeError> {
    if let Some(review) = REVIEW.get() {
        return Ok(review);
    }
    let decoded = review::decode(ENCODED)?;
    Ok(REVIEW.get_or_init(|| decoded))
}

/// The checked review, for any view that asks.
#[derive(Debug, Clone, Copy)]
pub struct Content(pub &'static Review);

/// The review from context.
pub fn use_review() -> &'static Review {
    expect_context::<Content>().0
}
