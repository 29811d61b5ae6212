"""An example made ready: the record that it describes, the day it is judged on, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from attrs import frozen

from trainrules.diagnostics import Diagnostic
from trainrules.examples.build import record_of
from trainrules.language import ast
from trainrules.model.files import RuleFile
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.origin import label_of
from trainrules.model.lowering.what import training
from trainrules.model.names import Names
from trainrules.model.problems import Problems
from trainrules.model.rules import Deed, fold
from trainrules.records.classes import Record
from trainrules.source import Source

_AS_OF = re.compile(r"^\s+as\s+of\b", re.IGNORECASE | re.MULTILINE)


@frozen
class Prepared:
    """An example that can be judged, unless *diagnostics* say why not; *owed* is what it expects."""

    example: ast.Example
    record: Record
    as_of: date | None
    owed: tuple[Deed | None, ...]
    diagnostics: tuple[Diagnostic, ...]


def prepared(file: RuleFile) -> tuple[Prepared, ...]:
    """Return the examples of *file*, in order."""
    labels = labels_of(file)
    examples = (each for each in file.tree.sentences if isinstance(each, ast.Example))
    return tuple(prepared_one(file, file.source, each, labels) for each in examples)


def labels_of(file: RuleFile) -> dict[str, str]:
    """Return the labels that an example in *file* can name, by their folded form."""
    return {fold(label): label for label in _labels(file)}


def _labels(file: RuleFile) -> Iterator[str]:
    """Yield the label of every sentence that is a rule, and of every rule of the files used."""
    for sentence in file.tree.sentences:
        if isinstance(sentence, ast.Rule):
            yield label_of(file.source, sentence)
    for rule in file.used_rules:
        yield rule.label


def example_problems(file: RuleFile) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the examples of *file* before any is judged."""
    return tuple(found for each in prepared(file) for found in each.diagnostics)


def prepared_one(file: RuleFile, source: Source, example: ast.Example, labels: dict[str, str]) -> Prepared:
    """Return *example*, which is written in *source*, in the vocabulary of *file* and with its *labels*."""
    problems = Problems(source)
    names = Names(file.lowered.words, problems)
    ctx = Context(source, names, problems, standards=file.lowered.standards)
    _check_labels(ctx, example, labels)
    record = record_of(ctx, example)
    as_of = _as_of(ctx, example)
    owed = tuple(training(ctx, each.owed) if each.owed else None for each in example.expects)
    return Prepared(example, record, as_of, owed, problems.found)


def _check_labels(ctx: Context, example: ast.Example, labels: dict[str, str]) -> None:
    """Make every label in *example* that is none of *labels*, by their folded form, an error."""
    named = [expect.label for expect in example.expects if expect.label]
    waived = (fact.name for fact in example.facts if fact.kind == "waived" and fact.name)
    named += [ast.Label(name.text, span=name.span) for name in waived]
    for label in named:
        if fold(label.text) not in labels:
            near = get_close_matches(fold(label.text), labels, n=1, cutoff=0.6)
            ctx.problems.error(
                "TR501",
                f"there is no rule `[{label.text}]`",
                label.span,
                "named here",
                f"did you mean `[{labels[near[0]]}]`?" if near else "name the citation of a rule",
            )


def _as_of(ctx: Context, example: ast.Example) -> date | None:
    """Return the day on which the example is judged; none, or two, is an error.

    Where a line for it is there and was not understood, that has been said.
    """
    lines = [fact for fact in example.facts if fact.kind == "as of"]
    if len(lines) == 1:
        return lines[0].day
    if not lines and _AS_OF.search(ctx.source.slice(example.span)):
        return None
    ctx.problems.error(
        "TR503",
        "an example is judged on one day",
        lines[1].span if lines else example.name.span,
        "another day" if lines else "no `as of` line",
        "write another example" if lines else "add a line such as `as of 2 September 2022`",
    )
    return None
