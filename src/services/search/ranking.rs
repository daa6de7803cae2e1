//! The order of results, and their groups.
//! Here because a name that was typed in full comes before a text that repeats it, which no library can know.
//! Must not know: how documents were found.

use std::collections::BTreeSet;

use super::{
    document::{Document, Kind},
    plan::{How, Lookup, Plan},
    words::words,
};

/// A document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub document_idx: usize,
    pub score: f64,
    /// The words of the document that fitted.
    pub matched: BTreeSet<String>,
}

/// Results of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub kind: Kind,
    pub found: Vec<Found>,
}

/// The name is what was typed, or what was meant by it.
const NAMED: f64 = 4.0;
const MEANT: f64 = 3.0;
/// Everything typed stands in the name.
const WITHIN_NAME: f64 = 1.5;
/// The question asked for this kind.
const WANTED: f64 = 2.0;
/// All that was typed stands in one sentence or name.
const TOGETHER: f64 = 1.5;
/// An entry of the list of references mostly repeats what the text says with it, and so do the words of a figure.
const REPEATS: f64 = 0.6;
/// What fits less than this share of what fits best, names apart, is noise.
const MIN_SHARE: f64 = 0.1;
const MAX_FOUND: usize = 60;

/// A document's names and passages as words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    names: Vec<Vec<String>>,
    passages: Vec<BTreeSet<String>>,
}

impl Folded {
    pub fn of(document: &Document) -> Self {
        let title = std::iter::once(&document.title);
        Self {
            names: title
                .chain(&document.aliases)
                .map(|name| words(name))
                .collect(),
            passages: document
                .passages
                .iter()
                .map(|passage| {
                    words(&passage.text)
                        .into_iter()
                        .chain(words(&passage.also))
                        .collect()
                })
                .collect(),
        }
    }

    fn name_weight(&self, typed: &[String], matched: &BTreeSet<String>) -> f64 {
        let is_typed = |name: &Vec<String>| name == typed;
        let is_meant = |name: &Vec<String>| {
            name.len() >= typed.len() && name.iter().all(|word| matched.contains(word))
        };
        let has_all = |name: &Vec<String>| typed.iter().all(|word| name.contains(word));
        if self.names.iter().any(is_typed) {
            NAMED
        } else if self.names.iter().any(is_meant) {
            MEANT
        } else if self.names.iter().any(has_all) {
            WITHIN_NAME
        } else {
            1.0
        }
    }
}

/// Orders what was found, best first.
pub fn order(
    mut found: Vec<Found>,
    documents: &[Document],
    folded: &[Folded],
    plan: &Plan,
) -> Vec<Found> {
    // Half of a question is answered by far less than half.
    for one in &mut found {
        one.score *= share(plan, one.matched.iter()).powi(2);
    }
    let best = found.iter().map(|one| one.score).fold(0.0, f64::max);
    found.retain(|one| one.score >= best * MIN_SHARE);
    for one in &mut found {
        let (Some(document), Some(folded)) = (
            documents.get(one.document_idx),
            folded.get(one.document_idx),
        ) else {
            continue;
        };
        // Who asks why has the name already.
        let asks_why = plan.wanted == Some(Kind::Section);
        if !asks_why {
            one.score *= folded.name_weight(&plan.typed, &one.matched);
        }
        if plan.wanted == Some(document.kind) {
            one.score *= WANTED;
        } else if matches!(document.kind, Kind::Reference | Kind::Figure) {
            one.score *= REPEATS;
        }
        let has_all =
            |words: &BTreeSet<String>| share(plan, words.intersection(&one.matched)) >= 1.0;
        let together = folded.passages.iter().any(has_all)
            || !asks_why
                && folded
                    .names
                    .iter()
                    .any(|name| has_all(&name.iter().cloned().collect()));
        if together {
            one.score *= TOGETHER;
        }
    }
    // Equal scores stay in the order of the pages.
    found.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.document_idx.cmp(&b.document_idx))
    });
    found.truncate(MAX_FOUND);
    found
}

/// How much of a question these words of a document answer.
fn share<'a>(plan: &Plan, words: impl Iterator<Item = &'a String> + Clone) -> f64 {
    let asked: BTreeSet<usize> = parts(plan.lookups.iter());
    let certain = |word: &str| plan.lookups.iter().any(|lookup| lookup.fits(word));
    // A word that nothing else explains was found for a misspelt one.
    let guessed = words.clone().any(|word| !certain(word));
    let answered = parts(plan.lookups.iter().filter(|lookup| match lookup.how {
        How::Misspelt => guessed,
        _ => words.clone().any(|word| lookup.fits(word)),
    }));
    answered.len() as f64 / asked.len().max(1) as f64
}

fn parts<'a>(lookups: impl Iterator<Item = &'a Lookup>) -> BTreeSet<usize> {
    lookups.flat_map(|lookup| lookup.parts.clone()).collect()
}

/// Results by kind; the group with the best result comes first.
pub fn groups(found: &[Found], documents: &[Document]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for one in found {
        let Some(document) = documents.get(one.document_idx) else {
            continue;
        };
        match out.iter_mut().find(|group| group.kind == document.kind) {
            Some(group) => group.found.push(one.clone()),
            None => out.push(Group {
                kind: document.kind,
                found: vec![one.clone()],
            }),
        }
    }
    out
}
