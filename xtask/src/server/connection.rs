//! One connection: one request, one answer, closed.
//! Here because every answer closes its connection: no browser then waits behind another one's open line.
//! Must not know: which port, how many others there are.

use std::{
    fs::File,
    io::{self, Read, Write},
    net::TcpStream,
    time::Duration,
};

use super::{
    SiteOptions,
    files::{self, Found},
    headers,
    journal::{Journal, Requested},
};

/// A request line with its headers is longer than this only by mistake.
const MAX_HEAD_BYTES: usize = 64 * 1024;
const MAX_HEADERS: usize = 100;
/// Browsers open connections before they know what to ask.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is looked at of a request.
struct Asked {
    method: String,
    path: String,
    query: String,
}

/// Reads a request and answers it.
pub fn answer(mut stream: TcpStream, site: &SiteOptions, journal: &Journal) {
    // A client that goes away in the middle, or never asks, is no fault of the server.
    let _answered = try_answer(&mut stream, site, journal);
}

fn try_answer(stream: &mut TcpStream, site: &SiteOptions, journal: &Journal) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let Some(asked) = read_request(stream)? else {
        return send(stream, 400, &[], Body::Text("400\n".to_owned()));
    };
    let found = match journal.fault_for(&asked.path) {
        Some(fault) => Found::Fault(fault.status()),
        None if !matches!(asked.method.as_str(), "GET" | "HEAD") => Found::Fault(405),
        None => files::find(&site.dist, &site.base, &asked.path),
    };
    journal.note(Requested {
        method: asked.method.clone(),
        path: asked.path.clone(),
        status: found.status(),
    });
    journal.wait_for_release(&asked.path);
    let status = found.status();
    let (headers, body) = match found {
        Found::File { path, status } => (
            headers::for_file(&path, status),
            Body::File(File::open(&path)?),
        ),
        Found::Redirect(to) => (
            vec![("Location", format!("{to}{}", asked.query))],
            Body::Text(String::new()),
        ),
        Found::Fault(status) => (Vec::new(), Body::Text(format!("{status}\n"))),
    };
    let body = if asked.method == "HEAD" {
        body.silent()?
    } else {
        body
    };
    send(stream, status, &headers, body)
}

/// The request, or `None` if it is not HTTP.
fn read_request(stream: &mut TcpStream) -> io::Result<Option<Asked>> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    loop {
        let n_read = stream.read(&mut part)?;
        head.extend_from_slice(&part[..n_read]);
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Complete(_)) => {
                let target = request.path.unwrap_or_default();
                let path = target.split(['?', '#']).next().unwrap_or_default();
                return Ok(Some(Asked {
                    method: request.method.unwrap_or_default().to_owned(),
                    path: path.to_owned(),
                    query: target.strip_prefix(path).unwrap_or_default().to_owned(),
                }));
            }
            Ok(httparse::Status::Partial) if n_read > 0 && head.len() < MAX_HEAD_BYTES => {}
            Ok(httparse::Status::Partial) if head.is_empty() => {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            _ => return Ok(None),
        }
    }
}

enum Body {
    File(File),
    Text(String),
    /// Only its length is told.
    Silent(u64),
}

impl Body {
    fn n_bytes(&self) -> io::Result<u64> {
        Ok(match self {
            Self::File(file) => file.metadata()?.len(),
            Self::Text(text) => text.len() as u64,
            Self::Silent(n_bytes) => *n_bytes,
        })
    }

    fn silent(self) -> io::Result<Self> {
        Ok(Self::Silent(self.n_bytes()?))
    }
}

fn send(
    stream: &mut TcpStream,
    status: u16,
    headers: &[(&str, String)],
    body: Body,
) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {status} {}\r\n", reason(status));
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!(
        "Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.n_bytes()?
    ));
    stream.write_all(head.as_bytes())?;
    match body {
        Body::File(mut file) => {
            io::copy(&mut file, stream)?;
        }
        Body::Text(text) => stream.write_all(text.as_bytes())?,
        Body::Silent(_) => {}
    }
    stream.flush()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}
