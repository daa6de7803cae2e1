//! The browser's entry on the table's pages.
//! Here because Trunk builds binaries, and other pages need none of this.
//! Must not know: what is on the page.

use companion::{app::App, place::of_explorer, takeover::take_over};

fn main() {
    take_over(App::Explorer, of_explorer);
}
