//! Names and links that lead nowhere, and ids given twice.
//! Here because these are the slips a person makes when linking one part of the content to another.
//! Must not know: how content is written otherwise.

use crate::{TEXT, hold};

#[test]
fn names_that_do_not_exist() {
    hold(&[
        (
            "unknown reference",
            TEXT,
            "cite:1,2",
            "cite:1,65",
            &["content/sections/1-functions.md:18: unknown reference \"65\""],
        ),
        (
            "unknown material",
            TEXT,
            "material:znf2-coating",
            "material:znf3",
            &[
                "content/sections/1-functions.md:19: unknown material \"znf3\" (did you mean \"znf2-coating\"?)",
            ],
        ),
        (
            "unknown term",
            TEXT,
            "term:dendrite",
            "term:dendrites",
            &[
                "content/sections/1-functions.md:19: unknown term \"dendrites\" (did you mean \"dendrite\"?)",
            ],
        ),
        (
            "unknown note",
            TEXT,
            "note:D-1",
            "note:D-11",
            &["content/sections/1-functions.md:19: unknown note \"D-11\" (did you mean \"D-1\"?)"],
        ),
        (
            "unknown section",
            TEXT,
            "section:rest",
            "section:reste",
            &[
                "content/sections/1-functions.md:23: unknown section \"reste\" (did you mean \"rest\"?)",
            ],
        ),
        (
            "unknown section of a material",
            "materials.toml",
            "sections = [\"functions\"]",
            "sections = [\"function\"]",
            &[
                "content/materials.toml:8: unknown section \"function\" (did you mean \"functions\"?)",
            ],
        ),
        (
            "unknown single function of a material",
            "materials.toml",
            "single_functions = [\"insulates\"]",
            "single_functions = [\"insulate\"]",
            &[
                "content/materials.toml:7: unknown function \"insulate\" (did you mean \"insulates\"?)",
            ],
        ),
        (
            "unknown family of materials",
            "groups.toml",
            "id = \"salt\"",
            "id = \"salts\"",
            &[
                "content/materials.toml:6: unknown family \"salt\" (did you mean \"salts\"?)",
                "content/materials.toml:16: unknown family \"salt\" (did you mean \"salts\"?)",
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
                "content/sections/1-functions.md:23: unknown page \"/explor/\" (did you mean \"/explore/\"?)",
            ],
        ),
        (
            "dangling section page",
            TEXT,
            "/read/rest/#here",
            "/read/rests/#here",
            &[
                "content/sections/1-functions.md:23: unknown page \"/read/rests/\" (did you mean \"/read/rest/\"?)",
            ],
        ),
        (
            "unknown kind of mark",
            TEXT,
            "term:dendrite",
            "terms:dendrite",
            &[
                "content/sections/1-functions.md:19: the link \"terms:dendrite\" is neither an address nor a known kind \
               of mark (did you mean \"term:dendrite\"?)",
            ],
        ),
        (
            "citation with text",
            TEXT,
            "[](cite:1,2)",
            "[here](cite:1,2)",
            &[
                "content/sections/1-functions.md:18: the link \"cite:1,2\" takes no text between its brackets",
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
                "content/materials.toml:12: unknown material \"znse\"",
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
                "content/sections/1-functions.md:18: unknown reference \"2\"",
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
                "content/sections/1-functions.md:23: unknown page \"/read/rest/\" (did you mean \"/read/\"?)",
                "content/sections/1-functions.md:23: unknown section \"rest\"",
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
                "content/sections/1-functions.md:25: duplicate anchor \"1-functions.md#first-heading\" \
               (first at content/sections/1-functions.md:16)",
            ],
        ),
    ]);
}
