"""Results as an officer reads them: grouped by person, one line a finding, a summary at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trainrules.findings import Evaluation
from trainrules.report.case import Case, notices, title
from trainrules.report.rows import Row, nothing, rows
from trainrules.report.tally import Tally
from trainrules.words import date_text

# Given a role (`heading`, `note`, or how a row stands) and words, returns the words as they are to be shown.
Paint = Callable[[str, str], str]


def plain(role: str, words: str) -> str:
    """Return *words* as they are, for whatever is not a colour terminal."""
    return words


def pieces(cases: Iterable[Case], violations_only: bool = False, paint: Paint = plain) -> Iterator[str]:
    """Yield the report piece by piece: a heading, each person with their findings, the summary.

    A person with nothing to show is left out when only violations are wanted. A notice about the strategy is
    told once, one about a record under its name, and that record is never left out.
    Characters that would steer a terminal are replaced.
    """
    total, told = Tally(), set[str]()
    for case in cases:
        if not total.records:
            for result in case.results:
                yield _line(paint, "heading", f"{title(result)}, as of {date_text(result.as_of)}")
        new = [each for each in notices(case)[0] if each not in told]
        told.update(new)
        yield "".join(_line(paint, "note", f"Note: {notice}") for notice in new)
        yield "" if total.records and not new else "\n"
        total = total.add(case)
        yield from _person(case, violations_only, paint)
    yield "".join(_line(paint, "heading", line) for line in total.words())


def _line(paint: Paint, role: str, words: str) -> str:
    return f"{paint(role, _printable(words))}\n"


def _printable(words: str) -> str:
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in words)


def _person(case: Case, violations_only: bool, paint: Paint) -> Iterator[str]:
    found = [(result, rows(result, violations_only)) for result in case.results]
    if violations_only:
        found = [(result, shown) for result, shown in found if shown]
    _, own = notices(case)
    if not found and not own:
        return
    yield _line(paint, "heading", case.who)
    yield from (_line(paint, "note", f"  Note: {each}") for each in own)
    for result, shown in found:
        yield from _under(result, shown, paint, several=len(case.results) > 1)
    yield "\n"


def _under(result: Evaluation, shown: tuple[Row, ...], paint: Paint, several: bool) -> Iterator[str]:
    indent = "    " if several else "  "
    if several:
        yield f"  {_printable(title(result))}\n"
    if not shown:
        yield f"{indent}{nothing(result)}\n"
    width = max((len(row.standing) for row in shown), default=0)
    for row in shown:
        standing = paint(row.standing, f"{row.standing:<{width}}")
        yield f"{indent}{standing}  {_printable(f'{row.what}: {row.when} {row.clause}')}\n"
        if row.then:
            yield f"{indent}{'':<{width}}  {_printable(row.then)}\n"
