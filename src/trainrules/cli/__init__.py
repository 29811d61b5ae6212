"""The command line: reads files and the clock, prints, and says by its exit status how it went."""

from __future__ import annotations

from collections.abc import Sequence

STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* (None: the program's own) name, and return the exit status."""
    try:
        from trainrules.cli.program import run

        return run(arguments)
    except KeyboardInterrupt:
        return STOPPED
