"""What the commands are given: policies by path or name, records, dates; each refused in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from trainrules import api
from trainrules.diagnostics import PolicyError, render
from trainrules.model.rules import Policy
from trainrules.records.classes import Record
from trainrules.records.errors import RecordError
from trainrules.records.files import read_records
from trainrules.resources import policy_names, policy_path

_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".ods")
_OF_RECORDS = (".json", ".jsonl", ".csv", *_SPREADSHEETS)
_UNKNOWN_COLUMN = re.compile(r"the column `(.*?)` is not a field(?:, nor is `.*?`)?: (?:.*`(.+?)`)?")
_UNDECLARED_ORDER = "unless the file's date order is declared"


class Unusable(Exception):
    """An input that cannot be used; its words are what the user is told."""


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Return the date that *value* writes as `2022-09-02`, from 1900 to 2100; None for None.

    Raises `click.BadParameter` for what is not one.
    """
    if value is None:
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value or not 1900 <= found.year <= 2100:
        said = f"{value} is not a date from 1900-01-01 to 2100-12-31, such as 2022-09-02"
        raise click.BadParameter(said, context, parameter)
    return found


as_of_option = click.option(
    "--as-of", callback=day, metavar="DATE", help="The day to judge by (default: today)."
)


def today() -> date:
    """Return today; the command line is the only part that reads the clock."""
    return date.today()


def policy_file(name: str) -> Path:
    """Return the rule file that *name* means: a file's path, else a bundled policy's name.

    Raises `Unusable`, with the near name, when it is neither, or when it is a file of records.
    """
    path = Path(name)
    names = policy_names()
    if path.is_file() and path.suffix.lower() in _OF_RECORDS:
        raise Unusable(
            f"error: {name}: a policy is a file of rules, and this is one of records"
            "\n  = help: the policy stands before the records: `trainrules evaluate POLICY RECORDS`"
        )
    if path.is_file() or (name and path.exists() and name not in names):
        return path
    if name in names:
        return Path(str(policy_path(name)))
    files = [str(each) for each in sorted(path.parent.glob("*.rules"))] if path.name else []
    near = get_close_matches(name, [*names, *files], 1)
    hint = f"did you mean {near[0]}?" if near else f"the bundled policies are {', '.join(names)}"
    raise Unusable(
        f"error: {name or 'an empty name'}: there is no such file or bundled policy\n  = help: {hint}"
    )


def policies(names: Sequence[str]) -> tuple[Policy, ...]:
    """Return the policies that *names* mean, in order; one without a rule is pointed out on stderr.

    Raises `Unusable` with everything that is wrong with any of them.
    """
    loaded: list[Policy] = []
    problems: list[str] = []
    for name in names:
        try:
            loaded.append(api.load(policy_file(name)))
        except Unusable as problem:
            problems.append(str(problem))
        except PolicyError as problem:
            problems += [render(each) for each in problem.diagnostics]
    if problems:
        raise Unusable("\n\n".join(problems))
    for name, policy in zip(names, loaded, strict=True):
        if not policy.rules:
            click.echo(f"warning: {name}: there are no rules in it, so nobody owes anything", err=True)
    return tuple(loaded)


def records(
    where: str, training: str | None = None, dates: str = "iso", mapping: Mapping[str, str] | None = None
) -> Iterator[Record]:
    """Yield the records of the file *where* (`-`: standard input).

    Raises `Unusable` with everything that is wrong with the file, which may be after some were given.
    """
    if where.lower().endswith(_SPREADSHEETS):
        raise Unusable(
            f"error: {where}: a spreadsheet's own format cannot be read\n  = help: save it as “CSV UTF-8”"
        )
    try:
        yield from read_records(where, training=training, dates=dates, mapping=mapping)
    except RecordError as problem:
        said = [f"error: {line}" for line in str(problem).splitlines()]
        raise Unusable("\n".join((*said, *_options(problem)))) from None


def _options(problem: RecordError) -> list[str]:
    """Return the options that could mend what is wrong with a CSV file, one a line."""
    said = [each.message for each in problem.problems]
    unknown = next((found.groups() for found in map(_UNKNOWN_COLUMN.match, said) if found), None)
    hints = []
    if unknown is not None:
        column, field = f'"{unknown[0]}=', unknown[1] or "name"
        hints.append(
            f'  = help: `--map {column}{field}"` says what it holds, `--map {column}"` leaves it out'
        )
    if any(_UNDECLARED_ORDER in each for each in said):
        hints.append("  = help: `--dates dmy` reads 31/01/2022, `--dates mdy` reads 01/31/2022")
    return hints
