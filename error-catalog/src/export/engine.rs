//! The template engine: its filters, and the escaping of its output.
//!
//! No text of the table reaches the output unescaped. In HTML and Markdown, the engine escapes
//! it. In everything else, a filter has to say how to write it, or the template fails: which
//! characters end a literal or a comment depends on the language.

use std::borrow::Cow;
use std::fmt::Write;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use thiserror::Error as ThisError;

use super::filters::{self, SOURCE};
use super::html_text;
use crate::escape;

/// Why a template was not filled in.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error("{name}:{line}: {problem}")]
pub struct TemplateError {
    name: String,
    line: usize,
    problem: String,
}

impl TemplateError {
    fn new(name: &str, error: &Error) -> Self {
        let detail = |error: &Error| match error.detail() {
            Some(detail) => detail.to_owned(),
            None => error.kind().to_string(),
        };
        let mut problem = detail(error);
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            let cause_of = cause.downcast_ref::<Error>().map_or_else(|| cause.to_string(), detail);
            // Writing to a string does not fail.
            let _ = write!(problem, ": {cause_of}");
            source = cause.source();
        }
        Self { name: name.to_owned(), line: error.line().unwrap_or(1), problem }
    }

    /// The line of the template, counted from 1.
    ///
    /// ```
    /// use error_catalog::{Export, Table};
    /// use jmessage_codes::WebCode;
    ///
    /// let template = "<h1>{{ page.title }}</h1>\n{% for entry in codes %}{% endfor %}\n";
    /// let table = Table::of::<WebCode>();
    /// let error = Export::new(&table).render("codes.html", template).err().ok_or("filled in")?;
    /// assert_eq!(error.line(), 2);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

const MARKDOWN: AutoEscape = AutoEscape::Custom(Cow::Borrowed("markdown"));

/// Fills in a template. Its name says how texts are escaped.
pub(super) fn render(name: &str, template: &str, model: Value) -> Result<String, TemplateError> {
    let failed = |error| TemplateError::new(name, &error);
    let mut engine = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    engine.set_syntax(syntax.build().map_err(failed)?);
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(escaping_of);
    engine.set_formatter(format);
    filters::add_to(&mut engine);
    engine.render_named_str(name, template, model).map_err(failed)
}

/// By the last extension that is not one of templates.
fn escaping_of(name: &str) -> AutoEscape {
    let name = name.to_ascii_lowercase();
    let is_kept = |part: &&str| !matches!(*part, "j2" | "jinja" | "jinja2" | "tmpl");
    let extension = name.rsplit('.').find(is_kept);
    match extension {
        Some("html" | "htm" | "xhtml" | "xml" | "svg") => AutoEscape::Html,
        Some("md" | "markdown") => MARKDOWN,
        _ => SOURCE,
    }
}

/// Writes the value of an expression.
fn format(output: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if let Some(text) = value.as_str().filter(|_| value.is_safe()) {
        return Ok(output.write_str(text)?);
    }
    let text = match value.kind() {
        // As most languages write it, unlike Python.
        ValueKind::Bool => value.is_true().to_string(),
        _ => value.to_string(),
    };
    let is_plain = matches!(value.kind(), ValueKind::Bool | ValueKind::Number);
    match state.auto_escape() {
        AutoEscape::Html => output.write_str(&html_text::escape(&text))?,
        escaping if *escaping == MARKDOWN => output.write_str(&escape::markdown(&text))?,
        // The template itself asked for this with `{% autoescape false %}`.
        AutoEscape::None => output.write_str(&text)?,
        _ if is_plain => output.write_str(&text)?,
        _ => {
            let problem = "a text needs a filter that says how to write it, such as `| json` for \
                           a literal or `| comment` for a comment; a text of the template itself \
                           needs `| safe`";
            return Err(Error::new(ErrorKind::InvalidOperation, problem));
        }
    }
    Ok(())
}
