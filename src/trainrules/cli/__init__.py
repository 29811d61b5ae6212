"""The command line: reads files and the clock, prints, and says by its exit status how it went."""

from trainrules.cli.program import main

__all__ = ["main"]
