//! The light on a material: pointed at in one place, it is lit in every place.
//! Here because a name in the text, a row of Table 1 and a point of a picture are the same thing.
//! Must not know: what a material is, how light looks.

use std::{cell::RefCell, rc::Rc};

use web_sys::{Document, Event};

use super::listening::{Hand, Listening, around, elements, hand, has_left_the_page};

const LIT: &str = "lit";
const MATERIAL: &str = "data-material";

/// The material under the pointer, the one with the focus and the one touched last. The first of them is lit.
#[derive(Debug, Default)]
struct Light {
    pointed: Option<String>,
    focused: Option<String>,
    touched: Option<String>,
    lit: Option<String>,
}

pub fn start(listening: &mut Listening) {
    let document = listening.document.clone();
    let light = Rc::new(RefCell::new(Light::default()));
    let change = move |edit: &dyn Fn(&mut Light)| {
        let mut light = light.borrow_mut();
        edit(&mut light);
        light.shine(&document);
    };
    let (over, out, press) = (change.clone(), change.clone(), change.clone());
    let (focus, blur) = (change.clone(), change);
    listening.on("pointerover", move |event| {
        if hand(event) == Some(Hand::Hovering) {
            over(&|light| light.pointed = material(event));
        }
    });
    listening.on("pointerout", move |event| {
        if has_left_the_page(event) {
            out(&|light| light.pointed = None);
        }
    });
    listening.on("pointerdown", move |event| {
        let touched = hand(event) == Some(Hand::Touch);
        press(&|light| light.touched = material(event).filter(|_| touched));
    });
    listening.on("focusin", move |event| {
        focus(&|light| light.focused = material(event));
    });
    listening.on("focusout", move |_| blur(&|light| light.focused = None));
}

fn material(event: &Event) -> Option<String> {
    around(event, "[data-material]")?.get_attribute(MATERIAL)
}

impl Light {
    fn shine(&mut self, document: &Document) {
        let wanted = self
            .pointed
            .as_ref()
            .or(self.focused.as_ref())
            .or(self.touched.as_ref());
        if wanted == self.lit.as_ref() {
            return;
        }
        for place in elements(document.query_selector_all("[data-material]")) {
            let lit = wanted.is_some() && place.get_attribute(MATERIAL).as_ref() == wanted;
            // A class that a browser will not set leaves the place as dark as without scripts.
            let _ = place.class_list().toggle_with_force(LIT, lit);
        }
        self.lit = wanted.cloned();
    }
}
