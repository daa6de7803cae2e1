//! What a prerendered page does when it is pointed at, pressed or scrolled, without being built anew.
//! Here because text stays HTML: listeners on the page answer for whatever stands on it.
//! Must not know: Leptos trees, which page this is.

mod cards;
mod copy;
mod follow;
mod light;
mod listening;
mod parts;

use self::listening::Listening;

/// The page's behaviours, which end when this is dropped.
#[derive(Debug)]
#[must_use = "dropping it ends the behaviours"]
pub struct Behaviours {
    _kept: Listening,
}

/// Begins to answer for everything on the page. Where a page has nothing of a kind, nothing happens.
pub fn start() -> Option<Behaviours> {
    let mut listening = Listening::begin()?;
    cards::start(&mut listening);
    copy::start(&mut listening);
    light::start(&mut listening);
    parts::start(&mut listening);
    follow::start(&mut listening);
    Some(Behaviours { _kept: listening })
}
