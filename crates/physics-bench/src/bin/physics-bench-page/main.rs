//! The module that the page of the measurement loads. Natively there is no page, and it does nothing.
//! Here because `zinc-sim` links the problems as a library, and a library of two kinds would be built twice under one name.
//! Must not know: what is timed.

#[cfg(target_arch = "wasm32")]
mod exports;

fn main() {}
