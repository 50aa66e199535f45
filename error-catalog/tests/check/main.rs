//! Two tables, and what differs.

mod against;
mod comments;
mod compare;
mod diff;
