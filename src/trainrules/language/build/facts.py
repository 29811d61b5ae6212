"""Builds the lines of an example: facts and expectations."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve
from lark import Token

from trainrules.language.ast import Expect, Fact, Name
from trainrules.language.build.base import BuildError, Kids, Mode, Phrase, lower
from trainrules.language.build.declarations import DeclarationBuilder
from trainrules.source import Span

DONE = {
    "submitted": "submit", "reported": "report", "evaluated": "evaluate", "reviewed": "review",
    "published": "publish", "produced": "produce", "provided": "provide", "set": "set", "agreed": "agree",
    "approved": "approve", "held": "hold", "requested": "request", "shared": "share", "sent": "send",
    "presented": "present", "conducted": "conduct", "developed": "develop", "appointed": "appoint",
    "monitored": "monitor", "audited": "audit", "issued": "issue", "updated": "update", "renewed": "renew",
    "refreshed": "refresh",
}  # fmt: skip


class FactBuilder(DeclarationBuilder):
    """The productions of `fact`."""

    def fact(self, span: Span, kids: Kids) -> Kids:
        """Return what a line says: one thing, or several short ones."""
        return kids

    def fact_joined(self, span: Span, kids: Kids) -> Fact:
        """Return the day of joining."""
        return Fact("joined", day=kids[0], span=span)

    def fact_left(self, span: Span, kids: Kids) -> Fact:
        """Return the last day."""
        return Fact("left", day=kids[0], span=span)

    def fact_post(self, span: Span, kids: Kids) -> Fact:
        """Return a post, or a membership of a body."""
        picks, start, until = kids
        self._forwards(start, until, span)
        members = [pick for pick in picks if pick.noun == "members"]
        if not members:
            return Fact("post", picks=picks, day=start, until=until, span=span)
        if len(picks) > 1:
            raise BuildError("TR119", "a membership has a line of its own", members[0].span)
        return Fact("member", members[0].low, day=start, until=until, span=span)

    def fact_attribute(self, span: Span, kids: Kids) -> Fact:
        """Return an attribute's value."""
        name, value, start, until = kids
        self._forwards(start, until, span)
        found = value.name if isinstance(value, Mode) else value
        return Fact("attribute", name, found, day=start, until=until, span=span)

    def fact_dated(self, span: Span, kids: Kids) -> Fact:
        """Return a declared date."""
        return Fact("fact", kids[0], day=kids[1], span=span)

    def fact_completed(self, span: Span, kids: Kids) -> Fact:
        """Return a completion with its details."""
        return self._taken("completed", span, kids)

    def fact_delivered(self, span: Span, kids: Kids) -> Fact:
        """Return a delivery with its details."""
        return self._taken("delivered", span, kids)

    def _taken(self, kind: str, span: Span, kids: Kids) -> Fact:
        phrase, day, *details = kids
        training = self.training(phrase)
        picks = () if training.own is None else (training.own,)
        made = Fact(kind, training.name, day=day, picks=picks, modes=training.modes, span=span)
        for detail in details:
            made = self._with(made, detail)
        return made

    def _with(self, made: Fact, detail: Any) -> Fact:
        if isinstance(detail, Mode):
            return evolve(made, modes=(*made.modes, detail.name))
        if isinstance(detail, Name):
            return evolve(made, modes=(*made.modes, detail))
        if isinstance(detail, tuple):
            return evolve(made, picks=(*made.picks, *detail))
        return evolve(made, **detail)

    def fact_amount(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return hours or days."""
        amount, unit = kids
        if unit not in ("hour", "day") or amount.percent or amount.text == "half":
            raise BuildError("TR119", "a record counts hours or days", span)
        return {"amount": amount, "unit": f"{unit}s"}

    def fact_with(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return that there is evidence."""
        return {"certificate" if kids[0] == "certificate" else "yes": True}

    def fact_without(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return that there is no evidence."""
        return {"certificate" if kids[0] == "certificate" else "yes": False}

    def fact_detail(self, span: Span, kids: Kids) -> Any:
        """Return a detail as it is."""
        return kids[0]

    def fact_did(self, span: Span, kids: Kids) -> Fact:
        """Return an activity."""
        return Fact("did", kids[0], day=kids[1], span=span)

    def fact_evaluation(self, span: Span, kids: Kids) -> Fact:
        """Return an evaluation, and the course it is of where that is said."""
        name, day, phrase = kids
        course = None if phrase is None else self._course(phrase)
        return Fact("evaluation", name, course, day=day, span=span)

    def _course(self, phrase: Phrase) -> Name:
        name = self.training(phrase).name
        if name is None:
            raise BuildError("TR118", "a course is named here", phrase.span, help="put its name in quotes")
        return name

    # --- meetings, bookings, sessions ---

    def meeting(self, span: Span, kids: Kids) -> Name | None:
        """Return the body that met, None where it is not said."""
        made: Name | None = kids[0]
        return made

    def meeting_noun(self, span: Span, kids: Kids) -> Name | None:
        """Return the body after `meeting of`."""
        made: Name | None = kids[0]
        return made

    def fact_attended(self, span: Span, kids: Kids) -> Fact:
        """Return a meeting attended."""
        return Fact("attended", kids[0], day=kids[1], yes=True, span=span)

    def fact_missed(self, span: Span, kids: Kids) -> Fact:
        """Return a meeting missed."""
        return Fact("missed", kids[0], day=kids[1], yes=False, span=span)

    def fact_meeting(self, span: Span, kids: Kids) -> Fact:
        """Return a meeting that was held."""
        return Fact("meeting", kids[0], day=kids[1], span=span)

    def fact_booked(self, span: Span, kids: Kids) -> Fact:
        """Return a booking and what became of it."""
        phrase, day, end = kids
        return Fact("booked", self._course(phrase), day=day, **(end or {}), span=span)

    def was_attended(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return that the booking was used."""
        return {"yes": True}

    def was_not_attended(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return that nobody came."""
        return {"yes": False}

    def was_cancelled(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return the day it was given up."""
        return {"until": kids[0]}

    def fact_cancelled(self, span: Span, kids: Kids) -> Fact:
        """Return a cancellation."""
        phrase, session, day = kids
        return Fact("cancelled", self._course(phrase), day=day, until=session, span=span)

    def fact_session(self, span: Span, kids: Kids) -> Fact:
        """Return a session of the course."""
        return Fact("session", day=kids[0], **(kids[1] or {}), span=span)

    def was_advertised(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return the day it was advertised."""
        return {"until": kids[0], "yes": True}

    def was_not_advertised(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return that it never was."""
        return {"yes": False}

    # --- the rest of a record ---

    def fact_leave(self, span: Span, kids: Kids) -> Fact:
        """Return days of leave."""
        name, start, until = kids
        self._forwards(start, until, span)
        return Fact("leave", name, day=start, until=until, span=span)

    def fact_waived(self, span: Span, kids: Kids) -> Fact:
        """Return a waiver of the rule with a label."""
        token, start, until = kids
        self._forwards(start, until, span)
        return Fact("waived", self._label_name(token), day=start, until=until, span=span)

    def _label_name(self, token: Token) -> Name:
        label = self.label(token)
        return Name(label.text, span=label.span)

    def past_verb(self, span: Span, kids: Kids) -> str:
        """Return the verb of a rule: submitted → submit."""
        return DONE[lower(kids)]

    def fact_reported(self, span: Span, kids: Kids) -> Fact:
        """Return a report and its receiver."""
        action, name, to, day = kids
        return Fact("reported", name, to, action=action, day=day, span=span)

    def fact_holds(self, span: Span, kids: Kids) -> Fact:
        """Return a qualification."""
        name, start, until = kids
        self._forwards(start, until, span)
        return Fact("holds", name, day=start, until=until, span=span)

    def fact_has(self, span: Span, kids: Kids) -> Fact:
        """Return a document on record."""
        return Fact("has", kids[0], day=kids[1], yes=True, span=span)

    def fact_has_no(self, span: Span, kids: Kids) -> Fact:
        """Return that somebody recorded that there is none."""
        return Fact("has", kids[0], day=kids[1], yes=False, span=span)

    def fact_standard(self, span: Span, kids: Kids) -> Fact:
        """Return whether an item of a standard is met."""
        name, item, met, day = kids
        return Fact("standard", name, item, day=day, yes=met, span=span)

    def outcome(self, span: Span, kids: Kids) -> bool | None:
        """Return met, not met or not known."""
        return {"met": True, "not met": False}.get(lower(kids))

    def fact_record(self, span: Span, kids: Kids) -> Fact:
        """Return what kind of record it is; staff when no line says."""
        made: Fact = kids[0]
        return evolve(made, span=span)

    def record_kind(self, span: Span, kids: Kids) -> Fact:
        """Return the kind, its modes and its own name."""
        kind = (
            "staff"
            if any(isinstance(kid, Token) and kid.type == "STAFF" for kid in kids)
            else lower(kids[:1])
        )
        name = next((kid for kid in kids if isinstance(kid, Name)), None)
        return Fact("record", Name(kind, span=span), name, span=span)

    def kind_course(self, span: Span, kids: Kids) -> Fact:
        """Return a course with its modes."""
        modes, name = kids
        return Fact("record", Name("course", span=span), name, modes=modes or (), span=span)

    def fact_as_of(self, span: Span, kids: Kids) -> Fact:
        """Return the day the example is judged on."""
        return Fact("as of", day=kids[0], span=span)

    def _forwards(self, start: date | None, until: date | None, span: Span) -> None:
        if start is not None and until is not None and until < start:
            raise BuildError("TR107", "this ends before it begins", span, help="write the earlier date first")

    # --- expectations ---

    def expect_none(self, span: Span, kids: Kids) -> Expect:
        """Return `expect no violations`."""
        return Expect(span=span)

    def expect_no_others(self, span: Span, kids: Kids) -> Expect:
        """Return `expect no other violations`."""
        return Expect(others=True, span=span)

    def expect(self, span: Span, kids: Kids) -> Expect:
        """Return what is expected of one rule."""
        token, phrase, *parts = kids
        owed = None if phrase is None else self.training(phrase)
        fields: dict[str, Any] = {}
        for part in parts:
            twice = fields.keys() & part.keys()
            if twice:
                raise BuildError("TR119", f"`{'` and `'.join(sorted(twice))}` is said twice", span)
            fields |= part
        return Expect(self.label(token), owed=owed, **fields, span=span)

    def expected(self, span: Span, kids: Kids) -> dict[str, Any]:
        """Return a status with its date, or a date alone."""
        words = lower(kids)
        day = next((kid for kid in kids if isinstance(kid, date)), None)
        if words in ("due", "until"):
            return {words: day}
        made: dict[str, Any] = {"status": words}
        if day is not None:
            made["on" if words.startswith("met") else "since"] = day
        return made
