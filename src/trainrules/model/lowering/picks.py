"""The items of a subject: ranges spread out, `and above` filled in, each item one term."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.words import error_no_range
from trainrules.model.names import STANDING_ALONE
from trainrules.model.rules import Term, fold
from trainrules.model.vocabulary import Word, ends, runs_up, singulars, spread

_RANGED = ("group", "level", "role")
MOST_NAMED = 1_000
"""How many groups, levels and roles a sentence may name, those between the ends of its ranges included."""


def expanded(ctx: Context, picks: tuple[ast.Pick, ...]) -> tuple[Term, ...]:
    """Return every term that *picks* stand for; an item without a noun follows the noun before it."""
    terms: list[Term] = []
    noun: str | None = None
    for pick in picks:
        if pick.noun:
            noun = pick.noun
        terms += _one(ctx, pick, noun)
        if len(terms) > MOST_NAMED:
            _error_too_many(ctx, pick)
            break
    return tuple(terms[:MOST_NAMED])


def _one(ctx: Context, pick: ast.Pick, noun: str | None) -> Iterator[Term]:
    """Yield the terms of one item; *noun* is its own or the last before it."""
    if pick.noun == "trainers":
        yield Term("role", ctx.names.one(ast.Name("Trainer"), ("role",)).name)
    elif pick.low is None:
        yield Term("everyone")
    elif pick.noun == "members":
        yield Term("member", _body(ctx, pick.low))
    elif pick.above:
        yield from _above(ctx, pick, pick.low, _kind(ctx, pick, pick.low.text, noun))
    else:
        yield from _range(ctx, pick, pick.low, noun)


def _body(ctx: Context, name: ast.Name) -> str:
    """Return the body that has members."""
    word = ctx.names.one(name, ("body",))
    if ctx.names.words.find(name.text, ("body",)) and not word.with_members:
        ctx.problems.error(
            "TR206",
            f"`{word.name}` is declared without members",
            name.span,
            "its members are named here",
            f'declare it `body "{word.name}" with members`',
        )
    return word.name


def _range(ctx: Context, pick: ast.Pick, low: ast.Name, noun: str | None) -> Iterator[Term]:
    """Yield one term, or one for each name in a range."""
    both = (low.text, pick.high.text) if pick.high else None
    if both is None and not ctx.names.words.find(low.text, STANDING_ALONE):
        both = ends(low.text)
    names = spread(*both) if both else (low.text,)
    if not names:
        error_no_range(ctx.problems, pick)
        yield Term("group")  # with training of its own, so that nothing else is said of it
        return
    kind = _kind(ctx, pick, names[0], noun)
    for name in _up_to_unknown(ctx, names, kind):
        yield _term(_word(ctx, ast.Name(name, span=pick.span if both else low.span), kind))


def _up_to_unknown(ctx: Context, names: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return *names* as far as the first that nothing declares, so that one range gives one error."""
    if not kind or not ctx.names.words.closed:
        return names
    known = [bool(ctx.names.words.find(name, (kind,))) for name in names]
    return names if all(known) else names[: known.index(False) + 1]


def _kind(ctx: Context, pick: ast.Pick, name: str, noun: str | None) -> str:
    """Return what kind of word the item *name* is: its own noun, else the one before it where that fits."""
    if pick.noun in _RANGED:
        return str(pick.noun)
    if noun not in _RANGED:
        return ""
    if ctx.names.words.find(name, (noun,)):
        return noun
    if ctx.names.words.closed:
        return "" if ctx.names.words.find(name, STANDING_ALONE) else noun
    return noun if len(name) == 1 or name[-1].isdigit() else ""


def _word(ctx: Context, name: ast.Name, kind: str) -> Word:
    if kind:
        return ctx.names.one(name, (kind,))
    if not ctx.names.words.closed and not ctx.names.is_known(name, STANDING_ALONE):
        name = ast.Name(_singular(name.text), span=name.span)
    return ctx.names.one(name, STANDING_ALONE, "role")


def _singular(text: str) -> str:
    """Return a name first met as a plural in a terse file as one of them: `volunteers` as `volunteer`."""
    found = singulars(fold(text))
    if not found or not text[-1].islower():
        return text
    return text[:-3] + "y" if found[0].endswith("y") and text.endswith("ies") else text[: len(found[0])]


def _term(word: Word) -> Term:
    return Term("attribute", word.of, word.name) if word.kind == "value" else Term(word.kind, word.name)


def _above(ctx: Context, pick: ast.Pick, low: ast.Name, kind: str) -> Iterator[Term]:
    """Yield the term and every later one of its kind that is declared."""
    first = _word(ctx, low, kind)
    declared = ctx.names.words.names(first.kind)
    if not declared:
        ctx.problems.error(
            "TR208",
            f"nothing says how far `{ctx.problems.words(pick.span)}` goes",
            pick.span,
            "and which others?",
            "declare them, for example `levels 1–8`",
        )
    above = [name for name in declared if name == first.name or runs_up(first.name, name)]
    yield from (Term(first.kind, name) for name in above or [first.name])


def _error_too_many(ctx: Context, pick: ast.Pick) -> None:
    ctx.problems.error(
        "TR114",
        f"this sentence names more than {MOST_NAMED:,} groups, levels and roles",
        pick.span,
        "one too many",
        "write several sentences",
    )
