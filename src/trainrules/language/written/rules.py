"""Rules as they are written: the pieces between which a long sentence may be broken."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.language.ast import Clause, Rule, Timing
from trainrules.language.written import words
from trainrules.language.written.what import action, acts, article, notice
from trainrules.language.written.who import subject
from trainrules.language.written.words import day, duration, each, every, of_anchor, training

_PLURAL = ("trainers", "members", "agencies")
_ALL = ast.Subject((ast.Pick("everyone"),))


def rule(it: Rule) -> list[str]:
    """Return the pieces of a rule: who does what, each time, and each clause with the comma before it."""
    renewed = it.action.renewed if isinstance(it.action, ast.Do) else None
    clauses = [clause(each) for each in it.clauses]
    if renewed is not None:
        clauses.insert(0, f"and a new one {words.cycle(renewed)}")
    return [_opening(it), *(timing(each) for each in it.timings), *(f", {each}" for each in clauses)]


def _opening(it: Rule) -> str:
    if it.subject == _ALL and it.strength is not None:
        if isinstance(it.action, ast.Return):
            kind = words.plain(it.action.evaluation)
            return f"{article(kind).title()} {kind} evaluation {it.strength} be returned"
        if isinstance(it.action, ast.GiveNotice) and it.action.what == "booking":
            return f"A booking {it.strength} be attended or cancelled {notice(it.action)} before the session"
    return " ".join(part for part in (subject(it.subject), strength(it), action(it.action)) if part)


def strength(it: Rule) -> str:
    """Return the strength, in the plural where the subject is."""
    many = len(it.subject.picks) > 1 or it.subject.picks[0].noun in _PLURAL
    if it.strength == "is recommended to" and many:
        return "are recommended to"
    return it.strength or ""


def timing(it: Timing) -> str:
    """Return a time."""
    match it:
        case ast.Within():
            return f"within {duration(it.duration)}{of_anchor(it.anchor)}"
        case ast.Every():
            return every(it.duration)
        case ast.Each():
            return words.cycle(it.cycle)
        case ast.By():
            return f"by {day(it.day)}"
        case ast.Once():
            return "once"
        case ast.InMonth():
            return f"in {words.month(it.month)}" + ("" if it.month.year else " each year")
        case ast.Before():
            but = f" except {' and '.join(map(training, it.but))}" if it.but else ""
            return f"before {'delivering ' if it.delivering else ''}{training(it.training)}{but}"
        case ast.Between(low=0):
            return f"within {duration(it.high)} after {each(it.training)}"
        case ast.Between():
            return f"between {it.low} and {duration(it.high)} after {each(it.training)}"
        case ast.OnTheDay():
            return f"on the day of {each(it.training)}"
        case ast.Over():
            return f"over {duration(it.duration)}"


def clause(it: Clause) -> str:
    """Return a clause without its comma."""
    match it:
        case ast.PriorNotCounted():
            return "prior training does not count"
        case ast.WithEvidence():
            return f"with {it.evidence}"
        case ast.RuleFrom():
            return f"from {day(it.day)}"
        case ast.RuleUntil():
            return f"until {day(it.day)}"
        case ast.ForThoseStarting():
            return f"for those starting {it.relation} {day(it.day)}"
        case ast.FromDueDate():
            return "counted from the due date"
        case ast.KeepingDate():
            return f"keeping the date if renewed in the last {duration(it.window)}"
        case ast.Grace():
            return _grace(it)
        case ast.NotBeyond():
            return f"not beyond {duration(it.duration)}{of_anchor(it.anchor)}"
        case ast.FirstWithin():
            return f"first within {duration(it.duration)}{of_anchor(it.anchor)}"
        case ast.Then():
            return " ".join(["then", *_then(it), every(it.every)])
        case _:
            return _other_clause(it)


def _other_clause(it: Clause) -> str:
    match it:
        case ast.InsteadOf():
            return f"instead of {words.label(it.label)}"
        case ast.Unless():
            return f"unless {it.words}"
        case ast.IfLapsed():
            return f"if lapsed more than {duration(it.after)} then {training(it.training)}"
        case ast.NotCountingLeave():
            return "not counting leave"
        case ast.OfWhich():
            return f"of which at least {words.amount(it.amount)} {training(it.training)}"
        case ast.Otherwise():
            return f"otherwise {words.quoted(it.consequence.text)}"
        case _:
            return "pro rata"


def _then(it: ast.Then) -> list[str]:
    return [acts(it.acts, it.connective, "complete")] if it.acts else []


def _grace(it: ast.Grace) -> str:
    count, unit = duration(it.duration).split(" ", 1)
    if " " in unit:
        return f"with {count} {unit} of grace"
    return f"with {count} {unit}'s grace" if it.duration.count == 1 else f"with {count} {unit}' grace"
