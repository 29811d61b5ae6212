"""The parser tables of `grammars/rules.lark`, built once and kept in the user's cache folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path

import lark
from lark import Lark

from trainrules.resources import GRAMMARS, read_text

STARTS = ("sentence", "item", "fact")


@lru_cache(maxsize=1)
def parser() -> Lark:
    """Return the parser; from the cache when one is there for this grammar, else built and kept.

    A cache that cannot be read or written costs time and nothing else.
    """
    text = read_text(GRAMMARS, "rules.lark")
    kept = cache_folder() / f"rules-{_key(text)}.lark-tables"
    found = _read(kept)
    if found is None:
        found = build(text)
        _write(kept, found)
    return found


def build(text: str, strict: bool = False) -> Lark:
    """Return the parser of the grammar *text*; *strict* refuses every conflict (a test asks for it)."""
    return Lark(
        text, parser="lalr", lexer="basic", start=list(STARTS), propagate_positions=True, strict=strict
    )


def cache_folder() -> Path:
    """Return the folder for tables: under `XDG_CACHE_HOME`, or `.cache` in the user's home folder."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(home) if home else Path.home() / ".cache") / "trainrules"
    except RuntimeError:
        return Path(tempfile.gettempdir()) / "trainrules"


def _key(text: str) -> str:
    return hashlib.sha256(f"{lark.__version__}\n{STARTS}\n{text}".encode()).hexdigest()[:20]


def _read(path: Path) -> Lark | None:
    try:
        with path.open("rb") as file:
            return Lark.load(file)
    except Exception:
        return None


def _write(path: Path, made: Lark) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            made.save(file)
        os.replace(file.name, path)
    except OSError:
        return
