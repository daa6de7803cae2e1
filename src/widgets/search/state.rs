//! The question, which is the address, and what has become of its answer.
//! Here because reload, share and Back must all show the same results.
//! Must not know: how anything looks.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::links::href,
    platform::{
        self,
        address::{Address, joined, kept, use_address},
    },
    services::search::{self, Document, Engine, Found, Kind},
};

const KEY: &str = "q";
const FOREIGN_KEYS: &[&str] = &["theme"];
/// Results of one kind that are shown at first.
const FIRST_OF_KIND: usize = 5;
const MAX_QUESTION_CHARS: usize = 200;

/// What has become of library and documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has searched yet.
    Idle,
    Loading,
    Ready,
    Failed(String),
}

/// What stands below the field.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing was asked.
    Silent,
    Waiting,
    Failed(String),
    Found(Vec<Found>),
}

/// Results of one kind as shown, each with its place among all that are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub kind: Kind,
    pub total: usize,
    pub found: Vec<(usize, Found)>,
}

/// Everything the parts of the search share; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct SearchState {
    pub question: Memo<String>,
    pub answer: Memo<Answer>,
    pub shown: Memo<Vec<Shown>>,
    /// The result that the arrow keys have reached.
    pub active: RwSignal<Option<usize>>,
    /// The question for which all results were asked for.
    all_for: RwSignal<Option<String>>,
    stage: RwSignal<Stage>,
    engine: StoredValue<Option<Engine>, LocalStorage>,
    address: Address,
    base: StoredValue<String>,
}

impl SearchState {
    /// Reads the address from now on. Before the takeover nothing has been asked, as prerendered.
    pub fn provide() -> Self {
        let address = use_address();
        let query = address.query();
        let question = Memo::new(move |_| query.with(|query| asked(query)));
        let stage = RwSignal::new(Stage::Idle);
        let engine = StoredValue::new_local(None::<Engine>);
        let answer = Memo::new(move |_| {
            let question = question.get();
            match stage.get() {
                _ if question.trim().is_empty() => Answer::Silent,
                Stage::Idle | Stage::Loading => Answer::Waiting,
                Stage::Failed(reason) => Answer::Failed(reason),
                Stage::Ready => engine.with_value(|engine| find(engine.as_ref(), &question)),
            }
        });
        let all_for = RwSignal::new(None);
        let shown = Memo::new(move |_| {
            let all = all_for.with(|all| question.with(|question| all.as_ref() == Some(question)));
            let limit = if all { usize::MAX } else { FIRST_OF_KIND };
            answer.with(|answer| match answer {
                Answer::Found(found) => {
                    engine.with_value(|engine| shown(engine.as_ref(), found, limit))
                }
                _ => Vec::new(),
            })
        });
        let state = Self {
            question,
            answer,
            shown,
            active: RwSignal::new(None),
            all_for,
            stage,
            engine,
            address,
            base: StoredValue::new(href("")),
        };
        Effect::new(move |_| {
            if question.with(|question| !question.trim().is_empty()) {
                state.prepare();
            }
        });
        state
    }

    /// Loads what a search needs, unless that has begun.
    pub fn prepare(self) {
        if self.stage.get_untracked() == Stage::Idle {
            self.load();
        }
    }

    /// Loads what a search needs, again if it failed.
    pub fn load(self) {
        self.stage.set(Stage::Loading);
        let base = self.base.get_value();
        let index = platform::noted("data-search-index").unwrap_or_default();
        spawn_local(async move {
            let next = match Engine::load(&base, &index).await {
                Ok(engine) => {
                    self.engine.set_value(Some(engine));
                    Stage::Ready
                }
                Err(error) => Stage::Failed(error.to_string()),
            };
            self.stage.try_set(next);
        });
    }

    /// Asks something else: in place while typing, as a step that Back undoes where it was chosen.
    pub fn ask(self, question: &str, in_place: bool) {
        self.active.set(None);
        let own = if question.is_empty() {
            String::new()
        } else {
            form_urlencoded::Serializer::new(String::new())
                .append_pair(KEY, question)
                .finish()
        };
        let frames_own = kept(&self.address.query().get_untracked(), FOREIGN_KEYS);
        self.address.show(&joined(&own, &frames_own), in_place);
    }

    pub fn show_all(self) {
        self.all_for.set(Some(self.question.get_untracked()));
    }

    pub fn n_shown(self) -> usize {
        self.shown
            .with_untracked(|shown| shown.iter().map(|group| group.found.len()).sum())
    }

    /// Moves among the results; past either end the field itself has its turn.
    pub fn step(self, forward: bool) {
        let n = self.n_shown();
        self.active.update(|active| {
            *active = match (*active, forward) {
                _ if n == 0 => None,
                (None, true) => Some(0),
                (None, false) => Some(n - 1),
                (Some(at), true) => Some(at + 1).filter(|next| *next < n),
                (Some(at), false) => at.checked_sub(1),
            };
        });
        if let Some(at) = self.active.get_untracked() {
            platform::bring_into_view(&result_id(at));
        }
    }

    /// Opens the result reached, or the first.
    pub fn open(self) {
        if self.n_shown() > 0 {
            platform::press(&result_id(self.active.get_untracked().unwrap_or(0)));
        }
    }

    /// The document of a result; none while the documents are not there.
    pub fn document(self, found: &Found) -> Option<Document> {
        self.engine.with_value(|engine| {
            let documents = engine.as_ref()?.documents();
            documents.get(found.document_idx).cloned()
        })
    }
}

/// The id of the result at this place.
pub fn result_id(at: usize) -> String {
    format!("result-{at}")
}

fn asked(query: &str) -> String {
    form_urlencoded::parse(query.as_bytes())
        .find(|(key, _)| key == KEY)
        .map(|(_, value)| value.chars().take(MAX_QUESTION_CHARS).collect())
        .unwrap_or_default()
}

fn find(engine: Option<&Engine>, question: &str) -> Answer {
    match engine.map(|engine| engine.search(question)) {
        Some(Ok(found)) => Answer::Found(found),
        Some(Err(error)) => Answer::Failed(error.to_string()),
        None => Answer::Waiting,
    }
}

fn shown(engine: Option<&Engine>, found: &[Found], limit: usize) -> Vec<Shown> {
    let Some(engine) = engine else {
        return Vec::new();
    };
    let mut at = 0;
    search::groups(found, engine.documents())
        .into_iter()
        .map(|group| Shown {
            kind: group.kind,
            total: group.found.len(),
            found: group
                .found
                .into_iter()
                .take(limit)
                .map(|found| {
                    at += 1;
                    (at - 1, found)
                })
                .collect(),
        })
        .collect()
}
