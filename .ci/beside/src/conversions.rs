use std::error::Error;

use jmessage_codes::WebCode;

/// What databases and other libraries return.
pub fn from_an_integer(number: i64) -> Result<WebCode, Box<dyn Error>> {
    Ok(u32::try_from(number)?.into())
}

pub fn from_a_text(text: &String) -> Result<WebCode, Box<dyn Error>> {
    Ok(text.parse()?)
}
