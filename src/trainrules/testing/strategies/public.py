"""What a test asks for: any rule, any policy, records near what a policy makes matter, days to look at."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import attrs
from hypothesis import strategies as st

from trainrules.api import evaluate
from trainrules.model.rules import Audience, Policy, Rule
from trainrules.records.classes import CourseRecord, OrganisationRecord, Record, StaffRecord
from trainrules.testing.inputs import AnyDay, AnyPolicy, AnyRecord, day_of, policy_of, record_of
from trainrules.testing.oracle import world
from trainrules.testing.strategies import records as near
from trainrules.testing.strategies import rules as kinds
from trainrules.testing.strategies.cases import ORGANISATION_DEEDS, short
from trainrules.testing.strategies.cases import organisation_rules as rules_of_a_body
from trainrules.testing.strategies.cases import policies as policies_about
from trainrules.testing.strategies.near import DAY
from trainrules.testing.strategies.records import ORGANISATIONS
from trainrules.testing.strategies.words import TURNS, found_in

ABOUT = ("staff", "course", "organisation")
LONG_AFTER = 400 * DAY
TRIES = 3
"""How many records are made up, at most, to find one of which the policy says something."""

_PEOPLE = (
    "Amina Khan",
    "Ben Cole",
    "Zoë O’Neil",
    "Łukasz Żak",
    "Nguyễn Thị Minh Khai",
    "=1+1",
    'J. "Jo" Ray',
)
_NAMES = st.none() | st.sampled_from(_PEOPLE)
_IDS = st.from_regex("[A-Z]{1,2}-[0-9]{1,4}", fullmatch=True)


class Situation(NamedTuple):
    """A policy, a record, and the day to judge it by."""

    policy: Policy
    record: Record
    as_of: date

    def __repr__(self) -> str:
        """Return the rules, the record and the day, without what is at its default."""
        said = [*self.policy.rules, *self.policy.equivalences, self.record, self.as_of]
        return "\n  ".join(["Situation", *map(short, said)])

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print a failing example as its repr."""
        printer.text(repr(self))


def rules(about: str | None = None) -> st.SearchStrategy[Rule]:
    """Return any rule, of any kind, labelled `R`, about `staff`, a `course`, an `organisation` or any."""
    made: dict[str, st.SearchStrategy[Any]] = {
        "staff": st.one_of(
            kinds.duties(),
            kinds.duties(),
            kinds.follow_ups(),
            kinds.windows(),
            kinds.orders(),
            kinds.deliveries(),
            kinds.notices(),
            kinds.quotas(),
            kinds.streaks(),
        ),
        "course": st.one_of(kinds.checklists(), kinds.notices("session")),
        "organisation": organisation_rules(),
    }
    if about is None:
        return st.one_of(made["staff"], made["staff"], made["course"], made["organisation"]).map(_alone)
    if about not in made:
        raise ValueError(f"{about!r} is none of {', '.join(made)}")
    return made[about].map(_alone)


def _alone(rule: Rule) -> Rule:
    """Return *rule* as it is where no other takes its place."""
    return attrs.evolve(rule, default=False, replaced_by=(), instead_of=())


@st.composite
def organisation_rules(draw: st.DrawFn) -> Rule:
    """Draw what an agency, a body or the partnership owes."""
    in_a_month = kinds.windows(st.sampled_from(ORGANISATION_DEEDS))
    rule = draw(st.one_of(rules_of_a_body(), rules_of_a_body(), in_a_month))
    entity = draw(st.sampled_from(ORGANISATIONS))
    name = draw(st.sampled_from(["", "Board"])) if entity == "body" else ""
    return attrs.evolve(rule, audience=Audience(entity, name=name))


@st.composite
def policies(draw: st.DrawFn, about: str | None = None) -> Policy:
    """Draw a policy of one to three rules (and what replaces the first), all about one kind of record.

    *about* is `staff`, `course` or `organisation`, None any of them.
    """
    meant = about or draw(st.sampled_from(("staff", "staff", "staff", *ABOUT[1:])))
    first, *more = draw(st.lists(rules(meant), min_size=1, max_size=3))
    base = draw(policies_about(first)) if meant == "staff" else Policy(rules=(first,))
    others = [attrs.evolve(rule, label=f"R{number}") for number, rule in enumerate(more, 2)]
    return attrs.evolve(base, title="Made up", rules=(*base.rules, *others))


Policies = AnyPolicy | st.SearchStrategy[Policy] | None
"""A policy, given as in the assertions; or a strategy of policies; or None for made-up ones."""


def _policies(given: Policies, about: str | None = None) -> st.SearchStrategy[Policy]:
    if given is None:
        return policies(about)
    return given if isinstance(given, st.SearchStrategy) else st.just(policy_of(given))


def staff_records(policy: Policies = None, *, known: bool = False) -> st.SearchStrategy[StaffRecord]:
    """Return people whose posts, training and all else fall on or beside days that *policy* makes matter.

    Some facts are missing, unless *known*: then only a person's joining may be, where a post stands for it.
    """
    return _of(policy, "staff", near.staff_records, known)


def course_records(policy: Policies = None, *, known: bool = False) -> st.SearchStrategy[CourseRecord]:
    """Return courses with their sessions and standards; *policy* and *known* as for `staff_records`."""
    return _of(policy, "course", near.course_records, known)


def organisation_records(
    policy: Policies = None, *, known: bool = False
) -> st.SearchStrategy[OrganisationRecord]:
    """Return agencies, bodies and partnerships; *policy* and *known* as for `staff_records`."""
    return _of(policy, "organisation", near.organisation_records, known)


def _of(given: Policies, about: str, made: Any, known: bool) -> st.SearchStrategy[Any]:
    found: st.SearchStrategy[Any] = _policies(given, about).flatmap(lambda policy: made(policy, known))
    return st.builds(named, found, _IDS, _NAMES)


def named(record: Any, key: str, name: str | None) -> Any:
    """Return *record* with an id of its own, a name where it has none, and nothing that JSON cannot say:
    no id on two events, and an item of a standard once, in the order of the standards."""
    once = {(each.standard, each.item): each for each in sorted(record.standards, key=lambda i: i.standard)}
    record = attrs.evolve(record, id=key, name=record.name or name, standards=tuple(once.values()))
    if not isinstance(record, StaffRecord):
        return record
    first = {each.id: each for each in reversed(record.training)}
    training = (each if each == first[each.id] else attrs.evolve(each, id=None) for each in record.training)
    return attrs.evolve(record, training=tuple(training))


def records(policy: AnyPolicy, *, known: bool = False) -> st.SearchStrategy[Record]:
    """Return records of the kinds that the rules of *policy* are about."""
    loaded = policy_of(policy)
    entities = {rule.audience.entity for rule in loaded.rules} or {"staff"}
    made: list[st.SearchStrategy[Any]] = []
    if "staff" in entities:
        made.append(staff_records(loaded, known=known))
    if "course" in entities:
        made.append(course_records(loaded, known=known))
    if entities & {*ORGANISATIONS}:
        made.append(organisation_records(loaded, known=known))
    return st.one_of(*made)


def interesting_days(policy: AnyPolicy, record: AnyRecord) -> tuple[date, ...]:
    """Return the days on which *record* is worth judging by *policy*, in order: each that it mentions, each
    that something opens, is due, is met, breaks or ends on, and the days before and after."""
    loaded, known = policy_of(policy), record_of(record)
    days = {*found_in(known, date), *_turns(loaded, known)}
    return tuple(sorted({day + n * DAY for day in days for n in (-1, 0, 1)}))


def _turns(policy: Policy, record: Record) -> list[date]:
    """Return the days on which the picture of *record* turns, and one long after all that it mentions."""
    last = max([*found_in((record, policy.rules), date)], default=max(TURNS)) + LONG_AFTER
    result = evaluate(policy, record, last)
    found = [day for each in result.violations for day in (each.since, each.until)]
    found += [day for each in result.obligations for day in (each.due, each.satisfied_on, each.opens)]
    return [*dict.fromkeys(day for day in found if day is not None and day < last), last]


@st.composite
def cases(draw: st.DrawFn, policy: Policies = None, *, known: bool = False) -> Situation:
    """Draw a policy, a record that it is about, and a day on or beside one on which something happens.

    It unpacks: `policy, record, as_of = case`. *policy* and *known* as for `staff_records`.
    """
    drawn = draw(_policies(policy))
    for _ in range(TRIES):
        record = draw(records(drawn, known=known))
        found = _turns(drawn, record)
        if len(found) > 1:
            break
    beside = draw(st.sampled_from((0, 0, 1, 1, -1))) * DAY
    turns = [day + beside for day in found]
    days = st.sampled_from(turns) | st.sampled_from(turns) | st.sampled_from(interesting_days(drawn, record))
    return Situation(drawn, record, draw(days))


@st.composite
def worlds(draw: st.DrawFn, policy: AnyPolicy, record: AnyRecord, as_of: AnyDay) -> Record:
    """Draw *record* with every fact that *policy* asks for and that is missing filled in, in one of the ways
    there are."""

    def pick(options: Any) -> Any:
        return draw(st.sampled_from(options))

    return world(policy_of(policy), record_of(record), day_of(as_of), pick)
