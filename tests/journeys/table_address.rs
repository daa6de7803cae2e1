//! The table's view is its address: reload, share, Back and Forward show it again, and a bad address says so.
//! Here because a view that cannot be shared or found again is lost.
//! Must not know: what each filter means.

use serde_json::json;

use crate::{driver::Browser, site};

const SHOWN: &str = "document.querySelector('.shown')?.innerText";
const VIEW: &str = "JSON.stringify({
    rows: [...document.querySelectorAll('tbody tr[id]')].map(row => row.id),
    sorted: [...document.querySelectorAll('th[aria-sort]')].map(cell => cell.innerText + cell.ariaSort),
    checked: [...document.querySelectorAll('.facet input')].map(box => box.checked),
    words: document.querySelector('input[type=search]').value,
    chips: [...document.querySelectorAll('.chip')].map(chip => chip.innerText),
})";

#[test]
fn a_view_survives_reload_and_sharing() {
    let server = site::at_root();
    let (address, view) = {
        let browser = Browser::open();
        browser.set_screen(1280, 900);
        site::open(&browser, &server, "/explore/");
        browser.click(".facet label:nth-of-type(1) input");
        browser.wait_for(
            &format!("{SHOWN} !== '45 of 45 conditions, 26 materials'"),
            true,
        );
        browser.click("thead th:nth-child(5) button");
        browser.wait_for(
            "document.querySelectorAll('th[aria-sort=ascending]').length",
            1,
        );
        browser.type_into("input[type=search]", "zinc");
        browser.wait_for("new URLSearchParams(location.search).get('q')", "zinc");
        let view = browser.ask(VIEW);
        browser.reload();
        site::wait_for_takeover(&browser);
        browser.wait_for(VIEW, view.clone());
        (browser.address(), view)
    };
    let elsewhere = Browser::open();
    elsewhere.set_screen(1280, 900);
    elsewhere.go(&address);
    elsewhere.wait_for(VIEW, view);
    assert_eq!(elsewhere.count(".notice"), 0);
}

#[test]
fn back_and_forward_walk_through_the_views() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(&browser, &server, "/explore/");
    browser.click(".facet label:nth-of-type(2) input");
    browser.wait_for("location.search", "?type=solid-electrolyte-interphase");
    let filtered = browser.ask(VIEW);
    browser.click("thead th:nth-child(1) button");
    browser.wait_for(
        "document.querySelectorAll('th[aria-sort=ascending]').length",
        1,
    );
    let sorted = browser.ask(VIEW);
    // Typing is one view, however many letters.
    browser.type_into("input[type=search]", "zn");
    browser.wait_for("new URLSearchParams(location.search).get('q')", "zn");
    browser.back();
    browser.wait_for(VIEW, filtered.clone());
    browser.back();
    browser.wait_for(SHOWN, "45 of 45 conditions, 26 materials");
    browser.forward();
    browser.wait_for(VIEW, filtered);
    browser.forward();
    browser.wait_for("new URLSearchParams(location.search).get('q')", "zn");
    assert_ne!(browser.ask(VIEW), sorted);
}

#[test]
fn what_an_address_gets_wrong_is_said_and_left_out() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(
        &browser,
        &server,
        "/explore/?type=gold&colour=red&sort=weight&material=pa&v=1",
    );
    browser.wait_for(SHOWN, "2 of 45 conditions, 1 material");
    let said = browser.text(".notice");
    for part in [
        "gold",
        "solid-electrolyte-interphase",
        "colour",
        "weight",
        "lifespan_h",
    ] {
        assert!(said.contains(part), "“{part}” is missing from: {said}");
    }
    assert_eq!(browser.count(".notice li"), 3, "{said}");
    // It is said in a region that is read aloud.
    assert_eq!(
        browser.ask("document.querySelector('.notice').closest('[role=status]') !== null"),
        true
    );
    // What a stranger writes into an address stays text.
    let script = "<img src=x onerror=window.harmed=1>";
    let encoded: String = url::form_urlencoded::byte_serialize(script.as_bytes()).collect();
    site::open(
        &browser,
        &server,
        &format!("/explore/?q={encoded}&type={encoded}"),
    );
    browser.wait_for("document.querySelector('input[type=search]').value", script);
    assert_eq!(
        browser.ask("[document.querySelectorAll('main img').length, window.harmed ?? null]"),
        json!([0, null])
    );
}
