//! The encoded form of the review: bytes that the build writes and the page reads.
//! Here so that both sides use one format and change it together.
//! Must not know: where the bytes are kept.

use crate::Review;

/// The review could not be turned into bytes.
#[derive(Debug, thiserror::Error)]
#[error("the review could not be encoded: {0}")]
pub struct EncodeError(postcard::Error);

/// The bytes are not a review of this version.
#[derive(Debug, thiserror::Error)]
#[error("the encoded review is damaged or of another version: {0}")]
pub struct DecodeError(postcard::Error);

/// Compact bytes (postcard) of a checked review.
///
/// # Errors
/// [`EncodeError`] if serialisation fails; no review that `parse` returns does.
pub fn encode(review: &Review) -> Result<Vec<u8>, EncodeError> {
    postcard::to_allocvec(review).map_err(EncodeError)
}

/// The review that [`encode`] turned into `bytes`.
///
/// # Errors
/// [`DecodeError`] if the bytes were cut, changed or written by another version of the types.
pub fn decode(bytes: &[u8]) -> Result<Review, DecodeError> {
    postcard::from_bytes(bytes).map_err(DecodeError)
}
