"""Builds what is to be done: training, other objects, amounts."""

from __future__ import annotations

from lark import Token

from trainrules.language.ast import Amount, Name, Pick, Subject, Training
from trainrules.language.build.base import BuilderBase, BuildError, Kids, Mode, Phrase, lower, short, singular
from trainrules.source import Span

MOST_DIGITS, MOST_DECIMALS = 6, 9
"""No amount has more digits before its point, or after it."""
_ARTICLES = {"THE", "A", "AN", "THEIR", "ITS", "ALL", "ANY"}


class WhatBuilder(BuilderBase):
    """The productions of `what`."""

    # --- phrases ---

    def phrase(self, span: Span, kids: Kids) -> Phrase:
        """Return the words, the noun and the article as they stand."""
        article = next(
            (str(kid).lower() for kid in kids if isinstance(kid, Token) and kid.type in _ARTICLES), ""
        )
        noun = kids[-1] if isinstance(kids[-1], str) and not isinstance(kids[-1], Token) else ""
        words = tuple(kid for kid in kids if isinstance(kid, (Name, Pick, Mode)))
        return Phrase("words", words, noun, article, span=span)

    def noun(self, span: Span, kids: Kids) -> str:
        """Return the noun, singular (`training` has no plural)."""
        return singular(lower(kids))

    def own_training(self, span: Span, kids: Kids) -> Phrase:
        """Return `their own training`."""
        return Phrase("own", span=span)

    def other_training(self, span: Span, kids: Kids) -> Phrase:
        """Return `any other training`."""
        return Phrase("other", span=span)

    def standard_phrase(self, span: Span, kids: Kids) -> Phrase:
        """Return `standard "…"`."""
        return Phrase("standard", (kids[-1],), span=span)

    # --- phrases put to use ---

    def training(self, phrase: Phrase) -> Training:
        """Return *phrase* as training.

        Raises `BuildError` for two names side by side, a level without `training`, or another noun.
        """
        if phrase.kind == "other":
            return Training(other=True, span=phrase.span)
        if phrase.kind in ("own", "standard") or phrase.noun not in ("", "training", "course"):
            raise BuildError(
                "TR118",
                f"`{self._as_written(phrase)}` is not training",
                phrase.span,
                label="training or a course is needed here",
            )
        return self.training_of(phrase.words, phrase.noun, phrase.span)

    def training_of(self, words: tuple[Name | Pick | Mode, ...], noun: str, span: Span) -> Training:
        """Return training from its words; before `training` a name is the subject's own, else a course."""
        *before, last = words or (None,)
        modes = tuple(self._mode(word, words) for word in before if word is not None)
        if last is None:
            return Training(span=span)
        if isinstance(last, Mode):
            return Training(modes=(*modes, last.name), span=span)
        if isinstance(last, Pick):
            if not noun:
                raise BuildError(
                    "TR118",
                    f"`{self._words(last.span)}` is not training by itself",
                    last.span,
                    help=f"write `{self._words(last.span)} training`, or put the name of a course in quotes",
                )
            if last.high is not None:
                advice = "write a rule for each, or leave the training out: it is then each one's own"
                raise BuildError("TR118", "training is for one group or level", last.span, help=advice)
            return Training(own=last, modes=modes, span=span)
        if noun == "training":
            return Training(own=Pick(None, last, span=last.span), modes=modes, span=span)
        if any(isinstance(word, Name) for word in before):
            raise self._side_by_side(words)
        return Training(name=last, modes=modes, span=span)

    def _mode(self, word: Name | Pick | Mode, words: tuple[Name | Pick | Mode, ...]) -> Name:
        if isinstance(word, Pick):
            raise self._side_by_side(words)
        return word.name if isinstance(word, Mode) else word

    def _side_by_side(self, words: tuple[Name | Pick | Mode, ...]) -> BuildError:
        span = words[0].span.to(words[-1].span)
        written = self._words(span)
        plain = '"' not in written and "“" not in written
        advice = (
            f'if that is one name, put it in quotes: `"{written}"`'
            if plain
            else "join them with a comma, `and` or `or`"
        )
        return BuildError("TR117", f"`{written}` is two names side by side", span, help=advice)

    def thing(self, phrase: Phrase) -> Name:
        """Return *phrase* as the plain name of a document, report or qualification."""
        if phrase.kind == "words" and len(phrase.words) == 1 and not phrase.noun:
            word = phrase.words[0]
            if isinstance(word, Name):
                return word
        if (
            phrase.kind == "words"
            and len(phrase.words) > 1
            and all(isinstance(w, Name) for w in phrase.words)
        ):
            raise self._side_by_side(phrase.words)
        raise BuildError(
            "TR118",
            f"`{self._as_written(phrase)}` is not a name",
            phrase.span,
            label="a name is needed here",
            help="put a name of several words, or one that is a rule word, in quotes",
        )

    def standard_of(self, phrase: Phrase) -> Name:
        """Return the standard that *phrase* names; the word `standard` may be left out in a list."""
        word = phrase.words[0] if phrase.kind == "standard" else None
        return word if isinstance(word, Name) else self.thing(phrase)

    def _as_written(self, phrase: Phrase) -> str:
        return self._words(phrase.span)

    def _words(self, span: Span) -> str:
        return short(self.text[span.start : span.end])

    def own_word(self, span: Span, kids: Kids) -> Training:
        """Return `level 3 training` or `DSL training`."""
        return Training(own=kids[0], span=span)

    def modes_word(self, span: Span, kids: Kids) -> Training:
        """Return `multi-agency training` or `multi-agency level 3 training`."""
        modes, own = kids
        pick = Pick(None, own, span=own.span) if isinstance(own, Name) else own
        return Training(own=pick, modes=modes, span=span)

    def modes_named(self, span: Span, kids: Kids) -> Training:
        """Return `e-learning "First Steps"`."""
        return Training(name=kids[1], modes=kids[0], span=span)

    def counted(self, this: Training | Subject) -> Training:
        """Return the left side of `counts as` as training."""
        if isinstance(this, Training):
            return this
        if this.qualifier is None and len(this.picks) == 1:
            pick = this.picks[0]
            if pick.noun is None and pick.low is not None and pick.high is None:
                return Training(name=pick.low, span=this.span)
        raise BuildError(
            "TR118",
            f"`{self._words(this.span)}` cannot count as training",
            this.span,
            help='write a name, such as `"case conference"`, or `level 3 training`',
        )

    # --- amounts ---

    def whole(self, span: Span, kids: Kids) -> Amount:
        """Return `8` or `7.5`; zero is an error, and so is what no record can come to."""
        if not str(kids[0]).strip("0."):
            raise BuildError("TR106", "at least 0 asks for nothing", span)
        self._believable(str(kids[0]), span)
        return Amount(str(kids[0]), span=span)

    def _believable(self, written: str, span: Span) -> None:
        whole, _, decimals = written.partition(".")
        if len(whole) > MOST_DIGITS:
            raise BuildError("TR106", f"`{short(written)}` has more than {MOST_DIGITS} digits", span)
        if len(decimals) > MOST_DECIMALS:
            raise BuildError("TR106", f"`{short(written)}` has more than {MOST_DECIMALS} decimals", span)

    def percent(self, span: Span, kids: Kids) -> Amount:
        """Return `80%`."""
        if not str(kids[0]).strip("0"):
            raise BuildError("TR106", "at least 0% asks for nothing", span)
        self._believable(str(kids[0]), span)
        return Amount(str(kids[0]), percent=True, span=span)

    def half(self, span: Span, kids: Kids) -> Amount:
        """Return `half`."""
        return Amount("half", span=span)
