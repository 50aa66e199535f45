//! Templates: what they see, and that no text of a table breaks out of its place in one.

use std::path::{Path, PathBuf};
use std::{env, fs};

use error_catalog::{Export, Format, SourceFile, Table};

use crate::hostile_tables::{PAYLOADS, tables};

/// A template in the README that begins with this comment.
fn example(name: &str) -> &'static str {
    let readme = include_str!("../../README.md");
    let start = readme.find(&format!("{{#- {name} -#}}\n")).unwrap();
    let (template, _) = readme[start..].split_once("```").unwrap();
    template
}

/// `.ci/run exports` compiles and runs these files, and compares what they say.
#[test]
fn every_format_takes_hostile_texts() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let write =
        |name: String, text: &str| fs::write(folder.join(PathBuf::from(name)), text).unwrap();
    for (name, table) in tables() {
        let export = Export::new(&table);
        let json = table.to_json();
        let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(rows[3]["message"], PAYLOADS[3]);
        let schema: serde_json::Value = serde_json::from_str(&table.to_json_schema()).unwrap();
        assert_eq!(schema["oneOf"][0]["title"], rows[0]["name"]);
        write(format!("{name}.json"), &json);
        write(format!("{name}.schema.json"), &table.to_json_schema());
        write(format!("{name}.html"), &table.to_html());
        write(format!("{name}.py"), &table.to_python());
        write(format!("{name}.ts"), &table.to_typescript());
        match table.to_c() {
            Ok(header) => write(format!("{name}.h"), &header),
            Err(_) => assert_eq!(name, "huge"),
        }
        for file in ["Codes.java", "codes.go"] {
            let (stem, extension) = file.split_once('.').unwrap();
            let source = export.render(file, example(file)).unwrap();
            fs::create_dir_all(folder.join(format!("{name}-{extension}"))).unwrap();
            write(format!("{name}-{extension}/{stem}.{extension}"), &source);
        }
        let sql = "CREATE TABLE codes (code, message, zh);\n{% for entry in entries %}\n\
                   -- {{ entry.message | comment }}\n\
                   INSERT INTO codes VALUES ({{ entry.shown | sql }}, {{ entry.message | sql }}, \
                   {{ entry.columns.zh | sql }});\n{% endfor %}\n";
        write(format!("{name}.sql"), &export.render("codes.sql", sql).unwrap());
        // No format has a raw character that a terminal acts on.
        for text in [
            table.to_csv(),
            table.to_markdown(),
            table.to_html(),
            table.to_typescript(),
            table.to_python(),
            json,
        ] {
            let raw = text.find(|c: char| c.is_control() && !"\t\n".contains(c));
            assert_eq!(raw, None, "{name}");
        }
    }
}

fn rendered(name: &str, template: &str, message: &str) -> Result<String, String> {
    let document = serde_json::json!([{ "code": 5, "message": message }]).to_string();
    let table = Table::read(&document, Format::Json).unwrap().table;
    Export::new(&table).render(name, template).map_err(|error| error.to_string())
}

#[test]
fn html_is_escaped_by_any_name_of_html() {
    let template = "{% set kept %}{{ entries[0].message }}{% endset %}<p title=\"{{ entries[0].message }}\">{{ kept }}</p>{{ entries[0].message | e }}{{ '<' ~ entries[0].message }}{{ [entries[0].message] | join('<b>' | safe) }}";
    for name in ["a.html", "a.HTML", "a.htm.j2", "b/a.xml.jinja2", "a.svg.tmpl", "a.xhtml"] {
        for payload in PAYLOADS {
            let page = rendered(name, template, payload).unwrap();
            let inner = page
                .replace("<p title=\"", "")
                .replace("\">", "")
                .replace("</p>", "")
                .replace("<b>", "");
            assert!(!inner.contains(['<', '>', '"', '\'']), "{name} {page:?}");
        }
    }
    assert_eq!(rendered("a.html", "{{ entries[0].message | safe }}", "<b>").unwrap(), "<b>");
}

/// A page that shows a literal or a comment escapes it, and a script takes JSON.
#[test]
fn what_is_written_for_a_language_is_escaped_in_a_page() {
    const FILTERS: [&str; 9] =
        ["comment", "c", "go", "java", "python", "typescript", "sql", "mysql", "property"];
    for payload in PAYLOADS {
        for filter in FILTERS {
            let template = format!("{{{{ entries[0].message | {filter} }}}}");
            for name in ["a.html", "a.xml", "a.svg.j2"] {
                let page = rendered(name, &template, payload).unwrap();
                assert!(!page.contains(['<', '>', '"', '\'']), "{filter} {name} {page:?}");
            }
            let document = rendered("a.md", &template, payload).unwrap();
            assert!(!document.replace("<br>", "").contains('<'), "{filter} {document:?}");
        }
        let script = rendered("a.html", "{{ entries[0].message | json }}", payload).unwrap();
        assert_eq!(serde_json::from_str::<String>(&script).unwrap(), payload);
        assert!(!script.contains(['<', '>', '&', '\'']), "{script}");
    }
    let shown = "<pre>{{ entries[0].message | java }} {{ true | python }} {{ 5 | go }}</pre>";
    assert_eq!(rendered("a.html", shown, "a").unwrap(), "<pre>&quot;a&quot; True 5</pre>");
}

#[test]
fn markdown_is_escaped() {
    let template = "| Code | Message |\n| --- | --- |\n{% for entry in entries %}\n| {{ entry.shown }} | {{ entry.message }} |\n{% endfor %}\n";
    for payload in PAYLOADS {
        let document = rendered("codes.md.j2", template, payload).unwrap();
        let back = Table::read(&document, Format::Markdown).unwrap().into_clean().unwrap();
        assert_eq!(back.rows()[0].message(), payload.replace('\0', "\u{fffd}"), "{document}");
    }
}

/// In source code a text without a filter is an error, whatever it is.
#[test]
fn source_code_needs_a_filter() {
    for template in [
        "{{ entries[0].message }}",
        "{{ entries[0].message | upper }}",
        "{{ entries[0].message | snake }}",
        "{{ entries[0].message | trim | replace('a', 'b') }}",
        "{{ entries[0].message ~ ('x' | safe) }}",
        "{{ [entries[0].message] | join(',' | safe) }}",
        "{{ entries[0] }}",
        "{{ entries[0].kind }}",
        "{% macro text(of) %}{{ of }}{% endmacro %}{{ text(entries[0].message) }}",
        "{% set text = entries[0].message %}{{ text }}",
        "{{ catalog.name }}",
    ] {
        for name in ["codes.go", "codes", "codes.java.j2", "codes.json", "codes.yaml"] {
            let error = rendered(name, template, "plain").unwrap_err();
            assert!(
                error.starts_with(&format!("{name}:1: a text needs a filter")),
                "{template} {error}"
            );
        }
    }
    let all = "{{ entries[0].identifier }} {{ entries[0].constant }} {{ entries[0].code }} {{ entries[0].literal }} {{ entries[0].retired }} {{ entries[0].identifier | snake }}";
    assert_eq!(
        rendered("codes.go", all, "not found").unwrap(),
        "NotFound NOT_FOUND 5 5 false not_found"
    );
}

#[test]
fn a_literal_is_its_text() {
    for payload in PAYLOADS {
        let literal = rendered("a.json", "{{ entries[0].message | json }}", payload).unwrap();
        assert_eq!(serde_json::from_str::<String>(&literal).unwrap(), payload);
        assert!(!literal.contains('<'));
        for language in ["c", "go", "java", "json", "mysql", "python", "sql", "typescript"] {
            let template = format!("{{{{ entries[0].message | {language} }}}}");
            let literal = rendered("a", &template, payload).unwrap();
            let (quote, inner) = (literal.as_bytes()[0], &literal[1..literal.len() - 1]);
            assert_eq!(literal.as_bytes().last(), Some(&quote));
            assert!(!inner.contains('\0') && (quote == b'\'' || !inner.contains(['\n', '\r'])));
            // Every quote inside has something in front, or is doubled in SQL.
            let inner = match language {
                "sql" => inner.replace("''", ""),
                "mysql" => inner.replace("''", "").replace("\\\\", ""),
                _ => inner.replace("\\\\", "").replace("\\\"", ""),
            };
            assert!(!inner.contains(char::from(quote)), "{language} {literal}");
        }
    }
    let template = "{{ true | python }} {{ none | python }} {{ 7 | go }} {{ none | go }} {{ none | sql }} {{ false | sql }}";
    assert_eq!(rendered("a", template, "").unwrap(), "True None 7 nil NULL FALSE");
    let template = "{{ false | python }} {{ true | mysql }}";
    assert_eq!(rendered("a", template, "").unwrap(), "False TRUE");
}

#[test]
fn a_literal_has_the_escapes_of_its_language() {
    for (language, message, literal) in [
        ("c", "a??/\n\u{7}1", r#""a\?\?/\n\0071""#),
        ("go", "a\n\u{7}\u{e0001}", r#""a\n\u0007\U000e0001""#),
        ("java", "a\r\u{e0001}", r#""a\r\udb40\udc01""#),
        ("mysql", r"a\'", r"'a\\'''"),
        ("sql", r"a\'", r"'a\'''"),
        ("typescript", "a/</b\u{7}", r#""a/<\/b\u{7}""#),
    ] {
        let template = format!("{{{{ entries[0].message | {language} }}}}");
        assert_eq!(rendered("a", &template, message).unwrap(), literal, "{language}");
    }
}

#[test]
fn a_comment_ends_where_the_template_says() {
    for payload in PAYLOADS {
        let comment = rendered("a.c", "{{ entries[0].message | comment }}", payload).unwrap();
        for end in ["*/", "/*", "\n", "\r", "\\u", "\0"] {
            assert!(!comment.contains(end), "{comment:?}");
        }
        assert!(!comment.ends_with('\\'));
    }
}

#[test]
fn an_error_has_the_place_in_the_template() {
    for (template, expected) in [
        ("a\n{% for x in %}", "codes.go:2: unexpected"),
        ("a\n\n{{ nothing }}", "codes.go:3: undefined value"),
        ("{{ entries[0].mesage | go }}", "codes.go:1: "),
        ("{{ entries[0].message | gogo }}", "codes.go:1: "),
        ("{{ fail('no codes of 128 bits') }}", "codes.go:1: no codes of 128 bits"),
    ] {
        let error = rendered("codes.go", template, "x").unwrap_err();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn c_has_no_codes_of_more_than_64_bits() {
    let document = "code,message\n340282366920938463463374607431768211455,a\n";
    let table = Table::read(document, Format::Csv).unwrap().table;
    let error = table.to_c().unwrap_err().to_string();
    assert!(error.contains("C has no integers for codes of more than 64 bits"), "{error}");
    assert!(table.to_python().contains("340282366920938463463374607431768211455,"));
}

/// A table without codes is valid where a format allows it, and one error where not.
#[test]
fn an_enum_without_variants_has_an_export() {
    let source = "#[derive(ErrorCatalog)]\n#[catalog(code = u8)]\npub enum Empty {}\n";
    let table = SourceFile::parse(source).unwrap().enums()[0].table().clone();
    let error = table.to_c().unwrap_err().to_string();
    assert!(error.contains("the table has no codes"), "{error}");
    assert!(table.to_typescript().contains("  readonly kind: never;\n"));
    let schema: serde_json::Value = serde_json::from_str(&table.to_json_schema()).unwrap();
    assert_eq!(schema["not"], serde_json::json!({}));
    assert_eq!(schema.get("oneOf"), None);
}

/// The table of an enum with a `url`, and codes that a URL and Markdown cannot have.
fn linked() -> Table {
    let source = "#[derive(ErrorCatalog)]
        #[catalog(url = \"https://errors.example/?a&b_c={code}\", column(area: &str))]
        enum Linked {
            #[code(\"a_b|)>\", \"one\", area = \"x\")] First_,
            #[code(\"E7\", \"two\", area = \"y\")] Second,
        }";
    SourceFile::parse(source).unwrap().enums()[0].table().clone()
}

/// The page, Markdown and TypeScript link to where a code is explained.
#[test]
fn documents_link_to_explanations() {
    let table = linked();
    let (page, markdown, module) = (table.to_html(), table.to_markdown(), table.to_typescript());
    let link = "https://errors.example/?a&amp;b_c=a_b%7C%29%3E";
    assert!(page.contains(&format!("<a href=\"{link}\" rel=\"noreferrer\">First_</a>")), "{page}");
    let row =
        "| [a\\_b\\|)>](<https://errors.example/?a&amp;b\\_c=a\\_b%7C%29%3E>) |  | First\\_ |";
    assert!(markdown.contains(row), "{markdown}");
    for (text, format) in [(page, Format::Html), (markdown, Format::Markdown)] {
        let back = Table::read(&text, format).unwrap().into_clean().unwrap();
        let codes: Vec<&str> = back.rows().iter().map(error_catalog::Row::code).collect();
        assert_eq!(codes, ["a_b|)>", "E7"]);
    }
    assert!(module.contains("  readonly link: string;\n}"), "{module}");
    let entry = "area: \"y\", link: \"https://errors.example/?a&b_c=E7\" },";
    assert!(module.contains(entry), "{module}");
}

#[test]
fn links_and_groups_are_in_the_model() {
    let table = linked();
    let export = Export::new(&table).group_by(|row| row.values()[0].to_owned());
    let template = "{% for group in groups %}\n\
                    {{ group.heading | json }}: {{ group.entries[0].link | json }}\n{% endfor %}\n";
    assert_eq!(
        export.render("a.txt", template).unwrap(),
        "\"x\": \"https://errors.example/?a&b_c=a_b%7C%29%3E\"\n\
         \"y\": \"https://errors.example/?a&b_c=E7\"\n"
    );
}

#[test]
fn every_row_is_in_a_group_and_success_is_last() {
    let source = "#[derive(ErrorCatalog)] enum Door {
        #[code(0, \"fine\", success)] Fine,
        #[code(1, \"jammed\")] Handle,
        #[code(2, \"locked\")] Bolt,
        #[code(3, \"jammed\")] Hinge,
    }";
    let file = SourceFile::parse(source).unwrap();
    let export = Export::new(file.enums()[0].table());
    let template = "{{ page.title | comment }}{% for group in groups %}; \
                    {{ group.heading | json }}{% for entry in group.entries %} {{ entry.code }}\
                    {% endfor %}{% endfor %}";
    let render = |export: &Export| export.render("groups.txt", template).unwrap();
    assert_eq!(render(&export), "Door; null 1 2 3 0");
    let grouped = export.group_by(|row| row.message().to_owned());
    assert_eq!(render(&grouped), "Door; \"jammed\" 1 3; \"locked\" 2; \"Success\" 0");
}
