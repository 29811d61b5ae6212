"""Builds clauses: what follows a comma."""

from __future__ import annotations

from attrs import field, frozen
from lark import Token

from trainrules.language import ast
from trainrules.language.ast import Cycle, Duration
from trainrules.language.build.acts import ActBuilder
from trainrules.language.build.base import BuildError, Kids, lower, tokens
from trainrules.source import Span


@frozen
class Renewed:
    """`and a new one each calendar year`, which belongs to the action."""

    cycle: Cycle
    span: Span = field(eq=False)


@frozen
class Share:
    """`of which at least …` with the unit it names, which has to be the action's."""

    clause: ast.OfWhich
    unit: str


class ClauseBuilder(ActBuilder):
    """The productions of `clauses`."""

    def clauses(self, span: Span, kids: Kids) -> Kids:
        """Return the clauses in order."""
        return kids

    def prior_not_counted(self, span: Span, kids: Kids) -> ast.PriorNotCounted:
        """Return `prior training does not count`."""
        return ast.PriorNotCounted(span=span)

    def with_evidence(self, span: Span, kids: Kids) -> ast.WithEvidence:
        """Return `with certificate` or `with evaluation`."""
        return ast.WithEvidence(kids[0], span=span)

    def evidence(self, span: Span, kids: Kids) -> str:
        """Return certificate or evaluation."""
        return lower(kids)

    def rule_from(self, span: Span, kids: Kids) -> ast.RuleFrom:
        """Return the first day of the rule's own life."""
        return ast.RuleFrom(kids[0], span=span)

    def rule_until(self, span: Span, kids: Kids) -> ast.RuleUntil:
        """Return the last day of the rule's own life."""
        return ast.RuleUntil(kids[0], span=span)

    def for_those_starting(self, span: Span, kids: Kids) -> ast.ForThoseStarting:
        """Return whom the rule keeps by the day they started."""
        return ast.ForThoseStarting(kids[0], kids[1], span=span)

    def relation(self, span: Span, kids: Kids) -> str:
        """Return on or after, after, on or before, or before."""
        return lower(kids)

    def from_due_date(self, span: Span, kids: Kids) -> ast.FromDueDate:
        """Return `counted from the due date`."""
        return ast.FromDueDate(span=span)

    def keeping_date(self, span: Span, kids: Kids) -> ast.KeepingDate:
        """Return the window in which an early renewal keeps the date."""
        return ast.KeepingDate(kids[0], span=span)

    def grace(self, span: Span, kids: Kids) -> ast.Grace:
        """Return the time after the due date, for `1 month's grace` and `1 month of grace`."""
        if len(kids) == 2:
            return ast.Grace(self._duration(kids[0], kids[1], span), span=span)
        return ast.Grace(kids[0], span=span)

    def possessive(self, span: Span, kids: Kids) -> str:
        """Return the unit of `month's` or `months'`."""
        return lower(kids).rstrip("'’").removesuffix("s").rstrip("'’").removesuffix("s")

    def not_beyond(self, span: Span, kids: Kids) -> ast.NotBeyond:
        """Return the second limit of a deadline."""
        return ast.NotBeyond(kids[0], kids[1][1], span=span)

    def first_within(self, span: Span, kids: Kids) -> ast.FirstWithin:
        """Return the first deadline of a recurring sentence."""
        return ast.FirstWithin(kids[0], kids[1][1] if kids[1] else None, span=span)

    def then(self, span: Span, kids: Kids) -> ast.Then:
        """Return `then every 2 years`."""
        return ast.Then(self._period(kids[0]), span=span)

    def then_acts(self, span: Span, kids: Kids) -> ast.Then:
        """Return `then "Update" every 2 years`."""
        pieces = kids[:-1]
        if isinstance(pieces[0], Token) or not self.is_act(pieces[0]):
            pieces = [self.complete(pieces[0]), *pieces[1:]]
        if len(pieces) == 1 and pieces[0].phrase is None:
            raise self.bare(pieces[0].span, "\nor, for the same training again, write `then every 2 years`")
        do = self.do(pieces, span)
        if len(do.acts) == 0 and do.verb not in ("complete", *ast.REFRESHING):
            raise BuildError("TR118", f"`{do.verb}` what?", span, help="name the training")
        return ast.Then(self._period(kids[-1]), do.acts, do.connective, span=span)

    def _period(self, kid: Duration | str) -> Duration:
        return kid if isinstance(kid, Duration) else self.one(kid)

    def renewed(self, span: Span, kids: Kids) -> Renewed:
        """Return `and a new one each calendar year`."""
        if not isinstance(kids[-1], Cycle):
            raise BuildError(
                "TR112",
                "`each year` can mean two things",
                span,
                help="write `each calendar year`, or `each year from 1 April`",
            )
        return Renewed(kids[-1], span)

    def instead_of(self, span: Span, kids: Kids) -> ast.InsteadOf:
        """Return the label of the rule that this one takes people out of."""
        return ast.InsteadOf(self.label(kids[0]), span=span)

    def unless(self, span: Span, kids: Kids) -> ast.Unless:
        """Return the words after `unless`, spaces folded."""
        words = " ".join(str(kids[0]).split()[1:])
        if not words:
            raise BuildError(
                "TR102",
                "`unless` needs its condition",
                span,
                help="write `unless national policy sets a different interval`",
            )
        return ast.Unless(words, span=span)

    def if_lapsed(self, span: Span, kids: Kids) -> ast.IfLapsed:
        """Return what covers after a long lapse."""
        return ast.IfLapsed(kids[0], self.training(kids[1]), span=span)

    def not_counting_leave(self, span: Span, kids: Kids) -> ast.NotCountingLeave:
        """Return `not counting leave`."""
        return ast.NotCountingLeave(span=span)

    def pro_rata(self, span: Span, kids: Kids) -> ast.ProRata:
        """Return `pro rata`."""
        return ast.ProRata(span=span)

    def of_which(self, span: Span, kids: Kids) -> Share:
        """Return the part of a quota that must be of one kind, with the unit it names."""
        amount, unit, phrase = kids
        return Share(ast.OfWhich(amount, self.training(phrase), span=span), unit or "")

    def otherwise(self, span: Span, kids: Kids) -> ast.Otherwise:
        """Return the consequence."""
        consequence = self.quote(tokens(kids)[0])
        assert consequence is not None
        return ast.Otherwise(consequence, span=span)
