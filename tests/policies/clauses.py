"""Which sentence of a bundled policy encodes which clause of its source, and the share that is encoded.

`clauses_<name>.json` lists every clause of the source that a record can decide, by class: D from dates and
numbers, R from a record's presence, T from somebody's recorded yes or no. `as` names the places that encode
it (`rule 6.12 B`, `item 5 S7`, `definition 6.5 B`, `note title`, `head in force`); null comes with its
reason, `why`.

`python -m tests.policies.clauses` prints the figures.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.resources import policy_path
from trainrules.source import Source

HERE = Path(__file__).parent
Clauses = dict[str, dict[str, dict[str, Any]]]


def clauses(name: str) -> Clauses:
    """Return the clauses of policy *name*: class, then clause, then where it is encoded."""
    path = HERE / f"clauses_{name.replace('-', '_')}.json"
    found: Clauses = json.loads(path.read_text(encoding="utf-8"))
    return found


def names() -> tuple[str, ...]:
    """Return the policies whose clauses are listed."""
    return tuple(
        sorted(path.stem.removeprefix("clauses_").replace("_", "-") for path in HERE.glob("clauses_*.json"))
    )


def places(name: str) -> dict[str, tuple[str, ...]]:
    """Return every place of policy *name* that a clause can be encoded at, with the quotes it carries."""
    path = policy_path(name)
    tree, diagnostics = parse(Source(path.name, path.read_text(encoding="utf-8")))
    assert not diagnostics, diagnostics
    return {place: quotes for sentence in tree.sentences for place, quotes in _of(sentence)}


def _of(sentence: ast.Sentence) -> list[tuple[str, tuple[str, ...]]]:
    match sentence:
        case ast.Head(key=key):
            return [(f"head {key}", ())]
        case ast.InForce():
            return [("head in force", ())]
        case ast.Standard(items=items):
            return [(f"item {item.citation.text}", (item.text.text,)) for item in items if item.citation]
        case ast.Rule(citation=ast.Label(text=label), quotes=quotes):
            return [(f"rule {label}", tuple(quote.text for quote in quotes))]
        case ast.Note(citation=ast.Label(text=label), quotes=quotes):
            return [(f"note {label}", tuple(quote.text for quote in quotes))]
        case ast.Declare(citation=ast.Label(text=label), quotes=quotes, description=said):
            told = (said,) if said else ()
            return [(f"definition {label}", tuple(quote.text for quote in (*told, *quotes)))]
        case ast.DeclareCourse() | ast.CountsAs() if sentence.citation:
            return [(f"definition {sentence.citation.text}", tuple(quote.text for quote in sentence.quotes))]
    return []


def share(listed: Clauses, classes: str) -> tuple[int, int]:
    """Return how many clauses of *classes* (`D`, `RT`) are encoded, and how many there are."""
    entries = [entry for each in classes for entry in listed[each].values()]
    return sum(entry["as"] is not None for entry in entries), len(entries)


def figures() -> str:
    """Return a line a policy: the clauses encoded, of those that there are."""
    lines = []
    for name in names():
        (dates, all_dates), (others, all_others) = (share(clauses(name), each) for each in ("D", "RT"))
        lines.append(
            f"{name:<17} D {dates:>2} of {all_dates:>2}   R + T {others:>2} of {all_others:>2}"
            f" ({100 * others // all_others}%)"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(figures() + "\n")
