"""A coverage as text, as JSON, and as a page that shows the source with what is quoted marked."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise
from typing import Any

from attrs import frozen

from trainrules.coverage.cover import Coverage, Covered, Quoted


def as_text(name: str, covered: Coverage) -> str:
    """Return what nothing quotes, a sentence a line with its line in the source, and the share."""
    lines = [f"{name}: {_summary(covered)}"]
    lines += [f"  line {each.sentence.line}: {each.sentence.text}" for each in covered.left]
    return "\n".join(lines) + "\n"


def as_json(name: str, covered: Coverage) -> str:
    """Return the coverage as JSON: each normative sentence with its line and the labels that quote it."""
    told = {
        "policy": name,
        "normative": len(covered.normative),
        "quoted": len(covered.normative) - len(covered.left),
        "share": round(float(covered.share), 4),
        "sentences": [_sentence(each) for each in covered.normative],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_html(name: str, covered: Coverage) -> str:
    """Return one page: the source, its quoted parts marked and linked, and the sentences that quote them."""
    from jinja2 import Environment

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    page = (files("trainrules.coverage") / "page.html.j2").read_text(encoding="utf-8")
    quoting = list(
        dict.fromkeys((each.line, each.kind, each.label, each.sentence) for each in covered.quotes)
    )
    first = {line: next(n for n, p in enumerate(parts(covered)) if line in p.lines) for line, *_ in quoting}
    return environment.from_string(page).render(
        name=name, summary=_summary(covered), parts=parts(covered), quoting=sorted(quoting), first=first
    )


@frozen
class Part:
    """A stretch of the source that is all alike: the *lines* of the rule file that quote it.

    *is_left* is when it belongs to a normative sentence that nothing quotes.
    """

    text: str
    lines: tuple[int, ...]
    is_left: bool


def parts(covered: Coverage) -> tuple[Part, ...]:
    """Return the whole source, in order, cut where what quotes it changes."""
    left = [(each.sentence.start, each.sentence.end) for each in covered.left]
    edges = {0, len(covered.source)}
    for start, end in (*left, *((each.start, each.end) for each in covered.quotes)):
        edges |= {start, end}
    cuts = sorted(edges)
    found, open_, ahead = [], list[Quoted](), list(covered.quotes)
    for start, end in pairwise(cuts):
        while ahead and ahead[0].start <= start:
            open_.append(ahead.pop(0))
        open_ = [each for each in open_ if each.end > start]
        lines = tuple(sorted({each.line for each in open_}))
        found.append(Part(covered.source[start:end], lines, any(a <= start < b for a, b in left)))
    return tuple(found)


def _summary(covered: Coverage) -> str:
    every, left = len(covered.normative), len(covered.left)
    share = f"{float(covered.share):.0%}" if left else "all"
    return f"{every - left} of {every} normative sentences quoted ({share}), {left or 'none'} left"


def _sentence(each: Covered) -> dict[str, Any]:
    by = [{"kind": q.kind, "label": q.label or None, "line": q.line} for q in each.by]
    distinct = [one for number, one in enumerate(by) if one not in by[:number]]
    return {"line": each.sentence.line, "text": each.sentence.text, "quoted_by": distinct}
