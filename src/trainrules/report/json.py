"""Results as JSON: one array of results, each as `Evaluation.to_dict()` has it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from attrs import evolve

from trainrules.findings import JSON, Evaluation
from trainrules.report.case import Case


def pieces(cases: Iterable[Case], violations_only: bool = False) -> Iterator[str]:
    """Yield one JSON array of results, piece by piece; with *violations_only*, of those that have any."""
    before = "[\n"
    for result in shown(cases, violations_only):
        yield before + json.dumps(result, ensure_ascii=False, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def shown(cases: Iterable[Case], violations_only: bool) -> Iterator[JSON]:
    """Yield the results that a report shows: every one, or with *violations_only* those that have any."""
    for result in (each for case in cases for each in case.results):
        if result.violations or not violations_only:
            yield as_dict(result, violations_only)


def as_dict(result: Evaluation, violations_only: bool) -> JSON:
    """Return *result* as JSON has it; with *violations_only*, its obligations and events are left empty."""
    shown = evolve(result, obligations=(), verdicts_of=None) if violations_only else result
    return shown.to_dict()
