//! What the page and the simulation worker say to each other.
//! Here because both sides must share one set of messages and one version.
//! Must not know: how anything is drawn.
