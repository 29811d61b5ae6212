"""A plugin for pytest: each `example` of a rule file is a test.

It is loaded in every run of pytest where trainrules is installed, so it imports nothing of weight before a
rule file is found, and needs nothing that the package does not need itself.
"""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

_SUFFIX = ".rules"
_EXAMPLE = re.compile(rb"^(?:\xef\xbb\xbf)?example\s", re.IGNORECASE | re.MULTILINE)
_ON_OFF = "collect the examples of rule files as tests (default: true)"
_FILES = "the rule files to look for examples in, as patterns for a name or a path (default: *.rules)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the two settings."""
    parser.addini("trainrules_examples", _ON_OFF, type="bool", default=True)
    parser.addini("trainrules_files", _FILES, type="args", default=[f"*{_SUFFIX}"])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return the rule file at *file_path* when it is named in the run, or is one to look in and has examples.

    None for any other file: much else in the world is called `.rules`.
    """
    if file_path.suffix.lower() != _SUFFIX or not parent.config.getini("trainrules_examples"):
        return None
    if not parent.session.isinitpath(file_path):
        patterns: list[str] = parent.config.getini("trainrules_files")
        if not any(is_like(file_path, parent.config.rootpath, each) for each in patterns):
            return None
        if not has_examples(file_path):
            return None
    from trainrules.testing.pytest_items import RulesFile

    return RulesFile.from_parent(parent, path=file_path)


def is_like(path: Path, root: Path, pattern: str) -> bool:
    """Return whether *path* is what *pattern* means: a name, or with a `/` a path from *root*."""
    if "/" not in pattern:
        return fnmatch(path.name, pattern)
    return path.is_relative_to(root) and fnmatch(path.relative_to(root).as_posix(), pattern)


def has_examples(path: Path) -> bool:
    """Return whether a line of the file begins an example; a file that cannot be read has none."""
    try:
        return _EXAMPLE.search(path.read_bytes()) is not None
    except OSError:
        return False
