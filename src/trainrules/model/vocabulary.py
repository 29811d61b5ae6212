"""The words that a file and the files it uses have declared, and what each is: a group, a course, a body …"""

from __future__ import annotations

import re
from difflib import get_close_matches

from attrs import field, frozen

from trainrules.model.rules import fold

ARTICLED = {
    "group": "a group",
    "level": "a level",
    "role": "a role",
    "attribute": "an attribute",
    "value": "an attribute value",
    "course": "a course",
    "activity": "an activity",
    "body": "a body",
    "delivery": "a kind of delivery",
    "format": "a format",
    "date": "a date",
    "document": "a document",
    "qualification": "a qualification",
    "evaluation": "an evaluation",
    "standard": "a standard",
}
"""The kinds of word, as they are named in messages."""

DELIVERIES = ("single-agency", "multi-agency")
FORMATS = ("e-learning", "face-to-face", "virtual")


@frozen
class Word:
    """A declared name: its *kind*, its canonical *name*, *spelled* where an alias names it, what it is *of*.

    *of* is the attribute that a value belongs to. A body *with_members* is one that people are members of. A
    word is *implied* when only an equivalence names it.
    """

    kind: str
    name: str
    spelled: str = ""
    of: str = ""
    with_members: bool = False
    implied: bool = False

    @property
    def key(self) -> str:
        """Return the spelling as names are compared."""
        return fold(self.spelled or self.name)


BUILT_IN = (
    *(Word("delivery", name) for name in DELIVERIES),
    *(Word("format", name) for name in FORMATS),
    Word("role", "Trainer"),
)


@frozen
class Vocabulary:
    """Every word known to a file; *closed* means that a name which is not among them is an error."""

    words: tuple[Word, ...] = ()
    closed: bool = False
    _table: dict[str, tuple[Word, ...]] = field(init=False, eq=False, repr=False)

    @_table.default
    def _by_key(self) -> dict[str, tuple[Word, ...]]:
        table: dict[str, tuple[Word, ...]] = {}
        hidden = {(word.kind, key) for word in self.words for key in (word.key, *singulars(word.key))}
        built_in = (word for word in BUILT_IN if (word.kind, word.key) not in hidden)
        for word in (*self.words, *built_in):
            for key in dict.fromkeys((word.key, *singulars(word.key))):
                table[key] = (*table.get(key, ()), word)
        return table

    def find(self, text: str, kinds: tuple[str, ...]) -> tuple[Word, ...]:
        """Return the words of *kinds* that *text* names, each once; an exact match hides a plural one."""
        key = fold(text)
        exact = [word for word in self._table.get(key, ()) if word.kind in kinds and word.key == key]
        if not exact:
            keys = (key, *singulars(key))
            exact = [word for each in keys for word in self._table.get(each, ()) if word.kind in kinds]
        return tuple({(word.kind, word.of, fold(word.name)): word for word in reversed(exact)}.values())[::-1]

    def everything(self, text: str) -> tuple[Word, ...]:
        """Return the words of any kind that *text* names."""
        return self.find(text, tuple(ARTICLED))

    def names(self, kind: str) -> tuple[str, ...]:
        """Return the names of *kind*, in the order declared, each once."""
        return tuple({fold(word.name): word.name for word in self.words if word.kind == kind}.values())

    def near(self, text: str, kinds: tuple[str, ...]) -> str:
        """Return the name of one of *kinds* that *text* probably means; empty when none is close."""
        known = (word for word in self.words + BUILT_IN if word.kind in kinds)
        spelled = {word.key: word.spelled or word.name for word in known}
        close = get_close_matches(fold(text), spelled, cutoff=0.75)
        return spelled[close[0]] if close else ""

    def with_words_of(self, other: Vocabulary) -> Vocabulary:
        """Return this vocabulary with the words of *other* after its own."""
        return Vocabulary(self.words + other.words, self.closed or other.closed)


def singulars(key: str) -> tuple[str, ...]:
    """Return what a folded name may be the plural of: `trainers` of `trainer`, `deputies` of `deputy`."""
    found = []
    if re.search(r"[a-z]{2}ies$", key):
        found.append(key[:-3] + "y")
    if re.search(r"(s|x|z|ch|sh)es$", key):
        found.append(key[:-2])
    if re.search(r"\w{2}s$", key) and not key.endswith("ss"):
        found.append(key[:-1])
    return tuple(found)


MOST_IN_A_RANGE = 1_000
RANGES = "a range runs upwards between two letters or two numbers, at most 1,000: `A–C`, `3–7`, `B1–B3`"
_NUMBERED = re.compile(r"^(.*?)(\d{1,4})$")


def spread(low: str, high: str) -> tuple[str, ...]:
    """Return every name from *low* to *high*: `A`–`C`, `3`–`7`, `B1`–`B3`.

    Empty when the two are not ends of a range: other shapes, backwards, or a range of one.
    """
    if not runs_up(low, high):
        return ()
    first, last = _NUMBERED.match(low), _NUMBERED.match(high)
    if not first or not last:
        return tuple(chr(code) for code in range(ord(low), ord(high) + 1))
    span = range(int(first[2]), int(last[2]) + 1)
    return tuple(f"{first[1]}{number}" for number in span) if len(span) <= MOST_IN_A_RANGE else ()


def runs_up(low: str, high: str) -> bool:
    """Return whether *high* comes after *low* where both are ends of a range, however long."""
    letters = len(low) == len(high) == 1 and (low + high).isascii() and (low + high).isalpha()
    if letters and low.isupper() == high.isupper():
        return low < high
    first, last = _NUMBERED.match(low), _NUMBERED.match(high)
    if not first or not last or fold(first[1]) != fold(last[1]):
        return False
    return int(first[2]) < int(last[2])


def ends(text: str) -> tuple[str, str] | None:
    """Return the two ends of a range written as one word, `A-C`; None when it is no such word."""
    halves = [half.strip() for half in re.split(r"[-–]", text)]
    if len(halves) == 2 and spread(halves[0], halves[1]):
        return halves[0], halves[1]
    return None
