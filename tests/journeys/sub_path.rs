//! The site below the root of a host, as a project page of a static host has it.
//! Here because one link without the prefix leads out of the site.
//! Must not know: what the pages show beyond one sign of life.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use companion::routes::Route;
use serde_json::json;
use xtask::server::SiteServer;

use crate::{driver::Browser, site};

/// Status and headers, as a plain client sees them.
fn head(server: &SiteServer, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Path of the site on its host, `/some/repo/`.
fn base(server: &SiteServer) -> String {
    url::Url::parse(&server.url()).unwrap().path().to_owned()
}

#[test]
fn every_page_is_there_and_links_stay_below_the_prefix() {
    let server = site::below();
    let base = base(&server);
    assert!(base.len() > 2, "{base} is not below the root");
    let browser = Browser::open();
    for route in site::routes()
        .into_iter()
        .filter(|route| *route != Route::NotFound)
    {
        let path = route.path();
        let answer = head(&server, &format!("{base}{}", path.trim_start_matches('/')));
        assert!(
            answer.starts_with("HTTP/1.1 200 "),
            "{path}: {}",
            answer.lines().next().unwrap()
        );
        site::open(&browser, &server, &path);
        let outside = browser.ask_with(
            "[...document.querySelectorAll('a[href], link[href], script[src], iframe[src]')]
                .map(element => element.href ?? element.src)
                .filter(address => address.startsWith(location.origin + '/') && !address.startsWith(location.origin + a[0]))",
            vec![json!(base)],
        );
        assert_eq!(outside, json!([]), "{path}");
    }
    let lost: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|request| request.status != 200)
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn links_table_and_simulator_work_there() {
    let server = site::below();
    let base = base(&server);
    let browser = Browser::open();
    site::open(&browser, &server, "/");
    browser.click(&format!(".doors a[href='{base}explore/']"));
    browser.wait_for("location.pathname", format!("{base}explore/"));
    browser.click("thead th:nth-child(5) button");
    browser.wait_for(
        "document.querySelectorAll('th[aria-sort=ascending]').length",
        1,
    );
    assert_eq!(
        site::place(&browser),
        format!("{base}explore/?sort=lifespan_h")
    );
    browser.reload();
    site::wait_for_takeover(&browser);
    browser.wait_for(
        "document.querySelectorAll('th[aria-sort=ascending]').length",
        1,
    );

    browser.click(&format!("nav a[href='{base}simulate/']"));
    browser.wait_for("location.pathname", format!("{base}simulate/"));
    site::open(&browser, &server, "/simulate/?q=0.1");
    browser.click(".transport .primary");
    browser.wait_for(
        "/^[0-9a-f]{16}$/.test(document.querySelector('.ended code')?.innerText)",
        true,
    );
    browser.run_script(
        "document.querySelector('.chart-place').scrollIntoView({ behavior: 'instant' })",
    );
    browser.wait_for(
        "document.querySelectorAll('.chart svg.main-svg').length > 0",
        true,
    );
}

#[test]
fn an_unknown_address_gives_a_page_with_ways_in() {
    for server in [site::at_root(), site::below()] {
        let base = base(&server);
        let answer = head(&server, &format!("{base}no/such/page/"));
        assert!(
            answer.starts_with("HTTP/1.1 404 "),
            "{}",
            answer.lines().next().unwrap()
        );
        let browser = Browser::open();
        browser.go(&site::address(&server, "/no/such/page/"));
        site::wait_for_takeover(&browser);
        assert_eq!(browser.text("h1"), "There is no page here");
        browser.click(&format!("main a[href='{base}explore/']"));
        browser.wait_for("document.querySelector('h1')?.innerText", "Table 1");
        browser.wait_for("document.querySelectorAll('tbody tr[id]').length", 45);
    }
}
