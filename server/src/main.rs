//! `preau`: see `preau --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    preau::run()
}
