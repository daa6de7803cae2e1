//! The review as typed, checked data.
//! Here because prose, table, references and notes must agree before a reader sees any of them.
//! Must not know: the web, the explorer, the physics.

mod codec;
mod lookup;
mod model;
#[cfg(feature = "parse")]
mod parse;

pub use codec::{DecodeError, EncodeError, decode, encode};
pub use lookup::plain_text;
pub use model::*;
#[cfg(feature = "parse")]
pub use parse::{Diagnostic, parse};
