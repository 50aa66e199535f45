use jmessage_codes::WebCode;

fn act(code: WebCode) -> bool {
    match code {
        880203 => true,
        WebCode::Other(881999) => false,
        _ => false,
    }
}

fn main() {
    let code: WebCode = 880203;
    let kept = WebCode::Other(880203);
    act(880203);
    let _ = 880203 == code;
    let _ = (code == 880203, kept);
}
