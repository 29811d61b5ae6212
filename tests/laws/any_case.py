"""Any rule there is, and any case of one: a member of staff, a course or an organisation."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from trainrules.model.rules import Rule
from trainrules.testing.strategies import (
    cases,
    checklists,
    course_cases,
    deliveries,
    duties,
    follow_ups,
    notices,
    orders,
    organisation_cases,
    quotas,
    streaks,
    windows,
)
from trainrules.testing.strategies.cases import Made, as_of_days, organisation_rules, policies
from trainrules.testing.strategies.records import staff_records

ANY_RULE: st.SearchStrategy[Rule] = st.one_of(
    duties(), duties(), follow_ups(), windows(), orders(), deliveries(), notices(), quotas(), streaks()
)
ANY_CASE = st.one_of(
    cases(ANY_RULE),
    cases(ANY_RULE),
    cases(ANY_RULE),
    course_cases(st.one_of(checklists(), notices("session"))),
    organisation_cases(organisation_rules()),
)
EVENTS = (
    *("training", "activities", "deliveries", "qualifications", "meetings", "bookings", "reports"),
    *("documents", "attestations", "standards", "sessions"),
)


@st.composite
def cases_of_several(draw: st.DrawFn) -> Made:
    """Draw a case of two to four rules about a member of staff, and of what stands beside the first."""
    rule, *more = draw(st.lists(ANY_RULE, min_size=2, max_size=4))
    policy = draw(policies(rule))
    labelled = [attrs.evolve(each, label=f"R{n}", default=False) for n, each in enumerate(more, 2)]
    policy = attrs.evolve(policy, rules=(*policy.rules, *labelled))
    record = draw(staff_records(policy))
    return Made(policy, rule, record, draw(as_of_days(record, policy)))
