//! The site by keyboard: skip link, visible focus, and where a new page begins.
//! Here because no checker of markup can tell where the focus lands.
//! Must not know: colours; a focus counts as visible when the focused element looks other than before.

use fantoccini::key::Key;
use serde_json::json;

use crate::{driver::Browser, site};

const FOCUS: &str = "(e => e === document.body ? 'body' : e.id || e.getAttribute('href') || e.innerText || e.tagName)(document.activeElement)";

#[test]
fn the_first_tab_offers_to_skip_to_the_text() {
    let server = site::at_root();
    let browser = Browser::open();
    for path in ["/", "/read/introduction/", "/explore/", "/simulate/"] {
        site::open(&browser, &server, path);
        browser.press(&[Key::Tab]);
        assert_eq!(
            browser.ask("document.activeElement.className"),
            "skip",
            "{path}"
        );
        let place = browser.ask("(r => [r.left >= 0, r.top >= 0, r.width > 40, r.height > 10])(document.activeElement.getBoundingClientRect())");
        assert_eq!(
            place,
            json!([true, true, true, true]),
            "{path}: the skip link is in view when it has the focus"
        );
        browser.press(&[Key::Enter]);
        browser.wait_for(FOCUS, "main");
        // The next stop lies inside the text.
        browser.press(&[Key::Tab]);
        browser.wait_for("document.activeElement.closest('main') !== null || document.activeElement.closest('footer') !== null", true);
    }
}

#[test]
fn every_stop_of_the_keyboard_is_visible() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_theme("light");
    for path in ["/", "/explore/", "/simulate/", "/teach/"] {
        site::open(&browser, &server, path);
        let n_stops = 14;
        for _ in 0..n_stops {
            browser.press(&[Key::Tab]);
            let focus = browser.ask(FOCUS);
            assert_ne!(focus, "body", "{path}: the focus is lost");
            let seen = browser.ask(
                "(e => { const s = getComputedStyle(e);
                    return e.matches(':focus-visible') && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'); })
                (document.activeElement)",
            );
            assert_eq!(seen, true, "{path}: the focus on {focus} cannot be seen");
        }
    }
}

#[test]
fn another_page_begins_at_its_own_beginning() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/");
    // Two stops past the skip link: the name of the site, then the first door.
    browser.press(&[Key::Tab, Key::Tab, Key::Tab]);
    assert_eq!(browser.ask(FOCUS), "/read/");
    browser.press(&[Key::Enter]);
    browser.wait_for("location.pathname", "/read/");
    site::wait_for_takeover(&browser);
    assert_eq!(
        browser.ask("document.title"),
        "Read · Zinc Interphase Companion"
    );
    assert_eq!(
        browser.ask("document.querySelector('nav [aria-current=page]').innerText"),
        "Read"
    );
    assert_eq!(browser.ask("window.scrollY"), 0);
    assert_eq!(browser.ask(FOCUS), "body");
    browser.press(&[Key::Tab]);
    assert_eq!(browser.ask("document.activeElement.className"), "skip");
}

#[test]
fn a_column_is_sorted_and_a_run_started_by_keys() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/explore/");
    browser.run_script("document.querySelector('thead button').focus()");
    browser.press(&[Key::Enter]);
    browser.wait_for(
        "document.querySelector('th').getAttribute('aria-sort')",
        "ascending",
    );
    assert_eq!(
        browser.ask("document.activeElement === document.querySelector('thead button')"),
        true,
        "the focus stays"
    );
    site::open(&browser, &server, "/simulate/?q=0.1");
    browser.run_script("document.querySelector('.transport .primary').focus()");
    browser.press(&[Key::Space]);
    browser.wait_for(
        "/^[0-9a-f]{16}$/.test(document.querySelector('.ended code')?.innerText)",
        true,
    );
}
