//! What follows the reader down a long page: the place in the contents, the progress, the minutes left.
//! Here because all three are read off the same scroll, once for each painted frame.
//! Must not know: which page is read; where the page scrolls to is the browser's own matter.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

use super::listening::{Listening, elements};
use crate::platform;

/// The part of the view, from its top, above which a heading counts as begun.
const BEGUN_ABOVE: f64 = 0.3;
const HERE: &str = "here";
/// The place of the minutes left has gone out of view, and they go along.
const AWAY: &str = "away";

/// What there is to keep up to date.
#[derive(Debug)]
struct Followers {
    window: Window,
    contents: Vec<(Element, Element)>,
    reading: Option<Element>,
    progress: Vec<HtmlElement>,
    time_left: Vec<(Element, f64)>,
}

pub fn start(listening: &mut Listening) {
    let followers = Followers::of(&listening.window, &listening.document);
    let nothing_read = followers.reading.is_none()
        || (followers.progress.is_empty() && followers.time_left.is_empty());
    if followers.contents.is_empty() && nothing_read {
        return;
    }
    let followers = Rc::new(followers);
    let waits = Rc::new(Cell::new(false));
    let soon = move || {
        if !waits.replace(true) {
            let (followers, waits) = (followers.clone(), waits.clone());
            platform::at_next_paint(move || {
                waits.set(false);
                followers.update();
            });
        }
    };
    // The browser may have gone back to an earlier place already.
    soon();
    listening.on_moving(soon);
}

impl Followers {
    fn of(window: &Window, document: &Document) -> Self {
        let followed = |link: Element| {
            let heading = document.get_element_by_id(&link.get_attribute("data-follows")?)?;
            Some((link, heading))
        };
        let minutes = |place: Element| {
            let minutes = place.get_attribute("data-time-left")?.parse().ok()?;
            Some((place, minutes))
        };
        Self {
            window: window.clone(),
            contents: elements(document.query_selector_all("a[data-follows]"))
                .into_iter()
                .filter_map(followed)
                .collect(),
            reading: document.query_selector("[data-reading]").ok().flatten(),
            progress: elements(document.query_selector_all("[data-progress]"))
                .into_iter()
                .filter_map(|bar| bar.dyn_into().ok())
                .collect(),
            time_left: elements(document.query_selector_all("[data-time-left]"))
                .into_iter()
                .filter_map(minutes)
                .collect(),
        }
    }

    fn update(&self) {
        let height = self.window.inner_height().ok().and_then(|px| px.as_f64());
        let Some(height) = height else { return };
        self.mark_place(height);
        let Some(reading) = &self.reading else { return };
        let passed = passed(reading, height);
        for bar in &self.progress {
            let _ = bar
                .style()
                .set_property("transform", &format!("scaleX({passed:.4})"));
        }
        for (place, minutes) in &self.time_left {
            tell_time(place, *minutes, passed);
            let head = place
                .parent_element()
                .map(|head| head.get_bounding_client_rect());
            let away = head.is_some_and(|head| head.bottom() < 0.0);
            let _ = place.class_list().toggle_with_force(AWAY, away);
        }
    }

    /// The last heading that has begun is the one that is read; at the very end of the page, the last in view.
    fn mark_place(&self, height: f64) {
        let top = |heading: &Element| heading.get_bounding_client_rect().top();
        let line = if self.is_at_the_end(height) {
            height
        } else {
            height * BEGUN_ABOVE
        };
        let here = self
            .contents
            .iter()
            .rposition(|(_, heading)| top(heading) <= line);
        for (position, (link, _)) in self.contents.iter().enumerate() {
            let is_here = here == Some(position);
            let _ = link.class_list().toggle_with_force(HERE, is_here);
            let _ = if is_here {
                link.set_attribute("aria-current", "location")
            } else {
                link.remove_attribute("aria-current")
            };
        }
    }

    fn is_at_the_end(&self, height: f64) -> bool {
        let root = self
            .window
            .document()
            .and_then(|page| page.document_element());
        let scrolled = self.window.scroll_y().unwrap_or_default();
        root.is_some_and(|root| {
            scrolled > 0.0 && scrolled + height >= f64::from(root.scroll_height()) - 2.0
        })
    }
}

/// How much of the text has gone by, from 0 at its beginning to 1 when its end is in view.
fn passed(reading: &Element, height: f64) -> f64 {
    let text = reading.get_bounding_client_rect();
    let hidden = text.height() - height;
    if hidden <= 0.0 {
        return 1.0;
    }
    (-text.top() / hidden).clamp(0.0, 1.0)
}

/// Before the first line is passed the page already says how long it takes.
fn tell_time(place: &Element, minutes: f64, passed: f64) {
    let left = (minutes * (1.0 - passed)).ceil();
    let words = if passed <= 0.0 {
        String::new()
    } else if left < 1.0 {
        "read".to_owned()
    } else {
        format!("{left} min left")
    };
    if place.text_content().as_deref() != Some(&words) {
        place.set_text_content(Some(&words));
    }
}
