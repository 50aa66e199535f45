//! stub
/// stub
#[derive(Debug)]
pub struct Difference;
