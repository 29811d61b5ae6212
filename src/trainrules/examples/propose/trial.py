"""Lines of an example, tried: parsed, built into a record and evaluated under the policy of a rule file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from trainrules.diagnostics import has_errors
from trainrules.engine.evaluate import evaluate
from trainrules.examples.prepare import Prepared, labels_of, prepared_one
from trainrules.examples.run import ExampleResult, run_example
from trainrules.findings import Evaluation
from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.language.written.words import day
from trainrules.model.files import RuleFile
from trainrules.model.rules import Policy
from trainrules.source import Source


@frozen
class Bench:
    """A rule file on which examples are tried."""

    file: RuleFile
    policy: Policy
    labels: dict[str, str]

    @classmethod
    def of(cls, file: RuleFile) -> Bench:
        """Return the bench of *file*."""
        return cls(file, file.policy, labels_of(file))

    def outcome(self, lines: Iterable[str], as_of: date) -> Evaluation | None:
        """Return what comes out for the facts *lines* on *as_of*; None where they are no facts here."""
        example = self._prepared(block("tried", lines, as_of))
        if example is None or example.as_of is None:
            return None
        return evaluate(self.policy, example.record, as_of)

    def run(self, text: str) -> ExampleResult | None:
        """Return how the example *text* comes out; None where it cannot be judged."""
        example = self._prepared(text)
        return run_example(Source("<proposed>", text), self.policy, example) if example else None

    def _prepared(self, text: str) -> Prepared | None:
        source = Source("<proposed>", text)
        tree, wrong = parse(source)
        if has_errors(wrong) or len(tree.sentences) != 1 or not isinstance(tree.sentences[0], ast.Example):
            return None
        found = prepared_one(self.file, source, tree.sentences[0], self.labels)
        return None if found.diagnostics else found


def block(name: str, lines: Iterable[str], as_of: date, expect: str = "") -> str:
    """Return an `example` block as text."""
    expected = [f"  expect {expect}"] if expect else []
    return "\n".join(
        [f'example "{name}"', *(f"  {line}" for line in lines), f"  as of {day(as_of)}", *expected, ""]
    )
