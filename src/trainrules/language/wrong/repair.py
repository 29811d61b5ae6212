"""Repairs that are tried, and offered only when the sentence then parses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from attrs import frozen
from lark import Token

from trainrules.language.build.when import MONTHS
from trainrules.language.wrong.words import is_word, rule_words

NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "eighteen": "18",
    "twenty": "20", "thirty": "30",
}  # fmt: skip
_OFTEN_LEFT_OUT = (
    ",",
    "of",
    "at least",
    "and",
    "in",
    "must",
    "from",
    "on",
    "each",
    "within",
    "for",
    "of each",
)
_BEFORE_A_NAME = frozenset(
    [
        "the",
        "a",
        "an",
        "their",
        "its",
        "all",
        "any",
        "and",
        "or",
        "complete",
        "take",
        "undertake",
        "receive",
        "attend",
        "refresh",
        "renew",
        "update",
        "hold",
        "have",
        "deliver",
        "return",
        "submit",
        "report",
        "evaluate",
        "review",
        "publish",
        "produce",
        "provide",
        "set",
        "agree",
        "approve",
        "request",
        "share",
        "send",
        "present",
        "conduct",
        "develop",
        "appoint",
        "monitor",
        "audit",
        "issue",
        "to",
        "of",
        "before",
    ]
)
_NEVER_IN_A_NAME = frozenset(
    [
        "within",
        "every",
        "each",
        "by",
        "once",
        "before",
        "between",
        "over",
        "must",
        "should",
        "may",
        "unless",
        "until",
        "from",
        "with",
        "who",
        "except",
        "the",
        "a",
        "an",
        "their",
        "its",
        "all",
        "any",
        "and",
        "or",
        "at",
        "least",
        "group",
        "groups",
        "level",
        "levels",
        "role",
        "roles",
        "to",
    ]
)
_LONGEST_NAME = 4
_CLOSE = 0.74
_MOST_TRIES = 40


@frozen
class Repair:
    """A change that makes a sentence parse: *old* words from *start*, to be written *new*."""

    code: str
    start: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Return where the old words end."""
        return self.start + len(self.old)


def first_repair(words: str, tokens: list[Token], bad: int, parses: Callable[[str], bool]) -> Repair | None:
    """Return the first change near token number *bad* after which *words* parse, None without one."""
    for tries, repair in enumerate(_candidates(words, tokens, bad)):
        if tries >= _MOST_TRIES:
            return None
        if parses(words[: repair.start] + repair.new + words[repair.end :]):
            return repair
    return None


def _candidates(words: str, tokens: list[Token], bad: int) -> Iterator[Repair]:
    near = tokens[bad : bad + 1] + tokens[:bad][::-1]
    for token in near:
        if token.lower() in NUMBERS:
            yield Repair("TR105", _at(token), str(token), NUMBERS[token.lower()])
    yield from _spellings(near)
    yield from _names(words, tokens, bad)
    for token in near[:2]:
        if is_word(token) and token.type != "UNLESS":
            yield Repair("TR103", _at(token), str(token), f'"{token}"')
    yield from _two_words(words, tokens, bad)
    yield from _split(near)
    yield from _left_out(words, tokens, bad)


def _spellings(near: list[Token]) -> Iterator[Repair]:
    for token in near:
        if token.type != "WORD" or len(token) < 3:
            continue
        for word in get_close_matches(token.lower(), sorted(rule_words()), n=4, cutoff=_CLOSE):
            yield Repair("TR104", _at(token), str(token), word)
        for month in MONTHS:
            if month.startswith(token.lower()):
                yield Repair("TR104", _at(token), str(token), month.title())


def _names(words: str, tokens: list[Token], bad: int) -> Iterator[Repair]:
    """Yield each stretch of words round token number *bad* that may be one name, as `annual report` is."""
    for first in range(max(bad - _LONGEST_NAME + 1, 1), bad + 1):
        for last in range(min(bad + _LONGEST_NAME, len(tokens)) - 1, bad - 1, -1):
            some = tokens[first : last + 1]
            if len(some) == 1 or some[0].type == "INT" or not _opens_a_name(tokens[first - 1]):
                continue
            if all(token.type == "INT" or _is_nameable(token) for token in some):
                old = words[_at(some[0]) : _at(some[-1]) + len(some[-1])]
                yield Repair("TR117", _at(some[0]), old, f'"{" ".join(old.split())}"')


def likely_name(words: str, tokens: list[Token], bad: int) -> str:
    """Return the words round token number *bad* that may be one name; empty when they are none."""
    return next((repair.old for repair in _names(words, tokens, bad)), "")


def _opens_a_name(before: Token) -> bool:
    return before.lower() in _BEFORE_A_NAME or before.type == "COMMA"


def _is_nameable(token: Token) -> bool:
    if token.type == "UNLESS":  # it holds all the words to the next comma
        return False
    return token.type == "WORD" or (is_word(token) and token.lower() not in _NEVER_IN_A_NAME)


def _two_words(words: str, tokens: list[Token], bad: int) -> Iterator[Repair]:
    for first in (bad - 1, bad, bad - 2):
        pair = tokens[first : first + 2] if first >= 0 else []
        if len(pair) == 2 and all(token.type == "WORD" or token.istitle() for token in pair):
            old = words[_at(pair[0]) : _at(pair[1]) + len(pair[1])]
            yield Repair("TR117", _at(pair[0]), old, f'"{" ".join(old.split())}"')


def _left_out(words: str, tokens: list[Token], bad: int) -> Iterator[Repair]:
    if bad >= len(tokens):
        return
    token = tokens[bad]
    pair = f"{token} {tokens[bad + 1]}".lower() if bad + 1 < len(tokens) else ""
    if pair.replace(" ", "-") in rule_words():
        old = words[_at(token) : _at(tokens[bad + 1]) + len(tokens[bad + 1])]
        yield Repair("TR104", _at(token), old, pair.replace(" ", "-"))
    if token.type in ("WORD", "STRING"):
        return
    for word in _OFTEN_LEFT_OUT:
        yield Repair("TR121", _at(token), "", f"{word} ")


def _split(near: list[Token]) -> Iterator[Repair]:
    for token in near[:3]:
        low = token.lower()
        for cut in range(2, len(low) - 1):
            if token.type == "WORD" and low[:cut] in rule_words() and low[cut:] in rule_words():
                yield Repair("TR109", _at(token), str(token), f"{token[:cut]} {token[cut:]}")


def _at(token: Token) -> int:
    return token.start_pos or 0
