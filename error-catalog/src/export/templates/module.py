{#-
  A Python module: an enum whose members have the texts, the kind and the columns.
-#}
{% set keywords = ["False", "None", "True", "and", "as", "assert", "async", "await", "break",
  "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
  "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
  "while", "with", "yield"] %}
{#- What members of an enum have already. -#}
{% set members = ["mro", "name", "value", "names", "values", "aliases", "message", "description",
  "kind", "retryable", "retired"] %}
{% set attributes = members + ["real", "imag", "numerator", "denominator"] %}
{% set base = "int" if catalog.is_integer else "str" %}
{% set name = catalog.identifier | avoid(keywords) %}
{% set columns = columns | list %}
{% macro attribute(column) %}{{ column.identifier | avoid(keywords + attributes) }}{% endmacro %}
{% set taken = keywords + members + (columns | map(attribute="identifier") | list) %}
"""The codes of {{ name }}."""

import enum
import typing


class {{ name }}({% if catalog.is_integer %}enum.IntEnum{% else %}str, enum.Enum{% endif %}):
    """A code of {{ name }}, with what the table says about it."""

    aliases: typing.Tuple[{{ base | safe }}, ...]
    message: str
    description: str
    kind: str
    retryable: bool
    retired: bool
{% for column in columns %}
    {{ attribute(column) }}: {% if column.type == "bool" %}bool{% elif column.type == "integer" %}int{% else %}str{% endif +%}
{% endfor %}

    def __new__(cls, code: {{ base | safe }}, *facts: typing.Any) -> "{{ name }}":
        member = {{ base | safe }}.__new__(cls, code)
        member._value_ = code
        (
            member.aliases,
            member.message,
            member.description,
            member.kind,
            member.retryable,
            member.retired,
{% for column in columns %}
            member.{{ attribute(column) }},
{% endfor %}
        ) = facts
        return member

    @classmethod
    def _missing_(cls, value: object) -> "typing.Optional[{{ name }}]":
        return next((member for member in cls if value in member.aliases), None)

{% for entry in entries %}
    # {{ entry.doc | comment }}
    {{ entry.identifier | avoid(taken) }} = (
        {{ entry.code | python }},
        ({% for alias in entry.aliases %}{{ alias.code | python }}, {% endfor %}),
        {{ entry.message | python }},
        {{ entry.description | python }},
        {{ (entry.kind or "Unknown") | python }},
        {{ entry.retryable | python }},
        {{ entry.retired | python }},
{% for value in entry.values %}
        {{ value | python }},
{% endfor %}
    )
{% endfor %}
