//! One file per page.
//! Here because an address and its page should be found by the same name.
//! Must not know: the frame around them.

mod about;
mod embed;
mod explore;
mod glossary;
mod home;
mod not_found;
mod read;
mod references;
mod section;
mod simulate;
mod source_notes;
mod teach;

pub use about::About;
pub use embed::{EmbedSimulator, EmbedTable, EmbedTest};
pub use explore::Explore;
pub use glossary::Glossary;
pub use home::Home;
pub use not_found::NotFound;
pub use read::Read;
pub use references::References;
pub use section::SectionPage;
pub use simulate::Simulate;
pub use source_notes::SourceNotes;
pub use teach::Teach;
