//! The browser's entry on the simulator's pages.
//! Here because Trunk builds binaries, and other pages need none of this.
//! Must not know: what is on the page.

use companion::{app::App, place::of_simulator, takeover::take_over};

fn main() {
    take_over(App::Simulator, of_simulator);
}
