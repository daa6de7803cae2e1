//! What may be typed.
//! Here because the help is the first thing a newcomer reads.
//! Must not know: how a verb does its work.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Simulate zinc electrodeposition under artificial interphases.
///
/// A case is a TOML file that states only what differs from the defaults, in SI units:
///
///     [operation]
///     current_density_a_m2 = 10.0      # 1 mA per square centimetre
///     areal_charge_c_m2 = 3.6e4        # 1 mA h per square centimetre
///     n_half_cycles = 4
///
///     [coating]
///     thickness_m = 1e-6
///     conductivity_s_m = 1e-2
///
/// In place of half-cycles, `zinc-sim cell` runs a programme, here plating on an inert substrate:
///
///     [cell]
///     working_foil_m = 0.0             # Cu or Ti; zinc foil by default
///
///     [operation]
///     n_repeats = 100
///     [[operation.steps]]
///     kind = "plate"                   # or "strip", or "rest" with a duration_s
///     areal_charge_c_m2 = 3.6e4
///     [[operation.steps]]
///     kind = "strip"
///     voltage_limit_v = 0.5
///
/// `zinc-sim schema` lists every field with its unit, range, default and where the default comes from.
#[derive(Debug, Parser)]
#[command(
    version,
    verbatim_doc_comment,
    after_help = "Exit status: 0 done, 1 the run failed or a validation case is outside its tolerance, 2 the case or the command line is refused.\nThe same case gives the same numbers, bit for bit, on every machine and in the browser."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Print every field of a case as JSON Schema: unit, range, default, source
    Schema,
    /// Run the one-dimensional cell: Zn‖separator‖Zn, or zinc on an inert substrate
    ///
    /// Plates, strips and rests. Writes into DIR:
    ///   summary.json   charge, efficiency, voltages, inventories, events, state hash
    ///   series.csv     every observed quantity at every step
    ///   profiles.csv   salt concentration across the separator at the ends of some half-cycles
    #[command(verbatim_doc_comment)]
    Cell {
        /// The case, a TOML file
        case: PathBuf,
        /// Folder to write into; made where it does not exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Write only every Nth step to series.csv (ends of half-cycles are always written)
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        every: u32,
    },
    /// Grow a two-dimensional deposit on a foil, with or without a coating
    ///
    /// Plates the charge of one half-cycle. Writes into DIR:
    ///   summary.json   charge, voltages, heights, roughness, first current distribution, state hash
    ///   series.csv     every observed quantity at every step
    ///   front.csv      the metal's surface at the end, piece by piece
    #[command(verbatim_doc_comment)]
    Deposit {
        /// The case, a TOML file
        case: PathBuf,
        /// Folder to write into; made where it does not exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Write only every Nth step to series.csv (the last is always written)
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        every: u32,
    },
    /// Compare the models with closed forms and published numbers
    ///
    /// Prints one row a case: name, reference, computed, error, tolerance, pass. Exit status 1 where a row does not pass.
    Validate {
        /// Print the rows as JSON
        #[arg(long)]
        json: bool,
        /// Print instead what was measured on coated zinc beside what is simulated, nothing adjusted: no pass or fail
        #[arg(long)]
        unfitted: bool,
    },
}
