//! Whether the app has taken over the prerendered page.
//! Here because the prerendered page knows no query string and no window: until the takeover is done, the browser must
//! build exactly the tree that was prerendered, and only then apply the reader's own address.
//! Must not know: what waits for it.

use leptos::prelude::*;

/// `false` while prerendering and during the takeover, `true` afterwards.
#[derive(Debug, Clone, Copy)]
pub struct TakenOver(pub ReadSignal<bool>);

/// Provides the signal; effects run only in the browser and only once the tree stands.
pub fn provide() {
    let (done, set_done) = signal(false);
    Effect::new(move |_| set_done.set(true));
    provide_context(TakenOver(done));
}

/// `true` once the reader's address, storage and window may be looked at.
pub fn use_taken_over() -> ReadSignal<bool> {
    expect_context::<TakenOver>().0
}
