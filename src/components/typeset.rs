//! Plain text of a table with its formulas set and the words of a search marked.
//! Here because cells, choices and chips print the same names, and a mark may begin inside a formula.
//! Must not know: tables, searches.

use std::ops::Range;

use leptos::prelude::*;
use review::{Script, scripts};

/// The text; `hits` are bytes of it, in order and apart.
pub fn typeset(text: &str, hits: &[Range<usize>]) -> AnyView {
    let runs = scripts(text).into_iter().map(|(run, script)| {
        let inside = marked(text, run, hits);
        match script {
            Script::Base => inside,
            Script::Low => view! { <sub>{inside}</sub> }.into_any(),
            Script::High => view! { <sup>{inside}</sup> }.into_any(),
        }
    });
    runs.collect::<Vec<_>>().into_any()
}

fn marked(text: &str, run: Range<usize>, hits: &[Range<usize>]) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = run.start;
    for hit in hits {
        let (start, end) = (hit.start.max(at), hit.end.min(run.end));
        if start >= end {
            continue;
        }
        if at < start {
            parts.push(text[at..start].to_owned().into_any());
        }
        parts.push(view! { <mark>{text[start..end].to_owned()}</mark> }.into_any());
        at = end;
    }
    if at < run.end {
        parts.push(text[at..run.end].to_owned().into_any());
    }
    parts.into_any()
}
