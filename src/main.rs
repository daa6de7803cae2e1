//! The browser's entry: takes over the prerendered page.
//! Here because Trunk builds a binary.
//! Must not know: what is on the page.

fn main() {
    console_error_panic_hook::set_once();
    companion::app::take_over();
}
