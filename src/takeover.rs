//! The browser takes over what lives on a prerendered page, widget by widget, where each stands.
//! Here because this is the whole of the app's life in the browser.
//! Must not know: what a widget does.

use leptos::{mount::hydrate_from, prelude::*};

use crate::{
    app::App,
    behaviours,
    platform::{self, frame},
    widgets::place::{Views, Widget, Workplace},
};

/// Takes over every widget of this page that the module has, and listens to the rest of the page; in a frame, tells the
/// height.
pub fn take_over(app: App, views: Views) {
    console_error_panic_hook::set_once();
    let base = platform::base();
    let widgets = platform::marked("data-widget", Widget::read);
    let ours = |widget: &Widget| widget.app().is_none_or(|other| other == app);
    for (element, widget) in widgets.into_iter().filter(|(_, widget)| ours(widget)) {
        let workplace = Workplace::new(&base);
        hydrate_from(element, move || workplace.live(widget, views)).forget();
    }
    let page = Owner::new();
    page.with(|| {
        frame::report_height_on_change();
        frame::follow_heights();
    });
    // The page's listeners live as long as the page.
    std::mem::forget((page, behaviours::start()));
}
