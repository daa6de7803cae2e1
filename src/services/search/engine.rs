//! MiniSearch with this site's documents in it.
//! Here because building and asking the library is one thing, and a library that is missing must be a message.
//! Must not know: how documents are collected, how results look.

use std::collections::BTreeSet;

use js_sys::Array;
use wasm_bindgen::{closure::Closure, prelude::*};

use super::{
    document::{Document, Kind},
    plan::{How, Lookup, plan},
    ranking::{Folded, Found, order},
    reading::{self, Unreadable, get, object},
    words::words,
};
use crate::platform::{
    fetch::{self, NotFetched},
    script,
};

/// The vendored library below the site's base; refreshed by `cargo xtask vendor`.
const SCRIPT: &str = "/vendor/minisearch-7.2.0.js";

#[wasm_bindgen]
extern "C" {
    type MiniSearch;
    #[wasm_bindgen(constructor, catch)]
    fn new(options: &JsValue) -> Result<MiniSearch, JsValue>;
    #[wasm_bindgen(method, catch, js_name = addAll)]
    fn add_all(this: &MiniSearch, documents: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn search(this: &MiniSearch, query: &JsValue) -> Result<JsValue, JsValue>;
}

/// Why there is no search, in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SearchError {
    #[error("The list of what can be found did not load: {0}.")]
    Index(#[from] NotFetched),
    #[error("The list of what can be found did not load: it is damaged.")]
    Damaged,
    #[error("The list of what can be found is of another version than this page. Reload the page.")]
    Shape,
    #[error("The search script did not load.")]
    Script,
    #[error("The search script stopped: {0}.")]
    Library(String),
}

/// Everything that a search needs; built once a page.
pub struct Engine {
    library: MiniSearch,
    documents: Vec<Document>,
    folded: Vec<Folded>,
    known: BTreeSet<String>,
    // The library calls it for each text and each question.
    _split: Closure<dyn Fn(String) -> js_sys::Array>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("documents", &self.documents.len())
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// Loads library and documents. `base` is the site's, `index` the path of the file below it.
    pub async fn load(base: &str, index: &str) -> Result<Self, SearchError> {
        let text = fetch::text(&format!("{base}{index}")).await?;
        let documents = reading::documents(&text).map_err(|fault| match fault {
            Unreadable::Damaged => SearchError::Damaged,
            Unreadable::OtherShape => SearchError::Shape,
        })?;
        script::load(&format!("{base}{SCRIPT}"))
            .await
            .map_err(|_| SearchError::Script)?;
        Self::build(documents)
    }

    fn build(documents: Vec<Document>) -> Result<Self, SearchError> {
        // Texts are folded into words before the library sees them, so it need only split them again.
        let split = Closure::<dyn Fn(String) -> js_sys::Array>::new(|text: String| {
            text.split(' ').map(JsValue::from_str).collect()
        });
        let fields: Array = FIELDS
            .iter()
            .map(|(name, _)| JsValue::from_str(name))
            .collect();
        let options = object([
            ("fields", fields.into()),
            ("tokenize", split.as_ref().clone()),
        ]);
        let library = MiniSearch::new(&options).map_err(reason)?;
        let mut known = BTreeSet::new();
        let entries: Array = documents
            .iter()
            .enumerate()
            .map(|(document_idx, document)| entry(document_idx, document, &mut known))
            .collect();
        library.add_all(&entries).map_err(reason)?;
        Ok(Self {
            library,
            folded: documents.iter().map(Folded::of).collect(),
            documents,
            known,
            _split: split,
        })
    }

    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// What fits a question, best first.
    pub fn search(&self, question: &str) -> Result<Vec<Found>, SearchError> {
        let plan = plan(question, &self.known);
        let queries = Array::new();
        for lookup in &plan.lookups {
            queries.push(&self.query(lookup)?);
        }
        let found = self.ask(queries)?;
        Ok(order(found, &self.documents, &self.folded, &plan))
    }

    /// A misspelt word is first sought one letter off, and further off only where that finds nothing.
    fn query(&self, lookup: &Lookup) -> Result<JsValue, SearchError> {
        let near = query(lookup, 1);
        let is_far = lookup.how == How::Misspelt
            && lookup.word.chars().count() >= MIN_TWO_OFF_CHARS
            && self.ask(Array::of1(&near))?.is_empty();
        Ok(if is_far { query(lookup, 2) } else { near })
    }

    fn ask(&self, queries: Array) -> Result<Vec<Found>, SearchError> {
        let boost = object(FIELDS.map(|(name, boost)| (name, boost.into())));
        let question = object([
            ("combineWith", "OR".into()),
            ("boost", boost.into()),
            ("queries", queries.into()),
        ]);
        let answer = self.library.search(&question).map_err(reason)?;
        Ok(Array::from(&answer).iter().filter_map(found).collect())
    }
}

/// One result of the library.
fn found(hit: JsValue) -> Option<Found> {
    Some(Found {
        document_idx: get(&hit, "id").as_f64()? as usize,
        score: get(&hit, "score").as_f64()?,
        matched: reading::list(&hit, "terms")
            .iter()
            .filter_map(|word| word.as_string())
            .collect(),
    })
}

/// What a document is called, what heads it, what it is or is about in short, where it stands, what it says.
const FIELDS: [(&str, f64); 5] = [
    ("name", 2.5),
    ("heading", 1.5),
    ("gist", 2.0),
    ("within", 1.0),
    ("text", 1.0),
];
const MIN_TWO_OFF_CHARS: usize = 6;
const MISSPELT_WEIGHT: f64 = 0.8;

/// A document as the library indexes it, its words noted.
fn entry(document_idx: usize, document: &Document, known: &mut BTreeSet<String>) -> JsValue {
    let mut folded = |texts: Vec<&str>| {
        let words = words(&texts.join(" "));
        known.extend(words.iter().cloned());
        JsValue::from(words.join(" "))
    };
    let mut texts: Vec<&str> = document
        .passages
        .iter()
        .flat_map(|passage| [passage.text.as_str(), passage.also.as_str()])
        .collect();
    // A paper's or a heading's title speaks of something, a material's or a term's is its name.
    let is_name = matches!(
        document.kind,
        Kind::Material | Kind::Term | Kind::Row | Kind::Page
    );
    let mut names: Vec<&str> = document.aliases.iter().map(String::as_str).collect();
    let mut heading = Vec::new();
    match document.kind {
        _ if is_name => names.push(&document.title),
        Kind::Reference => texts.push(&document.title),
        _ => heading.push(document.title.as_str()),
    }
    let gist = match (document.kind, document.passages.first()) {
        (Kind::Material, Some(first)) => vec![first.text.as_str()],
        // The opening of a section says what it is about.
        (Kind::Section, _) if document.anchor.is_empty() => texts.clone(),
        _ => Vec::new(),
    };
    object([
        ("id", JsValue::from(document_idx)),
        ("name", folded(names)),
        ("heading", folded(heading)),
        ("gist", folded(gist)),
        ("within", folded(vec![&document.within])),
        ("text", folded(texts)),
    ])
    .into()
}

/// A lookup in the library's words. Weights are what a form that is not the word itself counts.
fn query(lookup: &Lookup, max_letters_off: u8) -> JsValue {
    let (prefix, weight, fuzzy) = match lookup.how {
        How::Exact => (false, 1.0, 0),
        How::Root => (true, 0.9, 0),
        How::Beginning => (true, 0.5, 0),
        How::Misspelt => (false, 1.0, max_letters_off),
    };
    let weights = object([("prefix", weight.into()), ("fuzzy", MISSPELT_WEIGHT.into())]);
    object([
        ("queries", Array::of1(&lookup.word.as_str().into()).into()),
        ("prefix", prefix.into()),
        ("fuzzy", fuzzy.into()),
        ("weights", weights.into()),
    ])
    .into()
}

fn reason(error: JsValue) -> SearchError {
    let words = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()));
    SearchError::Library(words.unwrap_or_else(|| "it gave no reason".to_owned()))
}
