"""Tree to canonical text, and a text to the same text in canonical form with its comments kept."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.language.ast import Label, Quote, Sentence, Tree
from trainrules.language.written import facts, rules, sentences
from trainrules.language.written.words import label, quoted

WIDTH = 100
_HANG = "    "
_LINE = "  "
_HEADS = (ast.Head, ast.SourceLine, ast.InForce)
_WORDS = (ast.Declare, ast.DeclareCourse, ast.CountsAs)


def format_tree(tree: Tree) -> str:
    """Return *tree* as text that parses to an equal tree; empty for an empty tree."""
    made: list[str] = []
    before: Sentence | None = None
    for sentence in tree.sentences:
        if before is not None and _section(before) != _section(sentence):
            made.append("")
        made += format_sentence(sentence)
        before = sentence
    return "\n".join([*made, ""]) if made else ""


def _section(sentence: Sentence) -> str | int:
    if isinstance(sentence, _HEADS):
        return "head"
    if isinstance(sentence, _WORDS):
        return "vocabulary"
    return id(sentence) if isinstance(sentence, (ast.Standard, ast.Example)) else "rules"


def format_sentence(sentence: Sentence) -> list[str]:
    """Return the lines of *sentence*, with its quotes, items or facts under it."""
    return [*own_lines(sentence), *(_LINE + line for line in part_lines(sentence))]


def own_lines(sentence: Sentence) -> list[str]:
    """Return the lines of *sentence* itself and its quotes."""
    if isinstance(sentence, _HEADS):
        return [sentences.head(sentence)]
    if isinstance(sentence, ast.Example):
        return [f"example {quoted(sentence.name.text)}"]
    if isinstance(sentence, ast.Rule):
        pieces = rules.rule(sentence)
    elif isinstance(sentence, ast.Declare):
        pieces = [sentences.declared(sentence)]
    elif isinstance(sentence, ast.DeclareCourse):
        pieces = [sentences.course(sentence)]
    elif isinstance(sentence, ast.CountsAs):
        pieces = [sentences.counts(sentence)]
    elif isinstance(sentence, ast.Note):
        pieces = [f"note {quoted(sentence.text.text)}"]
    else:
        pieces = [sentences.standard(sentence)]
    return _laid_out(pieces, sentence.citation, sentence.quotes)


def part_lines(sentence: Sentence) -> list[str]:
    """Return the items of a standard, or the facts and expectations of an example, a line each."""
    if isinstance(sentence, ast.Standard):
        return [sentences.item(each) for each in sentence.items]
    if isinstance(sentence, ast.Example):
        return [
            *(facts.fact(each) for each in sentence.facts),
            *(facts.expect(each) for each in sentence.expects),
        ]
    return []


def part_line(part: ast.StandardItem | ast.Fact | ast.Expect) -> str:
    """Return one item, fact or expectation."""
    if isinstance(part, ast.StandardItem):
        return sentences.item(part)
    return facts.fact(part) if isinstance(part, ast.Fact) else facts.expect(part)


def _laid_out(pieces: list[str], citation: Label | None, quotes: tuple[Quote, ...]) -> list[str]:
    """Return *pieces* on as few lines as fit the width, then the quotes on a line each."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        comma = piece.startswith(", ")
        joined = lines[-1] + (piece if comma else f" {piece}")
        if len(joined) <= WIDTH:
            lines[-1] = joined
        else:
            lines[-1] += "," if comma else ""
            lines.append(_HANG + piece.removeprefix(", "))
    if citation is not None:
        lines[-1] += f" {label(citation)}"
    return [*lines, *(_HANG + quoted(each.text) for each in quotes)]
