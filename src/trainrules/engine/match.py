"""Which deeds an event is evidence of: by name, own group, mode and equivalence, and what is not known.

An event has a *face*: its course, the groups, levels and roles it is for, its delivery and format. An
equivalence that applies adds what it names to what the event shows. Where a fact of the event is not known,
every way of filling it in is tried, and the event matches one of several sets of deeds.
"""

from __future__ import annotations

from itertools import product

from attrs import evolve, fields, frozen

from trainrules.model.rules import CourseType, Deed, Policy, Term, fold

DELIVERIES = ("single-agency", "multi-agency")
FORMATS = ("e-learning", "face-to-face", "virtual")
OTHER = "\0other"
SUBMIT = "submit"
"""What a report certainly is, whatever else was done by it."""


FACTS = {
    "name": "course",
    "delivery": "delivery",
    "format": "format",
    "action": "action",
    "to": "receiver",
}
"""The facts of an event that may not be known, and what each is called."""


@frozen
class Face:
    """What an event looks like to a deed; "" for a name, delivery, format or receiver it has not."""

    kind: str
    name: str = ""
    own: frozenset[Term] = frozenset()
    delivery: str = ""
    format: str = ""
    actions: frozenset[str] = frozenset()
    to: str = ""


FACE = tuple(each.name for each in fields(Face))


@frozen
class Look:
    """An event's facts as recorded: as a Face, but None where a fact is not known."""

    kind: str
    name: str | None = ""
    own: frozenset[Term] = frozenset()
    delivery: str | None = ""
    format: str | None = ""
    action: str | None = ""
    to: str | None = ""


@frozen
class Shown:
    """All that an event shows: what its face has, and what it counts as besides."""

    kinds: frozenset[str]
    names: frozenset[str]
    own: frozenset[Term]
    modes: frozenset[str]
    actions: frozenset[str] = frozenset()
    to: str = ""


def shows(shown: Shown, deed: Deed) -> bool:
    """Return whether an event that shows this is a *deed*."""
    return (
        deed.kind in shown.kinds
        and (not deed.name or deed.name in shown.names)
        and (deed.own is None or deed.own in shown.own)
        and shown.modes.issuperset(deed.modes)
        and (not deed.action or deed.action in shown.actions)
        and (not deed.to or shown.to == deed.to)
        and not any(shows(shown, other) for other in deed.other_than)
    )


def title(name: str) -> str:
    """Return the name of a report or document as it is compared: `the arrangements` is `arrangements`."""
    return fold(name).removeprefix("the ")


def folded(deed: Deed) -> Deed:
    """Return *deed* with its names as they are compared."""
    return evolve(
        deed,
        name=title(deed.name) if deed.kind in ("report", "document") else fold(deed.name),
        own=folded_term(deed.own) if deed.own else None,
        modes=tuple(fold(mode) for mode in deed.modes),
        action=fold(deed.action),
        to=fold(deed.to),
        other_than=tuple(folded(other) for other in deed.other_than),
    )


def folded_term(term: Term) -> Term:
    """Return a group, level or role with its name as it is compared."""
    return Term(term.kind, fold(term.name))


class Matcher:
    """Answers which of the numbered deeds of a policy an event is, remembering each answer."""

    def __init__(self, policy: Policy, deeds: tuple[Deed, ...]) -> None:
        self._deeds = tuple(folded(deed) for deed in deeds)
        self._courses: dict[str | None, CourseType] = {}
        for course in policy.courses:
            for name in (course.name, *course.aliases):
                self._courses.setdefault(fold(name), course)
        self._members: dict[str, tuple[str, ...]] = {}
        for activity, members in policy.activities:
            for member in members:
                self._members[fold(member)] = (*self._members.get(fold(member), ()), fold(activity))
        self._equivalences = tuple((folded(e.this), folded(e.that)) for e in policy.equivalences)
        self._formats = tuple(dict.fromkeys(fold(name) for name in (*FORMATS, *policy.formats)))
        named = (*self._deeds, *(deed for pair in self._equivalences for deed in pair))
        self._names = tuple(
            dict.fromkeys(
                [fold(course.name) for course in self._courses.values()]
                + [deed.name for deed in named if deed.name]
            )
        )
        self._known: dict[tuple[Look, tuple[int, ...]], tuple[frozenset[int], ...]] = {}
        self._decided: dict[tuple[Look, tuple[int, ...]], tuple[tuple[str, frozenset[int]], ...]] = {}
        self._ways: dict[tuple[Look, tuple[int, ...]], list[tuple[Face, frozenset[int]]]] = {}

    def look(self, look: Look) -> Look:
        """Return *look* with what the declaration of its course says where the record is silent."""
        course = self._courses.get(look.name)
        if course is None:
            return look
        delivery = look.delivery if look.delivery is not None else fold(course.delivery) or None
        format_ = look.format
        if format_ is None and len(course.formats) == 1:
            format_ = fold(course.formats[0])
        own = look.own | {folded_term(term) for term in course.own}
        return evolve(look, name=fold(course.name), own=own, delivery=delivery, format=format_)

    def matches(self, look: Look, equivalences: tuple[int, ...]) -> tuple[frozenset[int], ...]:
        """Return the sets of deeds that the event may be: one, when nothing that matters is unknown.

        *equivalences* are the numbers of those that apply to the person on the event's day.
        """
        key = (look, equivalences)
        found = self._known.get(key)
        if found is None:
            ways = self._ways_of(self.look(look), equivalences)
            found = self._known[key] = tuple(dict.fromkeys(deeds for _, deeds in ways))
        return found

    def unknown(self, look: Look, equivalences: tuple[int, ...], wanted: frozenset[int]) -> tuple[str, ...]:
        """Return the facts of *look* that are not known and decide which of the deeds *wanted* it is."""
        key = (look, equivalences)
        found = self._decided.get(key)
        if found is None:
            found = self._decided[key] = self._decided_by(look, equivalences)
        return tuple(part for part, deeds in found if not deeds.isdisjoint(wanted))

    def _decided_by(
        self, look: Look, equivalences: tuple[int, ...]
    ) -> tuple[tuple[str, frozenset[int]], ...]:
        """Return each fact of *look* that is not known, and the deeds it decides, all else being equal."""
        found = []
        for said, part in FACTS.items():
            if getattr(look, said) is not None:
                continue
            alike: dict[tuple[object, ...], list[frozenset[int]]] = {}
            for face, deeds in self._ways_of(look, equivalences):
                alike.setdefault(_without(face, said), []).append(deeds)
            decided = [frozenset().union(*sets) - frozenset.intersection(*sets) for sets in alike.values()]
            found.append((part, frozenset().union(*decided)))
        return tuple(found)

    def _ways_of(self, look: Look, equivalences: tuple[int, ...]) -> list[tuple[Face, frozenset[int]]]:
        """Return every way of filling in *look*, and the deeds that the event is then."""
        key = (look, equivalences)
        found = self._ways.get(key)
        if found is None:
            found = [(face, self._deeds_of(face, equivalences)) for face in self._fillings(look)]
            self._ways[key] = found
        return found

    def _fillings(self, look: Look) -> list[Face]:
        """Return every way of filling in what is not known of *look*."""
        known = self._courses.get(look.name)
        formats = tuple(fold(name) for name in known.formats) if known and known.formats else ()
        actions = tuple(dict.fromkeys(deed.action for deed in self._deeds if deed.action))
        receivers = tuple(dict.fromkeys(deed.to for deed in self._deeds if deed.to))
        options = (
            (*self._names, OTHER) if look.name is None else (look.name,),
            DELIVERIES if look.delivery is None else (look.delivery,),
            (formats or (*self._formats, OTHER)) if look.format is None else (look.format,),
            tuple(frozenset({SUBMIT, each}) for each in (*actions, SUBMIT))
            if look.action is None
            else (frozenset({look.action}),),
            (*receivers, OTHER) if look.to is None else (look.to,),
        )
        faces = []
        for name, delivery, format_, done, to in product(*options):
            own = look.own
            if look.name is None and name in self._courses:
                own = own | {folded_term(term) for term in self._courses[name].own}
            faces.append(Face(look.kind, name, own, delivery, format_, done, to))
        return faces

    def _deeds_of(self, face: Face, equivalences: tuple[int, ...]) -> frozenset[int]:
        shown = self._shown(face, equivalences)
        return frozenset(number for number, deed in enumerate(self._deeds) if shows(shown, deed))

    def _own(self, deed: Deed) -> frozenset[Term]:
        """Return whose the training *deed* is: its own, and that of the course it names."""
        course = self._courses.get(deed.name)
        declared = frozenset(map(folded_term, course.own)) if course else frozenset()
        return declared | {deed.own} if deed.own else declared

    def _shown(self, face: Face, equivalences: tuple[int, ...]) -> Shown:
        """Return all that an event with *face* shows, through any number of equivalences."""
        shown = Shown(
            kinds=frozenset({face.kind}),
            names=frozenset({face.name, *self._activities_of(face)}),
            own=face.own,
            modes=frozenset({face.delivery, face.format}),
            actions=face.actions,
            to=face.to,
        )
        before = None
        while shown != before:
            before = shown
            for number in equivalences:
                this, that = self._equivalences[number]
                if shows(shown, this):
                    shown = _also(shown, that, self._own(that))
        return shown

    def _activities_of(self, face: Face) -> tuple[str, ...]:
        """Return the activities that an activity is one of."""
        return self._members.get(face.name, ()) if face.kind == "activity" else ()


def _without(face: Face, said: str) -> tuple[object, ...]:
    """Return what *face* is beside the fact *said*; whose a course is goes with its name."""
    left_out = {said, "own"} if said == "name" else {"actions" if said == "action" else said}
    return tuple(None if each in left_out else getattr(face, each) for each in FACE)


def _also(shown: Shown, deed: Deed, own: frozenset[Term]) -> Shown:
    """Return *shown* with what *deed* names, *own* being whose it is."""
    return evolve(
        shown,
        kinds=shown.kinds | {deed.kind},
        names=shown.names | {deed.name},
        own=shown.own | own,
        modes=shown.modes | frozenset(deed.modes),
    )
