"""What can be worked out once for a policy: its deeds and audiences numbered, and who overrides whom."""

from __future__ import annotations

from attrs import evolve, field, frozen

from trainrules.engine.looks import activity_look, course_look
from trainrules.engine.match import Matcher
from trainrules.model.about import about
from trainrules.model.rules import (
    Audience,
    Checklist,
    Deed,
    Delivery,
    Duty,
    FollowUp,
    Notice,
    Order,
    Owed,
    Policy,
    Quota,
    Rule,
    Streak,
    Strength,
    fold,
)
from trainrules.records.classes import Activity, Training
from trainrules.words import listed, owed_text, quoted

EVERYONE = 0
"""The number of the term that holds of everybody."""

Part = frozenset[int]
"""The numbers of the deeds any one of which does one part of what is owed."""


@frozen
class Planned:
    """A rule with what does not depend on the record.

    *parts* are the parts of what is owed (a Delivery's own training, a Quota's deeds), *others* the second
    thing a rule speaks of (what renews, a trigger, what must not come first, allowed modes, `of which`),
    *lapse* the deed that alone covers after a lapse. *overriders* take people out of this rule; *exclusions*
    are the delivery rules whose breaches do not count for it.
    """

    rule: Rule
    owed: str
    parts: tuple[Part, ...] = ()
    others: tuple[Part, ...] = ()
    lapse: Part = frozenset()
    overriders: tuple[int, ...] = ()
    exclusions: tuple[int, ...] = ()

    @property
    def deeds(self) -> Part:
        """Return the numbers of all deeds that the rule looks for."""
        return frozenset().union(*self.parts, *self.others, self.lapse)


@frozen
class Plan:
    """A policy made ready: its planned rules and the matcher for its deeds."""

    planned: tuple[Planned, ...]
    matcher: Matcher
    everywhere: tuple[int, ...]
    sometimes: tuple[tuple[int, Audience], ...]
    has_calendar: bool
    seen: dict[object, tuple[frozenset[int], ...]] = field(factory=dict, eq=False, repr=False)
    _terms: dict[tuple[str, str], int] = field(factory=dict, eq=False, repr=False)

    def sets(self, key: object, item: Training | Activity) -> tuple[frozenset[int], ...]:
        """Return the sets of deeds that *item* may be, and remember them in `seen` for all with its *key*.

        Only for a policy whose equivalences hold for everybody.
        """
        look = activity_look(item) if isinstance(item, Activity) else course_look("training", item)
        found = self.seen[key] = self.matcher.matches(look, self.everywhere)
        return found

    def term(self, kind: str, name: str) -> int:
        """Return the number of a group, level or role, or EVERYONE; names are compared as always."""
        found = self._terms.get((kind, name))
        if found is None:
            known = (kind, fold(name))
            found = EVERYONE if kind == "everyone" else self._terms.setdefault(known, len(self._terms) + 1)
            self._terms[kind, name] = found
        return found

    def other(self, number: int) -> Planned:
        """Return the planned rule with this number."""
        return self.planned[number]


def make_plan(policy: Policy) -> Plan:
    """Return the plan of *policy*; permissions (`may`) are left out, since nothing is owed under them."""
    numbers: dict[Deed, int] = {}
    rules = [rule for rule in policy.rules if rule.strength is not Strength.MAY]
    planned = tuple(_planned(rule, rules, numbers) for rule in rules)
    always = tuple(n for n, each in enumerate(policy.equivalences) if each.audience is None)
    sometimes = tuple((n, e.audience) for n, e in enumerate(policy.equivalences) if e.audience is not None)
    return Plan(
        planned=planned,
        matcher=Matcher(policy, tuple(numbers)),
        everywhere=always,
        sometimes=sometimes,
        has_calendar=any(rule.calendar for rule in rules),
    )


def _planned(rule: Rule, rules: list[Rule], numbers: dict[Deed, int]) -> Planned:
    def part(deeds: tuple[Deed, ...]) -> Part:
        return frozenset(numbers.setdefault(deed, len(numbers)) for deed in deeds)

    parts, others = _things(rule)
    lapse = (rule.lapse.deed,) if isinstance(rule, Duty) and rule.lapse else ()
    return Planned(
        rule=rule,
        owed=_owed(rule),
        parts=tuple(part(deeds) for deeds in parts),
        others=tuple(part(deeds) for deeds in others),
        lapse=part(lapse),
        overriders=tuple(n for n, other in enumerate(rules) if _overrides(other, rule)),
        exclusions=tuple(n for n, other in enumerate(rules) if _excludes(other, rule)),
    )


def _things(rule: Rule) -> tuple[tuple[tuple[Deed, ...], ...], tuple[tuple[Deed, ...], ...]]:
    if isinstance(rule, Duty):
        return rule.owed.parts, rule.then.parts if rule.then else ()
    if isinstance(rule, FollowUp):
        return rule.response.parts, ((rule.trigger,),) if rule.trigger else ()
    if isinstance(rule, Order):
        return rule.first.parts, ((rule.then,),)
    if isinstance(rule, Delivery):
        return ((rule.deed,),), (tuple(allowed(rule)),)
    if isinstance(rule, Quota):
        return (rule.deeds,), ((rule.of_which.deed,),) if rule.of_which else ()
    return (), ()


def allowed(rule: Delivery) -> list[Deed]:
    """Return the deeds that *rule* allows: its training in each of the modes."""
    return [evolve(rule.deed, modes=(*rule.deed.modes, mode)) for mode in rule.modes]


def _owed(rule: Rule) -> str:
    match rule:
        case Duty():
            return owed_text(rule.owed)
        case FollowUp():
            return owed_text(rule.response)
        case Order():
            return owed_text(rule.first)
        case Delivery():
            return owed_text(Owed((tuple(allowed(rule)),)))
        case Quota():
            return owed_text(Owed((rule.deeds,)))
        case Streak():
            return f"attendance at meetings of {quoted(rule.body)}"
        case Notice():
            what = "attendance, or cancelling" if rule.what == "booking" else "advertising"
            clear = "clear " if rule.clear else ""
            return f"{what} at least {str(rule.notice).replace(' ', f' {clear}', 1)} before the session"
        case Checklist():
            return listed(dict.fromkeys(quoted(item.standard) for item in rule.items))


def _overrides(other: Rule, rule: Rule) -> bool:
    """Return whether *other* takes people out of *rule*: the same training, and said of its label."""
    if other is rule:
        return False
    named = fold(rule.label) in {fold(label) for label in other.instead_of}
    named = named or (rule.default and fold(other.label) in {fold(label) for label in rule.replaced_by})
    return named and about(other) == about(rule)


def _excludes(other: Rule, rule: Rule) -> bool:
    """Return whether what breaks the delivery rule *other* counts for nothing under *rule*.

    It does when *rule* is a duty of that audience: one that names the group, level or role whose training
    the delivery rule is about.
    """
    if not isinstance(other, Delivery) or not isinstance(rule, Duty):
        return False
    return other.deed.own in rule.audience.any_of
