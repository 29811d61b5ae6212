"""The tests that a rule file is: one an example, or a single one that fails when the file cannot be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from trainrules import api
from trainrules.diagnostics import Diagnostic, has_errors, render
from trainrules.examples import Prepared, prepared, run_example
from trainrules.model.files import RuleFile
from trainrules.model.rules import Policy

CAN_BE_USED = "can be used"
"""What the test is called that fails for a rule file with errors."""


class Told(Exception):
    """What an author is told: the failure of a test of a rule file."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n\n".join(map(render, diagnostics)))


class RulesFile(pytest.File):
    """A rule file: its examples are its tests."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each example, or one that fails with all that is wrong with the file."""
        file, found = api.read(_shown(self))
        if has_errors(found):
            yield Unusable.from_parent(self, name=CAN_BE_USED, told=found)
            return
        examples, policy = prepared(file), file.policy
        names = Counter(each.example.name.text for each in examples)
        for each in examples:
            line = file.source.place(each.example.name.span.start)[0]
            name = each.example.name.text
            name = name if names[name] == 1 else f"{name} (line {line})"
            yield Example.from_parent(self, name=name, file=file, policy=policy, example=each, line=line)


def _shown(node: pytest.File) -> str:
    """Return the path as messages give it: from the root of the run where it is under it."""
    path, here = node.path, node.config.invocation_params.dir
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


class Rules(pytest.Item):
    """A test of a rule file; it fails in its author's words, without a traceback."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return what is told of the failure: the diagnostics, where it is one of ours."""
        if isinstance(excinfo.value, Told):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class Unusable(Rules):
    """The one test of a rule file with errors."""

    def __init__(self, *, told: tuple[Diagnostic, ...], **given: Any) -> None:
        super().__init__(**given)
        self.told = told

    def runtest(self) -> None:
        """Raise what is wrong with the file."""
        raise Told(self.told)

    def reportinfo(self) -> tuple[Any, int | None, str]:
        """Return the file and the line of the first thing that is wrong."""
        line = next((each.line for each in self.told if each.is_error), None)
        return self.path, line - 1 if line else None, self.name


class Example(Rules):
    """One example of a rule file."""

    def __init__(self, *, file: RuleFile, policy: Policy, example: Prepared, line: int, **given: Any) -> None:
        super().__init__(**given)
        self.file, self.policy, self.example, self.line = file, policy, example, line

    def runtest(self) -> None:
        """Run the example; raise what does not come out as its author expects."""
        result = run_example(self.file.source, self.policy, self.example)
        if not result.passed:
            raise Told(result.diagnostics)

    def reportinfo(self) -> tuple[Any, int | None, str]:
        """Return the file, the line on which the example starts, from 0, and its name."""
        return self.path, self.line - 1, f"example: {self.name}"
