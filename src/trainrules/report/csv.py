"""Results as a table for a spreadsheet: one row an obligation or a violation, the same columns always."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from trainrules.findings import JSON
from trainrules.records.classes import Record, StaffRecord
from trainrules.report.case import Case
from trainrules.report.json import as_dict

COLUMNS = (
    *("record", "name", "agency", "policy", "as_of", "row", "rule", "strength", "owed", "status", "kind"),
    *("opens", "due", "satisfied_by", "satisfied_on", "late_by", "missing", "changes_on"),
    *("since", "until", "days", "have", "need", "consequence", "event", "cure"),
)

# A spreadsheet runs a cell that starts with one of these; a quote mark before it makes it words again.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def pieces(cases: Iterable[Case], violations_only: bool = False) -> Iterator[str]:
    """Yield the heading and then every row, obligations before violations; only the latter when asked."""
    yield _line(COLUMNS)
    for case in cases:
        for result in case.results:
            # What an event counted for has no row of its own, and is costly to work out.
            shown = as_dict(evolve(result, verdicts_of=None), violations_only)
            common = {**_person(case.record), **{key: shown[key] for key in ("record", "policy", "as_of")}}
            for name, row in (("obligations", "obligation"), ("violations", "violation")):
                for each in shown[name]:
                    yield _row({**common, "row": row, **each})


def _person(record: Record) -> JSON:
    agency = record.agency if isinstance(record, StaffRecord) else None
    return {"name": record.name, "agency": agency}


def _row(values: Mapping[str, object]) -> str:
    return _line(_cell(values.get(column)) for column in COLUMNS)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    words = str(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA_STARTS) else words


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()
