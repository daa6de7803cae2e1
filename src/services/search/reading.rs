//! The file of documents as the browser reads it, and objects as the library wants them.
//! Here because the browser parses JSON itself, and a second parser would be carried by every page.
//! Must not know: what is searched.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::document::{Document, Kind, Passage, SHAPE};

/// Why a file is no list of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    Damaged,
    OtherShape,
}

/// The documents of a file, which is `{"shape": 1, "documents": [...]}`.
pub fn documents(text: &str) -> Result<Vec<Document>, Unreadable> {
    let file = js_sys::JSON::parse(text).map_err(|_| Unreadable::Damaged)?;
    if get(&file, "shape").as_f64() != Some(f64::from(SHAPE)) {
        return Err(Unreadable::OtherShape);
    }
    list(&file, "documents")
        .iter()
        .map(|one| document(&one).ok_or(Unreadable::Damaged))
        .collect()
}

fn document(one: &JsValue) -> Option<Document> {
    let kind = string(one, "kind");
    Some(Document {
        kind: Kind::ALL.into_iter().find(|other| other.word() == kind)?,
        title: string(one, "title"),
        within: string(one, "in"),
        path: string(one, "path"),
        anchor: string(one, "anchor"),
        aliases: list(one, "aliases")
            .iter()
            .filter_map(|alias| alias.as_string())
            .collect(),
        passages: list(one, "passages")
            .iter()
            .map(|passage| Passage {
                text: string(&passage, "text"),
                anchor: string(&passage, "anchor"),
                also: string(&passage, "also"),
            })
            .collect(),
    })
}

/// A value of an object; undefined where there is none.
pub fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A list of an object; empty where there is none.
pub fn list(object: &JsValue, key: &str) -> Array {
    let found = get(object, key);
    if Array::is_array(&found) {
        Array::from(&found)
    } else {
        Array::new()
    }
}

fn string(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap_or_default()
}

/// An object with these values.
pub fn object<const N: usize>(values: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (key, value) in values {
        // A fresh object refuses nothing.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object
}
