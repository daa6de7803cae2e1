//! What the reader sees when the worker dies, does not come, or the chart script is missing.
//! Here because each of these happens to someone, and none may leave a silent page.
//! Must not know: how the worker is watched.

use xtask::server::Fault;

use crate::{
    driver::Browser,
    simulator::{LONG, MAIN_BUTTON, SHORT, start},
    site,
};

/// Keeps every worker that a page makes, so that it can be killed from outside as a browser short of memory would.
const KEEP_WORKERS: &str = "window.workers = []; window.Worker = class extends Worker {
    constructor(...all) { super(...all); window.workers.push(this); }
};";

const FAILURE: &str = "(document.querySelector('.failure p')?.innerText ?? '')";

#[test]
fn a_killed_worker_is_noticed_and_a_restart_goes_on() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.before_each_page(KEEP_WORKERS);
    site::open(&browser, &server, LONG);
    start(&browser);
    browser.run_script("window.workers.forEach(worker => worker.terminate())");
    browser.wait_for(&format!("{FAILURE}.endsWith('stopped answering')"), true);
    // It is said aloud, and what was computed stays.
    assert_eq!(
        browser.ask("document.querySelector('.failure').closest('[role=alert]') !== null"),
        true
    );
    assert_eq!(
        browser.ask("document.querySelector('canvas').hidden"),
        false
    );
    browser.click(".failure button");
    browser.wait_for(MAIN_BUTTON, "Pause");
    assert_eq!(browser.ask("window.workers.length"), 2);
    assert_eq!(browser.count(".failure"), 0);
}

fn a_worker_that_does_not_come(part: &str, fault: Fault) {
    let server = site::at_root();
    server.fail(part, fault);
    let browser = Browser::open();
    site::open(&browser, &server, SHORT);
    browser.click(".transport .primary");
    let status = match fault {
        Fault::NotFound => 404,
        Fault::ServerError => 500,
    };
    browser.wait_for(
        &format!("{FAILURE}.endsWith('the host answered {status}')"),
        true,
    );
    // Once the host is well again, so is the page.
    server.heal();
    browser.click(".failure button");
    browser.wait_for(
        "/^[0-9a-f]{16}$/.test(document.querySelector('.ended code')?.innerText)",
        true,
    );
}

#[test]
fn a_missing_worker_file_is_said_and_healed() {
    a_worker_that_does_not_come("simulation-worker_loader.js", Fault::NotFound);
}

#[test]
fn a_broken_worker_program_is_said_and_healed() {
    a_worker_that_does_not_come("simulation-worker_bg.wasm", Fault::ServerError);
}

#[test]
fn a_missing_chart_script_is_said_and_harms_nothing_else() {
    let server = site::at_root();
    server.fail("plotly", Fault::NotFound);
    let browser = Browser::open();
    site::open(&browser, &server, SHORT);
    browser.click(".transport .primary");
    browser.wait_for(
        "/^[0-9a-f]{16}$/.test(document.querySelector('.ended code')?.innerText)",
        true,
    );
    browser.run_script(
        "document.querySelector('.chart-place').scrollIntoView({ behavior: 'instant' })",
    );
    browser.wait_for("document.querySelector('.chart .failure')?.innerText.startsWith('The chart script did not load.')", true);
    // The numbers stand as text.
    browser.click("summary");
    browser.wait_for(
        "document.querySelectorAll('.voltage tbody tr').length > 1",
        true,
    );
    server.heal();
    browser.click(".chart .failure button");
    browser.wait_for(
        "document.querySelectorAll('.chart svg.main-svg').length > 0",
        true,
    );
}
