"""Builds rules: a subject, an action, its times and clauses."""

from __future__ import annotations

from attrs import evolve

from trainrules.language import ast
from trainrules.language.ast import Action, Clause, Name, Pick, Rule, Subject
from trainrules.language.build.base import BuildError, Kids, citation, lower
from trainrules.language.build.clauses import ClauseBuilder, Renewed, Share
from trainrules.language.build.when import BeforeSession
from trainrules.source import Span

_STRENGTHS = {"required": "must", "expected": "should", "recommended": "is recommended to"}


class RuleBuilder(ClauseBuilder):
    """The productions of `rule`."""

    def strength(self, span: Span, kids: Kids) -> str:
        """Return must, should, is recommended to or may."""
        words = lower(kids).split()
        return _STRENGTHS.get(words[1], words[1]) if len(words) > 1 else words[0]

    def rule_timed(self, span: Span, kids: Kids) -> Rule:
        """Return a rule that has only a time."""
        subject, strength, *rest = kids
        return self._rule(span, subject, strength, ast.Do(), rest)

    def rule_acts(self, span: Span, kids: Kids) -> Rule:
        """Return a rule that says what to do."""
        subject, strength, *acts = kids
        acts, (least, timings, clauses, cited) = acts[:-4], acts[-4:]
        times = timings or []
        action = self.action(acts, least, times, self._extent(acts))
        return self._rule(span, subject, strength, action, [times, clauses, cited])

    def rule_at_least(self, span: Span, kids: Kids) -> Rule:
        """Return a quota without a verb."""
        subject, strength, least, *rest = kids
        return self._rule(span, subject, strength, self.quota(None, least, least.span), rest)

    def rule_only(self, span: Span, kids: Kids) -> Rule:
        """Return `levels 1–2 single-agency only`."""
        subject, strength, modes, clauses, cited = kids
        return self._rule(span, subject, strength, ast.Only(modes, span=span), [None, clauses, cited])

    def rule_acts_only(self, span: Span, kids: Kids) -> Rule:
        """Return `levels 1–2 must complete single-agency training only`."""
        subject, strength, *acts = kids
        acts, (clauses, cited) = acts[:-2], acts[-2:]
        do = self.do(acts, self._extent(acts))
        if do.connective == "and" or not do.acts:
            raise _only(do.span)
        modes = [mode for act in do.acts for mode in self._modes_of(act, last=act is do.acts[-1])]
        action = ast.Only(tuple(modes), span=do.span)
        return self._rule(span, subject, strength, action, [None, clauses, cited])

    def _modes_of(self, act: ast.Act, last: bool) -> list[Name]:
        """Return the modes before `training`, a word the last of a list says for all."""
        thing = act.thing
        if act.verb not in ("complete", "attend") or isinstance(thing, Name) or (last and thing.name):
            raise _only(act.span)
        if thing.own is not None and thing.own.noun is not None:
            raise _only(act.span)
        own = None if thing.own is None else thing.own.low
        found = [*thing.modes, *(name for name in (own, thing.name) if name is not None)]
        if not found:
            raise _only(act.span)
        return found

    def rule_not_miss(self, span: Span, kids: Kids) -> Rule:
        """Return a limit on meetings missed in a row."""
        subject, strength, count, clauses, cited = kids
        action = ast.NotMiss(self.number(count), span=span)
        return self._rule(span, subject, strength, action, [None, clauses, cited])

    def rule_advertised(self, span: Span, kids: Kids) -> Rule:
        """Return the notice at which a course is advertised."""
        subject, strength, least, timings, *rest = kids
        action = self.notice("session", least, timings, span)
        return self._rule(span, subject, strength, action, [timings, *rest])

    def rule_returned(self, span: Span, kids: Kids) -> Rule:
        """Return `An impact evaluation must be returned …`, which is everyone's."""
        name, strength, *rest = kids[-5:]
        return self._rule(span, _all(name.span), strength, ast.Return(name, span=name.span), rest)

    def rule_booking(self, span: Span, kids: Kids) -> Rule:
        """Return `A booking must be attended or cancelled …`, which is everyone's."""
        strength, least, timings, *rest = kids[-5:]
        action = self.notice("booking", least, timings, span)
        return self._rule(span, _all(span), strength, action, [timings, *rest])

    def _extent(self, acts: Kids) -> Span:
        first, last = acts[0], acts[-1]
        made: Span = first.span.to(last.span)
        return made

    def _rule(self, span: Span, subject: Subject, strength: str | None, action: Action, rest: Kids) -> Rule:
        timings, clauses, cited = rest
        for timing in timings or ():
            if isinstance(timing, BeforeSession):
                raise BuildError(
                    "TR119",
                    "`before the session` belongs to a notice",
                    timing.span,
                    help="write `at least 7 working days before the session`",
                )
        action, kept = self._settled(action, clauses or [])
        return Rule(subject, strength, action, tuple(timings or ()), kept, **citation(cited), span=span)

    def _settled(self, action: Action, clauses: Kids) -> tuple[Action, tuple[Clause, ...]]:
        kept: list[Clause] = []
        for clause in clauses:
            if isinstance(clause, Renewed):
                if not isinstance(action, ast.Do) or not action.acts or action.renewed:
                    raise BuildError(
                        "TR119",
                        "`a new one` follows something to have",
                        clause.span,
                        help='write `must have a "training plan", and a new one each calendar year`',
                    )
                action = evolve(action, renewed=clause.cycle)
            elif isinstance(clause, Share):
                unit = action.unit if isinstance(action, ast.AtLeast) else None
                if clause.unit and unit != f"{clause.unit}s":
                    raise BuildError(
                        "TR119",
                        f"the share is in {clause.unit}s and the whole is not",
                        clause.clause.span,
                        help="use the same unit, or `half`",
                    )
                kept.append(clause.clause)
            else:
                kept.append(clause)
        return action, tuple(kept)


def _all(span: Span) -> Subject:
    return Subject((Pick("everyone", span=span),), span=span)


def _only(span: Span) -> BuildError:
    advice = "write `single-agency training only`"
    return BuildError("TR118", "`only` follows how the training is taken", span, help=advice)
