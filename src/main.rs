use std::process::ExitCode;

fn main() -> ExitCode {
    hazir::commands::run()
}
