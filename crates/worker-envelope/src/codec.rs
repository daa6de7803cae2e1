//! gloo's envelope as a byte array, written by postcard.
//! Here because gloo's own codec rests on a crate that nobody maintains.
//! Must not know: the messages; they are bytes already (`packet.rs`).
//!
//! The trait allows no error. The envelope holds only gloo's own variants and a byte string, the same on both sides of
//! one gloo version; where it cannot be read all the same, the message is thrown away with a JavaScript exception,
//! which the console shows and the page's watchdog turns into a dead worker.

use gloo_worker::Codec;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue, throw_str};

/// Postcard in a `Uint8Array`.
#[derive(Debug)]
pub struct Postcard;

impl Codec for Postcard {
    fn encode<I: Serialize>(input: I) -> JsValue {
        match postcard::to_stdvec(&input) {
            Ok(bytes) => Uint8Array::from(bytes.as_slice()).into(),
            Err(_) => throw_str("a message between page and worker could not be written"),
        }
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        let Some(bytes) = input.dyn_ref::<Uint8Array>() else {
            throw_str("something that is no message came between page and worker")
        };
        match postcard::from_bytes(&bytes.to_vec()) {
            Ok(message) => message,
            Err(_) => {
                throw_str("the envelope of a message between page and worker could not be read")
            }
        }
    }
}
