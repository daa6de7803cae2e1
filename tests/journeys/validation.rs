//! The validation table computed once more in the browser, by keyboard alone; a cancel; a worker that does not come.
//! Here because "the same number on every machine" is a promise about this very browser.
//! Must not know: what a row computes.

use fantoccini::key::Key;
use xtask::server::Fault;

use crate::{
    accessibility::faults,
    driver::{Browser, Options},
    site,
};

const PAGE: &str = "/simulate/validation/";
const RUN: &str = ".checks .primary";
const WORD: &str = "document.querySelector('.checks .primary').innerText";
const OUTCOME: &str = "document.querySelector('.checks .outcome').innerText";
/// Rows with a number of this browser.
const N_HERE: &str =
    "[...document.querySelectorAll('.here-number')].filter(place => place.innerText !== '').length";
const N_QUICK: &str = "document.querySelectorAll('[data-check]:not([data-long-s])').length";

fn opened(browser: &Browser) -> xtask::server::SiteServer {
    let server = site::at_root();
    site::open(browser, &server, PAGE);
    server
}

fn press_run(browser: &Browser) {
    browser.tab_to(RUN, false);
    browser.press(&[Key::Enter]);
}

#[test]
fn every_quick_row_gives_the_stored_bits_in_this_browser() {
    let browser = Browser::open();
    let _server = opened(&browser);
    let n_quick = browser.ask(N_QUICK).as_u64().unwrap();
    assert!(n_quick > 60, "{n_quick}");
    assert_eq!(
        browser.ask("getComputedStyle(document.querySelector('td.here')).display"),
        "none",
        "nothing was computed here yet"
    );
    press_run(&browser);
    browser.wait_for(WORD, "Cancel");
    // In steps, because a busy computer may take longer than one wait.
    for n_here in (10..n_quick).step_by(5) {
        browser.wait_for(&format!("{N_HERE} >= {n_here}"), true);
    }
    browser.wait_for(&format!("{OUTCOME}.startsWith('Done.')"), true);
    let outcome = browser.text(".checks .outcome");
    println!("{outcome}");
    assert_eq!(
        outcome,
        format!(
            "Done. {n_quick} of {n_quick} rows were computed here: {n_quick} lie within their tolerance, {n_quick} are the stored number to the last bit."
        )
    );
    assert_eq!(
        browser.text(".checks .count"),
        format!("{n_quick} of {n_quick}")
    );
    assert_eq!(browser.ask(WORD), "Run the checks again");
    assert_eq!(
        browser.ask("document.querySelector('.checks .outcome').getAttribute('role')"),
        "status"
    );
    assert_eq!(browser.ask(N_HERE), n_quick);
    // Each number reads as the stored one beside it.
    let unlike = browser.ask(
        "[...document.querySelectorAll('[data-check]:not([data-long-s])')].filter(row =>
            row.querySelector('.here-number').innerText !== row.querySelector('data').innerText
            || row.querySelector('.here-verdict').innerText !== '✓ within'
            || row.querySelector('.here-sameness').innerText !== 'same to the last bit').map(row => row.id).join()",
    );
    assert_eq!(unlike, "");
    // The focus is where it was.
    assert_eq!(
        browser.ask("document.activeElement.matches('.checks .primary')"),
        true
    );
    assert_eq!(faults(&browser), [""; 0]);
    assert_eq!(browser.complaints(), [""; 0]);
}

/// A stored number that is another one must not be called the same: the last bit of one row is put otherwise.
#[test]
fn another_number_is_called_another_number() {
    let browser = Browser::open();
    let _server = opened(&browser);
    browser.run_script(
        "const row = document.querySelector('[data-bits]'); const bits = row.dataset.bits;
         row.dataset.bits = bits.slice(0, -1) + (parseInt(bits.slice(-1), 16) ^ 1).toString(16);",
    );
    press_run(&browser);
    browser.wait_for(
        "document.querySelector('[data-bits] .here-sameness').innerText",
        "another number than the stored one",
    );
    browser.wait_for(&format!("{OUTCOME}.includes('Look at: ')"), true);
}

#[test]
fn a_cancel_ends_it_between_two_rows_and_it_can_be_run_again() {
    let browser = Browser::open();
    let _server = opened(&browser);
    browser.tab_to(".checks input", false);
    browser.press(&[Key::Space]);
    browser.tab_to(RUN, true);
    browser.press(&[Key::Enter]);
    browser.wait_for(&format!("{N_HERE} > 0"), true);
    browser.press(&[Key::Enter]);
    browser.wait_for(&format!("{OUTCOME}.startsWith('Cancelled.')"), true);
    let n_here = browser.ask(N_HERE).as_u64().unwrap();
    let n_all = browser.ask("document.querySelectorAll('[data-check]').length");
    assert!(n_here < n_all.as_u64().unwrap());
    // What was under way ends unseen, and the same worker takes the next order.
    browser.press(&[Key::Enter]);
    browser.wait_for(&format!("{N_HERE} > 3"), true);
    browser.press(&[Key::Enter]);
    browser.wait_for(&format!("{OUTCOME}.startsWith('Cancelled.')"), true);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn a_worker_that_does_not_come_is_said_and_the_stored_table_stays() {
    let browser = Browser::open();
    let server = opened(&browser);
    server.fail("simulation-worker", Fault::NotFound);
    press_run(&browser);
    browser.wait_for(
        "(document.querySelector('.checks [role=alert] p')?.innerText ?? '').includes('the host answered 404')",
        true,
    );
    assert_eq!(
        browser.ask("document.querySelectorAll('tbody data').length > 60"),
        true
    );
    server.heal();
    press_run(&browser);
    browser.wait_for(&format!("{N_HERE} > 3"), true);
    assert_eq!(browser.count(".checks .failure"), 0);
}

#[test]
fn without_scripts_the_stored_table_is_complete_and_says_what_is_missing() {
    let server = site::at_root();
    let browser = Options::default().without_scripts().open();
    browser.go(&site::address(&server, PAGE));
    let page = browser.text("main");
    assert!(page.contains("Computing here needs scripts, which are off."));
    assert!(page.contains("✓ within") && page.contains("Against measurement, unfitted"));
}

#[test]
fn nothing_is_cut_on_a_narrow_phone_with_results() {
    let browser = Browser::open();
    browser.set_screen(320, 700);
    let _server = opened(&browser);
    press_run(&browser);
    browser.wait_for(&format!("{N_HERE} > 5"), true);
    browser.wait_for(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
        true,
    );
}
