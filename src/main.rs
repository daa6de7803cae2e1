//! The browser's entry on most pages.
//! Here because Trunk builds binaries.
//! Must not know: what is on the page.

use companion::{app::App, place::of_reader, takeover::take_over};

fn main() {
    take_over(App::Reader, of_reader);
}
