{#-
  A header of C99: the codes, a table of what is said about each, and a function that finds a
  code in it. The codes are an enum if all of them are an `int`, otherwise macros.
-#}
{% set keywords = ["alignas", "alignof", "auto", "bool", "break", "case", "char", "const",
  "constexpr", "continue", "default", "do", "double", "else", "enum", "extern", "false", "float",
  "for", "goto", "if", "inline", "int", "long", "nullptr", "register", "restrict", "return",
  "short", "signed", "sizeof", "static", "struct", "switch", "true", "typedef", "typeof", "union",
  "unsigned", "void", "volatile", "while", "asm", "linux", "unix", "i386",
  "NULL", "EOF", "errno", "offsetof", "size_t", "ptrdiff_t", "wchar_t", "max_align_t", "stdin",
  "stdout", "stderr", "unreachable"] %}
{% set fields = ["code", "aliases", "alias_count", "name", "message", "description", "kind",
  "retryable", "retired"] %}
{% if not entries %}
{{ fail("the table has no codes, and C has neither an enum nor an array of nothing") }}
{% endif %}
{% set is_enum = catalog.is_integer and catalog.smallest >= -2147483648 and catalog.largest <= 2147483647 %}
{% if catalog.is_integer and (catalog.smallest < -9223372036854775808 or catalog.largest > 18446744073709551615
  or catalog.smallest < 0 and catalog.largest > 9223372036854775807) %}
{{ fail("C has no integers for codes of more than 64 bits; write them as strings in a template of your own") }}
{% endif %}
{% set is_unsigned = catalog.is_integer and catalog.largest > 9223372036854775807 %}
{% if not catalog.is_integer %}{% set type = "const char *" | safe %}
{% elif is_unsigned %}{% set type = "unsigned long long " | safe %}
{% else %}{% set type = "long long " | safe %}
{% endif %}
{% set prefix = catalog.identifier | snake %}
{% macro integer(value) %}
{%- if value == -9223372036854775808 %}(-9223372036854775807LL - 1)
{%- elif is_enum %}{{ value }}
{%- else %}{{ value }}{% if is_unsigned %}ULL{% else %}LL{% endif %}
{%- endif %}
{%- endmacro %}
{% macro literal(of) %}{% if catalog.is_integer %}{{ integer(of.code) }}{% else %}{{ of.code | c }}{% endif %}{% endmacro %}
{#- Macros begin with the prefix. That around the header ends in `_`, as no constant does. -#}
{% set macros = prefix | screaming ~ ("_" | safe) %}
{% macro field(column) -%}
{% if column.identifier is startingwith macros %}column_{% endif %}
{{- column.identifier | avoid(keywords + fields) }}
{%- endmacro %}
{#- Beyond 64 bits a number stays a text. -#}
{% macro is_number(column) -%}
{% if column.type == "integer" and column.smallest >= -9223372036854775807 and column.largest <= 9223372036854775807 %}yes{% endif %}
{%- endmacro %}
/* The codes of {{ catalog.identifier }}. */
#ifndef {{ prefix | screaming }}_H_
#define {{ prefix | screaming }}_H_

#include <stdbool.h>
#include <stddef.h>
{% if not catalog.is_integer %}
#include <string.h>
{% endif %}

{% if is_enum %}
/* A code of {{ catalog.identifier }}. */
enum {{ prefix }}_code {
{% for entry in entries %}
    /* {{ entry.doc | comment }} */
    {{ prefix | screaming }}_{{ entry.constant }} = {{ literal(entry) }},
{% endfor %}
};
{% else %}
{% for entry in entries %}
/* {{ entry.doc | comment }} */
#define {{ prefix | screaming }}_{{ entry.constant }} {{ literal(entry) }}
{% endfor %}
{% endif %}

/* What the table says about a code. */
struct {{ prefix }}_entry {
    {{ type }}code;
    {% if catalog.is_integer %}const {{ type }}*{% else %}const char *const *{% endif %}aliases;
    size_t alias_count;
    const char *name;
    const char *message;
    const char *description;
    const char *kind;
    bool retryable;
    bool retired;
{% for column in columns %}
    {% if column.type == "bool" %}bool {% elif is_number(column) %}long long {% else %}const char *{% endif %}{{ field(column) }};
{% endfor %}
};

static const struct {{ prefix }}_entry {{ prefix }}_entries[] = {
{% for entry in entries %}
    {
        {{ literal(entry) }},
{% if entry.aliases %}
        (const {% if catalog.is_integer %}{{ type }}{% else %}char *const {% endif %}[]){ {% for alias in entry.aliases %}{{ literal(alias) }}, {% endfor %}},
{% else %}
        NULL,
{% endif %}
        {{ entry.aliases | length }},
        {{ entry.key | c }},
        {{ entry.message | c }},
        {{ entry.description | c }},
        {{ (entry.kind or "Unknown") | c }},
        {{ entry.retryable | c }},
        {{ entry.retired | c }},
{% for column in columns %}
{% set value = entry.columns[column.name] %}
        {% if column.type == "integer" and not is_number(column) %}{{ value | string | c }}{% elif column.type == "integer" %}{{ value }}LL{% else %}{{ value | c }}{% endif %},
{% endfor %}
    },
{% endfor %}
};

/* The entry of a code or an alias; NULL if the table does not list it. */
static inline const struct {{ prefix }}_entry *{{ prefix }}_find({{ type }}code)
{
{% if catalog.is_integer %}
    switch (code) {
{% for entry in entries %}
    case {{ literal(entry) }}:
{% for alias in entry.aliases %}
    case {{ literal(alias) }}:
{% endfor %}
        return &{{ prefix }}_entries[{{ loop.index0 }}];
{% endfor %}
    default:
        return NULL;
    }
{% else %}
    const size_t count = sizeof {{ prefix }}_entries / sizeof {{ prefix }}_entries[0];
    for (size_t index = 0; index < count; index++) {
        const struct {{ prefix }}_entry *entry = &{{ prefix }}_entries[index];
        if (strcmp(entry->code, code) == 0) {
            return entry;
        }
        for (size_t alias = 0; alias < entry->alias_count; alias++) {
            if (strcmp(entry->aliases[alias], code) == 0) {
                return entry;
            }
        }
    }
    return NULL;
{% endif %}
}

#endif
