{#-
  A TypeScript module: an object of the codes by name, their union type, and a map from each
  code to its entry. `tsc --strict` accepts it.
-#}
{% set name = catalog.identifier %}
{% set largest = 9007199254740991 %}
{% if not catalog.is_integer %}{% set codes = "string" | safe %}
{% elif catalog.largest is not none and (catalog.largest > largest or catalog.smallest < -largest) %}
{% set codes = "bigint" | safe %}
{% else %}{% set codes = "number" | safe %}
{% endif %}
{% set taken = ["code", "name", "aliases", "message", "description", "kind", "retryable", "retired", "link"] %}
{% set has_links = entries and entries[0].link is not none %}
{% macro code(of) %}
{%- if codes == "string" %}{{ of.code | typescript }}{% else %}{{ of.literal }}{% endif %}
{%- if codes == "bigint" %}n{% endif %}
{% endmacro %}
{% macro key(column) %}
{{- (column.name ~ "Column" if column.name in taken else column.name) | property -}}
{% endmacro %}
{% macro is_number(column) -%}
{% if column.type == "integer" and column.largest <= largest and column.smallest >= -largest %}yes{% endif %}
{%- endmacro %}
/** The codes of {{ name }}. */
export const {{ name }} = {
{% for entry in entries %}
  /** {{ entry.doc | comment }} */
  {{ entry.key | property }}: {{ code(entry) }},
{% endfor %}
} as const;

/** A code of {{ name }}. */
export type {{ name }} = (typeof {{ name }})[keyof typeof {{ name }}];

/** What the table says about a code. */
export interface {{ name }}Entry {
  readonly code: {{ name }};
  readonly name: keyof typeof {{ name }};
{% for field in fields if field.role not in ["code", "name"] %}
{% if field.role == "column" %}
  readonly {{ key(field.column) }}: {% if field.column.type == "bool" %}boolean{% elif is_number(field.column) %}number{% else %}string{% endif %};
{% elif field.role == "aliases" %}
  readonly aliases: readonly {{ codes }}[];
{% elif field.role == "kind" %}
  readonly kind: {% if not kinds %}never{% endif %}{% for kind in kinds | sort(attribute="grpc") %}{% if not loop.first %} | {% endif %}"{{ kind.name }}"{% endfor %};
{% elif field.role in ["retryable", "retired"] %}
  readonly {{ field.role }}: boolean;
{% else %}
  readonly {{ field.role }}: string;
{% endif %}
{% endfor %}
{% if has_links %}
  readonly link: string;
{% endif %}
}

const entries: readonly {{ name }}Entry[] = [
{% for entry in entries %}
  { code: {{ code(entry) }}, name: {{ entry.key | typescript }}
{%- for field in fields if field.role not in ["code", "name"] %}
{%- if field.role == "column" %}
{%- set value = entry.columns[field.column.name] -%}
, {{ key(field.column) }}: {% if field.column.type == "integer" and not is_number(field.column) %}{{ value | string | typescript }}{% else %}{{ value | typescript }}{% endif %}
{%- elif field.role == "aliases" -%}
, aliases: [{% for alias in entry.aliases %}{% if not loop.first %}, {% endif %}{{ code(alias) }}{% endfor %}]
{%- else -%}
, {{ field.role }}: {{ entry[field.role] | typescript }}
{%- endif %}
{%- endfor %}
{%- if has_links %}, link: {{ entry.link | typescript }}{% endif %} },
{% endfor %}
];

/** The entry of each code, aliases included. `get` takes any code. */
export const {{ name | camel }}Entries: ReadonlyMap<{{ codes }}, {{ name }}Entry> = new Map<{{ codes }}, {{ name }}Entry>(
{% if fields | selectattr("role", "equalto", "aliases") | list %}
  entries.flatMap((entry) => [entry.code, ...entry.aliases].map((code) => [code, entry])),
{% else %}
  entries.map((entry) => [entry.code, entry]),
{% endif %}
);
