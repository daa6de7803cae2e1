//! A static file server for the built site, as any plain static host would serve it.
//! Here for `cargo xtask serve` and, in-process, for the browser journeys, which also make chosen paths fail.
//! Must not know: how the site is built or what is on it.

mod connection;
mod files;
mod headers;
mod journal;

use std::{
    io,
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use journal::Journal;
pub use journal::{Fault, Requested};

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
    journal: Arc<Journal>,
    address: SocketAddr,
    base: String,
    stopped: Arc<AtomicBool>,
    listening: JoinHandle<()>,
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
        let (listener, address) = bind(options.port)?;
        let journal = Arc::new(Journal::default());
        let stopped = Arc::new(AtomicBool::new(false));
        let site = Arc::new(options);
        let base = site.base.clone();
        let listening = {
            let (journal, stopped) = (journal.clone(), stopped.clone());
            thread::spawn(move || listen(&listener, &site, &journal, &stopped))
        };
        Ok(Self {
            journal,
            address,
            base,
            stopped,
            listening,
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

    /// Waits as long as it serves: until the process ends.
    pub fn serve_forever(&self) {
        while !self.listening.is_finished() {
            thread::park_timeout(Duration::from_secs(1));
        }
    }
}

impl Drop for SiteServer {
    fn drop(&mut self) {
        self.journal.release();
        self.stopped.store(true, Ordering::Release);
        // One more knock, so that the listening thread looks at the flag; if it is gone already, nobody answers.
        drop(TcpStream::connect(self.address));
    }
}

/// A thread for each connection, because browsers also open some that they never use.
fn listen(
    listener: &TcpListener,
    site: &Arc<SiteOptions>,
    journal: &Arc<Journal>,
    stopped: &AtomicBool,
) {
    for stream in listener.incoming() {
        if stopped.load(Ordering::Acquire) {
            return;
        }
        // A client that went away before it was let in asks for nothing.
        let Ok(stream) = stream else { continue };
        let (site, journal) = (site.clone(), journal.clone());
        thread::spawn(move || connection::answer(stream, &site, &journal));
    }
}

/// Loopback only: this server is for the person at the machine.
fn bind(first: u16) -> Result<(TcpListener, SocketAddr), ServerError> {
    let bound = |port| -> io::Result<(TcpListener, SocketAddr)> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    };
    let mut reason = String::new();
    let last = if first == 0 {
        0
    } else {
        first.saturating_add(N_PORTS)
    };
    for port in first..=last {
        match bound(port) {
            Ok(bound) => return Ok(bound),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(ServerError::NoPort { first, reason })
}

#[cfg(test)]
mod tests;
