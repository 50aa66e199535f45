//! Examples, for the help of each subcommand.

pub(crate) const PROGRAM: &str = "\
The life of a table:
  error-catalog inspect errors.html
  error-catalog import errors.html --name Broker -o src/broker.rs
  error-catalog check src/broker.rs
  error-catalog update src/broker.rs
  error-catalog export src/broker.rs --to html -o codes.html

Exit status: 0 for success; 1 if the answer is no: something differs, a document has \
findings, or something is left for you to do; 2 for a usage error or a file that \
cannot be read.";

pub(crate) const IMPORT: &str = "\
Examples:
  error-catalog import errors.md --name Broker -o src/broker.rs
  error-catalog import errors.html --name Broker --code 'No.' --message Text
  error-catalog import errors.html --name Broker --section 'Server errors'
  error-catalog import errors.csv --name Broker --column zh=Chinese --success 0
  curl https://example.com/errors | error-catalog import - --name Broker";

/// Too long for `-h`.
const IMPORT_MORE: &str = "\
Expressions for the tables of PostgreSQL, MinGW-w64 and Apache Kafka:
  error-catalog import errcodes.txt --name State --regex \\
    '(?m)^(?<code>\\w{5}) +[EWS] +ERRCODE_(?<variant>\\w+) *(?<message>\\w*)$'
  error-catalog import ntstatus.h --name Status --regex \\
    '#define (?<variant>\\w+) \\(\\(NTSTATUS\\)(?<code>\\w+)'
  error-catalog import Errors.java --name Broker --regex \\
    '(?<variant>[A-Z_]+)\\(\\s*(?<code>-?\\d+),\\s*(?:null|\"(?<message>[^\"]*)\")'

Exit status: 0; 1 if the document is rejected; 2 for a usage error, a file that \
cannot be read or is larger than --max-size, or one that -o would overwrite.";

/// For `--help`.
pub(crate) fn import_long() -> String {
    format!("{IMPORT}\n\n{IMPORT_MORE}")
}

pub(crate) const INSPECT: &str = "\
Examples:
  error-catalog inspect errors.html
  error-catalog inspect errors.html --table 2 --code 'No.'
  error-catalog inspect errors.xlsx --output-format json

Exit status: 0; 1 if the document has findings or no table; 2 for a usage error or \
a file that cannot be read.";

pub(crate) const CHECK: &str = "\
Examples:
  error-catalog check src/broker.rs
  error-catalog check src --output-format github
  error-catalog check src/broker.rs --document new.html
  error-catalog check src/app.rs --against v1.2.0

A document that only the comment above the enum names must be in the repository.

Exit status: 0; 1 if something differs or a document has findings; 2 for a usage \
error or a file that cannot be read.";

pub(crate) const UPDATE: &str = "\
Examples:
  error-catalog update src/broker.rs
  error-catalog update src/broker.rs --dry-run
  error-catalog update src/broker.rs --document new.html --removed delete

A document that only the comment above the enum names must be in the repository.

Exit status: 0; 1 if something is left for you to do or a document has findings; 2 \
for a usage error or a file that cannot be read.";

pub(crate) const ACCEPT: &str = "\
Example:
  error-catalog accept src/broker.rs 5 105

Exit status: 0; 1 if a code has no difference; 2 for a usage error or a file that \
cannot be read.";

pub(crate) const LIST: &str = "\
Examples:
  error-catalog list src
  error-catalog list src --next AppError
  error-catalog list src other/src --name AppError --name StorageError

Exit status: 0; 1 if codes clash, or if no code is free (--next); 2 for a usage error or \
a file that cannot be read.";

pub(crate) const DIFF: &str = "\
Examples:
  error-catalog diff old.html new.html --code 'No.'
  error-catalog diff src/broker.rs errors.html --output-format json
  git show HEAD:src/broker.rs | \\
    error-catalog diff - src/broker.rs --output-format markdown

Exit status: 0 if both have the same codes and texts; 1 if they differ or a \
document has findings; 2 for a usage error or a file that cannot be read.";

pub(crate) const EXPORT: &str = "\
Examples:
  error-catalog export src/broker.rs --to html --title Broker -o codes.html
  error-catalog export src/broker.rs --to csv --safe -o codes.csv
  error-catalog export src/broker.rs --to typescript -o codes.ts
  error-catalog export src/broker.rs --template codes.go.j2 -o codes.go

Exit status: 0; 1 if the format cannot write the table; 2 for a usage error, a mistake in a \
template, or a file that cannot be read.";

pub(crate) const COMPLETIONS: &str = "\
Examples:
  source <(error-catalog completions bash)
  error-catalog completions zsh > ~/.zfunc/_error-catalog
  error-catalog completions fish | source";

#[cfg(test)]
mod tests {
    /// A wrapped command could not be copied. Other lines are wrapped to any width.
    #[test]
    fn no_example_is_wrapped() {
        let examples = [
            super::PROGRAM,
            super::IMPORT,
            super::IMPORT_MORE,
            super::INSPECT,
            super::CHECK,
            super::UPDATE,
            super::ACCEPT,
            super::LIST,
            super::DIFF,
            super::EXPORT,
            super::COMPLETIONS,
        ];
        for line in examples.iter().flat_map(|text| text.lines()) {
            assert!(!line.starts_with(' ') || line.chars().count() <= 80, "{line}");
        }
    }
}
