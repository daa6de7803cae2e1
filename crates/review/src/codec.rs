//! The encoded form of the content: bytes that the build writes and the page reads.
//! Here so that both sides use one format and change it together.
//! Must not know: where the bytes are kept.

use serde::Serialize;

use crate::{Equations, Review};

/// The content could not be turned into bytes.
#[derive(Debug, thiserror::Error)]
#[error("the content could not be encoded: {0}")]
pub struct EncodeError(postcard::Error);

/// The bytes are not content of this version.
#[derive(Debug, thiserror::Error)]
#[error("the encoded content is damaged or of another version: {0}")]
pub struct DecodeError(postcard::Error);

/// Compact bytes (postcard) of a checked review, or of the simulator's equations.
///
/// # Errors
/// [`EncodeError`] if serialisation fails; nothing that `parse` returns does.
pub fn encode<T: Serialize>(content: &T) -> Result<Vec<u8>, EncodeError> {
    postcard::to_allocvec(content).map_err(EncodeError)
}

/// The review that [`encode`] turned into `bytes`.
///
/// # Errors
/// [`DecodeError`] if the bytes were cut, changed or written by another version of the types.
pub fn decode(bytes: &[u8]) -> Result<Review, DecodeError> {
    postcard::from_bytes(bytes).map_err(DecodeError)
}

/// The equations that [`encode`] turned into `bytes`.
///
/// # Errors
/// As [`decode`].
pub fn decode_equations(bytes: &[u8]) -> Result<Equations, DecodeError> {
    postcard::from_bytes(bytes).map_err(DecodeError)
}
