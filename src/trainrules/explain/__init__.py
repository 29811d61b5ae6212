"""Reasons of results: the sentence, the facts used, the arithmetic, and what would end it."""

from trainrules.explain.explain import explain
from trainrules.explain.happened import happened

__all__ = ["explain", "happened"]
