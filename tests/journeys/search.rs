//! Searching: real questions and misspelt names, by keyboard, through Back and reload, and when a file does not come.
//! Here because only the whole site in a browser shows that the right place comes first.
//! Must not know: how results are ordered.

use std::{env, fs};

use fantoccini::key::Key;
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::server::Fault;

use crate::{
    driver::{Browser, Options},
    site,
};

const FIELD: &str = "#search-field";
const STATUS: &str = "document.querySelector('.search-status').innerText";
const ACTIVE: &str = "document.activeElement.getAttribute('aria-activedescendant')";

#[derive(Debug, Deserialize)]
struct Questions {
    question: Vec<Question>,
    misspelt: Vec<Question>,
}

#[derive(Debug, Deserialize)]
struct Question {
    ask: String,
    first: Vec<String>,
}

impl Question {
    /// A page stands for every place on it, a figure for its parts.
    fn is_met_by(&self, place: &str) -> bool {
        let page = place.split('#').next().unwrap_or_default();
        self.first.iter().any(|wanted| {
            let is_part = wanted.contains("#fig-") && place.starts_with(&format!("{wanted}-"));
            wanted == place || wanted == page || is_part
        })
    }
}

fn questions() -> Questions {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/search-questions.toml");
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Writes a whole question at once, and waits for its answer.
fn ask(browser: &Browser, question: &str) {
    browser.ask_with(
        "(field => { field.value = a[0]; field.dispatchEvent(new Event('input', { bubbles: true })); return true; })(document.querySelector('#search-field'))",
        vec![json!(question)],
    );
    let quoted = json!(format!("“{question}”"));
    browser.wait_for(&format!("{STATUS}.endsWith({quoted})"), true);
}

#[test]
fn every_question_finds_its_place_first() {
    let Questions { question, misspelt } = questions();
    assert!(question.len() >= 30 && misspelt.len() >= 15);
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/search/");
    let mut missed = Vec::new();
    for one in question.iter().chain(&misspelt) {
        ask(&browser, &one.ask);
        let first = browser.ask(
            "(hit => hit && { place: hit.getAttribute('href'), marks: hit.querySelectorAll('mark').length, title: hit.querySelector('.result-title').innerText })(document.querySelector('.result'))",
        );
        let place = first["place"].as_str().unwrap_or("nothing").to_owned();
        let is_met = one.is_met_by(&place);
        println!(
            "{} {:32} {place}  ({})",
            if is_met { "  " } else { "✗ " },
            one.ask,
            first["title"]
        );
        if !is_met {
            missed.push(format!(
                "“{}” finds {place} and not {:?}",
                one.ask, one.first
            ));
        }
        assert!(
            first["marks"].as_u64() > Some(0) || place == "nothing",
            "“{}”: nothing is marked",
            one.ask
        );
    }
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn all_is_done_by_keys_and_back_and_reload_show_the_same() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/");
    browser.click("a.search-door");
    browser.wait_for("location.pathname", "/search/");
    site::wait_for_takeover(&browser);
    browser.wait_for("document.activeElement.id", "search-field");
    browser.type_into(FIELD, "dead zinc");
    browser.wait_for("new URLSearchParams(location.search).get('q')", "dead zinc");
    browser.wait_for("document.querySelectorAll('.result').length > 2", true);
    assert_eq!(
        browser.ask("document.activeElement.getAttribute('aria-expanded')"),
        "true"
    );
    browser.press(&[Key::Down, Key::Down]);
    browser.wait_for(ACTIVE, "result-1");
    assert_eq!(
        browser.ask(
            "[...document.querySelectorAll('[role=option][aria-selected=true]')].map(one => one.id)"
        ),
        json!(["result-1"])
    );
    // Past the first result stands the field itself, past that the last result.
    browser.press(&[Key::Up, Key::Up]);
    browser.wait_for(ACTIVE, Value::Null);
    browser.press(&[Key::Up]);
    browser.wait_for(
        &format!("{ACTIVE} === [...document.querySelectorAll('.result')].at(-1).id"),
        true,
    );
    browser.press(&[Key::Escape]);
    browser.wait_for(
        "document.querySelector('#search-field').value + location.search",
        "",
    );
    assert_eq!(browser.count(".result"), 0);

    browser.type_into(FIELD, "dead zinc");
    browser.wait_for(
        "document.querySelector('.result')?.getAttribute('href')",
        "/glossary/#dead-zinc",
    );
    let results =
        "JSON.stringify([...document.querySelectorAll('.result')].map(one => one.innerText))";
    let seen = browser.ask(results);
    browser.press(&[Key::Down, Key::Enter]);
    browser.wait_for("location.pathname + location.hash", "/glossary/#dead-zinc");
    // Typing was one step, however many letters.
    browser.back();
    browser.wait_for("location.pathname", "/search/");
    browser.wait_for(results, seen.clone());
    assert_eq!(
        browser.ask("document.querySelector('#search-field').value"),
        "dead zinc"
    );
    browser.reload();
    site::wait_for_takeover(&browser);
    browser.wait_for(results, seen);
    browser.back();
    browser.wait_for("location.pathname", "/");
}

#[test]
fn a_file_that_does_not_come_is_said_and_tried_again() {
    for part in [".json", "minisearch"] {
        let server = site::at_root();
        let browser = Browser::open();
        server.fail(part, Fault::NotFound);
        site::open(&browser, &server, "/search/");
        browser.type_into(FIELD, "dendrite");
        browser.wait_for(
            "document.querySelector('.search-widget [role=alert] button') !== null",
            true,
        );
        let said = browser.text(".search-widget [role=alert]");
        assert!(said.contains("did not load"), "{said}");
        assert!(browser.count(".search-contents a") > 40);
        server.heal();
        browser.click(".search-widget [role=alert] button");
        browser.wait_for(
            "document.querySelector('.result')?.getAttribute('href')",
            "/glossary/#dendrite",
        );
        assert_eq!(browser.count(".search-widget [role=alert]"), 0);
    }
}

#[test]
fn no_page_but_this_one_loads_anything_for_it() {
    let server = site::at_root();
    let browser = Browser::open();
    let asked = |part: &str| {
        server
            .requests()
            .iter()
            .any(|request| request.path.contains(part))
    };
    for path in ["/", "/explore/", "/read/functions/"] {
        site::open(&browser, &server, path);
    }
    assert!(
        asked("/read/functions/") && !asked(".json") && !asked("minisearch"),
        "{:?}",
        server.requests()
    );
    site::open(&browser, &server, "/search/?q=zinc");
    browser.wait_for("document.querySelectorAll('.result').length > 0", true);
    assert!(asked(".json") && asked("minisearch"));
}

#[test]
fn a_lost_reader_searches_from_the_page_that_is_not_there() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/no/such/page/");
    browser.type_into(FIELD, "tip effect");
    browser.click(".search-form button");
    browser.wait_for("location.pathname", "/search/");
    browser.wait_for(
        "document.querySelector('.result')?.getAttribute('href')",
        "/glossary/#tip-effect",
    );
    // What a stranger writes into an address stays text.
    let script: String =
        url::form_urlencoded::byte_serialize(b"<img src=x onerror=window.harmed=1> zinc").collect();
    site::open(&browser, &server, &format!("/search/?q={script}"));
    browser.wait_for("document.querySelectorAll('.result').length > 0", true);
    assert_eq!(
        browser.ask("[document.querySelectorAll('main img').length, window.harmed ?? null]"),
        json!([0, null])
    );
}

#[test]
fn without_scripts_the_page_says_so_and_leads_on() {
    let server = site::at_root();
    let browser = Options::default().without_scripts().open();
    browser.go(&site::address(&server, "/search/?q=zinc"));
    assert!(browser.text("noscript .notice").contains("scripts are off"));
    browser.click(".search-contents a[href='/glossary/']");
    browser.wait_for("document.querySelector('h1')?.innerText", "Glossary");
}

#[test]
fn no_state_has_barriers_or_scrolls_sideways() {
    let axe =
        fs::read_to_string(env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`"))
            .unwrap();
    let run = "axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations.map(found =>
        found.id + ': ' + found.nodes.map(node => node.target.join(' ') + ' ' + node.any.concat(node.all).map(check => check.message).join('; ')).slice(0, 3).join(', ')))";
    let server = site::at_root();
    let mut faults = Vec::new();
    for width in [320, 1440] {
        let browser = Browser::open();
        browser.set_screen(width, 800);
        // What fails comes first: afterwards the browser has the file.
        for (question, failing) in [
            ("zinc", true),
            ("zinc", false),
            ("Zn12(SO4)3Cl3(OH)15", false),
            ("xyzzyq", false),
        ] {
            browser.set_theme("light");
            if failing {
                server.fail(".json", Fault::NotFound);
            }
            site::open(&browser, &server, &format!("/search/?q={question}"));
            if question != "xyzzyq" && !failing {
                browser.wait_for("document.querySelectorAll('.result').length > 0", true);
                browser.run_script("document.querySelector('#search-field').focus()");
                browser.press(&[Key::Down]);
            } else {
                browser.wait_for(
                    "document.querySelector('.search-aside, .search-widget [role=alert]') !== null",
                    true,
                );
            }
            server.heal();
            browser.run_script(&axe);
            for theme in ["light", "dark"] {
                browser.set_theme(theme);
                let Value::Array(found) = browser.settle(run) else {
                    panic!("axe gave no answer");
                };
                faults.extend(
                    found
                        .iter()
                        .map(|fault| format!("{question} {failing} {theme} {width}: {fault}")),
                );
            }
            if browser
                .ask("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                == true
            {
                faults.push(format!("{question} scrolls sideways at {width}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
