//! The moment when the app takes over the prerendered page: the reader must not notice.
//! Here because a page that jumps, complains or loses the reader's place is worse than one without scripts.
//! Must not know: what the pages are for.

use companion::routes::Route;

use crate::{
    driver::{Browser, Options},
    site,
};

/// Cumulative layout shift above which a page counts as jumping.
const MAX_SHIFT: f64 = 0.01;

/// Layout shifts from the first paint on, those after the reader's own input left out, as browsers define the measure.
const NOTE_SHIFTS: &str = "window.shifts = []; new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) window.shifts.push({ value: entry.value, nodes: entry.sources.map(source =>
            source.node?.outerHTML?.slice(0, 80) ?? String(source.node?.nodeName)) });
    }
}).observe({ type: 'layout-shift', buffered: true });";

/// Fonts are there and two frames have been painted since, so that every shift has been told.
const SETTLED: &str = "document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 50)))))";

fn no_page_jumps_or_complains(width: u32, height: u32) {
    let server = site::at_root();
    let browser = Browser::open();
    browser.before_each_page(NOTE_SHIFTS);
    browser.set_screen(width, height);
    let mut faults = Vec::new();
    for route in site::routes() {
        let path = route.path();
        site::open(&browser, &server, &path);
        assert_eq!(browser.settle(SETTLED), true, "{path}");
        let shifts = browser.ask("window.shifts");
        let sum: f64 = shifts
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|shift| shift["value"].as_f64())
            .sum();
        if sum > MAX_SHIFT {
            faults.push(format!("{path}: layout shift {sum}: {shifts}"));
        }
        let complaints = browser.complaints();
        // The page for unknown addresses is asked for under one: the browser itself notes the 404.
        if !complaints.is_empty() && route != Route::NotFound {
            faults.push(format!("{path}: {complaints:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_page_jumps_or_complains_on_a_phone() {
    no_page_jumps_or_complains(360, 740);
}

#[test]
fn no_page_jumps_or_complains_on_a_desk() {
    no_page_jumps_or_complains(1440, 900);
}

#[test]
fn place_focus_and_selection_survive_the_takeover() {
    let server = site::at_root();
    let browser = Options::default().impatient().open();
    browser.set_screen(800, 600);
    server.hold(".wasm");
    browser.go(&site::address(&server, "/read/introduction/"));
    browser.wait_for(
        "document.readyState !== 'loading' && document.fonts.status === 'loaded'",
        true,
    );
    // The reader scrolls, moves the focus to a link and marks a few words, all before the app is there.
    browser.run_script(
        "window.before = document.querySelector('h1');
        window.link = [...document.querySelectorAll('article.prose > p a.term')].at(-1);
        scrollTo({ top: 420, behavior: 'instant' });
        link.focus({ preventScroll: true });
        const words = document.querySelector('article .lead').firstChild;
        getSelection().setBaseAndExtent(words, 2, words, 12);",
    );
    let state = "JSON.stringify([Math.round(scrollY), document.activeElement?.getAttribute('href'), String(getSelection())])";
    let before = browser.ask(state);
    assert!(before.as_str().unwrap().starts_with("[420,\"/"), "{before}");
    assert_eq!(
        browser.count(".theme-choice"),
        0,
        "the app has not come yet"
    );

    server.release();
    site::wait_for_takeover(&browser);
    assert_eq!(browser.ask(state), before);
    assert_eq!(
        browser.ask("link.isConnected && before.isConnected && document.activeElement === link"),
        true
    );
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn an_app_that_does_not_come_leaves_the_page_readable() {
    let server = site::at_root();
    server.fail(".wasm", xtask::server::Fault::NotFound);
    let browser = Browser::open();
    browser.go(&site::address(&server, "/explore/"));
    browser.wait("the app to be asked for", || {
        let asked = server.requests();
        if asked.iter().any(|request| request.path.ends_with(".wasm")) {
            Ok(())
        } else {
            Err(asked)
        }
    });
    assert_eq!(browser.count("tbody tr[id]"), 45);
    browser.click("a[href='/read/']");
    browser.wait_for("document.querySelector('h1')?.innerText", "Read");
}
