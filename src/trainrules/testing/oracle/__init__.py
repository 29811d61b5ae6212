"""The meaning of every rule kind, asked day by day: a second, slow reading of `docs/semantics.md`.

It shares no code with the engine, does every date by `dateutil`, and is a few lines a kind, so that it can be
read beside the text. It answers for records whose facts are all known; `world` fills in what is not.
"""

from trainrules.testing.oracle.case import Case
from trainrules.testing.oracle.kinds import breach, breach_days
from trainrules.testing.oracle.worlds import world

__all__ = ["Case", "breach", "breach_days", "world"]
