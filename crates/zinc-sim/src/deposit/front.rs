//! `front.csv`: the metal's surface at the end, piece by piece.
//! Here because roughness alone does not show a mushroom.
//! Must not know: how the surface was traced.

use std::fs::File;
use std::io::BufWriter;

use anyhow::Context;
use electrodeposition::deposit::{Deposit, FrontLabel};
use serde::Serialize;

/// One straight piece; distances from the lower left corner of the window.
#[derive(Serialize)]
struct Piece {
    start_x_m: f64,
    start_y_m: f64,
    end_x_m: f64,
    end_y_m: f64,
    current_density_a_m2: f64,
    made_of: &'static str,
}

pub fn write(mut file: csv::Writer<BufWriter<File>>, deposit: &Deposit) -> anyhow::Result<()> {
    for segment in deposit.front() {
        let piece = Piece {
            start_x_m: segment.start_m[0],
            start_y_m: segment.start_m[1],
            end_x_m: segment.end_m[0],
            end_y_m: segment.end_m[1],
            current_density_a_m2: segment.current_density_a_m2,
            made_of: match segment.label {
                FrontLabel::Foil => "foil",
                FrontLabel::Bare => "bare",
                FrontLabel::Coated => "coated",
                FrontLabel::Pinhole => "pinhole",
            },
        };
        file.serialize(piece).context("cannot write front.csv")?;
    }
    file.flush().context("cannot write front.csv")
}
