"""`trainrules plan`: what one person has to do next, by when, to keep every rule."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import click

from trainrules.cli.inputs import Unusable, as_of_option, day, policies, records, today
from trainrules.cli.output import write
from trainrules.cli.spreadsheet import columns, for_csv_only, spreadsheet_options
from trainrules.cli.who import called
from trainrules.model.rules import Policy
from trainrules.planning import Plan
from trainrules.planning import plan as planned
from trainrules.planning.told import as_object, as_text
from trainrules.records.classes import Record


@click.command()
@click.argument("policy")
@click.argument("records_file", metavar="RECORDS")
@click.option("--id", "id_", required=True, help="Whose record.")
@as_of_option
@click.option("--until", callback=day, metavar="DATE", help="The last day to plan for (default: a year on).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@spreadsheet_options
def plan(
    policy: str,
    records_file: str,
    id_: str,
    as_of: date | None,
    until: date | None,
    format_: str,
    mapping: tuple[str, ...],
    dates: str,
    training: str | None,
) -> int:
    """List what one person has to do to keep POLICY, each thing by its last day in time.

    Every step was tried: with all of them done, the record shows only what is said to be left.
    """
    for_csv_only(records_file, mapping, dates, training)
    (loaded,) = policies([policy])
    start = as_of or today()
    end = until or start.replace(year=start.year + 1, day=min(start.day, 28))
    if end < start:
        raise Unusable(f"error: --until {end} is before {start}, where the plan starts")
    found = called(id_, records_file, records(records_file, training, dates, columns(mapping)))
    write(_told(loaded, found, start, end, format_))
    return 0


def _told(policy: Policy, found: tuple[Record, ...], start: date, end: date, format_: str) -> Iterator[str]:
    plans: list[Plan] = [planned(policy, record, start, end) for record in found]
    if format_ == "json":
        yield json.dumps([as_object(each) for each in plans], ensure_ascii=False, indent=1) + "\n"
    else:
        yield "\n".join(as_text(each) for each in plans)
