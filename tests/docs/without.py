"""A tree without one of its parts, for every part: what is read and then ignored makes no difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from trainrules.language import ast

SAYS_NOTHING_NEW = {
    ("Rule", "strength"): "must",  # the strength of a file without a `strength` line
    ("Within", "anchor"): "starting",
    ("FirstWithin", "anchor"): "starting",
    ("Do", "verb"): "",  # each act has its own
    ("Do", "connective"): "and",
    ("AtLeast", "verb"): "",  # nothing is counted that could be done in two ways
    ("AtLeast", "unit"): "times",
    ("Fact", "name"): "",  # never left out
    ("Fact has", "yes"): True,
    ("Do", "acts"): "",  # one act: `Group B within 6 months` has none and means the same as with its own
    ("Pick", "noun"): "",  # `Group B` and `B` name the same where only a group is called B
    ("Qualifier", "attribute"): "",  # `in the voluntary sector`, where only a sector is called voluntary
}
"""Parts that hold without being said: always, or when they say this."""

NOTHING_NEW = (ast.Training(), ast.Fact("record", ast.Name("staff")))
"""Any training is meant, and the record is of a member of staff, where nothing else is said."""


def without_a_part(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield *node* with one part left out, and where that part stood, for each part in it or below."""
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if field.name == "span" or value is None:
            continue
        here = f"{path}.{field.name}"
        if isinstance(value, tuple):
            for index, each in enumerate(value):
                rest = value[:index] + value[index + 1 :]
                if each not in NOTHING_NEW and (rest or not _is_needed(node, field)):
                    yield f"{here}[{index}]", attrs.evolve(node, **{field.name: rest})
                if attrs.has(type(each)):
                    for place, made in without_a_part(each, f"{here}[{index}]"):
                        whole = (*value[:index], made, *value[index + 1 :])
                        yield place, attrs.evolve(node, **{field.name: whole})
            continue
        if _may_go(field) and not _is_default(node, field.name, value):
            yield here, attrs.evolve(node, **{field.name: None})
        if attrs.has(type(value)):
            for place, made in without_a_part(value, here):
                yield place, attrs.evolve(node, **{field.name: made})


def _may_go(field: attrs.Attribute[Any]) -> bool:
    return "None" in str(field.type)


def _is_needed(node: Any, field: attrs.Attribute[Any]) -> bool:
    return field.default is attrs.NOTHING or _is_default(node, field.name, "")


def _is_default(node: Any, name: str, value: Any) -> bool:
    kinds = (type(node).__name__, f"{type(node).__name__} {getattr(node, 'kind', '')}")
    defaults = [SAYS_NOTHING_NEW[kind, name] for kind in kinds if (kind, name) in SAYS_NOTHING_NEW]
    meant = "times" if value in ("courses", "sessions") else getattr(value, "kind", value)
    return value in NOTHING_NEW or any(default in ("", meant) for default in defaults)
