//! The same files in a browser's WebAssembly, in a worker as on the page.
//! Here because a workbook asks for the time, and a browser has no clock of the system's.
//! Must not know: gloo; a real worker is met in the journeys.
#![cfg(all(target_arch = "wasm32", feature = "server"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::ExportHeader;
use support::{file, header, table};
use table_files::{FileFormat, Order};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn every_format_is_written_with_and_without_a_date() {
    for format in FileFormat::ALL {
        for date in [Some("2026-11-25".to_owned()), None] {
            let written = file(Order::Write {
                format,
                table: table(),
                rows: vec![0, 1, 2],
                columns: vec![0, 1, 2],
                header: ExportHeader { date, ..header() },
            });
            let begins = match format {
                FileFormat::Workbook => written.starts_with(b"PK"),
                FileFormat::Text(_) => String::from_utf8(written).unwrap().contains("ZnS"),
            };
            assert!(begins, "{format:?}");
        }
    }
}
