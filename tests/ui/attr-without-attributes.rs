use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum = AppCode)]
enum AppError {
    #[code(1, "read failed", attr)]
    Read(u8),
    #[code(2, "write failed", attr())]
    Write(u8),
    #[code(3, "seek failed", attr("a"))]
    Seek(u8),
}

fn main() {}
