//! Talking to the page that holds this one in an iframe.
//! Here because a widget must tell its height, and only its height, to any host that listens.
//! Must not know: what the widget shows.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ResizeObserver, Window};

/// The window that frames this one, if there is one.
fn host() -> Option<(Window, Window)> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (!js_sys::Object::is(window.as_ref(), parent.as_ref())).then_some((window, parent))
}

/// Tells the host the height of the page now and whenever it changes.
pub fn report_height_on_change() {
    Effect::new(move |_| {
        let Some((_, parent)) = host() else { return };
        let Some(body) = super::document().and_then(|document| document.body()) else {
            return;
        };
        let measured = body.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            tell_height(&parent, measured.get_bounding_client_rect().height().ceil());
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&body);
            let kept = StoredValue::new_local((observer, on_resize));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}

/// The dialects in which hosts listen for a height; each is harmless to those who do not speak it.
fn tell_height(parent: &Window, height: f64) {
    let height = height.to_string();
    let dialects = [
        format!(r#"{{"source":"zi","v":1,"type":"resize","height":{height}}}"#),
        format!(r#"{{"subject":"lti.frameResize","height":{height}}}"#),
        format!(r#"{{"sentinel":"amp","type":"embed-size","height":{height}}}"#),
        format!(r#"{{"type":"setHeight","height":{height}}}"#),
    ];
    for dialect in dialects {
        if let Ok(message) = js_sys::JSON::parse(&dialect) {
            // A height is no secret: any host may hear it.
            let _ = parent.post_message(&message, "*");
        }
    }
}

/// Lets frames on this page take the height they tell, as a host page would.
pub fn follow_heights() {
    Effect::new(move |_| {
        let Some(window) = web_sys::window() else {
            return;
        };
        let listener = gloo_events::EventListener::new(&window, "message", |event| {
            if let Some(message) = event.dyn_ref::<web_sys::MessageEvent>() {
                fit_frame(message);
            }
        });
        let kept = StoredValue::new_local(Some(listener));
        on_cleanup(move || kept.dispose());
    });
}

/// Sets the height of the iframe that sent the message, known by its window.
fn fit_frame(message: &web_sys::MessageEvent) {
    let field = |name: &str| js_sys::Reflect::get(&message.data(), &JsValue::from_str(name)).ok();
    let ours = field("source")
        .and_then(|value| value.as_string())
        .as_deref()
        == Some("zi");
    let (true, Some(height), Some(sender)) = (
        ours,
        field("height").and_then(|value| value.as_f64()),
        message.source(),
    ) else {
        return;
    };
    let Some(frames) =
        super::document().map(|document| document.get_elements_by_tag_name("iframe"))
    else {
        return;
    };
    for index in 0..frames.length() {
        let frame = frames
            .item(index)
            .and_then(|element| element.dyn_into::<web_sys::HtmlIFrameElement>().ok());
        if let Some(frame) = frame
            && frame
                .content_window()
                .is_some_and(|window| js_sys::Object::is(window.as_ref(), sender.as_ref()))
        {
            frame.set_height(&height.to_string());
        }
    }
}
