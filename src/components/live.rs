//! Views, values and answers to events that are the same type whatever they read or do.
//! Here because Leptos compiles each closure of a view for itself; through these, a closure costs a phone a few dozen
//! bytes instead of some kilobytes.
//! Must not know: what changes.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

/// A view that is written anew, in its own elements, when what it reads changes.
pub fn live<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    shared(Arc::new(Mutex::new(move || view().into_any())))
}

fn shared(view: Arc<Mutex<dyn FnMut() -> AnyView + Send>>) -> AnyView {
    view.into_any()
}

/// Text that is written anew when what it reads changes.
pub fn live_text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A condition, for an attribute or a class.
pub fn live_if(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(is_so)
}

/// An attribute's value, or no attribute.
pub fn live_option(
    value: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(value)
}

/// An answer to an event.
pub fn on<E: 'static>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}
