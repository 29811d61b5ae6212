"""`trainrules report`: a page about one person to read, print and keep, or their deadlines as a calendar."""

from __future__ import annotations

from datetime import date

import click

from trainrules.api import evaluate
from trainrules.cli.evaluate import keep_inputs
from trainrules.cli.inputs import Unusable, as_of_option, policies, records, today
from trainrules.cli.output import write
from trainrules.cli.spreadsheet import columns, for_csv_only, spreadsheet_options
from trainrules.cli.who import called
from trainrules.findings import Evaluation
from trainrules.records.classes import Record
from trainrules.report.person import calendar, person_html
from trainrules.report.person.calendar import REMIND


@click.command("report")
@click.argument("policy", nargs=-1, metavar="POLICY…")
@click.argument("records_file", metavar="RECORDS")
@click.option("--id", "id_", required=True, help="Whose record.")
@click.option("--kind", help="Of what kind it is, where records of several kinds have that id.")
@as_of_option
@click.option("--format", "format_", type=click.Choice(["html", "ics"]), default="html", show_default=True)
@click.option(
    "--remind",
    type=click.IntRange(min=0),
    multiple=True,
    metavar="DAYS",
    help="For ics: an alarm so many days before each deadline; may be given again (default: 30 and 7).",
)
@spreadsheet_options
@click.option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
def report_(
    policy: tuple[str, ...],
    records_file: str,
    id_: str,
    kind: str | None,
    as_of: date | None,
    format_: str,
    remind: tuple[int, ...],
    mapping: tuple[str, ...],
    dates: str,
    training: str | None,
    output: str | None,
) -> int:
    """Make a page about one record, by every POLICY: what to do next, a timeline, what is owed and why.

    With `--format ics`, the deadlines as a calendar file, with alarms.
    """
    if not policy:
        raise click.UsageError(f"a POLICY and RECORDS are needed; only `{records_file}` is given")
    keep_inputs(output, (*policy, records_file, training))
    for_csv_only(records_file, mapping, dates, training)
    loaded = policies(policy)
    read = records(records_file, training, dates, columns(mapping))
    record = _only(called(id_, records_file, read), kind, records_file)
    day = as_of or today()
    results = tuple(evaluate(each, record, day) for each in loaded)
    write([_made(format_, results, remind or REMIND)], output)
    return 0


def _only(found: tuple[Record, ...], kind: str | None, where: str) -> Record:
    """Return the record of *found*, all of one id, that is of *kind*; raises `Unusable` unless it is one."""
    kept = [each for each in found if kind is None or each.kind == kind]
    if len(kept) == 1:
        return kept[0]
    kinds = ", ".join(each.kind for each in found)
    hint = "\n  = help: say which with `--kind`" if kind is None else ""
    raise Unusable(f"error: {where}: the records called {found[0].id} are of these kinds: {kinds}{hint}")


def _made(format_: str, results: tuple[Evaluation, ...], remind: tuple[int, ...]) -> str:
    if format_ == "html":
        return person_html(*results)
    try:
        return calendar(*results, remind=remind)
    except ModuleNotFoundError as problem:
        raise Unusable(
            f"error: a calendar needs the package {problem.name}"
            "\n  = help: install it with `pip install 'trainrules[calendar]'`"
        ) from None
