//! The browser takes over what lives on a prerendered page, widget by widget, where each stands.
//! Here because this is the whole of the app's life in the browser.
//! Must not know: what a widget does.

use leptos::{mount::hydrate_from, prelude::*};

use crate::{
    behaviours,
    platform::{self, frame},
    widgets::place::{Widget, Workplace},
};

/// Takes over every widget of this page and listens to the rest of it; in a frame, tells the height.
pub fn take_over() {
    let base = platform::base();
    for (element, widget) in platform::marked("data-widget", Widget::read) {
        let workplace = Workplace::new(&base);
        hydrate_from(element, move || workplace.live(widget)).forget();
    }
    let page = Owner::new();
    page.with(|| {
        frame::report_height_on_change();
        frame::follow_heights();
    });
    // The page's listeners live as long as the page.
    std::mem::forget((page, behaviours::start()));
}
