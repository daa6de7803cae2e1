//! Materials side by side: chosen by keyboard, kept in the address, with what is the same folded away.
//! Here because a comparison is sent to somebody else, who must see the same.
//! Must not know: what the review says of a material.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    driver::{Browser, Options},
    site,
};

const NAMES: &str =
    "[...document.querySelectorAll('.compare-name h2')].map(name => name.innerText.trim())";

#[test]
fn the_page_reads_without_scripts() {
    let server = site::at_root();
    let browser = Options::default().without_scripts().open();
    browser.go(&site::address(&server, "/compare/"));
    assert_eq!(browser.count(".compare-sheet article"), 2);
    assert!(
        browser
            .text("noscript, .notice")
            .contains("scripts are off")
    );
    // Nothing is folded where nothing can unfold it.
    assert!(browser.text(".compare-sheet article").contains("ZnF"));
    assert!(browser.text(".likeness").contains("factor of 2"));
}

#[test]
fn materials_are_chosen_and_removed_by_keyboard() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/compare/?materials=zns,znse");
    browser.wait_for(NAMES, json!(["ZnS", "ZnSe"]));
    browser.ask("document.querySelector('.chooser select').focus()");
    // The list opens at its first material, which is the first of Table 1 that is not chosen.
    browser.press(&[Key::Tab]);
    browser.wait_for("document.activeElement.innerText", "Add");
    browser.press(&[Key::Enter]);
    browser.wait_for(
        "document.querySelectorAll('.compare-sheet article').length",
        3,
    );
    assert_eq!(site::place(&browser), "/compare/?materials=zns,znse,indium");
    browser.ask("document.querySelector('.chosen li button').focus()");
    browser.press(&[Key::Enter]);
    browser.wait_for("location.search", "?materials=znse,indium");
    // The button is gone; the focus stands where the next material is added.
    browser.wait_for("document.activeElement.tagName", "SELECT");
    browser.back();
    browser.wait_for(
        "document.querySelectorAll('.compare-sheet article').length",
        3,
    );
    browser.back();
    browser.wait_for(NAMES, json!(["ZnS", "ZnSe"]));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn what_is_the_same_is_folded_and_what_differs_is_said_in_words() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/compare/?materials=zns,znse");
    let shown = "[...document.querySelectorAll('.compare-sheet article:first-child .property')].filter(line => line.getClientRects().length > 0).map(line => line.querySelector('.mark').innerText)";
    browser.wait_for(NAMES, json!(["ZnS", "ZnSe"]));
    let folded = browser.ask(shown);
    let folded = folded.as_array().unwrap();
    assert!(
        !folded.is_empty() && folded.iter().all(|mark| mark == "≠ differs"),
        "{folded:?}"
    );
    browser.click(".fold");
    browser.wait_for(&format!("{shown}.length"), 8);
    let all = browser.ask(shown);
    let n_same = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|mark| *mark == "= same")
        .count();
    assert_eq!(n_same, 8 - folded.len());
    assert!(n_same > 0, "ZnS and ZnSe are both interphases");
    assert_eq!(
        browser.ask("document.querySelector('.fold').getAttribute('aria-expanded')"),
        "true"
    );
}

#[test]
fn unknown_and_too_many_materials_are_refused_and_the_order_is_kept() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(
        &browser,
        &server,
        "/compare/?materials=zns,gold,znse,tin,pa,zif-8",
    );
    browser.wait_for(
        "document.querySelectorAll('.compare-sheet article').length",
        4,
    );
    let ids = "[...document.querySelectorAll('.compare-sheet article')].map(article => article.dataset.material)";
    assert_eq!(browser.ask(ids), json!(["zns", "znse", "tin", "pa"]));
    let said = browser.text(".compare-widget .notice");
    assert!(said.contains("“gold” is not a material"), "{said}");
    assert!(
        said.contains("four materials can stand side by side, so “zif-8” is left out"),
        "{said}"
    );
    assert_eq!(
        browser.ask("document.querySelector('.chooser select').disabled"),
        true
    );
}

#[test]
fn a_phone_shows_one_below_the_other_with_names_that_stay() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(360, 740);
    site::open(&browser, &server, "/compare/?materials=zns,znse,tin");
    browser.wait_for(
        "document.querySelectorAll('.compare-sheet article').length",
        3,
    );
    let lefts = browser.ask("[...document.querySelectorAll('.compare-sheet article')].map(article => Math.round(article.getBoundingClientRect().left))");
    assert_eq!(lefts[0], lefts[2]);
    browser.run_script("scrollTo({ top: document.querySelectorAll('.compare-sheet article')[1].querySelector('.test').getBoundingClientRect().top + scrollY, behavior: 'instant' })");
    browser.wait_for(
        "Math.round(document.querySelectorAll('.compare-name')[1].getBoundingClientRect().top)",
        0,
    );
    browser.set_screen(1440, 900);
    browser.wait_for("new Set([...document.querySelectorAll('.compare-sheet article')].map(article => article.getBoundingClientRect().top)).size", 1);
    // The same property stands at the same height in every column.
    browser.wait_for("new Set([...document.querySelectorAll('.compare-sheet .property:last-child')].map(line => Math.round(line.getBoundingClientRect().top))).size", 1);
}

#[test]
fn a_material_s_page_leads_to_its_comparison() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/materials/zns/");
    browser.click(".side-by-side li:last-child a");
    site::wait_for_takeover(&browser);
    browser.wait_for(NAMES, json!(["ZnS"]));
    assert_eq!(site::place(&browser), "/compare/?materials=zns");
    assert!(
        browser
            .text(".compare-widget")
            .contains("Add a material to compare it with.")
    );
    let link = browser.ask("document.querySelector('.chooser [data-copy]').dataset.copy");
    assert_eq!(
        link,
        json!(site::address(&server, "/compare/?materials=zns"))
    );
}
