"""Whom a sentence is about: the audience, and for each of its parts the training that is its own."""

from __future__ import annotations

from attrs import evolve, frozen

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.modes import modes
from trainrules.model.lowering.picks import expanded
from trainrules.model.rules import Audience, Term

EVERYONE = (Term("everyone"),)
OF_ITS_OWN = ("group", "level", "role")
"""What training can be for, so that a subject has training of its own."""

Terms = tuple[Term, ...]

_ENTITIES: dict[str | None, str] = {
    "agencies": "agency",
    "partnership": "partnership",
    "body": "body",
    "courses": "course",
}


@frozen
class Who:
    """The audiences of a sentence (one, or one a body), and each group, level or role with its own."""

    audiences: tuple[Audience, ...]
    own: tuple[tuple[Audience, Term], ...]

    @property
    def entity(self) -> str:
        """Return the kind of record that the sentence is about."""
        return self.audiences[0].entity


def who(ctx: Context, subject: ast.Subject) -> Who:
    """Return whom *subject* means; picks of different kinds of record in one sentence are an error."""
    entities = {_entity(pick) for pick in subject.picks}
    if len(entities) > 1:
        _error_mixed(ctx, subject)
    entity = min(entities)
    subject = evolve(subject, picks=tuple(pick for pick in subject.picks if _entity(pick) == entity))
    if entity == "body":
        return _bodies(ctx, subject)
    if entity == "course":
        any_of, all_of = _course_terms(ctx, subject)
    else:
        any_of, all_of = _terms(ctx, subject.picks), ()
    audience = _qualified(ctx, Audience(entity, any_of, all_of), subject.qualifier)
    own = tuple(
        (evolve(audience, any_of=(term,)), term) for term in audience.any_of if term.kind in OF_ITS_OWN
    )
    every_one_has = len(own) == len(audience.any_of)
    return Who((audience,), own if every_one_has else ())


def _entity(pick: ast.Pick) -> str:
    return _ENTITIES.get(pick.noun, "staff")


def _terms(ctx: Context, picks: tuple[ast.Pick, ...]) -> tuple[Term, ...]:
    terms = tuple(dict.fromkeys(expanded(ctx, picks)))
    if len(terms) > 1 and EVERYONE[0] in terms:
        ctx.problems.error(
            "TR402",
            "`everyone` already includes the rest of this list",
            picks[0].span.to(picks[-1].span),
            "everyone and more",
            "name everyone, or only those whom it is about",
        )
    return terms


def _course_terms(ctx: Context, subject: ast.Subject) -> tuple[Terms, tuple[Terms, ...]]:
    """Return what is true of the courses: the first mode as any_of, each further one as all_of."""
    each = [tuple(Term(w.kind, w.name) for w in modes(ctx, pick.modes)) for pick in subject.picks]
    if len(each) == 1:
        first, *rest = each[0] or EVERYONE
        return (first,), tuple((term,) for term in rest)
    if any(len(terms) != 1 for terms in each):
        ctx.problems.error(
            "TR408",
            "a list of courses gives one word to each",
            subject.span,
            "a list of courses",
            "write one sentence for each kind of course",
        )
    return tuple(terms[0] for terms in each if terms) or EVERYONE, ()


def _bodies(ctx: Context, subject: ast.Subject) -> Who:
    """Return one audience a body."""
    if subject.qualifier:
        ctx.problems.error(
            "TR408", "a body is named as it is", subject.qualifier.span, "narrows a body", "leave this out"
        )
    names = [ctx.names.one(_named(pick), ("body",)).name for pick in subject.picks]
    return Who(tuple(Audience("body", name=name) for name in names), ())


def _named(pick: ast.Pick) -> ast.Name:
    assert pick.low is not None
    return pick.low


def _qualified(ctx: Context, audience: Audience, qualifier: ast.Qualifier | None) -> Audience:
    """Return *audience* narrowed; `staff in Level 1` is level 1 itself."""
    if qualifier is None:
        return audience
    terms = _qualifying(ctx, qualifier)
    if qualifier.kind == "except":
        return evolve(audience, none_of=terms)
    if audience.any_of == EVERYONE:
        return evolve(audience, any_of=terms)
    return evolve(audience, all_of=(*audience.all_of, terms))


def _qualifying(ctx: Context, qualifier: ast.Qualifier) -> tuple[Term, ...]:
    if qualifier.attribute is None:
        return tuple(dict.fromkeys(expanded(ctx, qualifier.picks)))
    attribute = ctx.names.one(qualifier.attribute, ("attribute",)).name
    names = [pick.low for pick in qualifier.picks if pick.low]
    values = [ctx.names.one(name, ("value",), of=attribute).name for name in names]
    return tuple(dict.fromkeys(Term("attribute", attribute, value) for value in values))


def _error_mixed(ctx: Context, subject: ast.Subject) -> None:
    ctx.problems.error(
        "TR408",
        "this sentence is about different kinds of record",
        subject.picks[0].span.to(subject.picks[-1].span),
        "staff, courses, agencies, bodies and the partnership do not mix",
        "write one sentence for each",
    )
