"""What Hypothesis runs when it is imported: it says what `st.from_type` gives for records and policies.

What makes them is imported when one is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis import strategies as st


def register() -> None:
    """Register how to make each kind of record, and a policy."""
    from hypothesis import strategies as st

    from trainrules.model.rules import Policy
    from trainrules.records.classes import CourseRecord, OrganisationRecord, StaffRecord

    st.register_type_strategy(StaffRecord, _staff)
    st.register_type_strategy(CourseRecord, _course)
    st.register_type_strategy(OrganisationRecord, _organisation)
    st.register_type_strategy(Policy, _policy)


def _staff(_: type) -> st.SearchStrategy[Any]:
    from trainrules.testing import staff_records

    return staff_records()


def _course(_: type) -> st.SearchStrategy[Any]:
    from trainrules.testing import course_records

    return course_records()


def _organisation(_: type) -> st.SearchStrategy[Any]:
    from trainrules.testing import organisation_records

    return organisation_records()


def _policy(_: type) -> st.SearchStrategy[Any]:
    from trainrules.testing import policies

    return policies()
