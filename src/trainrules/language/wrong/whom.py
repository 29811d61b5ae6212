"""Wordings of who, what and how much: what to write instead of each."""

from __future__ import annotations

import re

from trainrules.language.wrong.known import NO_WHO, NOT_A_RULE_WORD, OTHERWISE, UNITS, VERB, Wording, worded

_CYCLE = "(?:calendar |school )?(?:year|quarter|month)"
_TIME = r"(?:within|by|once|over|every|each|before|between|annually|yearly)(?!\S)"
_BY_THEN = "nothing is due before the first day: write `within 1 week of {0}`, or `by` and a date"


def _before_the_first_day(found: re.Match[str]) -> str:
    return _BY_THEN.format("joining" if found["what"] == "joining" else "starting")


def _grace(found: re.Match[str]) -> str:
    unit = found["unit"].removesuffix("s") + ("" if found["count"] == "1" else "s")
    return f"write `with {found['count']} {found['working'] or ''}{unit} of grace`"


WHOM: tuple[Wording, ...] = (
    worded(
        "TR122",
        rf"^(?:(?!{_TIME})\S+ )+?"
        rf"(?P<at>, (?:within|by|once|over|at least|every (?:\d+ )?(?:{UNITS})|each {_CYCLE}))",
        "there is no comma before `{0}`",
        "leave the comma out: only clauses, such as `, then every 2 years`, come after one",
    ),
    worded(
        "TR122",
        "(?:before|prior to) "
        "(?P<what>starting|joining|taking up|appointment|employment|they start|(?:(?:the|their) )?first day)",
        "`{0}` is no time in which something is due",
        _before_the_first_day,
    ),
    worded(
        "TR122",
        rf"^(?:within|by) \S+|^every \d+ (?:{UNITS})|^each {_CYCLE}",
        NO_WHO,
        "say first who it is for: `Group B must complete Induction within 6 months`",
    ),
    worded("TR122", "prior to", OTHERWISE, "write `before`"),
    worded(
        "TR122",
        rf"at least (?P<again>every (?:\d+ )?(?:{UNITS})|each {_CYCLE})",
        OTHERWISE,
        lambda found: f"write `{found['again']}`",
    ),
    worded(
        "TR121",
        rf"(?P<verb>{VERB}) (?P<count>\d+) (?P<unit>hours?|days?) (?:training|cpd)",
        "words are missing in `{0}`",
        lambda found: f"write `{found['verb']} at least {found['count']} {found['unit']} of training`",
    ),
    worded(
        "TR121",
        rf"(?P<verb>{VERB}) (?P<many>\d+ (?:meetings?|courses?|sessions?))(?= (?:each year|a|per|annually))",
        "words are missing in `{0}`",
        lambda found: f"write `{found['verb']} at least {found['many']}`",
    ),
    worded(
        "TR122",
        "(?P<how>within|every) (?:half (?:a |an )?year|half-year|half yearly)",
        OTHERWISE,
        lambda found: f"write `{found['how']} 6 months`",
    ),
    worded(
        "TR122",
        r"with (?:a )?(?:grace(?: period)? of (?P<count>\d+) (?P<working>working )?"
        rf"(?P<unit>{UNITS}))",
        OTHERWISE,
        _grace,
    ),
    worded(
        "TR122",
        rf"with (?:a )?(?P<count>\d+) (?P<working>working )?(?P<unit>{UNITS}) grace(?: period)?",
        OTHERWISE,
        _grace,
    ),
    worded(
        "TR122",
        "^(?:all )?(?:new|newly [a-z]+) (?:staff|starters?|employees?|recruits?|joiners?|members of staff)",
        "`{0}`: everyone is new once",
        "write `Staff`: `within 1 month of joining` is about the first month of each of them",
    ),
    worded(
        "TR122",
        "^(?:all )?(?:existing|current) (?:staff|employees|members of staff)",
        "`{0}` does not say since when",
        "write `Staff`, and at the end `, for those starting before 1 September 2024`",
    ),
    worded("TR122", "(?:that|which) are|(?:who|that|which) is", OTHERWISE, "write `who are`"),
    worded(
        "TR122",
        r"(?:who|that|which) (?!are(?!\S))[a-z-]+|working (?:with|in|for|as|at)",
        "`{0}` is no group, level or role",
        'declare whom it describes, such as `group B: "work with children"`, and write `Group B`',
    ),
    worded(
        "TR122",
        r"(?:(?:a|the|any|every|each|all) )?(?:bookings?|places?) (?P<strength>must|should|may) be cancelled",
        "`{0}` leaves out those who come",
        lambda found: f"write `A booking {found['strength']} be attended or cancelled`",
    ),
    worded(
        "TR122",
        r"(?:must|should|may) not (?!miss(?!\S))[a-z-]+|(?:must|should|may) never [a-z-]+",
        "`{0}` says what is not to be done, and a rule what is",
        "say what has to be done; of what is not, only `must not miss 2 consecutive meetings` can be asked",
    ),
    worded(
        "TR102",
        r"^\[[^\[\]]*\]",
        "`{0}` stands by itself",
        "put it at the end of the sentence above, or two spaces before it",
    ),
    worded("TR104", r"since(?= \d)", NOT_A_RULE_WORD, "write `from`"),
    worded(
        "TR104",
        r"(?<=\] )(?:late|overdue late)",
        "`{0}` is no status",
        "write `overdue since 2 March 2022` while it is not done, or `met late on 5 March 2022`",
    ),
    worded(
        "TR104",
        r"(?<=\] )(?:compliant|done|completed|complete|ok|fine)",
        "`{0}` is no status",
        "write `met`, or `not in breach`",
    ),
)
