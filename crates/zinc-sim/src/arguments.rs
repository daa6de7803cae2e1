//! What may be typed.
//! Here because the help is the first thing a newcomer reads.
//! Must not know: how a verb does its work.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::sweep::Axis;

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
    /// Run one case many times with other numbers
    ///
    /// Every --vary names a field and its values; with several, every combination is run, the last varying fastest.
    /// Writes DIR/results.jsonl, one JSON line a case: index, values, and its summary or its error. Called again, it
    /// computes only what is not there yet.
    #[command(verbatim_doc_comment)]
    Sweep(SweepOptions),
    /// Run cases drawn from the whole allowed range; each must end in a way that has a name
    ///
    /// Exit status 1 where one panics, loses a number, hangs or misses Faraday's law; its case is printed as TOML.
    RandomCases(RandomOptions),
    /// Measure the speed of field solves, deposit and cell on this machine, beside its memory
    Bench {
        /// Print the figures as JSON
        #[arg(long)]
        json: bool,
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
        /// Compute the slow rows too (four minutes of an idle core); one of them is known to be outside its tolerance, so
        /// that the exit status is 1
        #[arg(long, conflicts_with = "unfitted")]
        all: bool,
    },
}

#[derive(Debug, Args)]
pub struct SweepOptions {
    /// The case, a TOML file
    pub case: PathBuf,
    /// PATH=FROM:TO:N, PATH=FROM:TO:N:log or PATH=VALUE, in SI units
    #[arg(long, value_name = "PATH=VALUES", required = true, value_parser = Axis::parse)]
    pub vary: Vec<Axis>,
    /// Which model to run
    #[arg(long, value_enum, default_value_t = Model::Cell)]
    pub model: Model,
    /// Folder to write into; made where it does not exist
    #[arg(long, value_name = "DIR", required_unless_present = "plan")]
    pub out: Option<PathBuf>,
    /// Run only the case with this index
    #[arg(long, value_name = "INDEX")]
    pub only: Option<usize>,
    /// Print the cases, one JSON line each, and run none
    #[arg(long, conflicts_with_all = ["out", "only"])]
    pub plan: bool,
    /// Cases at a time; as many as there are cores where it is not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
}

#[derive(Debug, Args)]
pub struct RandomOptions {
    /// How many cases
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..))]
    pub n: u64,
    /// The same seed draws the same cases
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// One model; both where it is not given
    #[arg(long, value_enum)]
    pub model: Option<Model>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
}

/// A model that a case can be run with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Model {
    Cell,
    Deposit,
}

impl Model {
    /// As typed and as written into results.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cell => "cell",
            Self::Deposit => "deposit",
        }
    }
}
