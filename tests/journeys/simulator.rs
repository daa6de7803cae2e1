//! Running the simulator: start, watch, pause, step, reset, and the chart that comes only when it is near.
//! Here because page, worker and chart meet only in a browser.
//! Must not know: the physics; short runs are chosen by their areal capacity.

use serde_json::{Value, json};
use xtask::server::SiteServer;

use crate::{driver::Browser, site};

/// The bare default over a hundredth of its charge: a second or two of computing.
pub const SHORT: &str = "/simulate/?q=0.1";
/// A run that outlasts any test.
pub const LONG: &str = "/simulate/?q=20";

pub const MAIN_BUTTON: &str = "document.querySelector('.transport .primary')?.innerText";
const STEPS: &str = "Number([...document.querySelectorAll('.readout div')].find(row => row.children[0].innerText === 'Steps')?.children[1].innerText)";
const HASH: &str = "document.querySelector('.ended code')?.innerText ?? null";

/// Presses Run and waits until the first step is counted.
pub fn start(browser: &Browser) {
    browser.click(".transport .primary");
    browser.wait_for(&format!("{STEPS} > 0"), true);
}

fn asked_for_plotly(server: &SiteServer) -> bool {
    server
        .requests()
        .iter()
        .any(|request| request.path.contains("plotly"))
}

fn run_to_the_end(browser: &Browser) -> String {
    browser.click(".transport .primary");
    browser.wait_for(
        "/^[0-9a-f]{16}$/.test(document.querySelector('.ended code')?.innerText)",
        true,
    );
    browser.ask(HASH).as_str().unwrap().to_owned()
}

#[test]
fn a_run_goes_to_its_end_and_tells_its_hash() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, SHORT);
    assert_eq!(browser.ask(MAIN_BUTTON), "Run");
    assert_eq!(
        browser.ask("document.querySelector('canvas').hidden"),
        true,
        "a still stands in for the picture"
    );
    let hash = run_to_the_end(&browser);
    browser.wait_for(MAIN_BUTTON, "Run again");
    assert_eq!(browser.text(".percent"), "100 %");
    assert_eq!(browser.ask("document.querySelector('progress').value"), 100);
    assert!(browser.text(".readout").contains("0.10 mA h cm⁻²"));
    // The end is said aloud, in words.
    assert_eq!(
        browser.ask(
            "[...document.querySelectorAll('.simulator [role=status]')].filter(place => place.textContent.startsWith('Finished.')).length"
        ),
        1
    );
    // Something is painted: the canvas holds more than one colour.
    assert_eq!(
        browser.ask("document.querySelector('canvas').hidden"),
        false
    );
    let n_colours = browser.ask("(() => { const c = document.querySelector('canvas');
        const d = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);
        return new Set(d).size; })()");
    assert!(n_colours.as_u64().unwrap() > 1, "{n_colours} colours");
    // The same settings give the same bits again, in the same worker and in a new one.
    assert_eq!(run_to_the_end(&browser), hash);
    browser.reload();
    site::wait_for_takeover(&browser);
    assert_eq!(run_to_the_end(&browser), hash);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn a_coated_run_differs_and_its_settings_are_the_address() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, SHORT);
    let bare = run_to_the_end(&browser);
    browser.click(".surfaces label:nth-of-type(2)");
    browser.wait_for("location.search", "?coating=coated&q=0.1");
    assert!(
        browser
            .text(".outdated")
            .starts_with("The settings have changed")
    );
    let coated = run_to_the_end(&browser);
    assert_ne!(coated, bare);
    browser.reload();
    site::wait_for_takeover(&browser);
    browser.wait_for(
        "document.querySelectorAll('.surfaces input')[1].checked",
        true,
    );
    assert_eq!(run_to_the_end(&browser), coated);
}

#[test]
fn a_run_can_be_held_stepped_and_forgotten() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, LONG);
    start(&browser);
    browser.click(".transport .primary");
    browser.wait_for(MAIN_BUTTON, "Resume");
    // The frame of the last step may still come; then nothing moves.
    let held = browser.wait("the run to hold", || {
        let first = browser.ask(STEPS);
        let later = browser.settle(&format!(
            "new Promise(done => setTimeout(() => done({STEPS}), 400))"
        ));
        if first == later {
            Ok(first)
        } else {
            Err(later)
        }
    });
    let held = held.as_u64().unwrap();
    for n in 1..=2 {
        browser.click(".transport button:nth-of-type(2)");
        browser.wait_for(STEPS, held + n);
    }
    assert_eq!(browser.ask(MAIN_BUTTON), "Resume");
    browser.click(".transport .primary");
    browser.wait_for(&format!("{STEPS} > {}", held + 2), true);
    browser.click(".transport button:nth-of-type(3)");
    browser.wait_for(MAIN_BUTTON, "Run");
    assert_eq!(browser.ask("document.querySelector('canvas').hidden"), true);
    assert_eq!(browser.text(".percent"), "0 %");
}

#[test]
fn the_page_stays_lively_while_the_run_works() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, LONG);
    start(&browser);
    browser.run_script(
        "window.long = []; new PerformanceObserver(list => {
            for (const task of list.getEntries()) window.long.push(task.duration);
        }).observe({ type: 'longtask' });
        window.frames_seen = 0;
        const tick = () => { window.frames_seen += 1; requestAnimationFrame(tick); };
        requestAnimationFrame(tick);",
    );
    // A fault would freeze the page for the whole run; sixty frames during which it computes show that it does not.
    let before = browser.ask(STEPS);
    browser.wait_for("window.frames_seen >= 60", true);
    browser.wait_for(&format!("{STEPS} > {before}"), true);
    let worst = browser.ask("Math.max(0, ...window.long)");
    assert!(
        worst.as_f64().unwrap() < 200.0,
        "the page stood still for {worst} ms"
    );
}

#[test]
fn the_chart_is_fetched_only_when_it_comes_near() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(360, 400);
    site::open(&browser, &server, SHORT);
    let distance = browser
        .ask("document.querySelector('.chart-place').getBoundingClientRect().top - innerHeight");
    assert!(
        distance.as_f64().unwrap() > 200.0,
        "the chart is near from the start: {distance}"
    );
    run_to_the_end(&browser);
    assert!(
        !asked_for_plotly(&server),
        "the chart script came though no chart was near"
    );
    browser.run_script(
        "document.querySelector('.chart-place').scrollIntoView({ behavior: 'instant' })",
    );
    browser.wait_for(
        "document.querySelectorAll('.chart svg.main-svg').length > 0",
        true,
    );
    assert!(asked_for_plotly(&server));
    // The curve has been drawn through several points.
    browser.wait_for("(document.querySelector('.chart .scatterlayer path.js-line')?.getAttribute('d') ?? '').split('L').length > 2", true);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn no_page_without_a_chart_fetches_it_and_none_but_the_simulator_the_worker() {
    let server = site::at_root();
    let browser = Browser::open();
    for route in site::routes() {
        let path = route.path();
        let has_chart = path == "/explore/" || path == "/embed/table/";
        if !path.contains("simulat") && path != "/embed/" && !has_chart {
            site::open(&browser, &server, &path);
        }
    }
    let asked: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    assert!(
        !asked
            .iter()
            .any(|path| path.contains("plotly") || path.contains("worker")),
        "{asked:?}"
    );
}

#[test]
fn an_address_out_of_range_is_listed_with_what_is_allowed() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(
        &browser,
        &server,
        "/simulate/?j=500&q=0.1&coating=gold&speed=9",
    );
    browser.wait_for("document.querySelectorAll('.notice li').length", 3);
    let said = browser.text(".notice");
    for part in [
        "j = 500 (allowed: Current density: 0.1 to 50 mA cm⁻²)",
        "coating = gold (allowed: bare or coated)",
        "speed = 9",
    ] {
        assert!(said.contains(part), "“{part}” is missing from: {said}");
    }
    assert_eq!(
        browser.ask("document.querySelector('#setting-j').value"),
        "10"
    );
    assert_eq!(
        browser.ask("document.querySelector('#setting-q').value"),
        "0.1"
    );
}

#[test]
fn a_typed_value_out_of_range_is_refused_beside_its_box() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/simulate/");
    let type_value = |text: &str| {
        browser.ask_with(
            "(box => { box.value = a[0]; box.dispatchEvent(new Event('change', { bubbles: true })); return true; })(document.querySelector('#setting-j'))",
            vec![json!(text)],
        )
    };
    type_value("500");
    browser.wait_for(
        "document.querySelector('.setting .refusal').innerText.includes('0.1 to 50')",
        true,
    );
    assert_eq!(browser.ask("location.search"), "");
    type_value("20");
    browser.wait_for("location.search", "?j=20");
    assert_eq!(
        browser.ask("document.querySelector('.setting .refusal').innerText || null"),
        Value::Null
    );
}

#[test]
fn a_material_leads_to_a_run_of_its_closest_preset() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/materials/zif-8/");
    browser.click("#preset a[href*='preset=']");
    browser.wait_for("location.search", "?preset=high-transference-film&j=2&q=1");
    site::wait_for_takeover(&browser);
    browser.wait_for(
        "document.querySelector('#preset').value",
        "high-transference-film",
    );
    let note = browser.text("#preset-note");
    assert!(
        note.contains("From the review: Zn²⁺ transference number"),
        "{note}"
    );
    let preset = run_to_the_end(&browser);
    // The preset's transference number has no slider; without the preset the same sliders make another run.
    browser.run_script(
        "const at = new URL(location); at.search = '?coating=coated&j=2&q=1&d=10&sigma=3.93&pinholes=0'; location = at",
    );
    browser.wait_for("location.search.startsWith('?coating')", true);
    site::wait_for_takeover(&browser);
    assert_ne!(run_to_the_end(&browser), preset);
    assert_eq!(browser.complaints(), [""; 0]);
}
