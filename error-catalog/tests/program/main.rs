//! The program `error-catalog`, run as in a shell.
#![cfg(feature = "cli")]

#[path = "../common/folder.rs"]
mod folder;
#[path = "../common/program.rs"]
mod program;

mod cli;
mod documented;
mod files;
mod joined;
mod life;
mod list;
mod revisions;
mod several;
mod sources;
