//! axe-core on every page in both themes and at two widths, and no sideways scrolling on a narrow phone.
//! Here because what a machine can find of barriers must never be there.
//! Must not know: what the pages are for; keys are pressed in `keyboard.rs`.

use std::{env, fs};

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{driver::Browser, site};

/// Rules that need a person to judge are left out by axe itself; frames are looked at by their own addresses.
const RUN_AXE: &str = "axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(result =>
    result.violations.map(found => found.id + ': ' + found.nodes.map(node =>
        node.target.join(' ') + ' (' + node.any.concat(node.all).map(check => check.message).join('; ') + ')').slice(0, 4).join(', ')))";

/// What axe finds on the page as it is now.
pub fn faults(browser: &Browser) -> Vec<String> {
    let axe = env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`");
    browser.run_script(&fs::read_to_string(axe).expect("axe-core is installed"));
    let found = browser.settle(RUN_AXE);
    let found = found.as_array().expect("axe gives an answer");
    found.iter().map(ToString::to_string).collect()
}

/// Every page at one width, in both themes.
fn axe_finds_nothing(width: u32, height: u32) {
    let axe = env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`");
    let axe = fs::read_to_string(axe).expect("axe-core is installed");
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(width, height);
    let mut faults = Vec::new();
    for route in site::routes() {
        let path = route.path();
        browser.set_theme("light");
        site::open(&browser, &server, &path);
        browser.run_script(&axe);
        for theme in ["light", "dark"] {
            browser.set_theme(theme);
            let Value::Array(found) = browser.settle(RUN_AXE) else {
                panic!("axe gave no answer on {path}");
            };
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{path} {theme} {width} px: {fault}")),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    axe_finds_nothing(360, 740);
}

#[test]
fn axe_finds_nothing_on_a_desk() {
    axe_finds_nothing(1440, 900);
}

/// Open cards, which no page has when it is opened: in running text, in lists and in tables.
#[test]
fn axe_finds_nothing_in_an_open_card() {
    let axe = env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`");
    let axe = fs::read_to_string(axe).expect("axe-core is installed");
    let server = site::at_root();
    let browser = Browser::open();
    let mut faults = Vec::new();
    for (path, marker) in [
        ("/read/functions/", "article.prose > p .cite a"),
        ("/read/functions/", "article.prose > p a.equation-link"),
        ("/figures/", "figcaption > p a[data-card]"),
        ("/figures/", ".parts a[data-card]"),
        ("/read/inorganic-coatings/", "article.prose > p a.material"),
        (
            "/read/inorganic-coatings/",
            "article.prose > p a[data-card^='fact-']",
        ),
        ("/read/inorganic-coatings/", ".margin-rows a"),
        ("/explore/", "tbody a.material"),
        ("/explore/", "tbody a.note-mark"),
    ] {
        site::open(&browser, &server, path);
        browser.run_script(&axe);
        for (width, height) in [(360, 740), (1440, 900)] {
            browser.set_screen(width, height);
            browser.bring_into_view(marker);
            browser.press(&[Key::Shift]);
            browser.ask_with("document.querySelector(a[0]).focus()", vec![json!(marker)]);
            browser.wait_for("document.querySelectorAll('.open-card').length", 1);
            for theme in ["light", "dark"] {
                browser.set_theme(theme);
                let Value::Array(found) = browser.settle(RUN_AXE) else {
                    panic!("axe gave no answer on {path}");
                };
                let place = |fault| format!("{path} {marker} {theme} {width} px: {fault}");
                faults.extend(found.iter().map(place));
            }
            browser.press(&[Key::Escape]);
            browser.run_script("document.activeElement.blur()");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn axe_would_find_what_is_wrong() {
    let axe =
        fs::read_to_string(env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`"))
            .unwrap();
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/about/");
    browser.run_script(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')",
    );
    browser.run_script(&axe);
    let found = browser.settle(RUN_AXE).to_string();
    assert!(found.contains("button-name"), "{found}");
}

#[test]
fn no_page_scrolls_sideways_at_320_pixels() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(320, 640);
    let mut faults = Vec::new();
    for route in site::routes() {
        let path = route.path();
        site::open(&browser, &server, &path);
        let widths = browser
            .ask("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        if widths[0].as_u64() > widths[1].as_u64() {
            let wide = browser.ask(
                "[...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > innerWidth + 1)
                    .filter(element => element.childElementCount === 0).slice(0, 5).map(element => element.outerHTML.slice(0, 90))",
            );
            faults.push(format!("{path}: {widths}, too wide: {wide}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
