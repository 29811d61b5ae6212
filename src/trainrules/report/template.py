"""Fills the templates that lie in this folder: every value is escaped unless it is marked as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that no page may have, or that would steer what shows it."""


def filled(name: str, **values: object) -> str:
    """Return the template *name* with *values* in it."""
    return "".join(pieces(name, **values))


def pieces(name: str, **values: object) -> Iterator[str]:
    """Yield the template *name* with *values* in it, piece by piece."""
    from jinja2 import Environment, FunctionLoader

    environment = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(_text),
    )
    for piece in environment.get_template(name).generate(**values):
        yield _STEERING.sub("\N{REPLACEMENT CHARACTER}", piece)


def _text(name: str) -> str:
    return files("trainrules.report").joinpath(name).read_text(encoding="utf-8")
