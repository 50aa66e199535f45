//! Links with the C library's startup code and nothing of std.

fn main() {
    println!("cargo::rustc-link-lib=c");
}
