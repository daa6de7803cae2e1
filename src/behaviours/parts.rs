//! The parts of a drawing and the words about each: pointed at in one place, both are lit.
//! Here because a drawing is understood by going from shape to word and back, with any hand.
//! Must not know: what is drawn, how light looks.

use std::{cell::RefCell, rc::Rc};

use web_sys::{Element, Event};

use super::listening::{
    Hand, Listening, around, elements, hand, has_left_the_page, is_key, shows_focus,
};

const LIT: &str = "lit";
const POINTED: &str = "pointed";

/// A part of one figure; the same name may stand in another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    figure: Element,
    name: String,
}

/// Under the pointer, pressed until pressed elsewhere, and with the focus. The first of them is lit.
#[derive(Debug, Default)]
struct Shown {
    pointed: Option<Part>,
    pressed: Option<Part>,
    focused: Option<Part>,
    lit: Option<Part>,
}

pub fn start(listening: &mut Listening) {
    let figures = elements(listening.document.query_selector_all("figure[data-figure]"));
    if figures.is_empty() {
        return;
    }
    figures.iter().for_each(make_reachable);
    let shown = Rc::new(RefCell::new(Shown::default()));
    let change = move |edit: &dyn Fn(&mut Shown)| {
        let mut shown = shown.borrow_mut();
        edit(&mut shown);
        shown.shine();
    };
    let (over, out, press, key) = (
        change.clone(),
        change.clone(),
        change.clone(),
        change.clone(),
    );
    let (focus, blur) = (change.clone(), change);
    listening.on("pointerover", move |event| {
        if hand(event) == Some(Hand::Hovering) {
            over(&|shown| shown.pointed = part_or_words(event));
        }
    });
    listening.on("pointerout", move |event| {
        if has_left_the_page(event) {
            out(&|shown| shown.pointed = None);
        }
    });
    listening.on("pointerdown", move |event| {
        let part = part_or_words(event);
        let drawn = around(event, "[data-part]").is_some();
        let by_touch = hand(event) == Some(Hand::Touch);
        press(&|shown| shown.press(part.clone().filter(|_| drawn || by_touch)));
    });
    listening.on("keydown", move |event| {
        if is_key(event, "Escape") {
            key(&Shown::clear);
        }
    });
    listening.on("focusin", move |event| {
        let seen = super::listening::target(event).is_some_and(|target| shows_focus(&target));
        focus(&|shown| shown.focused = part_or_words(event).filter(|_| seen));
    });
    listening.on("focusout", move |_| blur(&|shown| shown.focused = None));
}

/// Each drawn part becomes a stop of the Tab key with the name and the words that its list item gives.
fn make_reachable(figure: &Element) {
    for words in elements(figure.query_selector_all("li[data-part-text]")) {
        let name = words.get_attribute("data-part-text").unwrap_or_default();
        let label = words.query_selector("strong").ok().flatten();
        let label = label.and_then(|label| label.text_content());
        let (Some(drawn), Some(label)) = (drawn(figure, &name), label) else {
            continue;
        };
        let id = words.id();
        for (attribute, value) in [
            ("tabindex", "0"),
            // Nothing happens at a press that does not happen at the focus already, so it is no button.
            ("role", "group"),
            ("aria-label", label.as_str()),
            ("aria-describedby", id.as_str()),
        ] {
            // A part without one of them is still a shape with words below.
            let _ = drawn.set_attribute(attribute, value);
        }
    }
}

fn named(figure: &Element, css: &str, attribute: &str, name: &str) -> Option<Element> {
    elements(figure.query_selector_all(css))
        .into_iter()
        .find(|found| found.get_attribute(attribute).as_deref() == Some(name))
}

fn drawn(figure: &Element, name: &str) -> Option<Element> {
    named(figure, "svg [data-part]", "data-part", name)
}

fn drawn_part(event: &Event) -> Option<Part> {
    let drawn = around(event, "[data-part]")?;
    Some(Part {
        figure: drawn.closest("figure[data-figure]").ok()??,
        name: drawn.get_attribute("data-part")?,
    })
}

fn part_or_words(event: &Event) -> Option<Part> {
    drawn_part(event).or_else(|| {
        let words = around(event, "li[data-part-text]")?;
        Some(Part {
            figure: words.closest("figure[data-figure]").ok()??,
            name: words.get_attribute("data-part-text")?,
        })
    })
}

impl Part {
    fn set_lit(&self, lit: bool) {
        let words = named(
            &self.figure,
            "li[data-part-text]",
            "data-part-text",
            &self.name,
        );
        for place in [drawn(&self.figure, &self.name), words]
            .into_iter()
            .flatten()
        {
            let _ = place.class_list().toggle_with_force(LIT, lit);
        }
        let _ = self.figure.class_list().toggle_with_force(POINTED, lit);
    }
}

impl Shown {
    /// A second press on the same part lets it go; a press on anything else does too.
    fn press(&mut self, part: Option<Part>) {
        let next = part.filter(|part| self.pressed.as_ref() != Some(part));
        self.pressed = next;
    }

    fn clear(&mut self) {
        self.press(None);
        self.pointed = None;
        self.focused = None;
    }

    fn shine(&mut self) {
        let wanted = self
            .pointed
            .as_ref()
            .or(self.pressed.as_ref())
            .or(self.focused.as_ref())
            .cloned();
        if wanted != self.lit {
            if let Some(lit) = self.lit.take() {
                lit.set_lit(false);
            }
            if let Some(part) = &wanted {
                part.set_lit(true);
            }
            self.lit = wanted;
        }
    }
}
