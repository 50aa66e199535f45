//! stub
/// stub
#[derive(Debug)]
pub struct Import;
/// stub
#[derive(Debug)]
pub struct ImportError;
