//! A message as bytes.
//! Here because gloo's envelope must open even where the message inside is of another version.
//! Must not know: which messages there are.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// One encoded message, postcard.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Packet(#[serde(with = "serde_bytes")] Vec<u8>);

/// Bytes that are no message of this version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a message between page and worker could not be read: {0}")]
pub struct UnreadablePacket(postcard::Error);

impl Packet {
    /// Encodes a message.
    ///
    /// # Errors
    /// Only for a type that postcard cannot write; none of the protocol's is.
    pub fn seal<T: Serialize>(message: &T) -> Result<Self, UnreadablePacket> {
        postcard::to_stdvec(message)
            .map(Self)
            .map_err(UnreadablePacket)
    }

    /// Decodes a message.
    ///
    /// # Errors
    /// If the bytes are cut, or written by another version.
    pub fn open<T: DeserializeOwned>(&self) -> Result<T, UnreadablePacket> {
        match postcard::take_from_bytes(&self.0) {
            Ok((message, [])) => Ok(message),
            // Bytes left over mean that the other side meant something longer.
            Ok((_, _)) => Err(UnreadablePacket(postcard::Error::DeserializeBadEncoding)),
            Err(error) => Err(UnreadablePacket(error)),
        }
    }

    /// As it travels.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As it arrived.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}
