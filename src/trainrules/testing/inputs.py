"""What the assertions and the strategies are given: policies, records and days, in any of the usual ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from trainrules.api import builtin, load, loads
from trainrules.model.rules import Policy, fold
from trainrules.records.classes import Record
from trainrules.resources import policy_names

E = TypeVar("E", bound=Enum)

_SUFFIX = ".rules"

AnyPolicy = Policy | str | Path
"""A policy, the path of a rule file, a bundled name (`hackney`), or the text of rules."""

AnyRecord = Record | Mapping[str, object]
"""A record, or what JSON has of one."""

AnyDay = date | str
"""A day, or its text: `2022-09-02`."""


def policy_of(given: AnyPolicy) -> Policy:
    """Return the policy that *given* is: itself, a Path or one line ending in `.rules` is a file, one word a
    bundled name, any other text the rules themselves.

    Raises PolicyError when the rules have errors, FileNotFoundError when nothing is bundled by that name.
    """
    if isinstance(given, Policy):
        return given
    if isinstance(given, Path) or is_file_name(given):
        return load(given)
    return _bundled(given) if len(given.split()) == 1 else _text(given)


def is_file_name(text: str) -> bool:
    """Return whether *text* is one line that ends in `.rules`."""
    return "\n" not in text and text.endswith(_SUFFIX)


@lru_cache(maxsize=16)
def _bundled(name: str) -> Policy:
    if name not in policy_names():
        near = get_close_matches(name, policy_names(), 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(policy_names())}"
        raise FileNotFoundError(f"there is no bundled policy {name}: {hint}")
    return builtin(name)


@lru_cache(maxsize=64)
def _text(text: str) -> Policy:
    return loads(text)


def record_of(given: AnyRecord) -> Record:
    """Return the record that *given* is, or that its JSON describes; raises RecordError when it does not."""
    return given if isinstance(given, Record) else Record.from_dict(dict(given))


def day_of(given: AnyDay) -> date:
    """Return the day that *given* is or writes as `2022-09-02`.

    Raises TypeError for what is neither, a time of day included, and ValueError for a text that is no date.
    """
    if isinstance(given, str):
        found = date.fromisoformat(given)
        if found.isoformat() != given:
            raise ValueError(f"{given} is not a date such as 2022-09-02")
        return found
    if isinstance(given, datetime) or not isinstance(given, date):
        raise TypeError(f"{given!r} is neither a date nor a text such as '2022-09-02'")
    return given


def label_of(policy: Policy, rule: str) -> str:
    """Return the label of *policy* that *rule* is; raises ValueError, naming a near one, when it is none."""
    labels = {fold(each.label): each.label for each in policy.rules}
    if fold(rule) in labels:
        return labels[fold(rule)]
    near = get_close_matches(fold(rule), labels, n=1, cutoff=0.6)
    hint = f"did you mean [{labels[near[0]]}]?" if near else f"there are {_listed(labels.values())}"
    raise ValueError(f"there is no rule [{rule}]: {hint}")


def _listed(labels: Iterable[str]) -> str:
    found = [f"[{each}]" for each in dict.fromkeys(labels)]
    return ", ".join(found) or "no rules"


def one_of(kind: type[E], given: E | str) -> E:
    """Return the value of *kind* that *given* is or names; raises ValueError with what there is."""
    if isinstance(given, kind):
        return given
    for each in kind:
        if each.value == given:
            return each
    raise ValueError(f"{given!r} is none of {', '.join(str(each.value) for each in kind)}")
