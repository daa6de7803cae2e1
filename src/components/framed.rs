//! Whether a widget stands in a frame on somebody else's page.
//! Here because there it keeps nothing on the reader's device.
//! Must not know: which widget, which frame.

use leptos::prelude::*;

#[derive(Debug, Clone, Copy)]
struct Framed(bool);

pub fn provide(framed: bool) {
    provide_context(Framed(framed));
}

/// Where nobody said, as in a frame.
pub fn is_framed() -> bool {
    use_context::<Framed>().is_none_or(|framed| framed.0)
}
