//! The messages: an order from the page, progress and an outcome from the worker.
//! Here because a page may meet a worker of another build, and must find out at the first message.
//! Must not know: how they travel.
//!
//! The first variants, `Hello`, `Ready` and `WrongVersion`, keep their place and shape for ever, so that any two versions
//! can tell each other apart. Any other change raises [`PROTOCOL_VERSION`].

use explorer::{ExportHeader, Format, Table, own::OwnRows};
use serde::{Deserialize, Serialize};

/// Raised whenever a message, or a table in it, changes its form.
pub const PROTOCOL_VERSION: u32 = 1;

/// Names one order, so that a late answer to an earlier one is known as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JobId(pub u32);

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// First message; answered by `Ready` or `WrongVersion`.
    Hello { version: u32 },
    /// Answered by any number of `Progress`, then `Done` or `Refused`.
    Do { job: JobId, order: Box<Order> },
}

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Rows and columns of a table, by position and in this order, as a file.
    Write {
        format: FileFormat,
        table: Table,
        rows: Vec<usize>,
        columns: Vec<usize>,
        header: ExportHeader,
    },
    /// The entries of a BibTeX file whose keys end in `ref` and one of these numbers, in the order of the numbers.
    Cite {
        bibliography: String,
        references: Vec<u16>,
        /// Said above the entries, a line each.
        head: Vec<String>,
    },
    /// A reader's own CSV against a table, whose rows should be the printed ones.
    Read { text: String, table: Table },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FileFormat {
    Text(Format),
    /// `.xlsx`.
    Workbook,
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Ready {
        version: u32,
    },
    WrongVersion {
        worker: u32,
        page: u32,
    },
    /// Rows or lines so far, of about so many.
    Progress {
        job: JobId,
        n_done: usize,
        n_all: usize,
    },
    Done {
        job: JobId,
        outcome: Box<Outcome>,
    },
    /// The order cannot be carried out; the worker lives on.
    Refused {
        job: JobId,
        reason: String,
    },
    /// The worker is about to end after a fault in the program.
    Crashed {
        reason: String,
    },
    /// A request could not be read.
    Unreadable {
        reason: String,
    },
}

/// What an order came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    File(#[serde(with = "serde_bytes")] Vec<u8>),
    Rows(OwnRows),
}

impl FileFormat {
    pub const ALL: [Self; 6] = [
        Self::Text(Format::Csv),
        Self::Workbook,
        Self::Text(Format::Tsv),
        Self::Text(Format::Json),
        Self::Text(Format::Markdown),
        Self::Text(Format::Latex),
    ];

    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text(format) => format.extension(),
            Self::Workbook => "xlsx",
        }
    }

    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Text(format) => format.media_type(),
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl Answer {
    /// The order that it speaks of.
    #[must_use]
    pub fn job(&self) -> Option<JobId> {
        match self {
            Self::Progress { job, .. } | Self::Done { job, .. } | Self::Refused { job, .. } => {
                Some(*job)
            }
            _ => None,
        }
    }
}
