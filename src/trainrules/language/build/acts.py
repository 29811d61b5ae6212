"""Builds actions: verbs with their objects, and the forms that are more than a list of them."""

from __future__ import annotations

from attrs import evolve, field, frozen
from lark import Token

from trainrules.language import ast
from trainrules.language.ast import Act, Action, Do, Duration, Name, Training
from trainrules.language.build.base import BuildError, Kids, Phrase, lower
from trainrules.language.build.when import BeforeSession, WhenBuilder
from trainrules.language.build.who import WhoBuilder
from trainrules.source import Span

TRAINING_VERBS = ("complete", "attend", "deliver", *ast.REFRESHING)
_MEANS = {"take": "attend", "undertake": "complete", "receive": "complete"}
_FOR_PEOPLE = ("have", "appoint")
_QUOTA_UNITS = {"hour": "hours", "day": "days", "time": "times"}
_HOW_IT_IS_SAID = {
    "meet": 'write `meet standard "…"`; a body just meets: `body "…" must meet each quarter`',
    "return": 'write `return an impact evaluation`, or `submit "…"` for a report',
    "cancel": "write `attend or cancel bookings at least 7 working days before the session`",
}
_QUOTA_NOUNS = {"meeting": "meetings", "course": "courses", "session": "sessions"}


@frozen
class Piece:
    """A verb and, when it has one, its object; *verb* None for an object that shares the verb before it."""

    verb: str | None
    phrase: Phrase | None = None
    to: Name | None = None
    span: Span = field(default=Span(0, 0), eq=False)


@frozen
class Least:
    """`at least …` before it is known whether it is a quota or the notice of a session."""

    amount: ast.Amount
    unit: str = ""
    phrase: Phrase | None = None
    of: Name | None = None
    span: Span = field(default=Span(0, 0), eq=False)


class ActBuilder(WhoBuilder, WhenBuilder):
    """The productions of `acts` and `at least`."""

    def verb(self, span: Span, kids: Kids) -> Token:
        """Return the verb's own word."""
        token: Token = kids[0]
        return token

    def act(self, span: Span, kids: Kids) -> Piece:
        """Return a verb with its object, if any."""
        word = lower(kids[:1])
        verb = _MEANS.get(word, word)
        found: Piece | None = kids[1]
        if found is None:
            return Piece(verb, span=span)
        return evolve(found, verb=verb, span=span)

    def piece(self, span: Span, kids: Kids) -> Piece:
        """Return an object and its receiver."""
        return Piece(None, kids[0], kids[1], span=span)

    def share(self, span: Span, kids: Kids) -> Piece:
        """Return something shared."""
        found: Piece | None = kids[0]
        return Piece("share", span=span) if found is None else evolve(found, verb="share", span=span)

    def share_with(self, span: Span, kids: Kids) -> Piece:
        """Return something shared with a receiver; a second receiver is an error."""
        piece: Piece = kids[0]
        if piece.to is not None:
            raise BuildError("TR119", "there are two receivers", span, help="write two sentences")
        return evolve(piece, verb="share", to=kids[-1], span=span)

    def is_act(self, kid: object) -> bool:
        """Return whether *kid* has a verb of its own."""
        return isinstance(kid, Piece) and kid.verb is not None

    def complete(self, kid: Piece) -> Piece:
        """Return *kid* with the verb that is left out after `then`."""
        return evolve(kid, verb="complete")

    # --- lists of acts ---

    def do(self, kids: Kids, span: Span) -> Do:
        """Return a list of acts; `and` and `or` in one list are an error."""
        pieces = [kid for kid in kids if isinstance(kid, Piece)]
        connective = self._connective([kid for kid in kids if isinstance(kid, Token)], len(pieces))
        if len(pieces) == 1 and (
            pieces[0].phrase is None or pieces[0].phrase.kind == "own" or self._their(pieces[0].phrase)
        ):
            return Do(pieces[0].verb, span=span)
        acts: list[Act] = []
        verb = ""
        for piece in pieces:
            verb = piece.verb or verb
            acts.append(self._act(verb, piece))
        return Do(acts[0].verb, tuple(acts), connective, span=span)

    def _their(self, phrase: Phrase) -> bool:
        return phrase.article in ("their", "its") and not phrase.words and phrase.noun == "training"

    def _connective(self, joins: list[Token], pieces: int) -> str | None:
        words = {token.type: token for token in joins if token.type in ("AND", "OR")}
        if len(words) == 2:
            later = max(words.values(), key=lambda token: token.start_pos or 0)
            raise BuildError(
                "TR116",
                "`and` and `or` in one list can be read in two ways",
                self.place(later),
                help="write two sentences, one for each",
            )
        if pieces > 1 and not words:
            raise BuildError(
                "TR116",
                "this list has commas, and neither `and` nor `or`",
                self.place(joins[-1]),
                help="put `and` (all of them) or `or` (any one) before the last",
            )
        return str(next(iter(words.values()))).lower() if words else None

    def _act(self, verb: str, piece: Piece) -> Act:
        if piece.phrase is None:
            raise self.bare(piece.span)
        if verb in TRAINING_VERBS:
            if piece.to is not None:
                raise BuildError("TR118", f"`{verb}` has no receiver", piece.to.span)
            return Act(verb, self.training(piece.phrase), span=piece.span)
        if verb in ("meet", "return", "cancel"):
            raise BuildError(
                "TR118",
                f"nobody can `{self._words(piece.span)}`",
                piece.span,
                help=_HOW_IT_IS_SAID[verb],
            )
        return Act(verb, self.thing(piece.phrase), piece.to, span=piece.span)

    def bare(self, span: Span, or_else: str = "") -> BuildError:
        """Return the refusal of a verb that says nothing of what, and so may be meant as a name."""
        word = self._words(span)
        advice = f'put the name in quotes: `"{word}"`'
        return BuildError(
            "TR103", f"`{word}` is a rule word", span, label="is a name meant here?", help=advice + or_else
        )

    # --- forms of their own ---

    def action(self, kids: Kids, least: Least | None, timings: Kids, span: Span) -> Action:
        """Return what *kids*, with `at least` and times, say is to be done."""
        pieces = [kid for kid in kids if isinstance(kid, Piece)]
        verbs = [piece.verb for piece in pieces]
        first = pieces[0].phrase
        if verbs == ["attend", "cancel"] and pieces[1].phrase and pieces[1].phrase.noun == "booking":
            return self.notice("booking", least, timings, span)
        if verbs == ["return"] and first is not None and first.noun == "evaluation" and least is None:
            return self._return(first, span)
        if verbs[0] == "meet" and first is not None and first.kind == "standard":
            return self._standards(kids, pieces, span)
        if least is not None:
            if verbs[0] in _FOR_PEOPLE and not least.unit and not timings:
                raise _people(least.span)
            if len(pieces) > 1:
                raise BuildError(
                    "TR119", "`at least` goes with one thing", least.span, help="write two sentences"
                )
            return self.quota(pieces[0], least, span)
        return self.do(kids, span)

    def _standards(self, kids: Kids, pieces: list[Piece], span: Span) -> ast.MeetStandard:
        joins = [kid for kid in kids if isinstance(kid, Token)]
        if self._connective(joins, len(pieces)) == "or":
            advice = "write `and`: each of them has to be met"
            raise BuildError("TR116", "a standard is met or not met by itself", span, help=advice)
        names: list[Name] = []
        for piece in pieces:
            if piece.phrase is None or piece.verb not in (None, "meet"):
                raise BuildError(
                    "TR118", "standards are met, and nothing else", piece.span, help="write two sentences"
                )
            names.append(self.standard_of(piece.phrase))
        return ast.MeetStandard(tuple(names), span=span)

    def _return(self, phrase: Phrase, span: Span) -> ast.Return:
        kind = phrase.words[0] if len(phrase.words) == 1 else None
        if not isinstance(kind, Name):
            raise BuildError(
                "TR118", "an evaluation has one kind", phrase.span, help="write `an impact evaluation`"
            )
        return ast.Return(kind, span=span)

    # --- at least ---

    def at_least(self, span: Span, kids: Kids) -> Least:
        """Return an amount and what it is of."""
        amount, found = kids
        unit, phrase, of = found or ("", None, None)
        return Least(amount, unit, phrase, of, span=span)

    def at_least_once(self, span: Span, kids: Kids) -> Least:
        """Return once, as 1 time."""
        return Least(ast.Amount("1", span=span), "time", span=span)

    def at_least_twice(self, span: Span, kids: Kids) -> Least:
        """Return twice, as 2 times."""
        return Least(ast.Amount("2", span=span), "time", span=span)

    def quantity(self, span: Span, kids: Kids) -> tuple[str, Phrase | None, Name | None]:
        """Return the unit, what it is of, and whose meetings."""
        if isinstance(kids[0], Phrase):
            return "", kids[0], kids[1] if len(kids) > 1 else None
        return kids[0], kids[1], None

    def quota(self, piece: Piece | None, least: Least, span: Span) -> ast.AtLeast:
        """Return a quota; the verb's own object is counted in times."""
        verb = piece.verb if piece else None
        if verb in ("return", "cancel"):
            raise BuildError(
                "TR118", f"nobody can {verb} so many of something", span, help="use another verb"
            )
        if least.unit and least.unit not in _QUOTA_UNITS:
            raise BuildError(
                "TR119",
                f"`{self._words(least.span)}` is no amount of training",
                least.span,
                help="count hours, days, times, meetings or courses",
            )
        unit: str | None = _QUOTA_UNITS.get(least.unit)
        thing: Training | Name | None = None
        if piece is not None and piece.phrase is not None:
            if unit != "times" or least.phrase is not None:
                raise BuildError(
                    "TR119",
                    "two things are counted here",
                    least.span,
                    help='write `attend "Update" at least 2 times`, or `attend at least 2 hours of "Update"`',
                )
            thing = self._counted_thing(verb, piece.phrase)
        elif least.phrase is not None:
            noun = _QUOTA_NOUNS.get(least.phrase.noun)
            unit = unit or noun
            thing = self._of_noun(verb, least, noun)
        return ast.AtLeast(verb, least.amount, unit, thing, span=span)

    def _of_noun(self, verb: str | None, least: Least, noun: str | None) -> Training | Name | None:
        phrase = least.phrase
        assert phrase is not None
        if least.of is not None:
            if noun != "meetings":
                raise BuildError("TR119", "only meetings are `of` a body", least.of.span)
            return least.of
        if noun in ("meetings", "sessions") and phrase.words:
            raise BuildError(
                "TR118",
                f"`{self._words(phrase.span)}` cannot be counted",
                phrase.span,
                help='write `meetings of "…"`',
            )
        if noun and not phrase.words:
            return None
        return self._counted_thing(verb, phrase)

    def _counted_thing(self, verb: str | None, phrase: Phrase) -> Training | Name:
        if verb is None or verb in TRAINING_VERBS:
            return self.training(phrase)
        return self.thing(phrase)

    def notice(self, what: str, least: Least | None, timings: Kids, span: Span) -> ast.GiveNotice:
        """Return the notice of a session, and take `before the session` out of *timings*."""
        if least is None or len(timings) != 1 or not isinstance(timings[0], BeforeSession):
            raise BuildError(
                "TR118",
                "notice is a time before the session",
                least.span if least else span,
                help="write `at least 7 working days before the session`",
            )
        timings.clear()
        unit = least.unit.removeprefix("clear ")
        if unit not in ("day", "working day", "week", "month", "year") or least.phrase is not None:
            raise BuildError("TR118", "notice is a number of days, weeks or months", least.span)
        if not least.amount.text.isdigit() or least.amount.percent:
            raise BuildError("TR106", "notice is a whole number", least.amount.span)
        duration = Duration(int(least.amount.text), unit, span=least.span)
        return ast.GiveNotice(what, duration, least.unit.startswith("clear"), span=span)


def _people(span: Span) -> BuildError:
    return BuildError(
        "TR123",
        "how many people there are cannot be asked yet",
        span,
        help="a rule is about one person, course, agency or body at a time: say what each of them must do",
    )
