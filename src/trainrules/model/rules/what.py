"""What a record can show, and what has to be done."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.who import Term


@frozen
class Deed:
    """A kind of thing that a record can show on a day.

    *kind*: training, activity, qualification, document, report, meeting, delivery, evaluation.
    *name*: the course, activity (a declared activity stands for its members too: see `Policy.activities`),
    document, report, body or evaluation kind; empty for any. *own*: a group, level or role term, for
    `Group B training`. *modes*: what narrows it, each a delivery or format value. *action* and *to* are a
    report's verb (`submit`, `evaluate` …) and receiver. *other_than* names what `any other training`
    leaves out.
    """

    kind: str
    name: str = ""
    own: Term | None = None
    modes: tuple[str, ...] = ()
    action: str = ""
    to: str = ""
    other_than: tuple[Deed, ...] = ()


@frozen
class Owed:
    """What has to be done: every one of *parts*, each by any one of its deeds."""

    parts: tuple[tuple[Deed, ...], ...]

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Return every deed that plays a part."""
        return tuple(deed for part in self.parts for deed in part)
