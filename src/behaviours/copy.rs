//! Copying what a button holds, or the address of a heading, and saying so to eye and ear.
//! Here because a copy that nobody confirms is made twice, and a refused one is lost in silence.
//! Must not know: what is copied.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent};

use super::listening::{Listening, around};
use crate::platform::{self, clipboard};

const SAID_FOR_MS: u32 = 2_000;
/// While a button says how it went, its own words wait here.
const OWN_WORDS: &str = "data-own-words";
const SAID: &str = "data-said";

pub fn start(listening: &mut Listening) {
    let document = &listening.document;
    let any = document.query_selector("[data-copy], [data-copy-link]");
    if !matches!(any, Ok(Some(_))) {
        return;
    }
    // A screen reader hears only regions that were there before they were filled.
    let Some(voice) = document.create_element("p").ok().filter(|voice| {
        let named = [("class", "visually-hidden"), ("role", "status")];
        named
            .iter()
            .all(|(name, value)| voice.set_attribute(name, value).is_ok())
            && document
                .body()
                .is_some_and(|body| body.append_child(voice).is_ok())
    }) else {
        return;
    };
    listening.on("click", move |event| {
        if let Some((button, text)) = attribute_around(event, "data-copy") {
            let voice = voice.clone();
            spawn_local(async move { copy_from_button(&button, &text, &voice).await });
        } else if let Some((link, _)) = attribute_around(event, "data-copy-link")
            && !wants_elsewhere(event)
            && let Ok(link) = link.dyn_into::<HtmlAnchorElement>()
        {
            focus_place(&link);
            let voice = voice.clone();
            spawn_local(async move { copy_address(&link, &voice).await });
        }
    });
}

fn attribute_around(event: &Event, name: &str) -> Option<(Element, String)> {
    let element = around(event, &format!("[{name}]"))?;
    let value = element.get_attribute(name)?;
    Some((element, value))
}

/// A press that opens another tab or window is not a wish to copy.
fn wants_elsewhere(event: &Event) -> bool {
    event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|mouse| mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key())
}

async fn copy_from_button(button: &Element, text: &str, voice: &Element) {
    let copied = clipboard::copy(text).await;
    let own = button
        .get_attribute(OWN_WORDS)
        .or_else(|| button.text_content())
        .unwrap_or_default();
    let (short, long) = if copied {
        ("Copied", "Copied.")
    } else {
        ("Not copied", "This browser did not allow copying.")
    };
    if let Some(button) = button.dyn_ref::<HtmlElement>() {
        // The shorter word must not pull together what stands beside.
        let width = button.offset_width();
        let _ = button
            .style()
            .set_property("min-width", &format!("{width}px"));
    }
    let _ = button.set_attribute(OWN_WORDS, &own);
    button.set_text_content(Some(short));
    say(voice, long).await;
    button.set_text_content(Some(&own));
    let _ = button.remove_attribute(OWN_WORDS);
}

/// The browser moves to the heading by itself; not every browser also moves the focus.
fn focus_place(link: &HtmlAnchorElement) {
    let place = link
        .owner_document()
        .and_then(|document| document.get_element_by_id(link.hash().trim_start_matches('#')));
    if let Some(place) = place {
        platform::focus_in_place(&place);
    }
}

async fn copy_address(link: &HtmlAnchorElement, voice: &Element) {
    let (short, long) = if clipboard::copy(&link.href()).await {
        ("Link copied", "Link copied.")
    } else {
        (
            "Not copied",
            "This browser did not allow copying: the link is in the address bar.",
        )
    };
    let _ = link.set_attribute(SAID, short);
    say(voice, long).await;
    let _ = link.remove_attribute(SAID);
}

/// Says it, and falls silent after a while.
async fn say(voice: &Element, words: &str) {
    voice.set_text_content(Some(words));
    TimeoutFuture::new(SAID_FOR_MS).await;
    voice.set_text_content(None);
}
