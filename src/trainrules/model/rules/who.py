"""Whom a rule is about."""

from __future__ import annotations

from attrs import frozen


@frozen
class Term:
    """One thing that can be true of a record on a day.

    *kind* is everyone, group, level, role, attribute (*name* `sector`, *value* `voluntary`), member (of
    the body *name*), delivery or format (of a course: *name* is the value).
    """

    kind: str
    name: str = ""
    value: str = ""


@frozen
class Audience:
    """Whom a rule is about: records of a kind, on the days when a term of *any_of* holds, with all of
    *all_of* (each entry: any one of its terms) and none of *none_of*.

    *entity* is staff (trainers and members are staff), course, agency, body (*name* says which, empty any)
    or partnership.
    """

    entity: str = "staff"
    any_of: tuple[Term, ...] = (Term("everyone"),)
    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()
    name: str = ""
