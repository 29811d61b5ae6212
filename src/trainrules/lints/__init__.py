"""What is legal in a rule file and probably not meant: each in a file of its own, all with one signature.

A finding is advice. One that is meant is explained in a comment that names its code, on the sentence, right
above it, or before the first sentence for the whole file: `# TR602: the strategy asks for no refresh`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.lints.explained import explained
from trainrules.lints.mode_ruled_out import mode_ruled_out
from trainrules.lints.never_applies import never_applies
from trainrules.lints.never_first import never_first
from trainrules.lints.never_refreshed import never_refreshed
from trainrules.lints.never_used import never_used
from trainrules.lints.no_citation import no_citation
from trainrules.lints.nobody_bound import nobody_bound
from trainrules.lints.past_review import past_review
from trainrules.lints.prerequisite_cycle import prerequisite_cycle
from trainrules.lints.rival_intervals import rival_intervals
from trainrules.lints.said_twice import said_twice
from trainrules.source import Span

Lint = Callable[[Subject], Iterator[Diagnostic]]

LINTS: tuple[Lint, ...] = (
    never_first,
    never_refreshed,
    never_applies,
    rival_intervals,
    mode_ruled_out,
    prerequisite_cycle,
    nobody_bound,
    past_review,
    no_citation,
    never_used,
    said_twice,
)


def run_lints(subject: Subject) -> tuple[Diagnostic, ...]:
    """Return what every lint finds in *subject* and no comment explains, once a sentence.

    A file without rules is vocabulary for others, and gets none.
    """
    if not subject.policy.rules:
        return ()
    found: dict[tuple[str, Span | None, str], Diagnostic] = {}
    for lint in LINTS:
        for each in lint(subject):
            found.setdefault((each.code, each.span, each.message), each)
    return tuple(each for each in found.values() if not explained(subject, each))
