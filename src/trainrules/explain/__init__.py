"""Reasons of results: the sentence, the facts used, the arithmetic, and what would end it."""

from trainrules.explain.explain import explain

__all__ = ["explain"]
