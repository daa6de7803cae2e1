//! The words of a citation of a view, in four forms.
//! Here because a page of ours needs a dozen fields and no citation processor, which is far too large for a browser.
//! Must not know: where address and day come from.

use crate::routes::{CONTRIBUTORS, SITE_NAME};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A view of a page on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub page: &'static str,
    pub address: String,
    /// `2026-01-31`.
    pub day: Option<String>,
}

impl Seen {
    /// Before a browser says more.
    pub fn unknown(page: &'static str) -> Self {
        Self {
            page,
            address: "[the address in your browser]".to_owned(),
            day: Some("[the day of your visit]".to_owned()),
        }
    }
}

/// A way to write a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Text,
    BibTex,
    Ris,
    CslJson,
}

impl Form {
    pub const ALL: [Form; 4] = [Form::Text, Form::BibTex, Form::Ris, Form::CslJson];

    pub fn name(self) -> &'static str {
        match self {
            Form::Text => "Text",
            Form::BibTex => "BibTeX",
            Form::Ris => "RIS",
            Form::CslJson => "CSL-JSON",
        }
    }

    /// The form of this name, otherwise text.
    pub fn read(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|form| form.name() == name)
            .unwrap_or(Form::Text)
    }

    pub fn write(self, seen: &Seen) -> String {
        let title = format!("{SITE_NAME}: {}", seen.page);
        let address = &seen.address;
        let day = seen.day.as_deref().unwrap_or_default();
        let year = year();
        match self {
            Form::Text => format!(
                "{CONTRIBUTORS}, {title}, version {VERSION}, {year}, {address} (accessed {day})."
            ),
            Form::BibTex => format!(
                "@misc{{zinc-interphase-companion-view,\n  author = {{{{{CONTRIBUTORS}}}}},\n  title = {{{{{title}}}}},\n  \
                 year = {{{year}}},\n  note = {{Version {VERSION}}},\n  url = {{{}}},\n  urldate = {{{day}}},\n}}",
                balanced(address)
            ),
            Form::Ris => format!(
                "TY  - ELEC\nAU  - {CONTRIBUTORS}\nTI  - {title}\nPY  - {year}\nET  - {VERSION}\nUR  - {address}\n\
                 Y2  - {}\nER  - ",
                day.replace('-', "/")
            ),
            // Only address and day come from outside: a serialiser would weigh more than all else here.
            Form::CslJson => format!(
                "[{{\n  \"id\": \"zinc-interphase-companion-view\",\n  \"type\": \"webpage\",\n  \
                 \"author\": [{{ \"literal\": \"{CONTRIBUTORS}\" }}],\n  \"title\": \"{title}\",\n  \
                 \"issued\": {{ \"date-parts\": [[{year}]] }},\n  \"version\": \"{VERSION}\",\n  \
                 \"URL\": \"{}\",\n  \"accessed\": {{ \"date-parts\": [[{}]] }}\n}}]",
                quoted(address),
                numbers(day)
            ),
        }
    }
}

/// A brace in an address would end its field: it is written as its number, which means the same.
fn balanced(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D")
}

/// As JSON wants it between quotation marks; an address has no control characters.
fn quoted(address: &str) -> String {
    address.replace('\\', "\\\\").replace('"', "\\\"")
}

/// `2026, 1, 31`: JSON knows no number that begins with a zero.
fn numbers(day: &str) -> String {
    day.replace("-0", ", ").replace('-', ", ")
}

/// Of the release.
fn year() -> &'static str {
    env!("RELEASE_DATE").split('-').next().unwrap_or_default()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::collections::BTreeMap;

    use biblib::{CitationParser, RisParser};

    use super::{CONTRIBUTORS, Form, Seen};

    fn seen(query: &str) -> Seen {
        Seen {
            page: "Table 1",
            address: format!("https://host.example/explore/{query}"),
            day: Some("2026-01-31".to_owned()),
        }
    }

    #[test]
    fn a_form_is_read_back_from_its_name() {
        for form in Form::ALL {
            assert_eq!(Form::read(form.name()), form);
        }
        assert_eq!(Form::read("APA"), Form::Text);
    }

    /// Other programs find address and day, whatever a reader typed into the address.
    #[test]
    fn other_programs_read_address_and_day() {
        for query in ["", "?q=a%20b&sort=-lifespan_h", "?q=100%25_#~\"{x"] {
            let seen = seen(query);
            let text = Form::Text.write(&seen);
            assert!(
                text.contains(&seen.address) && text.contains("accessed 2026-01-31"),
                "{text}"
            );

            let bibtex = Form::BibTex.write(&seen);
            let entries: Vec<(String, String, BTreeMap<String, String>)> =
                serde_bibtex::from_str(&bibtex).unwrap_or_else(|error| panic!("{error}: {bibtex}"));
            let fields = &entries[0].2;
            assert_eq!(fields["url"], seen.address.replace('{', "%7B"));
            assert_eq!(fields["urldate"], "2026-01-31");
            assert_eq!(fields["author"], format!("{{{CONTRIBUTORS}}}"));

            let ris = RisParser::new().parse(&Form::Ris.write(&seen)).unwrap();
            assert_eq!(ris[0].urls, [seen.address.as_str()]);
            assert_eq!(ris[0].title, "Zinc Interphase Companion: Table 1");

            let items: serde_json::Value =
                serde_json::from_str(&Form::CslJson.write(&seen)).unwrap();
            assert_eq!(items[0]["URL"], seen.address);
            assert_eq!(
                items[0]["accessed"]["date-parts"][0],
                serde_json::json!([2026, 1, 31])
            );
        }
    }
}
