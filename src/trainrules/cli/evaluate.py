"""`trainrules evaluate`: what everybody owes, and who is in breach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import click

from trainrules.api import evaluate as judged
from trainrules.cli.inputs import Unusable, as_of_option, policies, records, today
from trainrules.cli.output import colourful, paint, write
from trainrules.cli.progress import counted
from trainrules.cli.spreadsheet import columns, for_csv_only, spreadsheet_options
from trainrules.model.rules import Policy
from trainrules.records.classes import Record
from trainrules.report import FORMATS, report
from trainrules.report import text as text_report
from trainrules.report.case import Case
from trainrules.report.tally import Tally


@click.command()
@click.argument("policy", nargs=-1, metavar="POLICY…")
@click.argument("records_file", metavar="RECORDS")
@as_of_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--only", type=click.Choice(["violations"]), help="Leave out what is not a violation.")
@click.option(
    "--fail-on",
    type=click.Choice(["should", "must", "never"]),
    default="should",
    show_default=True,
    help="What ends with exit status 1: a must or should in breach, only a must, or nothing.",
)
@spreadsheet_options
@click.option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
def evaluate(
    policy: tuple[str, ...],
    records_file: str,
    as_of: date | None,
    format_: str,
    only: str | None,
    fail_on: str,
    mapping: tuple[str, ...],
    dates: str,
    training: str | None,
    output: str | None,
) -> int:
    """Judge RECORDS by every POLICY, as of a day.

    Nothing is written until every record has been read and judged; one that cannot be read stops the run
    with exit status 2 and a message for each bad field.
    """
    if not policy:
        raise click.UsageError(f"a POLICY and RECORDS are needed; only `{records_file}` is given")
    keep_inputs(output, (*policy, records_file, training))
    for_csv_only(records_file, mapping, dates, training)
    loaded = policies(policy)
    read = records(records_file, training, dates, columns(mapping))
    judging = _Judging(loaded, as_of or today())
    made = report(format_)
    if format_ == "text" and colourful(output):
        made = partial(text_report.pieces, paint=paint)
    write(made(judging.cases(counted(read)), only is not None), output, mark=format_ == "csv")
    return judging.status(fail_on)


class _Judging:
    """Evaluates records one by one and keeps the tally that the exit status comes from."""

    def __init__(self, loaded: tuple[Policy, ...], as_of: date) -> None:
        self._policies = loaded
        self._as_of = as_of
        self._tally = Tally()

    def cases(self, read: Iterator[Record]) -> Iterator[Case]:
        """Yield each record with its results."""
        for record in read:
            case = Case(record, tuple(judged(policy, record, self._as_of) for policy in self._policies))
            self._tally = self._tally.add(case)
            yield case

    def status(self, fail_on: str) -> int:
        """Return 1 when something of *fail_on* or stronger is in breach, else 0."""
        counted_in = {"never": 0, "must": self._tally.breaches}
        return int(bool(counted_in.get(fail_on, self._tally.breaches + self._tally.shortfalls)))


def keep_inputs(output: str | None, inputs: tuple[str | None, ...]) -> None:
    """Raise `Unusable` when *output* is one of the files that are read."""
    if output is None or not Path(output).is_file():
        return
    for name in inputs:
        if name and Path(name).is_file() and Path(name).samefile(output):
            raise Unusable(f"error: {output}: the results would take the place of what they come from")
