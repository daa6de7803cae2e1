//! A static file server for the built site, as any plain static host would serve it.
//! Here for `cargo xtask serve` and, in-process, for the browser journeys, which also make chosen paths fail.
//! Must not know: how the site is built or what is on it.

mod files;
mod headers;
mod journal;

use std::{
    fs::File,
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
};

use tiny_http::{Method, Request, Response, Server};

use files::Found;
use journal::Journal;
pub use journal::{Fault, Requested};

/// Answers at the same time; a page asks for about ten files at once.
const N_THREADS: usize = 4;
/// Ports tried after the one wanted.
const N_PORTS: u16 = 50;

/// What to serve and where.
#[derive(Debug, Clone)]
pub struct SiteOptions {
    /// The folder that `cargo xtask build` wrote.
    pub dist: PathBuf,
    /// Path under which the site was built, `/` or `/some/repo/`.
    pub base: String,
    /// Port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
}

/// Why the site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The folder is not a built site.
    #[error("{} has no index.html; build the site first", .0.display())]
    NotBuilt(PathBuf),
    /// The wanted port and those after it are taken.
    #[error("no free port from {first} on: {reason}")]
    NoPort {
        /// The port that was wanted.
        first: u16,
        /// What the system said about the last one tried.
        reason: String,
    },
}

/// A running server; it stops when dropped.
pub struct SiteServer {
    server: Arc<Server>,
    journal: Arc<Journal>,
    address: SocketAddr,
    base: String,
    threads: Vec<JoinHandle<()>>,
}

impl std::fmt::Debug for SiteServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SiteServer")
            .field("url", &self.url())
            .finish_non_exhaustive()
    }
}

impl SiteServer {
    /// Starts serving on the wanted port, or on the next free one.
    pub fn start(options: SiteOptions) -> Result<Self, ServerError> {
        if !options.dist.join("index.html").is_file() {
            return Err(ServerError::NotBuilt(options.dist));
        }
        let (server, address) = bind(options.port)?;
        let server = Arc::new(server);
        let journal = Arc::new(Journal::default());
        let site = Arc::new(options);
        let threads = (0..N_THREADS)
            .map(|_| {
                let (server, journal, site) = (server.clone(), journal.clone(), site.clone());
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        answer(request, &site, &journal);
                    }
                })
            })
            .collect();
        Ok(Self {
            server,
            journal,
            address,
            base: site.base.clone(),
            threads,
        })
    }

    /// Address of the home page, with a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// The port in use, which may differ from the one wanted.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on, paths that contain `part` are answered with this fault.
    pub fn fail(&self, part: &str, fault: Fault) {
        self.journal.fail(part, fault);
    }

    /// Takes back every `fail`.
    pub fn heal(&self) {
        self.journal.heal();
    }

    /// From now on, paths that contain `part` are answered only after `release`, as over a very slow line.
    pub fn hold(&self, part: &str) {
        self.journal.hold(part);
    }

    /// Answers whatever was held, and holds nothing more.
    pub fn release(&self) {
        self.journal.release();
    }

    /// Every request so far, oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<Requested> {
        self.journal.requests()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        self.journal.forget_requests();
    }

    /// Blocks until the process ends.
    pub fn serve_forever(mut self) {
        for thread in self.threads.drain(..) {
            // A thread ends only with the process; a panic in it has already been printed.
            let _ended = thread.join();
        }
    }
}

impl Drop for SiteServer {
    fn drop(&mut self) {
        self.journal.release();
        for _ in 0..self.threads.len() {
            self.server.unblock();
        }
    }
}

/// Loopback only: this server is for the person at the machine.
fn bind(first: u16) -> Result<(Server, SocketAddr), ServerError> {
    let mut reason = String::new();
    let last = if first == 0 {
        0
    } else {
        first.saturating_add(N_PORTS)
    };
    for port in first..=last {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => {
                if let Some(address) = server.server_addr().to_ip() {
                    return Ok((server, address));
                }
            }
            Err(error) => reason = error.to_string(),
        }
    }
    Err(ServerError::NoPort { first, reason })
}

fn answer(request: Request, site: &SiteOptions, journal: &Journal) {
    let path = request
        .url()
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let query = request
        .url()
        .strip_prefix(path.as_str())
        .unwrap_or_default()
        .to_owned();
    let found = match journal.fault_for(&path) {
        Some(fault) => Found::Fault(fault.status()),
        None if !matches!(request.method(), Method::Get | Method::Head) => Found::Fault(405),
        None => files::find(&site.dist, &site.base, &path),
    };
    journal.note(Requested {
        method: request.method().to_string(),
        path: path.clone(),
        status: found.status(),
    });
    journal.wait_for_release(&path);
    let sent = match found {
        Found::File { path, status } => match File::open(&path) {
            Ok(file) => {
                let response = Response::from_file(file).with_status_code(status);
                request.respond(
                    headers::for_file(&path, status)
                        .into_iter()
                        .fold(response, Response::with_header),
                )
            }
            Err(error) => {
                request.respond(Response::from_string(error.to_string()).with_status_code(500))
            }
        },
        Found::Redirect(to) => {
            let response = Response::empty(308);
            request.respond(
                headers::location(&format!("{to}{query}"))
                    .into_iter()
                    .fold(response, Response::with_header),
            )
        }
        Found::Fault(status) => {
            request.respond(Response::from_string(format!("{status}\n")).with_status_code(status))
        }
    };
    // A browser that went away in the middle of a file is no fault of the server.
    drop(sent);
}

#[cfg(test)]
mod tests;
