//! What a prerendered page does when it is pointed at, pressed or scrolled, without being built anew.
//! Here because text stays HTML: listeners on the page answer for whatever stands on it.
//! Must not know: Leptos trees, which page this is.
