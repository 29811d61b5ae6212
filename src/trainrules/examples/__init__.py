"""The examples that authors put beside their rules: built into records, run, and what they show of a rule."""

from __future__ import annotations

from trainrules.examples.cover import RuleCover, example_cover
from trainrules.examples.prepare import Prepared, example_problems, prepared
from trainrules.examples.run import ExampleResult, run_example, run_examples
from trainrules.examples.sides import Side

__all__ = [
    "ExampleResult",
    "Prepared",
    "RuleCover",
    "Side",
    "example_cover",
    "example_problems",
    "prepared",
    "run_example",
    "run_examples",
]
