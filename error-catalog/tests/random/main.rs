//! Properties of random documents and enums, each on a sample. `.ci/run slow` takes many more.

#[path = "../common/hostile.rs"]
mod hostile;
#[macro_use]
#[path = "../common/named_cases.rs"]
mod named_cases;
#[path = "../common/program.rs"]
mod program;

mod accounts;
mod compiled;
mod documents;
mod drift;
mod edited;
mod layout;
mod layouts;
#[cfg(feature = "export")]
mod panics;
mod properties;
