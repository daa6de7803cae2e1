//! Nothing is asked of another host, and nothing is stored that the reader did not choose.
//! Here because the site says so on every page.
//! Must not know: what the pages show.

use serde_json::{Value, json};

use crate::{driver::Options, site};

/// Addresses of requests in Chrome's own log, from whatever page, frame or worker.
fn requested(log: &[Value]) -> Vec<String> {
    log.iter()
        .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
        .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
        .filter_map(|entry| {
            entry["message"]["params"]["request"]["url"]
                .as_str()
                .map(str::to_owned)
        })
        .collect()
}

#[test]
fn every_request_stays_on_our_host_and_nothing_is_stored() {
    let server = site::at_root();
    let browser = Options::default().noting_traffic().open();
    let mut asked = Vec::new();
    for route in site::routes() {
        site::open(&browser, &server, &route.path());
        asked.extend(requested(&browser.log("performance")));
    }
    // The simulator asks for more once it runs.
    site::open(&browser, &server, "/simulate/?q=0.1");
    browser.run_script(
        "document.querySelector('.chart-place').scrollIntoView({ behavior: 'instant' })",
    );
    browser.wait_for(
        "document.querySelectorAll('.chart svg.main-svg').length > 0",
        true,
    );
    browser.click(".transport .primary");
    browser.wait_for("document.querySelector('.ended code') !== null", true);
    asked.extend(requested(&browser.log("performance")));

    for part in [".wasm", ".woff2", "plotly", "simulation-worker"] {
        assert!(
            asked.iter().any(|address| address.contains(part)),
            "the log misses {part}: it cannot be complete"
        );
    }
    let foreign: Vec<_> = asked
        .iter()
        .filter(|address| {
            !address.starts_with(&server.url())
                && !address.starts_with("data:")
                && !address.starts_with("blob:")
                && *address != "about:blank"
        })
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let lost: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|request| request.status >= 400 && !request.path.contains("/404/"))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");

    assert_eq!(
        browser.ask("[document.cookie, localStorage.length, sessionStorage.length]"),
        json!(["", 0, 0])
    );
    assert_eq!(
        browser.devtools("Network.getAllCookies", &json!({}))["cookies"],
        json!([])
    );
}

#[test]
fn only_a_chosen_theme_is_kept_and_it_can_be_taken_back() {
    let server = site::at_root();
    let browser = Options::default().open();
    browser.set_theme("light");
    site::open(&browser, &server, "/about/");
    let paper = "getComputedStyle(document.body).backgroundColor";
    let light = browser.ask(paper);
    let choose = |theme: &str| {
        browser.ask_with(
            "(choice => { choice.value = a[0]; choice.dispatchEvent(new Event('change', { bubbles: true })); return true; })(document.querySelector('.theme-choice select'))",
            vec![json!(theme)],
        )
    };
    choose("dark");
    browser.wait_for(&format!("{paper} !== {light}"), true);
    assert_eq!(
        browser.ask("JSON.stringify({ ...localStorage })"),
        r#"{"theme":"dark"}"#
    );
    // Kept on the next page, before anything is painted.
    site::open(&browser, &server, "/glossary/");
    assert_eq!(
        browser.ask("document.documentElement.dataset.theme"),
        "dark"
    );
    assert_eq!(
        browser.ask("document.querySelector('.theme-choice select').value"),
        "dark"
    );
    choose("");
    browser.wait_for(paper, light);
    assert_eq!(browser.ask("localStorage.length"), 0);
}
