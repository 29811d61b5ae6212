"""Which tests run the line that a mutant changes: told by coverage of the functions as they were."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from attrs import define, field
from coverage import Coverage
from mutmut.mutation.data import LineSpan, MutantLineSpans, read_line_spans
from tests.mutation.mutants import Mutant

Reached = dict[str, dict[int, list[int]]]
"""By file and line: the places, among all the tests collected, of those that run it."""


@define
class Recorder:
    """Records which lines of the mutated files each test runs; its place in the list stands for a test."""

    coverage: Coverage = field(factory=lambda: Coverage(data_file=None, include=["*/mutants/src/*"]))

    def start(self, place: int) -> None:
        """Record for the test at *place* from now on."""
        if place == 0:
            self.coverage.start()
        self.coverage.switch_context(str(place))

    def reached(self) -> Reached:
        """Return what was recorded."""
        self.coverage.stop()
        data = self.coverage.get_data()
        found: Reached = {}
        for name in data.measured_files():
            path = Path(name).as_posix().rpartition("/mutants/")[2]
            lines = data.contexts_by_lineno(name)
            found[path] = {line: [int(each) for each in who if each] for line, who in lines.items()}
        return found


def tests_of(mutant: Mutant, reached: Reached) -> set[int]:
    """Return the places of the tests that run the statement which *mutant* changes."""
    lines = reached.get(mutant.path, {})
    return {place for line in _statement(mutant) for place in lines.get(line, ())}


def words_of(mutant: Mutant) -> set[str]:
    """Return how the words begin, five letters of each, that name what *mutant* changes and where it is."""
    place = _statement(mutant)
    text = "".join(_text(mutant.path)[place.start - 1 : place.stop - 1])
    return {word[:5] for word in re.findall(r"[a-z]{4,}", f"{text} {mutant.where}".casefold())}


@cache
def _text(path: str) -> list[str]:
    return (Path("mutants") / path).read_text(encoding="utf-8").splitlines(keepends=True)


def _statement(mutant: Mutant) -> range:
    """Return the lines of the mutated file that hold, unchanged, the statement which *mutant* changes.

    Where it changes more than one statement, those are all the lines of the function.
    """
    spans = _spans(mutant.path)
    name = mutant.name.rpartition(".")[2]
    plain = f"{name.partition('__mutmut_')[0]}__mutmut_orig"
    was = spans[plain]
    before, after = read_line_spans(Path("mutants") / mutant.path, [was, spans[name]])
    after = after.replace(name, plain, 1)
    pairs = enumerate(zip(before.splitlines(), after.splitlines(), strict=False))
    changed = next((place for place, (one, other) in pairs if one != other), None)
    whole = range(was.start, was.end + 1)
    if changed is None:
        return whole
    line = was.start + changed
    holding = [each for each in _statements(mutant.path) if each.start <= line < each.stop]
    return min(holding, key=len, default=whole)


@cache
def _spans(path: str) -> dict[str, LineSpan]:
    found = MutantLineSpans.load(path)
    assert found is not None
    return dict(found.span_by_function_name)


@cache
def _statements(path: str) -> list[range]:
    """Return the lines of each statement of the mutated file; of one with a body, those of its head."""
    tree = ast.parse((Path("mutants") / path).read_text(encoding="utf-8"))
    return list(_heads(tree))


def _heads(tree: ast.AST) -> Iterator[range]:
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Match):
            body = getattr(node, "body", None)
            end = body[0].lineno if isinstance(body, list) and body else (node.end_lineno or 0) + 1
            yield range(node.lineno, max(end, node.lineno + 1))
