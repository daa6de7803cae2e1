//! Bad content, one slip at a time: the file, the line, the message and the suggestion.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod drawings;
mod equations;
#[path = "../fixture/mod.rs"]
mod fixture;
mod names;
mod presets;
mod prose;
mod records;

use fixture::Fixture;

/// Story, file, what it says when sound, what it says here, and every diagnostic that follows.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

fn hold(cases: &[Case]) {
    for (story, file, sound, bad, expected) in cases {
        let faults = Fixture::sound()
            .spoil(file, sound, bad)
            .parse(story)
            .expect_err(story);
        let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(shown, *expected, "{story}");
    }
}

const TEXT: &str = "sections/1-functions.md";

#[test]
fn sound_content_has_no_fault() {
    let review = Fixture::sound().parse("sound").unwrap();
    assert_eq!(review.conditions.len(), 3);
    assert_eq!(review.references[0].cited_in, ["functions"]);
}

#[test]
fn files_that_cannot_be_read() {
    let faults = Fixture::sound()
        .without("glossary.toml")
        .parse("missing file")
        .unwrap_err();
    assert_eq!(faults[0].file.to_str(), Some("content/glossary.toml"));
    assert!(
        faults[0].message.starts_with("this file could not be read"),
        "{}",
        faults[0]
    );

    let faults = Fixture::sound()
        .spoil("sections/2-rest.md", "+++\nslug", "slug")
        .parse("no front matter")
        .unwrap_err();
    let expected = "content/sections/2-rest.md:1: a section file begins with its front matter between two lines of +++";
    assert!(
        faults.iter().any(|fault| fault.to_string() == expected),
        "{faults:?}"
    );

    let faults = Fixture::sound()
        .spoil("article.toml", "year = 2021", "year =")
        .parse("bad toml")
        .unwrap_err();
    let shown = faults[0].to_string();
    assert!(
        shown.starts_with("content/article.toml:4: not valid TOML: "),
        "{shown}"
    );
}

/// One slip a file, and each is reported in one run, sorted by file and line.
#[test]
fn all_faults_of_all_files_at_once() {
    let faults = Fixture::sound()
        .spoil("table1.csv", "znse,0.5,", "znse,half,")
        .spoil("references.toml", "role = \"Second role\"\n", "")
        .spoil("references.toml", "\"verified\"", "\"sure\"")
        .spoil(TEXT, "term:dendrite", "term:dendrites")
        .spoil(TEXT, "cite:1,2", "cite:1,65")
        .spoil("glossary.toml", "used_in_review = true\n", "")
        .spoil("source-notes.toml", "[\"review\"]", "[\"reviews\"]")
        .spoil("materials.toml", "notes = [\"D-1\"]", "notes = [\"D-7\"]")
        .parse("all at once")
        .unwrap_err();
    let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "content/glossary.toml:1: term without \"used_in_review\"",
            "content/materials.toml:9: unknown note \"D-7\" (did you mean \"D-1\"?)",
            "content/references.toml:3: unknown status \"sure\"",
            "content/references.toml:6: reference without \"role\"",
            "content/sections/1-functions.md:18: unknown reference \"65\"",
            "content/sections/1-functions.md:19: unknown term \"dendrites\" (did you mean \"dendrite\"?)",
            "content/source-notes.toml:7: unknown evidence \"reviews\" (did you mean \"review\"?)",
            "content/table1.csv:4: \"half\" in column \"current_density\" is not a positive number",
        ]
    );
}
