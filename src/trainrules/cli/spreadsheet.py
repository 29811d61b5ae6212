"""The options that say how a CSV file is to be read, the same for every command that reads records."""

from __future__ import annotations

from collections.abc import Callable

import click

from trainrules.cli.inputs import Unusable

_OPTIONS = (
    click.option(
        "--map",
        "mapping",
        multiple=True,
        metavar="COLUMN=FIELD",
        help="What a CSV column is; COLUMN= leaves it out. May be given again.",
    ),
    click.option(
        "--dates",
        type=click.Choice(["iso", "dmy", "mdy"]),
        default="iso",
        show_default=True,
        help="The order in which a CSV's dates are written.",
    ),
    click.option(
        "--training", metavar="FILE", help="The CSV of completions (default: training.csv beside RECORDS)."
    ),
)


def spreadsheet_options(command: Callable[..., int]) -> Callable[..., int]:
    """Return *command* with the options `--map`, `--dates` and `--training`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return the columns of *pairs* with their fields, an empty one for a column that is left out.

    Raises `Unusable` for one that is not `COLUMN=FIELD`.
    """
    split = [pair.rpartition("=") for pair in pairs]
    for pair, (column, _, _) in zip(pairs, split, strict=True):
        if not column.strip():
            raise Unusable(f"error: --map {pair}: write the column, `=` and the field, as in `Staff no=id`")
    return {column.strip(): field.strip() for column, _, field in split}


def for_csv_only(where: str, mapping: tuple[str, ...], dates: str, training: str | None) -> None:
    """Raise `Unusable` when *where* is a file of JSON and one of the options is given."""
    if (mapping or training or dates != "iso") and where.lower().endswith((".json", ".jsonl")):
        raise Unusable(f"error: {where}: --map, --dates and --training are for CSV files")
