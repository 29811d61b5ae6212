"""Records from JSON (one record, a list, or `{"records": […]}`) and from JSON Lines (a record a line)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from trainrules.records.classes import Record
from trainrules.records.errors import Problem, RecordError
from trainrules.records.objects import record_from_dict
from trainrules.records.stream import MOST_PROBLEMS, Line, Once

MOST_NESTED = 100
"""Lists and objects stand in each other no deeper than this; those of a record, at most six deep."""
_TOO_DEEP = f"lists and objects are nested too deeply: more than {MOST_NESTED}, one in another"


def read_json(lines: Iterable[Line], name: str) -> Iterator[Record]:
    """Yield the records of a whole JSON text, once all of it has been read.

    Raises `RecordError` with the problems of all its records.
    """
    try:
        value = parse("".join(line for _, line in lines))
    except NotJson as bad:
        raise RecordError([Problem("", str(bad), name, bad.line)]) from None
    once, problems, records = Once(), list[Problem](), list[Record]()
    for path, part in _parts(value, name):
        try:
            record = record_from_dict(part, Record, path=path)
        except RecordError as wrong:
            problems += [each.at(name) for each in wrong.problems]
            if len(problems) > MOST_PROBLEMS:
                break
        else:
            again = once.again(record)
            problems += [Problem(f"{path}.id", again, name)] if again else []
            records.append(record)
    if problems:
        raise RecordError(problems)
    yield from records


def _parts(value: object, name: str) -> Iterator[tuple[str, object]]:
    """Yield the records in *value*, each with its path."""
    path = "$"
    if isinstance(value, dict) and "records" in value:
        others = [key for key in value if key != "records"]
        value, path = value["records"], "$.records"
        if others or not isinstance(value, list):
            wrong = f"`records` stands alone, without `{others[0]}`" if others else "is not a list"
            raise RecordError([Problem(path, wrong, name)])
    if isinstance(value, list):
        yield from ((f"{path}[{place}]", part) for place, part in enumerate(value))
    else:
        yield path, value


def read_lines(lines: Iterable[Line], name: str) -> Iterator[Record]:
    """Yield the record of each line, as it comes, until the first bad one; blank lines are left out.

    After a bad line the rest is still read, and `RecordError` raised with the problems of all lines.
    """
    once, problems = Once(), list[Problem]()
    for number, line in lines:
        if not line.strip():
            continue
        try:
            record = record_from_dict(parse(line), Record)
        except NotJson as bad:
            problems.append(Problem("", str(bad), name, number))
        except RecordError as wrong:
            problems += [each.at(name, number) for each in wrong.problems]
        else:
            again = once.again(record)
            if again:
                problems.append(Problem("$.id", again, name, number))
            elif not problems:
                yield record
        if len(problems) > MOST_PROBLEMS:
            break
    if problems:
        raise RecordError(problems)


def _is_too_deep(value: object, left: int = MOST_NESTED) -> bool:
    """Return whether there are lists or objects in *value* more than *left* deep."""
    if not isinstance(value, (dict, list)):
        return False
    parts = value.values() if isinstance(value, dict) else value
    return not left or any(_is_too_deep(part, left - 1) for part in parts)


class NotJson(ValueError):
    """A text that is not JSON: why, and on which of its lines where that is known."""

    def __init__(self, why: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(f"this is not JSON: {why}")


def _last_comma(text: str, at: int) -> int | None:
    """Return where a comma stands before the end of a list or object, near the place *at*; None for none."""
    comma = text.rfind(",", 0, at + 1)
    if comma < 0 or text[comma + 1 : at].strip():
        return None
    return comma if text[comma + 1 :].lstrip().startswith(("]", "}")) else None


def parse(text: str) -> object:
    """Return the JSON value of *text*, decimals exact; raises `NotJson`, also for a key given twice."""
    try:
        value = json.loads(text, parse_float=Decimal, object_pairs_hook=_object)
    except json.JSONDecodeError as bad:
        comma = _last_comma(text, bad.pos)
        if comma is not None:
            line = text.count("\n", 0, comma) + 1
            raise NotJson("nothing follows the last comma in a list or object: leave it out", line) from None
        why = f"{bad.msg[:1].lower()}{bad.msg[1:]} at column {bad.colno}"
        raise NotJson(why if text.strip() else "there is nothing in it", bad.lineno) from None
    except RecursionError:
        raise NotJson(_TOO_DEEP) from None
    except _Twice as bad:
        raise NotJson(f"an object gives `{bad}` twice") from None
    except ValueError:
        raise NotJson("a number in it has too many digits") from None
    if _is_too_deep(value):
        raise NotJson(_TOO_DEEP)
    return value


class _Twice(ValueError):
    """An object that gives one key twice: a reader would see only one of the values."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        counted = Counter(key for key, _ in pairs)
        raise _Twice(next(key for key, count in counted.items() if count > 1)[:60])
    return made
