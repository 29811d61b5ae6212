"""Results as JSON Lines: one result a line, for programs that read a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from trainrules.report.case import Case
from trainrules.report.json import shown


def pieces(cases: Iterable[Case], violations_only: bool = False) -> Iterator[str]:
    """Yield a line of JSON for each result; with *violations_only*, for each that has any."""
    for result in shown(cases, violations_only):
        yield json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n"
