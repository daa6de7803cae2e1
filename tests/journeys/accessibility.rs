//! axe-core on every page in both themes and at two widths, and no sideways scrolling on a narrow phone.
//! Here because what a machine can find of barriers must never be there.
//! Must not know: what the pages are for; keys are pressed in `keyboard.rs`.

use std::{env, fs};

use serde_json::Value;

use crate::{driver::Browser, site};

/// Rules that need a person to judge are left out by axe itself; frames are looked at by their own addresses.
const RUN_AXE: &str = "axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(result =>
    result.violations.map(found => found.id + ': ' + found.nodes.map(node =>
        node.target.join(' ') + ' (' + node.any.concat(node.all).map(check => check.message).join('; ') + ')').slice(0, 4).join(', ')))";

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
