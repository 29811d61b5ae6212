"""The rule file: any bytes or text is checked, loaded, read back, reformatted, its examples run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz import seeds
from tests.fuzz.target import Target, require

from trainrules import api
from trainrules.diagnostics import Diagnostic, PolicyError, has_errors, render
from trainrules.examples import run_examples
from trainrules.language.reformat import reformat
from trainrules.model.files import rules_of_text
from trainrules.readback import explain_policy
from trainrules.source import Source

_CODE = re.compile(r"TR[1-9]\d\d")


def run(data: bytes) -> int:
    """Do all that can be done with the rule file *data*."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _as_file(data)
        text = data.decode("utf-8", "surrogateescape")
    found = api.check(text + "\n")
    told(found)
    loads(text + "\n", found)
    formatted(text)
    return len(data)


def told(found: tuple[Diagnostic, ...]) -> None:
    """Check that everything in *found* has a code, a place in its text, and can be printed."""
    for each in found:
        require(bool(_CODE.fullmatch(each.code)), f"{each.code} is a code")
        require(bool(each.message) and "\n" not in each.message, f"{each.code} has a message of one line")
        if each.span and each.source:
            inside = 0 <= each.span.start <= each.span.end <= len(each.source.text)
            require(inside, f"{each.code} has its place inside the text")
        render(each).encode("utf-8")


def loads(text: str, found: tuple[Diagnostic, ...]) -> None:
    """Check that *text* loads exactly when nothing in *found* is an error, and what loads reads back."""
    try:
        policy = api.loads(text)
    except PolicyError as wrong:
        require(wrong.diagnostics == found, "load and check find the same")
        require(has_errors(found), "only errors keep a file from being loaded")
        return
    require(not has_errors(found), "errors keep a file from being loaded")
    explain_policy(policy).encode("utf-8")
    for result in run_examples(rules_of_text(Source("<text>", text), None)):
        told(result.diagnostics)


def formatted(text: str) -> None:
    """Check that formatting changes no text with errors, and nothing the second time."""
    source = Source("<text>", text)
    once, wrong = reformat(source)
    if has_errors(wrong):
        require(once == source.text, "a text with errors comes back as it is")
        return
    twice, wrong = reformat(Source("<text>", once))
    require(not has_errors(wrong), "a formatted text has no errors")
    require(twice == once, "formatting twice changes nothing")


def _as_file(data: bytes) -> None:
    """Check a file of *data*, which is no text, by its path."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.rules"
        path.write_bytes(data)
        told(api.check(path))


def _seeds() -> Iterator[bytes]:
    for text in (*seeds.sentences(), *seeds.rule_texts()):
        yield text.encode("utf-8")
    for text in seeds.policies():
        lines = text.splitlines(keepends=True)
        yield from ("".join(lines[at : at + 25]).encode("utf-8") for at in range(0, len(lines), 25))


TARGET = Target("policy", run, _seeds, seeds.words)
