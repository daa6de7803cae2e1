//! How messages travel between a page and its workers, and how a worker dies aloud.
//! Here because every worker of the site is spoken to in the same way.
//! Must not know: any message, or what a worker is for.

mod codec;
mod last_words;
mod packet;

pub use codec::Postcard;
pub use last_words::{at_panic, report_panics};
pub use packet::{Packet, UnreadablePacket};
