//! The browser's entry: takes over the widgets of the prerendered page.
//! Here because Trunk builds a binary.
//! Must not know: what is on the page.

fn main() {
    console_error_panic_hook::set_once();
    companion::takeover::take_over();
}
