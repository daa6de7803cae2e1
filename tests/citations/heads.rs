//! The heads of pages as reference managers and search engines read them: Highwire, Dublin Core, JSON-LD.
//! Here because a page must name its sources rightly and not pose as the article.
//! Must not know: how a head is written.

use std::collections::BTreeSet;

use companion::{content, prerender::page, routes::Route};
use html5gum::{Token, Tokenizer};
use serde_json::Value;

use super::{ARTICLE_DOI, OURS, known, site};

const SHELL: &str = "<!doctype html><html lang=\"en\"><head><!--head--></head><body><div id=\"app\"><!--app--></div></body></html>";

/// The head of a page: every `meta` with its content, and every JSON-LD script.
#[derive(Debug, Default)]
struct Head {
    tags: Vec<(String, String)>,
    data: Vec<Value>,
    /// Numbers of the references that the body links to.
    cited: BTreeSet<u16>,
}

impl Head {
    fn of(route: &Route, origin: Option<&str>) -> Self {
        let html = page(SHELL, route, content::load().unwrap(), &site(origin)).unwrap();
        Self::read(&html)
    }

    fn read(html: &str) -> Self {
        let mut head = Self::default();
        let mut script: Option<String> = None;
        for Ok(token) in Tokenizer::new(html) {
            match token {
                Token::StartTag(tag) => {
                    let attribute = |name: &str| {
                        let value = tag.attributes.get(name.as_bytes())?;
                        Some(String::from_utf8_lossy(value).into_owned())
                    };
                    match (tag.name.as_slice(), attribute("type").as_deref()) {
                        (b"meta", _) => head
                            .tags
                            .extend(attribute("name").zip(attribute("content"))),
                        (b"script", Some("application/ld+json")) => script = Some(String::new()),
                        (b"a", _) => {
                            let link = attribute("href").unwrap_or_default();
                            head.cited.extend(
                                link.split_once("/references/#ref-")
                                    .and_then(|(_, number)| number.parse::<u16>().ok()),
                            );
                        }
                        _ => {}
                    }
                }
                Token::String(text) => {
                    if let Some(script) = &mut script {
                        script.push_str(&String::from_utf8_lossy(&text));
                    }
                }
                Token::EndTag(tag) if tag.name.as_slice() == b"script" => {
                    if let Some(text) = script.take() {
                        head.data.push(serde_json::from_str(&text).unwrap());
                    }
                }
                _ => {}
            }
        }
        head
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.tags
            .iter()
            .filter(|(other, _)| other == name)
            .map(|(_, content)| content.as_str())
            .collect()
    }
}

fn reading_pages() -> Vec<Route> {
    let pages: Vec<_> = Route::all(content::load().unwrap())
        .into_iter()
        .filter(|route| route.path().starts_with("/read/"))
        .collect();
    assert!(pages.len() > 10, "{}", pages.len());
    pages
}

#[test]
fn reading_pages_name_the_article_as_their_source_and_do_not_claim_to_be_it() {
    let doi_address = format!("https://doi.org/{ARTICLE_DOI}");
    for route in reading_pages() {
        let here = route.path();
        let head = Head::of(&route, None);
        assert_eq!(head.all("DC.relation"), [doi_address.as_str()], "{here}");
        assert!(head.all("DC.source")[0].contains(ARTICLE_DOI), "{here}");
        assert_eq!(head.all("DC.creator"), [OURS], "{here}");
        let article = head.all("citation_reference")[0].to_owned();
        for part in [
            "citation_title=Artificial interphase engineering to stabilize aqueous zinc metal anodes; ",
            "citation_author=Zichao Yan; citation_author=Wenli Xin; citation_author=Zhiqiang Zhu; ",
            "citation_journal_title=Nanoscale; citation_publication_date=2021; citation_volume=13; ",
            "citation_firstpage=19828; citation_lastpage=19839; citation_doi=10.1039/D1NR06058A",
        ] {
            assert!(article.contains(part), "{here}: {article}");
        }
        // The page's own title and author are ours.
        let title = head.all("citation_title");
        assert_eq!(title, head.all("DC.title"), "{here}");
        assert!(!title[0].starts_with("Artificial interphase"), "{here}");
        assert_eq!(head.all("citation_author"), [OURS], "{here}");
        for claim in [
            "citation_doi",
            "citation_pdf_url",
            "citation_fulltext_html_url",
        ] {
            assert!(head.all(claim).is_empty(), "{here} claims {claim}");
        }
    }
}

#[test]
fn each_known_reference_that_a_page_cites_is_one_tag_and_one_node() {
    let known = known();
    let mut n_cited = 0;
    for route in reading_pages() {
        let here = route.path();
        let head = Head::of(&route, None);
        let tags = head.all("citation_reference");
        let wanted: Vec<_> = known
            .iter()
            .filter(|reference| head.cited.contains(&reference.number))
            .collect();
        n_cited += wanted.len();
        assert_eq!(tags.len(), wanted.len() + 1, "{here}");
        let nodes = head.data[0]["citation"].as_array().unwrap();
        assert_eq!(nodes.len(), wanted.len(), "{here}");
        for ((tag, node), reference) in tags[1..].iter().zip(nodes).zip(wanted) {
            let title = reference.title.as_deref().unwrap();
            assert!(tag.starts_with(&format!("citation_title={title}")), "{tag}");
            assert_eq!(node["name"], title);
            assert_eq!(
                tag.split_once("citation_doi=").map(|(_, doi)| doi),
                reference.doi.as_deref(),
                "{tag}"
            );
            assert_eq!(
                node["identifier"]["value"].as_str(),
                reference.doi.as_deref()
            );
        }
    }
    assert!(n_cited > 30, "only {n_cited} citations were looked at");
}

#[test]
fn linked_data_says_what_each_page_is() {
    let doi_address = format!("https://doi.org/{ARTICLE_DOI}");
    for route in reading_pages() {
        let [data] = &Head::of(&route, None).data[..] else {
            panic!("{}", route.path())
        };
        assert_eq!(data["@context"], "https://schema.org");
        assert_ne!(data["@type"], "ScholarlyArticle");
        assert_eq!(data["isBasedOn"]["@id"], doi_address);
        let about = &data["about"];
        assert_eq!(about["@type"], "ScholarlyArticle");
        assert_eq!(about["@id"], doi_address);
        assert_eq!(about["author"][0]["familyName"], "Yan");
        assert_eq!(about["isPartOf"]["isPartOf"]["name"], "Nanoscale");
    }
    let table = &Head::of(&Route::Explore, None).data[0];
    assert_eq!(table["@type"], "Dataset");
    assert_eq!(
        table["license"],
        "https://creativecommons.org/licenses/by/4.0/"
    );
    assert_eq!(table["creator"]["name"], OURS);
    assert_eq!(table["isBasedOn"]["@id"], doi_address);
    let description = table["description"].as_str().unwrap();
    assert!((50..5000).contains(&description.len()), "{description}");
    let units: Vec<_> = table["variableMeasured"]
        .as_array()
        .unwrap()
        .iter()
        .map(|variable| variable["unitText"].as_str().unwrap())
        .collect();
    assert_eq!(units, ["mA cm⁻²", "mA h cm⁻²", "h"]);
    let simulator = &Head::of(&Route::Simulate, None).data[0];
    assert_eq!(simulator["@type"], "WebApplication");
    assert_eq!(simulator["softwareVersion"], env!("CARGO_PKG_VERSION"));
    // Frames and pages of ours that say nothing of the article say nothing here either.
    for route in [Route::EmbedTable, Route::NotFound, Route::Teach] {
        let head = Head::of(&route, None);
        assert!(head.data.is_empty() && head.all("citation_reference").is_empty());
    }
}

#[test]
fn a_pages_own_address_is_told_only_where_the_host_is_known() {
    for route in Route::all(content::load().unwrap()) {
        let unknown = Head::of(&route, None);
        assert!(unknown.all("DC.identifier").is_empty());
        let known = Head::of(&route, Some("https://host.example"));
        for data in &unknown.data {
            assert!(data["url"].is_null() && data["@id"].is_null());
        }
        for data in &known.data {
            assert_eq!(
                data["url"],
                format!("https://host.example/base{}", route.path())
            );
        }
    }
}

#[test]
fn a_view_can_be_cited_before_scripts_run() {
    for (route, page_name) in [(Route::Explore, "Table 1"), (Route::Simulate, "Simulator")] {
        let html = page(SHELL, &route, content::load().unwrap(), &site(None)).unwrap();
        let wanted = format!(
            "{OURS}, Zinc Interphase Companion: {page_name}, version {}, {}, [the address in your browser] \
             (accessed [the day of your visit]).",
            env!("CARGO_PKG_VERSION"),
            env!("RELEASE_DATE").split('-').next().unwrap()
        );
        assert!(html.contains(&wanted), "{wanted}");
    }
}

#[test]
fn no_text_ends_a_script_early() {
    let mut review = content::load().unwrap().clone();
    let evil = "</script><script>alert(1)</script><!--";
    review.sections[0].description = evil.to_owned();
    let review = Box::leak(Box::new(review));
    let route = Route::Section(review.sections[0].slug.clone());
    let html = page(SHELL, &route, review, &site(None)).unwrap();
    let head = html.split("</head>").next().unwrap();
    assert!(!head.contains("<script>alert"), "{head}");
    assert_eq!(Head::read(&html).data[0]["description"], evil);
}
