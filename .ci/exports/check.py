"""Compiles and runs what the test `templates` exported, and compares it with the JSON.

    check.py FOLDER [TSC]

Without tsc, javac or go their files are not checked; the caller says whether that is a failure.
"""

import html.parser
import importlib.util
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

folder, tsc = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else None
COLUMNS = ["zh", "is_loud", "wait", "far", "type", "class", "real", "int", "count", "NULL"]


def run(*command, cwd=folder):
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def number(code):
    """The number of a code; in `bits` hexadecimal digits are the bits of an `i32`."""
    if not isinstance(code, str):
        return code
    if not code.startswith("0x"):
        return int(code)
    bits = int(code, 16)
    return bits - (1 << 32) if bits >= 1 << 31 else bits


def of_json(name, rows):
    for row in rows:
        is_text = name == "texts"
        code = (lambda code: code) if is_text else number
        yield {**row, "code": code(row["code"]), "aliases": [code(alias) for alias in row["aliases"]]}


def check_python(name, rows):
    specification = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    enum = getattr(module, name.capitalize())
    members = list(enum)
    assert len(members) == len(rows), (name, len(members))
    for member, row in zip(members, rows):
        own = row["name"]
        assert member.name.rstrip("_") == own.rstrip("_") or not own.isascii(), (member.name, own)
        assert member.value == row["code"], (member.value, row)
        for key in ["message", "description", "kind", "retryable", "retired"]:
            assert getattr(member, key) == row[key], (key, row)
        assert list(member.aliases) == row["aliases"]
        for alias in row["aliases"]:
            assert enum(alias) is member
        for column in COLUMNS:
            values = [getattr(member, column + end, None) for end in ("", "_")]
            assert any(value == row[column] and type(value) is type(row[column]) for value in values), (column, row)


MAIN = r"""
#include "NAME.h"
#include <stdio.h>

static void print(const char *text)
{
    for (; *text != '\0'; text++) {
        printf("%02x", (unsigned char)*text);
    }
    printf(" ");
}

int main(void)
{
    const size_t count = sizeof NAME_entries / sizeof NAME_entries[0];
    for (size_t index = 0; index < count; index++) {
        const struct NAME_entry *entry = &NAME_entries[index];
        if (NAME_find(entry->code) != entry) {
            return 1;
        }
        for (size_t alias = 0; alias < entry->alias_count; alias++) {
            if (NAME_find(entry->aliases[alias]) != entry) {
                return 1;
            }
        }
        print(entry->name);
        print(entry->message);
        print(entry->description);
        print(entry->zh);
        printf("%d %d %d %s\n", entry->retryable, entry->retired, entry->is_loud, entry->kind);
    }
    return 0;
}
"""


def check_c(name, rows):
    (folder / f"{name}.c").write_text(MAIN.replace("NAME", name))
    flags = ["-Wall", "-Wextra", "-pedantic", "-Werror"]
    for standard in ["-std=c99", "-std=c17", "-std=gnu17"]:
        run("gcc", standard, *flags, f"{name}.c", "-o", f"{name}.out")
    lines = run(f"./{name}.out").splitlines()
    assert len(lines) == len(rows), (name, len(lines))
    for line, row in zip(lines, rows):
        # A string of C ends at NUL.
        texts = [row[key].split("\0")[0].encode().hex() for key in ["name", "message", "description", "zh"]]
        flags = [str(int(row[key])) for key in ["retryable", "retired", "is_loud"]]
        assert line == " ".join([*texts, *flags, row["kind"]]), (line, row)


def check_typescript(name, rows):
    run(tsc, "--strict", "--target", "es2022", "--module", "commonjs", "--noUnusedLocals", f"{name}.ts")
    script = f"""
        const {{ {name}Entries }} = require("./{name}.js");
        const number = (key, value) => typeof value === "bigint" ? Number(value) : value;
        console.log(JSON.stringify([...{name}Entries], number));
    """
    pairs = json.loads(run("node", "-e", script))
    assert len(pairs) == len(rows) + sum(len(row["aliases"]) for row in rows)
    entries = {json.dumps(entry): entry for _, entry in pairs}
    for entry, row in zip(entries.values(), rows):
        for key in ["name", "message", "description", "kind", "retryable", "retired", "zh", "is_loud", "type"]:
            assert entry[key] == row[key], (key, entry, row)


def check_sql(name, rows):
    database = sqlite3.connect(":memory:")
    # As it is: Python would change line ends.
    database.executescript((folder / f"{name}.sql").read_bytes().decode())
    found = database.execute("SELECT message, zh FROM codes ORDER BY rowid").fetchall()
    shown = lambda text: "".join("\ufffd" if c in CONTROLS else c for c in text.replace("\r\n", "\n"))
    assert found == [(shown(row["message"]), shown(row["zh"])) for row in rows], name


CONTROLS = {chr(code) for code in [*range(9), *range(11, 32), *range(127, 160)]}


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = {}

    def handle_starttag(self, tag, attributes):
        self.found[tag] = self.found.get(tag, 0) + 1
        assert not any(name.startswith("on") or name == "src" for name, _ in attributes), attributes


def check_html(name, rows):
    tags = Tags()
    tags.feed((folder / f"{name}.html").read_text())
    assert "img" not in tags.found and tags.found["script"] == tags.found["style"] == 1
    assert tags.found["tr"] == len(rows) + 1, tags.found


def check_schema(name, rows):
    schema = json.loads((folder / f"{name}.schema.json").read_text())
    codes = [code for row in rows for code in [row["code"], *row["aliases"]]]
    assert [each["const"] for each in schema["oneOf"]] == codes


for file in sorted(folder.glob("*.json")):
    if file.name.endswith(".schema.json"):
        continue
    name = file.stem
    rows = list(of_json(name, json.loads(file.read_text())))
    check_python(name, rows)
    # C has no integers of 128 bits.
    if name != "huge":
        check_c(name, rows)
    check_sql(name, rows)
    check_html(name, rows)
    check_schema(name, rows)
    if tsc:
        check_typescript(name, rows)
    if shutil.which("javac"):
        run("javac", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "Codes.java", cwd=folder / f"{name}-java")
    if shutil.which("go"):
        run("go", "vet", "codes.go", cwd=folder / f"{name}-go")
    print(f"{name}: {len(rows)} rows")
