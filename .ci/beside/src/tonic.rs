use std::error::Error;

use jmessage_codes::{Coded, ErrorCatalog, Kind};
use tonic::{Code, Status};

/// The status of any error with a code. A client finds the number in the metadata.
pub fn status<E: Coded + Error>(error: &E) -> Status {
    let code = error.error_code();
    let grpc_code = Code::from_i32(code.kind().grpc_code());
    let mut status = Status::new(grpc_code, error.to_string());
    if let Ok(number) = code.code().to_string().parse() {
        status.metadata_mut().insert("error-code", number);
    }
    status
}

/// Whether a client should retry after this status.
pub fn is_worth_a_retry(status: &Status) -> bool {
    Kind::from_grpc_code(status.code().into()).is_retryable()
}
