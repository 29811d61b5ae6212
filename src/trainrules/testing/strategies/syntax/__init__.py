"""Syntax trees: everything that a rule file can say and nothing that it cannot, whatever it may mean."""

from trainrules.testing.strategies.syntax.sentences import trees

__all__ = ["trees"]
