"""Runs the examples of a rule file: what their authors expect, against what the engine says."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from trainrules.diagnostics import Diagnostic
from trainrules.engine.evaluate import evaluate
from trainrules.examples.expect import is_met, outcome_of, unexpected, violations_text
from trainrules.examples.prepare import Prepared, prepared
from trainrules.findings import Evaluation
from trainrules.model.files import RuleFile
from trainrules.model.rules import Policy
from trainrules.source import Source, Span


@frozen
class ExampleResult:
    """How one example came out: *diagnostics* say where it is not what its author expects.

    *example* is what was run, *result* what came out; None where it cannot be judged.
    """

    name: str
    source: Source
    span: Span
    diagnostics: tuple[Diagnostic, ...] = ()
    example: Prepared | None = field(default=None, eq=False, repr=False)
    result: Evaluation | None = field(default=None, eq=False, repr=False)

    @property
    def passed(self) -> bool:
        """Return whether everything came out as expected."""
        return not self.diagnostics

    @property
    def line(self) -> int:
        """Return the line that the example starts on, from 1."""
        return self.source.place(self.span.start)[0]


def run_examples(file: RuleFile) -> tuple[ExampleResult, ...]:
    """Return how each example of *file* comes out, in order; the files that it uses run their own."""
    policy = file.policy
    return tuple(run_example(file.source, policy, each) for each in prepared(file))


def run_example(source: Source, policy: Policy, example: Prepared) -> ExampleResult:
    """Return how one *example* of the rule file *source* comes out under its *policy*."""
    told, result = example.diagnostics, None
    name = example.example.name
    if example.as_of and not told:
        result = evaluate(policy, example.record, example.as_of)
        told = tuple(_differences(source, example, result))
    elif not told:
        message = f"`{name.text}` cannot be judged: its `as of` line is not understood"
        told = (Diagnostic("TR503", message, source, name.span, "on which day?", "mend that line"),)
    return ExampleResult(name.text, source, name.span, told, example, result)


def _differences(source: Source, prepared: Prepared, result: Evaluation) -> Iterator[Diagnostic]:
    """Yield what did not come out as expected."""
    name = prepared.example.name.text
    for expect, owed in zip(prepared.example.expects, prepared.owed, strict=True):
        if expect.label is None:
            others = unexpected(prepared.example, expect, result)
            if not others:
                continue
            told = f"it has {violations_text(others)}"
        else:
            outcome = outcome_of(expect.label, owed, result)
            if is_met(expect, outcome):
                continue
            told = f"it came out {outcome.text}"
        yield Diagnostic(
            "TR502", f"`{name}` does not come out as expected", source, expect.span, "expected", told
        )
