use std::io::{Read, Result, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use jmessage_codes::WebCode;

#[derive(BorshSerialize, BorshDeserialize)]
pub struct Failure {
    #[borsh(serialize_with = "write", deserialize_with = "read")]
    pub code: WebCode,
}

fn write<W: Write>(code: &WebCode, writer: &mut W) -> Result<()> {
    code.code().serialize(writer)
}

fn read<R: Read>(reader: &mut R) -> Result<WebCode> {
    u32::deserialize_reader(reader).map(WebCode::from)
}
