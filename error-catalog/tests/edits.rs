use error_catalog::{Format, Import, Removed, SourceFile, Table, Update};
#[test]
fn probe() {
    let dir = std::path::Path::new("/work/shared/cases/update");
    for (s, d) in [("cast-as-discriminant/before.rs", "cast-as-discriminant/doc.csv"), ("const-generics/before.rs","const-generics/doc.csv"),("indentation/s.rs","indentation/doc.csv"),("indentation/comment.rs","indentation/doc.csv"),("indentation/refused.rs","indentation/doc.csv"),("repr-and-other/s.rs","repr-and-other/m1.csv"),("shebang/s.rs","indentation/doc.csv"),("listed-again/s.rs","listed-again/doc.csv")] {
        let source = std::fs::read_to_string(dir.join(s)).unwrap();
        let doc = std::fs::read_to_string(dir.join(d)).unwrap();
        let file = match SourceFile::parse(source) { Ok(f) => f, Err(e) => { println!("{s}: {e}"); continue } };
        let table = Table::read(&doc, Format::Csv).unwrap().into_clean().unwrap();
        for r in [Removed::Retire, Removed::Delete] {
        match Update::new(Import::new("E")).removed(r).apply(&file, &file.enums()[0], &table) {
            Ok(u) => { println!("=== {s} {r:?}\n{}\nfindings {:?}", u.source, u.findings.iter().map(|f| format!("{}; {}", f.difference.text(), f.text)).collect::<Vec<_>>()); }
            Err(e) => println!("=== {s}: {e}"),
        }}
    }
}
