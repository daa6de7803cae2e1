//! Cards that open at a marker: by pointing, by the Tab key, by a tap; entered by the arrow down.
//! Here because when a card opens, and above all when it closes, is one set of rules (WCAG 2.2, 1.4.13).
//! Must not know: what a card shows, where on the screen it stands.
//!
//! A card stays until it is dismissed, or until both the pointer and the focus have left it and its marker. A card opened
//! by a finger, which leaves nothing behind that could leave, stays until something else is pressed.

mod placing;
mod popup;

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use web_sys::{Document, Element, Event};

use self::popup::Popup;
use super::listening::{
    Hand, Listening, around, hand, has_left_the_page, is_key, shows_focus, target,
};
use crate::platform;

/// A pointer on its way across the text opens nothing.
const OPENS_AFTER_MS: u32 = 220;
/// Time for the pointer to cross from the word to its card.
const CLOSES_AFTER_MS: u32 = 320;

#[derive(Debug, Default)]
struct State {
    open: Option<Open>,
    /// The marker under a resting pointer, whose card is about to open.
    waiting: Option<(Element, Timeout)>,
    leaving: Option<Timeout>,
    pointer_is_inside: bool,
    /// Its card was closed while pointer or focus were still there: it opens again only after they have left.
    dismissed: Option<Element>,
    /// By which hand the page was pressed last: a click does not say it in every browser.
    pressed_by: Hand,
    is_placing: bool,
}

#[derive(Debug)]
struct Open {
    marker: Element,
    popup: Popup,
    by_touch: bool,
}

/// One for the page; at most one card is open.
#[derive(Debug, Clone)]
struct Cards {
    state: Rc<RefCell<State>>,
    document: Document,
}

pub fn start(listening: &mut Listening) {
    let cards = Cards {
        state: Rc::default(),
        document: listening.document.clone(),
    };
    let hear = |act: fn(&Cards, &Event)| {
        let cards = cards.clone();
        move |event: &Event| act(&cards, event)
    };
    listening.on("pointerover", hear(Cards::pointed));
    listening.on("pointerout", hear(Cards::pointer_left));
    listening.on("focusin", hear(Cards::focused));
    listening.on("focusout", hear(Cards::focus_left));
    listening.on_first("pointerdown", hear(Cards::pressed));
    listening.on_first("click", hear(Cards::clicked));
    listening.on_first("keydown", hear(Cards::key));
    let moved = cards.clone();
    listening.on_moving(move || moved.place_soon());
}

/// The marker around an event. A card holds none: its links are ordinary links.
fn marker(event: &Event) -> Option<Element> {
    around(event, "a[data-card]")
}

impl Cards {
    fn pointed(&self, event: &Event) {
        if hand(event) != Some(Hand::Hovering) {
            return;
        }
        let inside = self.is_inside(event);
        let marker = marker(event);
        let mut state = self.state.borrow_mut();
        state.pointer_is_inside = inside;
        if state.dismissed != marker {
            state.dismissed = None;
        }
        let opens = marker.filter(|_| !inside && state.dismissed.is_none());
        match opens {
            Some(marker) if state.waits_for(&marker) => {}
            Some(marker) => {
                let (cards, of) = (self.clone(), marker.clone());
                let open = Timeout::new(OPENS_AFTER_MS, move || cards.open_under_pointer(&of));
                state.waiting = Some((marker, open));
            }
            None => state.waiting = None,
        }
        drop(state);
        if inside {
            self.state.borrow_mut().leaving = None;
        } else {
            self.leave_soon();
        }
    }

    fn pointer_left(&self, event: &Event) {
        if has_left_the_page(event) && hand(event) == Some(Hand::Hovering) {
            let mut state = self.state.borrow_mut();
            state.pointer_is_inside = false;
            state.waiting = None;
            drop(state);
            self.leave_soon();
        }
    }

    fn focused(&self, event: &Event) {
        if self.is_inside(event) {
            return;
        }
        let marker = marker(event);
        let was_dismissed = self.state.borrow().dismissed == marker;
        match marker.filter(shows_focus) {
            Some(marker) if !was_dismissed => {
                self.open(&marker, false);
            }
            Some(_) => {}
            None => {
                let mut state = self.state.borrow_mut();
                state.dismissed = None;
                let stays = state.pointer_is_inside;
                drop(state);
                if !stays {
                    self.close();
                }
            }
        }
    }

    fn focus_left(&self, event: &Event) {
        let mut state = self.state.borrow_mut();
        if state.dismissed.is_some() && state.dismissed == target(event) {
            state.dismissed = None;
        }
        drop(state);
        self.leave_soon();
    }

    fn pressed(&self, event: &Event) {
        let hand = hand(event).unwrap_or_default();
        self.state.borrow_mut().pressed_by = hand;
        if !self.is_inside(event) {
            self.close();
        }
    }

    fn clicked(&self, event: &Event) {
        if around(event, ".card-close").is_some() {
            self.dismiss();
            return;
        }
        if self.is_in_popup(event) {
            // A card may stand in what folds at a press.
            if around(event, "a, button").is_none() {
                event.prevent_default();
            }
            return;
        }
        let by_touch = self.state.borrow().pressed_by == Hand::Touch;
        if let Some(marker) = marker(event).filter(|_| by_touch)
            && !self.is_open_by_touch(&marker)
            && self.open(&marker, true)
        {
            event.prevent_default();
        }
    }

    fn key(&self, event: &Event) {
        // A press of Enter on a marker is no tap.
        self.state.borrow_mut().pressed_by = Hand::Hovering;
        if is_key(event, "Escape") {
            self.state.borrow_mut().waiting = None;
            self.dismiss();
        }
        if is_key(event, "ArrowDown") && self.enter(event) {
            event.prevent_default();
        }
    }

    /// Moves the focus from the marker into its card; `false` where the event is not at the marker of an open one.
    fn enter(&self, event: &Event) -> bool {
        let marker = target(event);
        let popup = {
            let state = self.state.borrow();
            let open = state.open.as_ref();
            open.filter(|open| marker.as_ref() == Some(&open.marker))
                .map(|open| open.popup.clone())
        };
        // Its listeners look at the state while the focus moves.
        popup.is_some_and(|popup| {
            popup.enter();
            true
        })
    }

    fn open_under_pointer(&self, marker: &Element) {
        if self.open(marker, false) {
            self.state.borrow_mut().pointer_is_inside = true;
        }
    }

    /// Opens the card of this marker alone; `false` where the page has none.
    fn open(&self, marker: &Element, by_touch: bool) -> bool {
        let mut state = self.state.borrow_mut();
        state.waiting = None;
        state.leaving = None;
        if let Some(open) = state.open.as_mut().filter(|open| open.marker == *marker) {
            open.by_touch |= by_touch;
            return true;
        }
        drop(state);
        let Some(popup) = Popup::of(&self.document, marker) else {
            return false;
        };
        self.close();
        popup.show(marker);
        self.state.borrow_mut().open = Some(Open {
            marker: marker.clone(),
            popup,
            by_touch,
        });
        true
    }

    /// Closes the card, and gives back whose it was.
    fn close(&self) -> Option<Element> {
        // Removing may move the focus, and its listeners look at the state.
        let open = {
            let mut state = self.state.borrow_mut();
            state.leaving = None;
            state.pointer_is_inside = false;
            state.open.take()?
        };
        open.popup.remove(&open.marker);
        Some(open.marker)
    }

    /// Closes the card at the reader's wish; a focus inside goes back to the marker.
    fn dismiss(&self) {
        let had_focus = self.has_focus_in_popup();
        if let Some(marker) = self.close() {
            self.state.borrow_mut().dismissed = Some(marker.clone());
            if had_focus {
                platform::focus_in_place(&marker);
            }
        }
    }

    /// Closes the card a little later unless pointer or focus have come back by then.
    fn leave_soon(&self) {
        let mut state = self.state.borrow_mut();
        if state.open.is_some() {
            let cards = self.clone();
            state.leaving = Some(Timeout::new(CLOSES_AFTER_MS, move || cards.leave()));
        }
    }

    fn leave(&self) {
        let by_touch = |open: &Open| open.by_touch;
        let state = self.state.borrow();
        let stays = state.pointer_is_inside || state.open.as_ref().is_some_and(by_touch);
        drop(state);
        if !stays && !self.has_focus() {
            self.close();
        }
    }

    fn place_soon(&self) {
        let mut state = self.state.borrow_mut();
        if state.open.is_none() || state.is_placing {
            return;
        }
        state.is_placing = true;
        let cards = self.clone();
        platform::at_next_paint(move || {
            let mut state = cards.state.borrow_mut();
            state.is_placing = false;
            if let Some(open) = &state.open {
                open.popup.place(&open.marker);
            }
        });
    }

    fn has_focus(&self) -> bool {
        let on_marker = self.document.active_element().is_some_and(|active| {
            let state = self.state.borrow();
            let marker = state.open.as_ref().map(|open| &open.marker);
            marker == Some(&active) && shows_focus(&active)
        });
        on_marker || self.has_focus_in_popup()
    }

    fn has_focus_in_popup(&self) -> bool {
        let active = self.document.active_element();
        let state = self.state.borrow();
        let open = state.open.as_ref();
        open.is_some_and(|open| active.is_some_and(|active| open.popup.holds(&active)))
    }

    fn is_in_popup(&self, event: &Event) -> bool {
        let state = self.state.borrow();
        let open = state.open.as_ref();
        open.is_some_and(|open| target(event).is_some_and(|target| open.popup.holds(&target)))
    }

    /// Whether this happened on the open card or its marker.
    fn is_inside(&self, event: &Event) -> bool {
        let at_marker = {
            let state = self.state.borrow();
            let open = state.open.as_ref();
            open.is_some_and(|open| marker(event).as_ref() == Some(&open.marker))
        };
        at_marker || self.is_in_popup(event)
    }

    fn is_open_by_touch(&self, marker: &Element) -> bool {
        let state = self.state.borrow();
        let open = state.open.as_ref();
        open.is_some_and(|open| open.marker == *marker && open.by_touch)
    }
}

impl State {
    fn waits_for(&self, marker: &Element) -> bool {
        self.waiting
            .as_ref()
            .is_some_and(|(waiting, _)| waiting == marker)
    }
}
