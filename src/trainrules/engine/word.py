"""The word on an event under a rule: that it counted, or why it did not."""

from __future__ import annotations

Word = str | None
"""Empty when the event counted, else why it did not; None when the rule has nothing to do with it."""

Words = dict[int, Word]
"""The word on each of some events, by the identity of the event."""

AFTER = "done after the rule ceased to apply"


def not_known(missing: tuple[str, ...]) -> str:
    """Return the word on what may count or not, for want of what is *missing*."""
    return f"not known whether it counts: {', '.join(missing)}"
