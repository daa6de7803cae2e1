//! The run of the native hash test, once more in the browser's WebAssembly, in a worker as on the page.
//! Here because "same case, same bits" is a claim about two machines, and this is the other one.
//! Must not know: what the bits mean.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod growth_hash;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn two_hundred_steps_give_the_same_bits_in_a_browser() {
    growth_hash::assert_the_same_bits();
}
