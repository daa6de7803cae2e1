//! Every page as it is written to disk: complete, with working links below any base path.
//! Here because these files are what crawlers, readers without scripts and the first paint get.
//! Must not know: what happens once scripts run; the journeys do.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use companion::{
    content,
    prerender::{Site, citation_files, page, write_site},
    routes::Route,
};
use html5gum::{Token, Tokenizer};

const SHELL: &str = "<!doctype html><html lang=\"en\"><head><!--head--></head><body><div id=\"app\"><!--app--></div></body></html>";

/// What these tests look at of a page.
#[derive(Debug, Default)]
struct Html {
    ids: Vec<String>,
    links: Vec<String>,
    headings: Vec<String>,
    title: String,
    /// `name`, `property` or `rel` to content or address.
    head: BTreeMap<String, String>,
    n_rows: usize,
}

impl Html {
    fn read(source: &str) -> Self {
        let mut html = Self::default();
        let mut inside = String::new();
        for Ok(token) in Tokenizer::new(source) {
            match token {
                Token::StartTag(tag) => {
                    inside = lossy(&tag.name);
                    let attribute = |name: &str| {
                        tag.attributes
                            .iter()
                            .find(|(key, _)| key.as_slice() == name.as_bytes())
                            .map(|(_, value)| lossy(value))
                    };
                    html.ids.extend(attribute("id"));
                    match inside.as_str() {
                        "a" => html.links.extend(attribute("href")),
                        "iframe" => html.links.extend(attribute("src")),
                        "h1" => html.headings.push(String::new()),
                        "meta" => {
                            if let Some(name) = attribute("name").or_else(|| attribute("property"))
                            {
                                html.head
                                    .insert(name, attribute("content").unwrap_or_default());
                            }
                        }
                        "link" => {
                            html.head.insert(
                                attribute("rel").unwrap_or_default(),
                                attribute("href").unwrap_or_default(),
                            );
                        }
                        "tr" if attribute("id").is_some() => html.n_rows += 1,
                        _ => {}
                    }
                }
                Token::String(text) => match inside.as_str() {
                    "title" => html.title.push_str(&lossy(&text)),
                    "h1" => {
                        if let Some(heading) = html.headings.last_mut() {
                            heading.push_str(&lossy(&text));
                        }
                    }
                    _ => {}
                },
                Token::EndTag(tag) if matches!(tag.name.as_slice(), b"h1" | b"title") => {
                    inside.clear()
                }
                _ => {}
            }
        }
        html
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn site(base: &str, origin: Option<&str>) -> Site {
    Site {
        base: base.to_owned(),
        origin: origin.map(str::to_owned),
    }
}

fn pages(site: &Site) -> Vec<(Route, Html)> {
    let review = content::load().unwrap();
    Route::all(review)
        .into_iter()
        .map(|route| {
            let html = page(SHELL, &route, review, site).unwrap();
            (route, Html::read(&html))
        })
        .collect()
}

#[test]
fn every_page_has_one_heading_a_title_and_a_description_of_its_own() {
    let pages = pages(&site("", None));
    assert!(pages.len() > 20, "{}", pages.len());
    let mut titles = BTreeSet::new();
    for (route, html) in &pages {
        assert_eq!(
            html.headings.len(),
            1,
            "{}: {:?}",
            route.path(),
            html.headings
        );
        assert!(!html.headings[0].trim().is_empty(), "{}", route.path());
        assert!(
            titles.insert(html.title.clone()),
            "{} shares the title {}",
            route.path(),
            html.title
        );
        assert!(
            html.title.ends_with("Zinc Interphase Companion"),
            "{}",
            html.title
        );
        let description = &html.head["description"];
        assert!(
            (20..=300).contains(&description.chars().count()),
            "{}: {description}",
            route.path()
        );
        let mut ids = html.ids.clone();
        ids.sort();
        ids.dedup();
        assert_eq!(
            ids.len(),
            html.ids.len(),
            "{} has an id twice",
            route.path()
        );
    }
    for (route, html) in &pages {
        if matches!(route, Route::Explore | Route::EmbedTable) {
            assert_eq!(html.n_rows, 45, "{}", route.path());
        }
    }
}

#[test]
fn every_link_leads_to_a_page_and_every_anchor_exists_there() {
    for base in ["", "/some/repo"] {
        let pages = pages(&site(base, None));
        let anchors: BTreeMap<String, BTreeSet<&String>> = pages
            .iter()
            .map(|(route, html)| (format!("{base}{}", route.path()), html.ids.iter().collect()))
            .collect();
        let mut files: BTreeSet<String> =
            citation_files(content::load().unwrap(), &site(base, None))
                .unwrap()
                .into_iter()
                .map(|(path, _)| format!("{base}/{path}"))
                .collect();
        // Copied as it is.
        assert!(include_str!("../index.html").contains("public/own-rows-template.csv"));
        files.insert(format!("{base}/own-rows-template.csv"));
        let mut faults = Vec::new();
        let mut n_inside = 0;
        for (route, html) in &pages {
            let here = format!("{base}{}", route.path());
            for link in html
                .links
                .iter()
                .filter(|link| !link.starts_with("https://"))
            {
                n_inside += 1;
                let (address, anchor) = link.split_once('#').unwrap_or((link, ""));
                let target = address.split('?').next().unwrap_or_default();
                let target = if target.is_empty() {
                    here.as_str()
                } else {
                    target
                };
                match anchors.get(target) {
                    None if files.contains(link) => {}
                    None => faults.push(format!("{here}: {link} leads to no page")),
                    Some(ids) if !anchor.is_empty() && !ids.contains(&anchor.to_owned()) => {
                        faults.push(format!("{here}: {link} leads to no place on its page"));
                    }
                    Some(_) => {}
                }
            }
        }
        assert!(n_inside > 500, "only {n_inside} links were looked at");
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn links_to_views_of_the_table_are_understood_by_it() {
    let review = content::load().unwrap();
    let table = companion::table::table_1(review);
    let mut n_views = 0;
    for (route, html) in pages(&site("", None)) {
        for link in &html.links {
            let Some((page, query)) = link.split_once('?') else {
                continue;
            };
            n_views += 1;
            if page.contains("simulat") {
                let (_, refusals) = companion::settings::Settings::parse(query);
                assert_eq!(refusals, [], "{}: {link}", route.path());
            } else if page.ends_with("/compare/") {
                let choice = companion::choice::Choice::parse(query, review);
                assert_eq!(choice.refusals, [""; 0], "{}: {link}", route.path());
            } else {
                let (_, warnings) =
                    explorer::ViewQuery::parse(query, &table, &companion::table::PAGE_KEYS);
                assert_eq!(warnings, [], "{}: {link}", route.path());
            }
        }
    }
    assert!(n_views > 5, "only {n_views} views were linked");
}

#[test]
fn full_addresses_are_written_only_where_the_host_is_known() {
    for (route, html) in pages(&site("/some/repo", None)) {
        assert!(
            !html.head.contains_key("canonical") && !html.head.contains_key("og:url"),
            "{}",
            route.path()
        );
    }
    // The host alone, or the site's whole address: both are said by people who deploy.
    for origin in ["https://host.example", "https://host.example/some/repo"] {
        let review = content::load().unwrap();
        for (route, html) in pages(&site("/some/repo", Some(origin))) {
            let wanted = format!("https://host.example/some/repo{}", route.path());
            if route.meta(review).indexed {
                assert_eq!(html.head["canonical"], wanted);
                assert_eq!(html.head["og:url"], wanted);
                assert!(!html.head.contains_key("robots"));
            } else {
                assert!(!html.head.contains_key("canonical"), "{wanted}");
                assert_eq!(html.head["robots"], "noindex", "{wanted}");
            }
        }
    }
}

#[test]
fn a_site_on_disk_has_a_file_for_every_page_and_a_sitemap_where_the_host_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    std::fs::write(out.join("index.html"), SHELL).unwrap();
    let n_pages = write_site(out, &site("", None)).unwrap();
    assert_eq!(n_pages, Route::all(content::load().unwrap()).len());
    for name in [
        "index.html",
        "404.html",
        "read/introduction/index.html",
        "embed/table/index.html",
        "cite/index.html",
        "cite/article.bib",
        "cite/references.json",
    ] {
        assert!(out.join(name).is_file(), "{name}");
    }
    assert!(!out.join("sitemap.xml").exists());

    std::fs::write(out.join("index.html"), SHELL).unwrap();
    write_site(out, &site("", Some("https://host.example"))).unwrap();
    let sitemap = std::fs::read_to_string(out.join("sitemap.xml")).unwrap();
    assert!(
        sitemap.contains("<loc>https://host.example/read/introduction/</loc>"),
        "{sitemap}"
    );
    assert!(
        !sitemap.contains("/embed/") && !sitemap.contains("/404/"),
        "{sitemap}"
    );
}

/// A page whose widgets another module has would stay dead for ever, without a word.
#[test]
fn each_page_loads_the_module_that_has_its_widgets() {
    let shell = r#"<html lang="en"><!--head--><script>import '/site-0a1b.js'; '/site-0a1b_bg.wasm'</script><!--app-->"#;
    let review = content::load().unwrap();
    let mut n_widgets = 0;
    for route in Route::all(review) {
        let html = companion::prerender::page(shell, &route, review, &site("", None)).unwrap();
        let module = route.app().file_stem().unwrap_or("site-0a1b");
        let loads = format!("import '/{module}.js'; '/{module}_bg.wasm'");
        assert!(html.contains(&loads), "{}", route.path());
        for part in html.split("data-widget=\"").skip(1) {
            let word = part.split('"').next().unwrap();
            let widget = companion::place::Widget::read(word).unwrap();
            n_widgets += 1;
            assert!(
                widget.app().is_none_or(|app| app == route.app()),
                "{} has {word}",
                route.path()
            );
        }
    }
    assert!(n_widgets > 60, "{n_widgets}");
}
