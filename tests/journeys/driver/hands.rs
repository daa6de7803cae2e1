//! A mouse that rests and moves, a finger that taps, keys held together and the Tab key's way to a place.
//! Here because a click alone says nothing of pointing, and a tap is no click.
//! Must not know: anything about this site.

use std::time::Duration;

use fantoccini::{
    Locator,
    actions::{
        InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
        TouchActions,
    },
    key::Key,
};
use serde_json::json;

use super::Browser;

/// A pointer that jumped would cross nothing on its way.
const MOVE: Option<Duration> = Some(Duration::from_millis(120));

impl Browser {
    /// Brings an element to the middle of the view, as a reader does before pointing at it.
    #[track_caller]
    pub fn bring_into_view(&self, css: &str) {
        let scrolled = self.ask_with(
            "(e => { e?.scrollIntoView({ block: 'center', behavior: 'instant' }); return e !== null; })(document.querySelector(a[0]))",
            vec![json!(css)],
        );
        assert_eq!(scrolled, true, "{css} is not on {}", self.address());
    }

    /// Moves the mouse onto an element and leaves it there.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        self.run(|client| async move {
            let element = client.find(Locator::Css(css)).await?;
            let onto = PointerAction::MoveToElement {
                element,
                duration: MOVE,
                x: 0.0,
                y: 0.0,
            };
            client
                .perform_actions(MouseActions::new("mouse".to_owned()).then(onto))
                .await
        });
    }

    /// Moves the mouse to a place in the view.
    #[track_caller]
    pub fn move_mouse(&self, x: f64, y: f64) {
        let to = PointerAction::MoveTo {
            duration: MOVE,
            x,
            y,
        };
        self.run(|client| async move {
            client
                .perform_actions(MouseActions::new("mouse".to_owned()).then(to))
                .await
        });
    }

    /// Presses the mouse and lets go at a place in the view.
    #[track_caller]
    pub fn click_at(&self, x: f64, y: f64) {
        self.drag((x, y), (x, y));
    }

    /// Presses the mouse at one place in the view and lets go at another.
    #[track_caller]
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let at = |(x, y): (f64, f64)| PointerAction::MoveTo {
            duration: MOVE,
            x,
            y,
        };
        let half = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let actions = MouseActions::new("mouse".to_owned())
            .then(at(from))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(at(half))
            .then(at(to))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        self.run(|client| async move { client.perform_actions(actions).await });
    }

    /// Taps a place in the view with a finger.
    #[track_caller]
    pub fn tap_at(&self, x: f64, y: f64) {
        let finger = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveTo {
                duration: None,
                x,
                y,
            })
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        self.run(|client| async move { client.perform_actions(finger).await });
    }

    /// Taps an element with a finger.
    #[track_caller]
    pub fn tap(&self, css: &str) {
        self.run(|client| async move {
            let element = client.find(Locator::Css(css)).await?;
            let finger = TouchActions::new("finger".to_owned())
                .then(PointerAction::MoveToElement {
                    element,
                    duration: None,
                    x: 0.0,
                    y: 0.0,
                })
                .then(PointerAction::Down {
                    button: MOUSE_BUTTON_LEFT,
                })
                .then(PointerAction::Up {
                    button: MOUSE_BUTTON_LEFT,
                });
            client.perform_actions(finger).await
        });
    }

    /// Presses a key while another is held.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: Key) {
        let (held, key) = (char::from(held), char::from(key));
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.run(|client| async move { client.perform_actions(actions).await });
    }

    /// Goes on by the Tab key, or back with Shift held, until the focus is on this element.
    #[track_caller]
    pub fn tab_to(&self, css: &str, back: bool) {
        const MOST_STOPS: usize = 250;
        for _ in 0..MOST_STOPS {
            if back {
                self.press_with(Key::Shift, Key::Tab);
            } else {
                self.press(&[Key::Tab]);
            }
            let is_there = self.ask_with("document.activeElement.matches(a[0])", vec![json!(css)]);
            if is_there == true {
                return;
            }
        }
        panic!("the Tab key never reaches {css} on {}", self.address());
    }

    /// Lets time go by in the page: for what must not happen there is nothing to wait for.
    #[track_caller]
    pub fn linger(&self, milliseconds: u32) {
        self.settle(&format!(
            "new Promise(done => setTimeout(done, {milliseconds}))"
        ));
    }
}
