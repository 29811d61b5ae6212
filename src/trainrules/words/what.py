"""What has to be done, in plain words: as a noun (`Group B training`) or with its verb."""

from __future__ import annotations

from collections.abc import Callable

from trainrules.model.rules import Deed, Owed, Term
from trainrules.words.plain import a, listed, name_text, written
from trainrules.words.who import term_text

_FORMATS_THAT_STAND_ALONE = ("e-learning",)


def deed_text(deed: Deed) -> str:
    """Return a deed as a noun: `Group B training`, `“Module 1”`, `the “training plan”`, `an evaluation`.

    Reports have no noun of their own and keep their verb: `submit “Training Return” to MASA`.
    """
    if deed.kind in ("training", "activity"):
        return _training_text(deed)
    if deed.kind in ("qualification", "document"):
        return f"the {written(deed.name)}" if deed.name else a(deed.kind)
    if deed.kind == "evaluation":
        return a(f"{name_text(deed.name)} evaluation".strip())
    if deed.kind == "meeting":
        return f"a meeting of {written(deed.name)}" if deed.name else "a meeting"
    if deed.kind == "delivery":
        return f"delivery of {_training_text(deed)}"
    receiver = f" to {name_text(deed.to)}" if deed.to else ""
    return f"{deed.action or 'report'} {written(deed.name)}{receiver}"


def _training_text(deed: Deed) -> str:
    if deed.name:
        words = [*deed.modes, written(deed.name)]
        if deed.own:
            words.append(f"for {term_text(deed.own)}")
    elif deed.own:
        words = [*deed.modes, own_text(deed.own), "training"]
    elif deed.modes and deed.modes[-1] in _FORMATS_THAT_STAND_ALONE:
        words = [*deed.modes]
    else:
        words = [*deed.modes, "training"] if deed.modes else ["any training"]
    if deed.other_than:
        words.append(f"other than {listed(map(_other_text, deed.other_than), 'or')}")
    return " ".join(words)


def _other_text(deed: Deed) -> str:
    return _training_text(deed) if deed.kind == "delivery" else deed_text(deed)


def own_text(term: Term) -> str:
    """Return a group, level or role as it stands before `training`: `Group B`, `level 3`, `DSL`."""
    return f"level {name_text(term.name)}" if term.kind == "level" else term_text(term)


def course_text(deed: Deed) -> str:
    """Return training as one course of it, to stand after `each`: `multi-agency course`, `Neglect course`."""
    text = deed_text(deed)
    if deed.kind != "training" or deed.other_than:
        return text.removeprefix("an ").removeprefix("a ")
    stem = text.removeprefix("any training").removesuffix("training").strip()
    return f"{stem} course".strip()


def owed_text(owed: Owed) -> str:
    """Return what is owed: `Group B training`, `A or B`, `Foundation and “Module 2”`."""
    return _parts(owed, deed_text)


def to_do_text(owed: Owed) -> str:
    """Return what is owed as something to do: `complete Group B training`, `hold the “diploma”`.

    The verb is said once where it is the same throughout: `complete A, B and C`.
    """
    verbs = {_verb(deed) for deed in owed.deeds}
    if len(verbs) == 1 and verbs != {"deliver"}:
        return f"{verbs.pop()} {owed_text(owed)}".strip()
    return _parts(owed, deed_to_do)


def deed_to_do(deed: Deed) -> str:
    """Return a deed with its verb: `complete Group B training`, `deliver Neglect`, `hold a meeting`."""
    if deed.kind == "delivery":
        return f"deliver {_training_text(deed)}"
    return f"{_verb(deed)} {deed_text(deed)}".strip()


def _verb(deed: Deed) -> str:
    verbs = {"activity": "do", "qualification": "hold", "document": "have", "evaluation": "return"}
    more = {"report": "", "meeting": "hold", "delivery": "deliver"}
    return {**verbs, **more}.get(deed.kind, "complete")


def _parts(owed: Owed, say: Callable[[Deed], str]) -> str:
    several = len(owed.parts) > 1
    texts = []
    for part in owed.parts:
        either = "either " if several and len(part) > 1 else ""
        texts.append(either + listed((say(deed) for deed in part), "or"))
    mixed = several and any(len(part) > 1 for part in owed.parts)
    return ", and ".join(texts) if mixed else listed(texts)
