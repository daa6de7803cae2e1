//! What the pages ask for: content, the table, the simulation, its presets.
//! Here because pages must not know where any of it comes from.
//! Must not know: how it is shown.

#[cfg(feature = "ssr")]
pub mod citations;
pub mod content;
#[cfg(feature = "ssr")]
pub mod equations;
pub mod files;
pub mod presets;
pub mod search;
pub mod simulation;
pub mod table;
#[cfg(feature = "ssr")]
pub mod validation;
