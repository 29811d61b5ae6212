"""Runs the examples of a rule file: what their authors expect, against what the engine says."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.diagnostics import Diagnostic
from trainrules.engine.evaluate import evaluate
from trainrules.examples.build import record_of
from trainrules.examples.expect import is_met, outcome_of, unexpected, violations_text
from trainrules.findings import Evaluation
from trainrules.language import ast
from trainrules.model.files import RuleFile
from trainrules.model.lowering.context import Context
from trainrules.model.names import Names
from trainrules.model.problems import Problems
from trainrules.source import Source, Span


@frozen
class ExampleResult:
    """How one example came out: *diagnostics* say where it is not what its author expects."""

    name: str
    source: Source
    span: Span
    diagnostics: tuple[Diagnostic, ...] = ()

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
    found = []
    for example in file.tree.sentences:
        if isinstance(example, ast.Example):
            problems = Problems(file.source)
            names = Names(file.lowered.words, problems)
            ctx = Context(file.source, names, problems, standards=file.lowered.standards)
            record = record_of(ctx, example)
            as_of = _as_of(ctx, example)
            if as_of and not problems.errors:
                result = evaluate(policy, record, as_of)
                _compare(ctx, example, result)
            found.append(ExampleResult(example.name.text, file.source, example.name.span, problems.found))
    return tuple(found)


def _as_of(ctx: Context, example: ast.Example) -> date | None:
    """Return the day on which the example is judged; none, or two, is an error."""
    lines = [fact for fact in example.facts if fact.kind == "as of"]
    if len(lines) != 1:
        place = lines[1].span if lines else example.name.span
        ctx.problems.error(
            "TR503",
            "an example is judged on one day",
            place,
            "another day" if lines else "no `as of` line",
            "add a line such as `as of 2 September 2022`" if not lines else "write another example",
        )
        return None
    return lines[0].day


def _compare(ctx: Context, example: ast.Example, result: Evaluation) -> None:
    """Keep what did not come out as expected."""
    for expect in example.expects:
        if expect.label is None:
            others = unexpected(example, expect, result)
            if others:
                _error_unexpected(ctx, expect, violations_text(others))
            continue
        outcome = outcome_of(ctx, expect, result)
        if not is_met(expect, outcome):
            ctx.problems.error(
                "TR502",
                f"`{example.name.text}` does not come out as expected",
                expect.span,
                "expected",
                f"it came out {outcome.text}",
            )


def _error_unexpected(ctx: Context, expect: ast.Expect, told: str) -> None:
    ctx.problems.error(
        "TR502",
        "there are violations that this example does not expect",
        expect.span,
        "expected",
        f"it has {told}",
    )
