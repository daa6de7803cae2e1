//! The widgets in frames: on our own test page and on a page of another site.
//! Here because a lecturer's page is not ours: it has another origin, its own script or none, and may forbid storage.
//! Must not know: what the widgets do beyond one sign of life each.

use std::fs;

use serde_json::json;
use xtask::server::SiteServer;

use crate::{
    driver::{Browser, Options},
    site,
};

/// A page of somebody else's: two bare frames and an ear for messages.
fn host_page(of: &SiteServer) -> (tempfile::TempDir, SiteServer) {
    let folder = tempfile::tempdir().unwrap();
    let (table, simulator) = (
        site::address(
            of,
            "/embed/table/?type=solid-electrolyte-interphase&theme=dark",
        ),
        site::address(of, "/embed/simulator/?q=0.1"),
    );
    let page = format!(
        "<!doctype html><html lang=en><title>A course</title><script>
            const heard = []; addEventListener('message', event => heard.push([event.origin, event.data]));
        </script><h1>Week 3</h1>
        <iframe src='{table}' title='Table' width='100%' height='500'></iframe>
        <iframe src='{simulator}' title='Simulator' width='100%' height='600'></iframe>"
    );
    fs::write(folder.path().join("index.html"), page).unwrap();
    let server = site::serve(folder.path().to_owned(), "/".to_owned());
    (folder, server)
}

/// The same server under another name: to a browser, another site.
fn foreign_address(host: &SiteServer) -> String {
    host.url().replace("127.0.0.1", "localhost")
}

#[test]
fn our_test_page_frames_both_and_follows_their_heights() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/embed/");
    for index in 0..2_u16 {
        let frame = format!("document.querySelectorAll('iframe')[{index}]");
        browser.wait(&format!("frame {index} to take the height of its page"), || {
            let heights = browser.ask(&format!(
                "[Number({frame}.getAttribute('height')), Math.ceil({frame}.contentDocument.body?.getBoundingClientRect().height)]"
            ));
            if heights[0] == heights[1] && heights[0] != 600 { Ok(()) } else { Err(heights) }
        });
    }
    // Another width gives another height, and the frame follows again.
    let before = browser.ask("document.querySelector('iframe').getAttribute('height')");
    browser.set_screen(400, 800);
    browser.wait("the frame to follow a change of width", || {
        let now = browser.ask("document.querySelector('iframe').getAttribute('height')");
        if now == before { Err(now) } else { Ok(()) }
    });
}

#[test]
fn the_address_of_a_frame_sets_its_view_and_theme() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_theme("light");
    site::open(
        &browser,
        &server,
        "/embed/table/?type=solid-electrolyte-interphase&theme=dark",
    );
    browser.wait_for(
        "document.querySelector('.shown')?.innerText !== '45 of 45 conditions, 26 materials'",
        true,
    );
    assert_eq!(
        browser.count(".site-header, .site-footer, .skip, nav"),
        0,
        "a frame shows the widget alone"
    );
    let dark = browser.ask("getComputedStyle(document.body).backgroundColor");
    // A change of view keeps the theme.
    browser.click("thead th:nth-child(1) button");
    browser.wait_for("document.querySelectorAll('th[aria-sort]').length", 1);
    assert_eq!(
        browser.ask("new URLSearchParams(location.search).get('theme')"),
        "dark"
    );
    let link = browser.ask("document.querySelector('.embed-credit a').getAttribute('href')");
    assert!(link.as_str().unwrap().starts_with("/explore/?"), "{link}");
    site::open(&browser, &server, "/embed/table/");
    assert_ne!(
        browser.ask("getComputedStyle(document.body).backgroundColor"),
        dark
    );
}

#[test]
fn bare_frames_work_on_a_foreign_page_that_forbids_storage() {
    let server = site::at_root();
    let (_folder, host) = host_page(&server);
    let browser = Options::default().without_storage().open();
    // Tall enough for both: a browser lets a foreign frame out of sight rest, and it tells its height when it is seen.
    browser.set_screen(1000, 1600);
    browser.go(&foreign_address(&host));
    // Every dialect is heard from both frames.
    for dialect in [
        "d.source === 'zi' && d.v === 1 && d.type === 'resize'",
        "d.subject === 'lti.frameResize'",
        "d.sentinel === 'amp' && d.type === 'embed-size'",
        "d.type === 'setHeight'",
    ] {
        browser.wait_for(
            &format!("heard.filter(([, d]) => {dialect} && d.height > 100).length >= 2"),
            true,
        );
    }
    assert_eq!(
        browser.ask_with(
            "heard.every(([origin]) => a[0].startsWith(origin))",
            vec![json!(server.url())]
        ),
        true,
        "only the frames have spoken"
    );

    browser.enter_frame(0);
    assert_eq!(
        browser
            .ask("(() => { try { localStorage; return 'open'; } catch (e) { return e.name; } })()"),
        "SecurityError"
    );
    browser.wait_for(
        "document.querySelector('.shown')?.innerText",
        "10 of 45 conditions, 7 materials",
    );
    assert_eq!(
        browser.ask("document.documentElement.dataset.theme"),
        "dark"
    );
    browser.click("thead th:nth-child(1) button");
    browser.wait_for(
        "document.querySelectorAll('th[aria-sort=ascending]').length",
        1,
    );
    browser.leave_frame();

    browser.enter_frame(1);
    browser.click(".transport .primary");
    browser.wait_for(
        "/^[0-9a-f]{16}$/.test(document.querySelector('.ended code')?.innerText)",
        true,
    );
    browser.leave_frame();
    assert_eq!(browser.ask("document.cookie"), "");
}
