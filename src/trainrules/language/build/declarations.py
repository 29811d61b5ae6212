"""Builds everything that is no rule: head lines, vocabulary, notes, standards, examples."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from lark import Token

from trainrules.language import ast
from trainrules.language.ast import Name, Pick, Quote, Subject
from trainrules.language.build.base import BuildError, Kids, Mode, citation, lower
from trainrules.language.build.rules import RuleBuilder
from trainrules.source import Span


class DeclarationBuilder(RuleBuilder):
    """The productions of the head, the vocabulary, notes and standards."""

    def head_policy(self, span: Span, kids: Kids) -> ast.Head:
        """Return the policy's name."""
        return ast.Head("policy", self.words_of(kids[0]), span=span)

    def head_calendar(self, span: Span, kids: Kids) -> ast.Head:
        """Return whose bank holidays count."""
        return ast.Head("calendar", self.words_of(kids[0]), span=span)

    def head_uses(self, span: Span, kids: Kids) -> ast.Head:
        """Return a file whose rules apply beside these."""
        return ast.Head("uses", self.words_of(kids[0]), span=span)

    def head_strength(self, span: Span, kids: Kids) -> ast.Head:
        """Return the strength of sentences that have none."""
        return ast.Head("strength", kids[0], span=span)

    def head_recommended(self, span: Span, kids: Kids) -> ast.Head:
        """Return `strength recommended` in its full words."""
        return ast.Head("strength", "is recommended to", span=span)

    def head_review(self, span: Span, kids: Kids) -> ast.Head:
        """Return the date or month of the next review."""
        return ast.Head("next review", kids[0], span=span)

    def head_breaks(self, span: Span, kids: Kids) -> ast.Head:
        """Return the longest break that restarts no deadline."""
        return ast.Head("breaks", kids[0], span=span)

    def source_line(self, span: Span, kids: Kids) -> ast.SourceLine:
        """Return the source's title and file."""
        title, file = kids
        return ast.SourceLine(self.words_of(title), None if file is None else self.words_of(file), span=span)

    def in_force(self, span: Span, kids: Kids) -> ast.InForce:
        """Return the days the policy is in force; backwards is an error."""
        start, until = kids
        if until is not None and until < start:
            raise BuildError(
                "TR107", "the policy ends before it begins", span, help="write the earlier date first"
            )
        return ast.InForce(start, until, span=span)

    def declare(self, span: Span, kids: Kids) -> ast.Declare:
        """Return declared groups, levels, roles or a body."""
        return self._declare(span, kids, with_members=False)

    def declare_members(self, span: Span, kids: Kids) -> ast.Declare:
        """Return a declared body with members."""
        return self._declare(span, kids, with_members=True)

    def _declare(self, span: Span, kids: Kids, with_members: bool) -> ast.Declare:
        subject, words, cited = kids
        kind = self._kind(subject)
        if with_members and kind != "body":
            raise BuildError(
                "TR118", f"a {kind} has no members", span, help='declare a body: `body "…" with members`'
            )
        if any(pick.above for pick in subject.picks):
            raise BuildError(
                "TR118",
                "a declaration names each one",
                subject.span,
                help="write a range, such as `levels 2–8`",
            )
        picks = tuple(evolve(pick, noun=None) for pick in subject.picks)
        return ast.Declare(
            kind, picks, self.quote(words), with_members=with_members, **citation(cited), span=span
        )

    def _kind(self, subject: Subject) -> str:
        nouns = {pick.noun for pick in subject.picks} - {None}
        kind = subject.picks[0].noun
        if subject.qualifier is None and nouns == {kind} and kind in ("group", "level", "role", "body"):
            return str(kind)
        if self.quoted(subject.span):
            raise BuildError(
                "TR102",
                "words in quotes are no sentence",
                subject.span,
                label="this line stands at the margin",
                help="put two spaces before it, where they are the words that the sentence above quotes",
            )
        raise BuildError(
            "TR102",
            "the sentence ends before it says what has to be done",
            subject.span,
            label="this is only who",
            help='write what is due, such as `within 6 months` or `must complete "…"`',
        )

    def declare_names(self, span: Span, kids: Kids) -> ast.Declare:
        """Return declared formats, dates, documents, qualifications or evaluations."""
        kind, names, words, cited = kids
        picks = tuple(Pick(None, name, span=name.span) for name in names)
        return ast.Declare(kind, picks, self.quote(words), **citation(cited), span=span)

    def name_kind(self, span: Span, kids: Kids) -> str:
        """Return the kind of word declared."""
        return lower(kids).removesuffix("s")

    value_kind = name_kind

    def declare_values(self, span: Span, kids: Kids) -> ast.Declare:
        """Return an attribute with its values, or an activity with its members."""
        kind, name, values, cited = kids
        picks = (Pick(None, name, span=name.span),)
        return ast.Declare(kind, picks, values=values or (), **citation(cited), span=span)

    def values(self, span: Span, kids: Kids) -> tuple[Name, ...]:
        """Return the values of a list."""
        return tuple(
            kid.name if isinstance(kid, Mode) else kid for kid in kids if isinstance(kid, (Name, Mode))
        )

    def declare_course(self, span: Span, kids: Kids) -> ast.DeclareCourse:
        """Return a course with whom it is for, its modes and other names."""
        name, *details, cited = kids
        audience: tuple[Pick, ...] | None = None
        modes, aliases = [], []
        for detail in details:
            if isinstance(detail, Mode):
                modes.append(detail.name)
            elif isinstance(detail, Name):
                modes.append(detail)
            elif isinstance(detail, Quote):
                aliases.append(Name(detail.text, span=detail.span))
            elif audience is None:
                audience = detail
            else:
                raise BuildError(
                    "TR119", "a course says whom it is for once", span, help="join them with `and`"
                )
        return ast.DeclareCourse(
            name, audience or (), tuple(modes), tuple(aliases), **citation(cited), span=span
        )

    def alias(self, span: Span, kids: Kids) -> Quote:
        """Return another name of a course."""
        return Quote(kids[0].text, span=kids[0].span)

    def course_for(self, span: Span, kids: Kids) -> Any:
        """Return whom a course is for."""
        return kids[0]

    def counts_as(self, span: Span, kids: Kids) -> ast.CountsAs:
        """Return an equivalence."""
        this, that, audience, cited = kids
        return ast.CountsAs(
            self.counted(this), self.training(that), audience or (), **citation(cited), span=span
        )

    def note(self, span: Span, kids: Kids) -> ast.Note:
        """Return words that are kept and never judged."""
        words, cited = kids
        text = self.quote(words)
        assert text is not None
        return ast.Note(text, **citation(cited), span=span)

    def standard(self, span: Span, kids: Kids) -> ast.Standard:
        """Return a standard, without its items yet."""
        name, audience, including, cited = kids
        who = Subject(audience, span=audience[0].span.to(audience[-1].span))
        return ast.Standard(name, who, including or (), **citation(cited), span=span)

    def item(self, span: Span, kids: Kids) -> list[ast.StandardItem]:
        """Return an item of a standard, as the one line that it is."""
        number, words, label = kids
        text = self.quote(words)
        assert text is not None
        cited = None if label is None else self.label(label)
        return [ast.StandardItem(str(number)[:-1], text, cited, span=span)]

    def example(self, span: Span, kids: Kids) -> ast.Example:
        """Return an example, without its lines yet."""
        token: Token = kids[0]
        return ast.Example(Name(self.words_of(token), span=self.place(token)), span=span)
