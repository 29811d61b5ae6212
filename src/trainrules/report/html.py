"""Results as one page for a browser or a printer: nothing is fetched, nothing is run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from trainrules.report.case import Case, notices, title
from trainrules.report.rows import Row, nothing, rows
from trainrules.report.tally import Tally
from trainrules.report.template import pieces as filled_pieces
from trainrules.words import date_text


@frozen
class _Policy:
    title: str
    rows: tuple[Row, ...]
    nothing: str


@frozen
class _Person:
    place: int
    who: str
    notices: tuple[str, ...]
    policies: tuple[_Policy, ...]

    @property
    def in_breach(self) -> bool:
        """Return whether anything is in breach on the day asked about."""
        return any(row.standing in ("breach", "shortfall") for each in self.policies for row in each.rows)


def pieces(cases: Iterable[Case], violations_only: bool = False) -> Iterator[str]:
    """Yield the page; the summary stands first, so it begins when every case is known."""
    total, people, titles, told = Tally(), list[_Person](), dict[str, None](), dict[str, None]()
    day = ""
    for case in cases:
        total = total.add(case)
        for result in case.results:
            day = date_text(result.as_of)
            titles[title(result)] = None
        told.update(dict.fromkeys(notices(case)[0]))
        person = _person(case, len(people) + 1, violations_only)
        if not violations_only or person.notices or any(policy.rows for policy in person.policies):
            people.append(person)
    yield from filled_pieces(
        "page.html.j2",
        titles=[*titles],
        notices=[*told],
        day=day,
        summary=total.words(),
        people=people,
        in_breach=[each for each in people if each.in_breach],
    )


def _person(case: Case, place: int, violations_only: bool) -> _Person:
    found = ((result, rows(result, violations_only)) for result in case.results)
    policies = tuple(_Policy(title(result), shown, nothing(result)) for result, shown in found)
    return _Person(place, case.who, notices(case)[1], policies)
