//! The server over a real socket: status, headers, faults, journal.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
};

use super::*;

fn site() -> (tempfile::TempDir, SiteServer) {
    let dist = tempfile::tempdir().unwrap();
    fs::create_dir(dist.path().join("table")).unwrap();
    fs::write(dist.path().join("index.html"), "home").unwrap();
    fs::write(dist.path().join("404.html"), "lost").unwrap();
    fs::write(dist.path().join("table/index.html"), "table").unwrap();
    fs::write(dist.path().join("app_bg.wasm"), "wasm").unwrap();
    let server = SiteServer::start(SiteOptions {
        dist: dist.path().to_owned(),
        base: "/some/repo/".to_owned(),
        port: 0,
    })
    .unwrap();
    (dist, server)
}

fn ask(server: &SiteServer, method: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    // In one piece: a server that refuses the first line would close before a second piece came.
    let request =
        format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn files_come_with_status_and_type() {
    let (_dist, server) = site();
    for (path, status, header, body) in [
        ("/some/repo/", "200", "text/html; charset=utf-8", "home"),
        (
            "/some/repo/table/?type=polymer",
            "200",
            "text/html; charset=utf-8",
            "table",
        ),
        (
            "/some/repo/app_bg.wasm",
            "200",
            "Content-Type: application/wasm\r\n",
            "wasm",
        ),
        ("/some/repo/lost", "404", "no-cache", "lost"),
        (
            "/some/repo/table?q=zn",
            "308",
            "Location: /some/repo/table/?q=zn\r\n",
            "",
        ),
        ("/elsewhere", "404", "", "404\n"),
    ] {
        let answer = ask(&server, "GET", path);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{path}: {answer}"
        );
        assert!(answer.contains(header), "{path}: {answer}");
        assert!(
            answer.ends_with(&format!("\r\n\r\n{body}")),
            "{path}: {answer}"
        );
    }
}

#[test]
fn a_head_request_has_no_body_and_a_post_is_refused() {
    let (_dist, server) = site();
    assert!(ask(&server, "HEAD", "/some/repo/").ends_with("\r\n\r\n"));
    assert!(ask(&server, "POST", "/some/repo/").starts_with("HTTP/1.1 405 "));
}

#[test]
fn chosen_paths_fail_until_healed() {
    let (_dist, server) = site();
    server.fail("app_bg", Fault::ServerError);
    assert!(ask(&server, "GET", "/some/repo/app_bg.wasm").starts_with("HTTP/1.1 500 "));
    assert!(ask(&server, "GET", "/some/repo/").starts_with("HTTP/1.1 200 "));
    server.heal();
    assert!(ask(&server, "GET", "/some/repo/app_bg.wasm").starts_with("HTTP/1.1 200 "));
    let asked: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| (request.path, request.status))
        .collect();
    assert_eq!(
        asked,
        [
            ("/some/repo/app_bg.wasm".to_owned(), 500),
            ("/some/repo/".to_owned(), 200),
            ("/some/repo/app_bg.wasm".to_owned(), 200),
        ]
    );
    server.forget_requests();
    assert!(server.requests().is_empty());
}

/// Browsers open connections ahead of need and keep them. A pool that counted them as workers once left a request
/// unanswered until one of them closed.
#[test]
fn idle_connections_keep_nobody_waiting() {
    let (_dist, server) = site();
    let idle: Vec<_> = (0..32)
        .map(|_| TcpStream::connect(("127.0.0.1", server.port())).unwrap())
        .collect();
    for _ in 0..8 {
        assert!(ask(&server, "GET", "/some/repo/").starts_with("HTTP/1.1 200 "));
    }
    drop(idle);
}

#[test]
fn what_is_not_http_is_refused() {
    let (_dist, server) = site();
    assert!(ask(&server, "G\u{7f}T", "/some/repo/").starts_with("HTTP/1.1 400 "));
}

#[test]
fn a_held_path_is_answered_once_it_is_released_and_others_meanwhile() {
    let (_dist, server) = site();
    server.hold("app_bg");
    std::thread::scope(|scope| {
        let held = scope.spawn(|| ask(&server, "GET", "/some/repo/app_bg.wasm"));
        while server.requests().is_empty() {
            std::thread::yield_now();
        }
        assert!(ask(&server, "GET", "/some/repo/").starts_with("HTTP/1.1 200 "));
        assert!(!held.is_finished());
        server.release();
        assert!(held.join().unwrap().ends_with("wasm"));
    });
}

#[test]
fn a_taken_port_moves_to_the_next_one() {
    let (dist, first) = site();
    let second = SiteServer::start(SiteOptions {
        dist: dist.path().to_owned(),
        base: "/".to_owned(),
        port: first.port(),
    })
    .unwrap();
    assert!(second.port() > first.port());
    assert!(second.url().ends_with('/'));
}

#[test]
fn a_folder_without_pages_is_refused() {
    let empty = tempfile::tempdir().unwrap();
    let refused = SiteServer::start(SiteOptions {
        dist: empty.path().to_owned(),
        base: "/".to_owned(),
        port: 0,
    });
    assert!(matches!(refused, Err(ServerError::NotBuilt(_))));
}
