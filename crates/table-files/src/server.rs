//! The worker's end: each request carried out at once, its progress told on the way.
//! Here because what a file holds is a plain function, tested natively.
//! Must not know: gloo, the page.
//!
//! A request is not interrupted: a page that no longer wants it lets go of the worker, and takes another.

use explorer::{Selection, own::read_csv_watched, write_xlsx};

use crate::{
    Answer, FileFormat, JobId, Order, Outcome, PROTOCOL_VERSION, Request, Serve, bibliography,
};

/// Serves every request from the crate's own writers and readers.
#[derive(Debug)]
pub struct Server;

impl Serve for Server {
    fn serve(request: Request, say: &dyn Fn(Answer)) {
        match request {
            Request::Hello {
                version: PROTOCOL_VERSION,
            } => say(Answer::Ready {
                version: PROTOCOL_VERSION,
            }),
            Request::Hello { version: page } => say(Answer::WrongVersion {
                worker: PROTOCOL_VERSION,
                page,
            }),
            Request::Do { job, order } => say(match carry_out(*order, job, say) {
                Ok(outcome) => Answer::Done {
                    job,
                    outcome: Box::new(outcome),
                },
                Err(reason) => Answer::Refused { job, reason },
            }),
        }
    }
}

fn carry_out(order: Order, job: JobId, say: &dyn Fn(Answer)) -> Result<Outcome, String> {
    let progress = |n_done, n_all| say(Answer::Progress { job, n_done, n_all });
    match order {
        Order::Write {
            format,
            table,
            rows,
            columns,
            header,
        } => {
            let n_all = rows.len();
            let watch = |n_done| progress(n_done, n_all);
            let selection = Selection::new(&table, rows, columns).watched(&watch);
            let written = match format {
                FileFormat::Text(format) => {
                    explorer::export(format, &selection, &header).map(String::into_bytes)
                }
                FileFormat::Workbook => write_xlsx(&selection, &header),
            };
            written
                .map(Outcome::File)
                .map_err(|error| error.to_string())
        }
        Order::Cite {
            bibliography,
            references,
            head,
        } => {
            let file = bibliography::chosen(&bibliography, &references, &head);
            file.map(|file| Outcome::File(file.into_bytes()))
        }
        Order::Read { text, table } => {
            let n_all = text.lines().count();
            let watch = |n_done| progress(n_done, n_all);
            Ok(Outcome::Rows(read_csv_watched(&text, &table, &watch)))
        }
    }
}
