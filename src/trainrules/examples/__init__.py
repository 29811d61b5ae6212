"""The examples that authors put beside their rules: built into records, run, compared."""

from __future__ import annotations

from trainrules.examples.run import ExampleResult, run_examples

__all__ = ["ExampleResult", "run_examples"]
