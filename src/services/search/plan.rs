//! What a reader typed as what is to be looked up: each word as it stands, by its beginning, or misspelt.
//! Here because a word that is known is taken at its word, and only an unknown one is corrected.
//! Must not know: documents, the library that looks up.

use std::{collections::BTreeSet, ops::RangeInclusive};

use super::{
    document::Kind,
    words::{chunks, is_number},
};

/// One word to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    pub word: String,
    pub how: How,
    /// Which parts of the question it stands for: two where it joins them.
    pub parts: RangeInclusive<usize>,
}

impl Lookup {
    /// Whether a word of a document is what this looked up. What is nearly the word only the library knows.
    pub fn fits(&self, word: &str) -> bool {
        match self.how {
            How::Exact => word == self.word,
            How::Root | How::Beginning => word.starts_with(&self.word),
            How::Misspelt => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Exact,
    /// The word without its ending: its other forms begin with the same letters.
    Root,
    /// The beginning of a word that is still being typed.
    Beginning,
    /// No such word is known, so one that is nearly the same is meant.
    Misspelt,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The words that count, as typed.
    pub typed: Vec<String>,
    pub lookups: Vec<Lookup>,
    /// What kind of answer the question asks for, where its words say so.
    pub wanted: Option<Kind>,
}

/// Shorter words are looked up as they stand.
const MIN_ROOT_CHARS: usize = 4;
const MIN_MISSPELT_CHARS: usize = 4;
/// Endings that one word family shares; `-ve` for evolve and evolution.
const ENDINGS: [&str; 10] = [
    "ions", "ing", "ion", "ive", "ed", "es", "er", "ve", "s", "e",
];
const SMALL_WORDS: [&str; 38] = [
    "a", "about", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from",
    "how", "i", "in", "is", "it", "its", "me", "of", "on", "or", "that", "the", "there", "this",
    "to", "versus", "vs", "was", "what", "when", "where", "which", "why", "with",
];

/// What people write for short, or in the plural, and the word that documents have.
const SHORT_FORMS: [(&str, &str); 6] = [
    ("ref", "reference"),
    ("refs", "reference"),
    ("references", "reference"),
    ("fig", "figure"),
    ("figs", "figure"),
    ("figures", "figure"),
];

/// Reads a question against the words that documents contain.
pub fn plan(question: &str, known: &BTreeSet<String>) -> Plan {
    let mut chunks: Vec<Vec<String>> = chunks(question)
        .into_iter()
        .map(|chunk| chunk.words)
        .collect();
    for word in chunks.iter_mut().flatten() {
        if let Some((_, long)) = SHORT_FORMS.iter().find(|(short, _)| short == word) {
            *word = (*long).to_owned();
        }
    }
    let wanted = wanted(&chunks);
    let small = |words: &Vec<String>| {
        words
            .iter()
            .all(|word| SMALL_WORDS.contains(&word.as_str()))
    };
    if !chunks.iter().all(small) {
        chunks.retain(|words| !small(words));
    }
    let still_typing = !question.ends_with(char::is_whitespace);
    let mut lookups = Vec::new();
    for (chunk_idx, words) in chunks.iter().enumerate() {
        let is_last = still_typing && chunk_idx + 1 == chunks.len();
        let own = lookups_of(words, is_last, known);
        lookups.extend(own.into_iter().map(|(word, how)| Lookup {
            word,
            how,
            parts: chunk_idx..=chunk_idx,
        }));
        // `zn f2`, `zif 8` and `self repair` may be one word.
        if let (Some(first), Some(second)) = (words.first(), next(&chunks, chunk_idx)) {
            let both = format!("{first}{second}");
            if known.contains(&both) {
                lookups.push(Lookup {
                    word: both,
                    how: How::Exact,
                    parts: chunk_idx..=chunk_idx + 1,
                });
            }
        }
    }
    let mut seen = BTreeSet::new();
    lookups.retain(|lookup| seen.insert(lookup.word.clone()));
    Plan {
        typed: chunks.into_iter().flatten().collect(),
        lookups,
        wanted,
    }
}

fn next(chunks: &[Vec<String>], chunk_idx: usize) -> Option<&String> {
    chunks.get(chunk_idx + 1)?.first()
}

fn lookups_of(words: &[String], is_last: bool, known: &BTreeSet<String>) -> Vec<(String, How)> {
    let found: Vec<&String> = words.iter().filter(|word| known.contains(*word)).collect();
    if !found.is_empty() {
        return found.into_iter().map(|word| form(word, is_last)).collect();
    }
    let Some(first) = words.first() else {
        return Vec::new();
    };
    let begins = known
        .range(first.clone()..)
        .next()
        .is_some_and(|word| word.starts_with(first.as_str()));
    if is_last && begins {
        return vec![(first.clone(), How::Beginning)];
    }
    let misspelt = |word: &&String| {
        word.chars().count() >= MIN_MISSPELT_CHARS && !word.contains(|c: char| c.is_ascii_digit())
    };
    words
        .iter()
        .filter(misspelt)
        .map(|word| (word.clone(), How::Misspelt))
        .collect()
}

/// A known word, with its other forms and, while it may still grow, with what begins like it.
fn form(word: &str, is_last: bool) -> (String, How) {
    let root = root(word);
    if root.len() < word.len() {
        return (root.to_owned(), How::Root);
    }
    let may_grow = is_last && word.chars().count() >= MIN_ROOT_CHARS && !is_number(word);
    let how = if may_grow { How::Beginning } else { How::Exact };
    (word.to_owned(), how)
}

/// The word without its longest ending, unless too little would be left.
fn root(word: &str) -> &str {
    if word.contains(|c: char| !c.is_ascii_alphabetic()) {
        return word;
    }
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|root| root.len() >= MIN_ROOT_CHARS)
        .min_by_key(|root| root.len())
        .unwrap_or(word)
}

fn wanted(chunks: &[Vec<String>]) -> Option<Kind> {
    chunks
        .iter()
        .flatten()
        .find_map(|word| match word.as_str() {
            "why" | "how" => Some(Kind::Section),
            "what" => Some(Kind::Term),
            "reference" => Some(Kind::Reference),
            "figure" => Some(Kind::Figure),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::{How, plan};
    use std::collections::BTreeSet;

    fn known() -> BTreeSet<String> {
        let words = [
            "znf2",
            "dendrite",
            "dendritic",
            "reference",
            "40",
            "evolution",
            "evolve",
            "hydrogen",
            "selfrepair",
            "the",
            "-70",
            "70",
        ];
        words.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_known_word_is_taken_at_its_word_and_an_unknown_one_corrected() {
        let cases: [(&str, &[(&str, How)]); 8] = [
            (
                "znf2 hydrogen",
                &[("znf2", How::Exact), ("hydrogen", How::Beginning)],
            ),
            ("zn f2 ", &[("znf2", How::Exact)]),
            (
                "self repair ",
                &[
                    ("self", How::Misspelt),
                    ("selfrepair", How::Exact),
                    ("repair", How::Misspelt),
                ],
            ),
            ("dendryte", &[("dendryte", How::Misspelt)]),
            ("hydro", &[("hydro", How::Beginning)]),
            ("why does it evolve ", &[("evol", How::Root)]),
            ("ref 40", &[("referenc", How::Root), ("40", How::Exact)]),
            ("the", &[("the", How::Exact)]),
        ];
        for (question, expected) in cases {
            let found = plan(question, &known());
            let found: Vec<(&str, How)> = found
                .lookups
                .iter()
                .map(|lookup| (lookup.word.as_str(), lookup.how))
                .collect();
            assert_eq!(found, expected, "{question}");
        }
    }
}
