//! Reading a section, following a material to its rows and coming back; and reading with scripts off.
//! Here because this is what most readers come for.
//! Must not know: sorting, filters beyond the one that a link sets.

use companion::routes::Route;
use serde_json::json;

use crate::{
    driver::{Browser, Options},
    site,
};

#[test]
fn a_reader_follows_a_material_to_its_rows_and_comes_back() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/");
    browser.click(".doors a[href='/read/']");
    browser.wait_for("document.querySelector('h1')?.innerText", "Read");
    browser.click(".contents a[href='/read/functional-coatings/']");
    browser.wait_for("document.querySelectorAll('.reading .prose').length", 1);
    let heading = browser.text("h1");
    assert_eq!(
        browser.ask("document.title"),
        format!("{heading} · Zinc Interphase Companion")
    );

    // A material's name has a card, and the card has the link to its rows.
    let name = "article a.material[data-card='material-g-c3n4']";
    assert_eq!(
        browser.ask_with(
            "document.querySelector(a[0]).getAttribute('href')",
            vec![json!(name)]
        ),
        "/materials/g-c3n4/"
    );
    site::wait_for_takeover(&browser);
    browser.bring_into_view(name);
    browser.hover(name);
    browser.wait_for("document.querySelectorAll('.open-card').length", 1);
    // Where the link leads is asked here; pressing it with each kind of hand is the matter of `cards`.
    browser.run_script(
        "document.querySelector(\".open-card a[href='/explore/?material=g-c3n4']\").click()",
    );
    browser.wait_for(
        "document.querySelector('.shown')?.innerText",
        "2 of 45 conditions, 1 material",
    );
    assert_eq!(site::place(&browser), "/explore/?material=g-c3n4");
    let rows = browser.ask("[...document.querySelectorAll('tbody tr')].map(row => row.id)");
    assert_eq!(rows, json!(["g-c3n4-1", "g-c3n4-2"]));
    assert!(browser.text(".chip").starts_with("Material: "));

    browser.back();
    browser.wait_for("document.querySelector('h1')?.innerText", heading);
    assert_eq!(site::place(&browser), "/read/functional-coatings/");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn a_citation_a_term_and_a_source_note_lead_to_their_entries() {
    let server = site::at_root();
    let browser = Browser::open();
    for (page, link) in [
        ("/read/introduction/", ".cite a"),
        ("/read/introduction/", "a.term"),
        ("/explore/", "a.note-mark"),
    ] {
        site::open(&browser, &server, page);
        let wanted = browser.ask_with(
            "document.querySelector(a[0])?.getAttribute('href')",
            vec![json!(link)],
        );
        let wanted = wanted
            .as_str()
            .unwrap_or_else(|| panic!("{page} has no {link}"));
        browser.click(link);
        browser.wait_for("location.pathname + location.hash", wanted);
        let entry = wanted.split_once('#').unwrap().1;
        // The entry is there and the page has moved to it.
        browser.wait(&format!("{wanted} to come into view"), || {
            let top = browser.ask_with(
                "document.getElementById(a[0])?.getBoundingClientRect().top ?? null",
                vec![json!(entry)],
            );
            let height = browser.ask("innerHeight").as_f64().unwrap();
            if top
                .as_f64()
                .is_some_and(|top| (-1.0..height).contains(&top))
            {
                Ok(())
            } else {
                Err(top)
            }
        });
    }
}

#[test]
fn every_page_reads_fully_with_scripts_off() {
    let server = site::at_root();
    let browser = Options::default().without_scripts().open();
    for route in site::routes() {
        let path = if route == Route::NotFound {
            "/nowhere/".to_owned()
        } else {
            route.path()
        };
        browser.go(&site::address(&server, &path));
        assert_eq!(
            browser.count(".theme-choice"),
            0,
            "{path}: no script has run"
        );
        assert_eq!(browser.count("h1"), 1, "{path}");
        assert!(!browser.text("h1").is_empty(), "{path}");
        assert!(
            !browser.ask("document.title").as_str().unwrap().is_empty(),
            "{path}"
        );
        // The shortest page, a frame's widget aside, has a few sentences.
        let n_words = browser.text("main").split_whitespace().count();
        assert!(n_words >= 20, "{path}: {n_words} words");
        let (rows, references) = (
            browser.count("tbody tr[id]"),
            browser.count(".references > li[id^='ref-']"),
        );
        match route {
            Route::Explore | Route::EmbedTable => assert_eq!(rows, 45, "{path}"),
            Route::References => assert_eq!(references, 64),
            _ => {}
        }
    }
    // Nothing was even asked for that only a script needs.
    assert!(
        !server
            .requests()
            .iter()
            .any(|request| request.path.contains("plotly"))
    );
}
