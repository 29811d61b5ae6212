"""`trainrules explain`: why one person owes what they owe, or is in breach."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from trainrules.api import evaluate
from trainrules.cli.inputs import Unusable, as_of_option, policies, records, today
from trainrules.cli.output import write
from trainrules.cli.spreadsheet import columns, for_csv_only, spreadsheet_options
from trainrules.cli.who import called, near
from trainrules.findings import Evaluation, Obligation, Violation
from trainrules.model.rules import Policy, fold
from trainrules.planning.reasons import reasons
from trainrules.records.classes import Record
from trainrules.words import date_text


@click.command()
@click.argument("policy")
@click.argument("records_file", metavar="RECORDS")
@click.option("--id", "id_", required=True, help="Whose record.")
@click.option("--rule", help="The label of one rule (default: every rule that asks something).")
@as_of_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@spreadsheet_options
def explain(
    policy: str,
    records_file: str,
    id_: str,
    rule: str | None,
    as_of: date | None,
    format_: str,
    mapping: tuple[str, ...],
    dates: str,
    training: str | None,
) -> int:
    """Give the reasons for what POLICY asks of one record: the sentence, the facts, the arithmetic."""
    for_csv_only(records_file, mapping, dates, training)
    (loaded,) = policies([policy])
    label = _label(loaded, rule) if rule is not None else None
    found = called(id_, records_file, records(records_file, training, dates, columns(mapping)))
    day = as_of or today()
    if format_ == "json":
        told = [_reasons(loaded, record, label, day) for record in found]
        write([json.dumps(told, ensure_ascii=False, indent=1) + "\n"])
    else:
        write(_explained(loaded, found, label, day))
    return 0


def _reasons(policy: Policy, record: Record, label: str | None, as_of: date) -> dict[str, Any]:
    result = evaluate(policy, record, as_of)
    return reasons(result, _findings(result, label))


def _explained(policy: Policy, found: tuple[Record, ...], label: str | None, as_of: date) -> Iterator[str]:
    between = ""
    for record in found:
        reasoned = [each.explain() for each in _findings(evaluate(policy, record, as_of), label)]
        rule = f"[{label}]" if label else policy.title or "the policy"
        for words in reasoned or [f"{rule} asks nothing of {record.id} as of {date_text(as_of)}."]:
            yield f"{between}{words.rstrip()}\n"
            between = "\n"


def _findings(result: Evaluation, label: str | None) -> Iterator[Obligation | Violation]:
    """Yield the findings under *label* (None: all), violations first; each overdue duty once."""
    told = {(each.rule, each.owed, each.due) for each in result.violations}
    yield from (each for each in result.violations if label in (None, each.rule))
    for each in result.obligations:
        if label in (None, each.rule) and (each.rule, each.owed, each.due) not in told:
            yield each


def _label(policy: Policy, wanted: str) -> str:
    """Return the label that *wanted* means, brackets and case aside; raises `Unusable` when there is none."""
    labels = [each.label for each in policy.rules]
    folded = fold(wanted.strip().removeprefix("[").removesuffix("]"))
    for label in labels:
        if fold(label) == folded:
            return label
    raise Unusable(f"error: there is no rule {wanted}{near(wanted, labels)}")
