"""Results as one page for a browser or a printer: nothing is fetched, nothing is run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from attrs import frozen

from trainrules.report.case import Case, title
from trainrules.report.rows import Row, nothing, rows
from trainrules.report.tally import Tally
from trainrules.words import date_text


@frozen
class _Policy:
    title: str
    rows: tuple[Row, ...]
    nothing: str


@frozen
class _Person:
    who: str
    policies: tuple[_Policy, ...]


def pieces(cases: Iterable[Case], violations_only: bool = False) -> Iterator[str]:
    """Yield the page; the summary stands first, so it begins when every case is known."""
    from jinja2 import Environment

    total, people, titles, notices = Tally(), list[_Person](), dict[str, None](), dict[str, None]()
    day = ""
    for case in cases:
        total = total.add(case)
        for result in case.results:
            day = date_text(result.as_of)
            titles[title(result)] = None
            notices.update(dict.fromkeys(result.notices))
        person = _person(case, violations_only)
        if not violations_only or any(policy.rows for policy in person.policies):
            people.append(person)
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    template = environment.from_string(
        (files("trainrules.report") / "page.html.j2").read_text(encoding="utf-8")
    )
    shown = {
        "titles": [*titles],
        "notices": [*notices],
        "day": day,
        "summary": total.words(),
        "people": people,
    }
    yield from template.generate(shown)


def _person(case: Case, violations_only: bool) -> _Person:
    found = ((result, rows(result, violations_only)) for result in case.results)
    return _Person(case.who, tuple(_Policy(title(result), shown, nothing(result)) for result, shown in found))
