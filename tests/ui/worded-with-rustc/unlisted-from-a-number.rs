use jmessage_codes::{Unlisted, WebCode};

fn main() {
    let _: Unlisted<WebCode> = 880203.into();
}
