"""A wording that is known: the pattern it has, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import frozen

Advice = str | Callable[[re.Match[str]], str]

VERB = "complete|take|undertake|receive|attend|refresh|renew|update|hold|have|submit|report|return|deliver|be"
UNIT = "day|week|month|quarter|year"
UNITS = f"{UNIT}|days|weeks|months|years"
NO_WHO = "`{0}` does not begin with who"
NOT_A_RULE_WORD = "`{0}` is not a rule word"
OTHERWISE = "`{0}` is said in other words"


@frozen
class Wording:
    """What is written (a pattern over words in small letters), what is said of it, and what to write.

    A pattern with a group `at` is about the words in it; what is round them only has to be there.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    advice: Advice

    def places(self, line: str) -> Iterator[tuple[re.Match[str], int, int]]:
        """Yield each match in *line*, and where what it is about begins and ends."""
        at = "at" if "at" in self.pattern.groupindex else 0
        for match in self.pattern.finditer(line):
            yield match, *match.span(at)


def worded(code: str, pattern: str, message: str, advice: Advice) -> Wording:
    """Return the wording of which *pattern* has whole words, with one space between any two."""
    return Wording(code, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), message, advice)
