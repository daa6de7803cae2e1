//! Bad content, one slip at a time: the file, the line, the message and the suggestion.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fixture;

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
fn names_that_do_not_exist() {
    hold(&[
        (
            "unknown reference",
            TEXT,
            "cite:1,2",
            "cite:1,65",
            &["content/sections/1-functions.md:17: unknown reference \"65\""],
        ),
        (
            "unknown material",
            TEXT,
            "material:znf2-coating",
            "material:znf3",
            &[
                "content/sections/1-functions.md:18: unknown material \"znf3\" (did you mean \"znf2-coating\"?)",
            ],
        ),
        (
            "unknown term",
            TEXT,
            "term:dendrite",
            "term:dendrites",
            &[
                "content/sections/1-functions.md:18: unknown term \"dendrites\" (did you mean \"dendrite\"?)",
            ],
        ),
        (
            "unknown note",
            TEXT,
            "note:D-1",
            "note:D-11",
            &["content/sections/1-functions.md:18: unknown note \"D-11\" (did you mean \"D-1\"?)"],
        ),
        (
            "unknown section",
            TEXT,
            "section:rest",
            "section:reste",
            &[
                "content/sections/1-functions.md:22: unknown section \"reste\" (did you mean \"rest\"?)",
            ],
        ),
        (
            "unknown section of a material",
            "materials.toml",
            "sections = [\"functions\"]",
            "sections = [\"function\"]",
            &[
                "content/materials.toml:6: unknown section \"function\" (did you mean \"functions\"?)",
            ],
        ),
        (
            "condition of an unknown material",
            "table1.csv",
            "znse-1,znse,",
            "zns-1,zns,",
            &["content/table1.csv:4: unknown material \"zns\" (did you mean \"znse\"?)"],
        ),
        (
            "unknown note of a condition",
            "table1.csv",
            "D-1",
            "D-2",
            &["content/table1.csv:2: unknown note \"D-2\" (did you mean \"D-1\"?)"],
        ),
        (
            "unknown printed reference",
            "table1-materials.csv",
            "Conducting,2",
            "Conducting,3",
            &["content/table1-materials.csv:3: unknown reference \"3\""],
        ),
        (
            "unknown reference in a note",
            "source-notes.toml",
            "cite:1",
            "cite:9",
            &["content/source-notes.toml:5: unknown reference \"9\""],
        ),
    ]);
}

#[test]
fn links_that_lead_nowhere() {
    hold(&[
        (
            "dangling page",
            TEXT,
            "/explore/?type",
            "/explor/?type",
            &[
                "content/sections/1-functions.md:22: unknown page \"/explor/\" (did you mean \"/explore/\"?)",
            ],
        ),
        (
            "dangling section page",
            TEXT,
            "/read/rest/#here",
            "/read/rests/#here",
            &[
                "content/sections/1-functions.md:22: unknown page \"/read/rests/\" (did you mean \"/read/rest/\"?)",
            ],
        ),
        (
            "unknown kind of mark",
            TEXT,
            "term:dendrite",
            "terms:dendrite",
            &[
                "content/sections/1-functions.md:18: the link \"terms:dendrite\" is neither an address nor a known kind \
               of mark (did you mean \"term:dendrite\"?)",
            ],
        ),
        (
            "citation with text",
            TEXT,
            "[](cite:1,2)",
            "[here](cite:1,2)",
            &[
                "content/sections/1-functions.md:17: the link \"cite:1,2\" takes no text between its brackets",
            ],
        ),
    ]);
}

#[test]
fn ids_given_twice() {
    hold(&[
        (
            "duplicate material",
            "table1-materials.csv",
            "znse,ZnSe",
            "znf2-coating,ZnSe",
            &[
                "content/materials.toml:10: unknown material \"znse\"",
                "content/table1-materials.csv:3: duplicate material \"znf2-coating\" \
                 (first at content/table1-materials.csv:2)",
                "content/table1.csv:4: unknown material \"znse\"",
            ],
        ),
        (
            "duplicate reference",
            "references.toml",
            "number = 2",
            "number = 1",
            &[
                "content/references.toml:7: duplicate reference \"1\" (first at content/references.toml:2)",
                "content/sections/1-functions.md:17: unknown reference \"2\"",
                "content/table1-materials.csv:3: unknown reference \"2\"",
            ],
        ),
        (
            "duplicate condition",
            "table1.csv",
            "znf2-coating-2",
            "znf2-coating-1",
            &[
                "content/table1.csv:3: condition \"znf2-coating-1\" is not named after its material and place \
                 (did you mean \"znf2-coating-2\"?)",
                "content/table1.csv:3: duplicate condition \"znf2-coating-1\" (first at content/table1.csv:2)",
            ],
        ),
        (
            "duplicate section",
            "sections/2-rest.md",
            "slug = \"rest\"",
            "slug = \"functions\"",
            &[
                "content/sections/1-functions.md:22: unknown page \"/read/rest/\" (did you mean \"/read/\"?)",
                "content/sections/1-functions.md:22: unknown section \"rest\"",
                "content/sections/2-rest.md:2: duplicate section \"functions\" \
                 (first at content/sections/1-functions.md:2)",
            ],
        ),
        (
            "duplicate heading",
            TEXT,
            "- One item\n",
            "## First heading\n\n- One item\n",
            &[
                "content/sections/1-functions.md:24: duplicate anchor \"1-functions.md#first-heading\" \
               (first at content/sections/1-functions.md:15)",
            ],
        ),
    ]);
}

#[test]
fn table_cells_that_cannot_be() {
    hold(&[
        (
            "missing unit",
            "table1.csv",
            "lifespan (h)",
            "lifespan",
            &[
                "content/table1.csv:1: column \"lifespan\" states no unit (did you mean \"lifespan (h)\"?)",
            ],
        ),
        (
            "wrong unit",
            "table1.csv",
            "current_density (mA cm-2)",
            "current_density (A m-2)",
            &[
                "content/table1.csv:1: column \"current_density\" is to be in mA cm-2 \
               (did you mean \"current_density (mA cm-2)\"?)",
            ],
        ),
        (
            "malformed number",
            "table1.csv",
            "znse,0.5,",
            "znse,\"0,5\",",
            &[
                "content/table1.csv:4: \"0,5\" in column \"current_density\" is not a positive number \
               (did you mean \"0.5\"?)",
            ],
        ),
        (
            "number without a reading",
            "table1.csv",
            "1,1,2500",
            "1,1,long",
            &["content/table1.csv:2: \"long\" in column \"lifespan\" is not a positive number"],
        ),
        (
            "number that is not the printed one",
            "table1.csv",
            "1,1,2500",
            "1,1,2600",
            &[
                "content/table1.csv:2: the numbers of \"znf2-coating-1\" are not those of its cells as printed \
               (\"1, 1 2500\")",
            ],
        ),
        (
            "bound that is not printed",
            "table1.csv",
            "2500,false",
            "2500,true",
            &[
                "content/table1.csv:2: the numbers of \"znf2-coating-1\" are not those of its cells as printed \
               (\"1, 1 2500\")",
            ],
        ),
        (
            "unknown interphase type",
            "table1-materials.csv",
            "solid-electrolyte-interphase",
            "solid-electrolyte-interface",
            &[
                "content/table1-materials.csv:3: unknown interphase type \"solid-electrolyte-interface\" \
               (did you mean \"solid-electrolyte-interphase\"?)",
            ],
        ),
        (
            "row with a cell too few",
            "table1-materials.csv",
            "Thin,Conducting,2",
            "Thin,2",
            &[
                "content/materials.toml:10: unknown material \"znse\"",
                "content/table1-materials.csv:3: not a row of 6 cells",
                "content/table1.csv:4: unknown material \"znse\"",
            ],
        ),
    ]);
}

#[test]
fn fields_that_are_missing_or_wrong() {
    hold(&[
        (
            "missing front matter field",
            TEXT,
            "description = \"What layers do.\"\n",
            "",
            &["content/sections/1-functions.md:2: front matter without \"description\""],
        ),
        (
            "misspelt field",
            TEXT,
            "coverage = ",
            "converage = ",
            &[
                "content/sections/1-functions.md:2: front matter without \"coverage\"",
                "content/sections/1-functions.md:8: front matter has no field \"converage\" \
                 (did you mean \"coverage\"?)",
            ],
        ),
        (
            "reference without a role",
            "references.toml",
            "role = \"Second role\"\n",
            "",
            &["content/references.toml:6: reference without \"role\""],
        ),
        (
            "unknown status",
            "references.toml",
            "\"verified\"",
            "\"verifed\"",
            &["content/references.toml:3: unknown status \"verifed\" (did you mean \"verified\"?)"],
        ),
        (
            "wrong kind of value",
            "article.toml",
            "year = 2021",
            "year = \"2021\"",
            &["content/article.toml:4: \"year\" is to be a whole number, not string"],
        ),
    ]);
}

#[test]
fn facts_that_do_not_add_up() {
    hold(&[
        (
            "fact out of range",
            TEXT,
            "facts = [1, 2]",
            "facts = [1, 2, 106]",
            &[
                "content/sections/1-functions.md:1: no sentence is marked as stating fact 106",
                "content/sections/1-functions.md:6: fact 106 is outside 1 to 105",
            ],
        ),
        (
            "fact claimed twice",
            "sections/2-rest.md",
            "facts = [3,",
            "facts = [2, 3,",
            &[
                "content/sections/2-rest.md:6: fact 2 is already claimed at content/sections/1-functions.md:6",
            ],
        ),
        (
            "fact claimed by none",
            "sections/2-rest.md",
            "104, 105]",
            "104]",
            &["content/sections/2-rest.md:6: fact 105 is claimed by no section"],
        ),
        (
            "fact not stated",
            TEXT,
            "[](fact:2)",
            "",
            &["content/sections/1-functions.md:1: no sentence is marked as stating fact 2"],
        ),
        (
            "fact stated twice",
            TEXT,
            "One item",
            "One item[](fact:2)",
            &["content/sections/1-functions.md:24: fact 2 is marked twice"],
        ),
        (
            "fact of another section",
            TEXT,
            "One item",
            "One item[](fact:3)",
            &[
                "content/sections/1-functions.md:24: fact 3 is marked here but not listed in the front matter",
            ],
        ),
        (
            "fact of an unwritten section",
            "sections/2-rest.md",
            "To come.",
            "To come.[](fact:3)",
            &[
                "content/sections/2-rest.md:11: fact 3 is marked in a section that is not yet written",
            ],
        ),
    ]);
}

#[test]
fn notation_that_is_not_ours() {
    hold(&[
        (
            "raw html",
            TEXT,
            "One item",
            "One <b>item",
            &[
                "content/sections/1-functions.md:24: raw HTML (<b>) is not part of the content's notation",
            ],
        ),
        (
            "html block",
            TEXT,
            "- One item",
            "<div>\n\n- One item",
            &["content/sections/1-functions.md:24: raw HTML is not part of the content's notation"],
        ),
        (
            "code block",
            TEXT,
            "- One item",
            "```\na\n```\n\n- One item",
            &[
                "content/sections/1-functions.md:24: only paragraphs, headings, lists and quotations can stand here",
            ],
        ),
        (
            "equation without an id",
            TEXT,
            " {#eq-1}",
            "",
            &[
                "content/sections/1-functions.md:10: the equation \"eq-1\" is not shown in the text",
                "content/sections/1-functions.md:20: an equation is followed by its id: $$ ... $$ {#eq-1}",
            ],
        ),
        (
            "equation with an unknown id",
            TEXT,
            "{#eq-1}",
            "{#eq-2}",
            &[
                "content/sections/1-functions.md:10: the equation \"eq-1\" is not shown in the text",
                "content/sections/1-functions.md:20: unknown equation \"eq-2\": the front matter has no [[equation]] \
                 with this id (did you mean \"eq-1\"?)",
            ],
        ),
    ]);
}

/// A formula that cannot be set is reported where it stands; the rest of the message is the LaTeX reader's.
#[test]
fn formula_that_cannot_be_set() {
    let faults = Fixture::sound()
        .spoil(TEXT, "a_1", "\\nosuchsign")
        .parse("bad formula")
        .unwrap_err();
    let first = faults.iter().find(|fault| fault.line == 20).unwrap();
    assert!(
        first
            .message
            .starts_with("this formula is not LaTeX that can be set"),
        "{first}"
    );
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
            "content/materials.toml:7: unknown note \"D-7\" (did you mean \"D-1\"?)",
            "content/references.toml:3: unknown status \"sure\"",
            "content/references.toml:6: reference without \"role\"",
            "content/sections/1-functions.md:17: unknown reference \"65\"",
            "content/sections/1-functions.md:18: unknown term \"dendrites\" (did you mean \"dendrite\"?)",
            "content/source-notes.toml:7: unknown evidence \"reviews\" (did you mean \"review\"?)",
            "content/table1.csv:4: \"half\" in column \"current_density\" is not a positive number",
        ]
    );
}
