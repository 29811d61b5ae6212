"""The CSV reader: any two sheets, any mapping of columns, any order of dates."""

from __future__ import annotations

import io
from collections.abc import Iterator

from tests.fuzz import seeds
from tests.fuzz.records import refused, written
from tests.fuzz.sections import joined, lines, sections
from tests.fuzz.target import Target

from trainrules.records.csv_cells import ORDERS
from trainrules.records.csv_columns import STAFF, TRAINING
from trainrules.records.csv_file import read_csv
from trainrules.records.errors import RecordError


def run(data: bytes) -> int:
    """Read the sheets in *data*: how they are to be read, the staff, the completions (none: no sheet)."""
    how, staff, training = sections(data, 3)
    order, *pairs = [*lines(how), "iso"]
    mapping = {column: field for column, _, field in (pair.rpartition("=") for pair in pairs)}
    other = io.BytesIO(training) if training else None
    dates = order if order in ORDERS else list(ORDERS)[len(order) % len(ORDERS)]
    try:
        for record in read_csv(io.BytesIO(staff), other, dates=dates, mapping=mapping):
            written(record)
    except RecordError as wrong:
        refused(wrong)
    return len(data)


def _seeds() -> Iterator[bytes]:
    staff, training = seeds.sheets()
    yield joined("iso", staff, training)
    yield joined("iso", staff.replace(",", ";"), training.replace(",", "\t"))
    yield joined("dmy\nStart date=started\nE-mail=", "id,Start date,E-mail\nS-1,31/01/2022,x\n")
    yield joined("mdy", "Staff No\tdate joined\tattribute sector\nS-1\t1/31/2022\tschool\n")
    yield joined("iso", 'id,groups,post\nS-1,"A; B","Head ""of"" x"\nS-1,C,"two\nlines"\n', "id,completed\n")
    headings = ",".join(dict.fromkeys((*STAFF, "attribute x", "fact y")))
    yield joined("dmy", f"{headings}\n{',' * headings.count(',')}\n", ",".join(TRAINING) + "\nS-1" + "," * 14)


def _words() -> Iterator[str]:
    for field, others in (*STAFF.items(), *TRAINING.items()):
        yield from (field, *others[:1])
    yield from (",", ";", "\t", '"', '""', "\r", "\r\n", "\x00", "\ufeff", "attribute ", "fact ", "\n=====\n")
    yield from (
        "iso",
        "dmy",
        "mdy",
        "2022-01-31",
        "31/01/2022",
        "31 January 2022",
        "29.2.2024",
        "yes",
        "none",
    )


TARGET = Target("sheet", run, _seeds, _words)
