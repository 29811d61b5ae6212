"""What could come next, in words: never the name of a token."""

from __future__ import annotations

from trainrules.language.wrong.words import PUNCTUATION, spelled

_TIMES = "within every each by once before between on over in annually yearly"
_CLAUSES = "prior counted keeping instead pro otherwise then first if until with not of for from and"
_VERBS = (
    "complete take undertake receive attend refresh renew update hold have deliver return meet cancel "
    "submit report evaluate review publish produce provide set agree approve request share send present "
    "conduct develop appoint monitor audit issue be not at own"
)
_MODES = "single-agency multi-agency e-learning face-to-face virtual"
_MONTHS = "january february march april may june july august september october november december"
_UNITS = "day days week weeks month months year years working clear hour hours time times"
_NOUNS = "training course courses evaluation booking bookings session sessions meeting meetings"
_WHO = (
    "everyone everybody staff trainer trainers agency agencies member members partnership body "
    "group groups level levels role roles booking bookings"
)
_STATUSES = "due until overdue in met not pending released unmet waived undetermined"
_ARTICLES = "the a an all their its any every each A"

# (what has to be possible, what is then said, an example, which words that covers), the most telling first
_SAID: tuple[tuple[str, str, str, str], ...] = (
    ("policy", "who it is for, a declaration or a head line", "", ""),
    ("joined", "a fact or what is expected", "`joined 1 March 2022`", ""),
    ("submitted", "what happened", "", ""),
    ("must", "`must`, `should` or `may`", "", "must should may is are"),
    ("complete", "what to do", '`complete "Induction"`', f"{_VERBS} {_MODES}"),
    ("within", "a time", "`within 6 months` or `every 2 years`", _TIMES),
    ("prior", "a clause", "`prior training does not count`", f"{_CLAUSES} UNLESS"),
    ("january", "a month", "`September`", _MONTHS),
    ("days", "a unit of time", "`days` or `months`", _UNITS),
    ("everyone", "who it is for", "`Everyone` or `Group B`", f"{_WHO} {_MODES} {_ARTICLES} courses"),
    ("due", "what is expected", "`due 1 March 2022` or `met`", _STATUSES),
    ("joining", "a day to count from", "`joining` or `starting the role`", "joining starting taking INT"),
    ("WORD", "a name", "", f"WORD STRING A school group groups level levels role roles {_MODES} {_ARTICLES}"),
    ("INT", "a number", "", "INT DECIMAL half once twice"),
    ("STRING", "words in quotes", "", "STRING"),
    ("single-agency", "a kind of training", "`multi-agency`", _MODES),
    ("training", "`training`", "", _NOUNS),
    (",", "a comma and what follows it", "", ","),
    ("LABEL", "a citation", "`[6.12]`", "LABEL"),
    ("and", "`and` or `or`", "", "and or"),
    ("$END", "the end of the sentence", "", "$END"),
)
_MOST = 4
_ALONE = ("joined", "policy", "submitted")


def expected(accepts: set[str]) -> str:
    """Return what *accepts* (terminals) allow next, as a phrase after `expected`; empty when nothing can."""
    left = spelled(accepts)
    said: list[tuple[str, str]] = []
    for sign, words, example, covers in _SAID:
        if sign in left:
            said.append((words, example))
            left -= {sign, *covers.split()}
            if sign in _ALONE:
                return _in_words(said)
    left -= set(_ARTICLES.split())
    if len(left) <= _MOST:
        said += [(PUNCTUATION.get(word, f"`{word}`"), "") for word in sorted(left) if not word.isupper()]
    return _in_words(list(dict.fromkeys(said))[:_MOST])


def _in_words(said: list[tuple[str, str]]) -> str:
    if not said:
        return ""
    if len(said) == 1:
        words, example = said[0]
        return f"{words}, such as {example}" if example else words
    parts = [f"{words} ({example.split(' or ')[0]})" if example else words for words, example in said]
    return f"{', '.join(parts[:-1])} or {parts[-1]}"
