"""How much of a strategy its rule file accounts for: which normative sentences no rule or note quotes."""

from __future__ import annotations

from trainrules.coverage.cover import Coverage, Covered, Quoted, coverage

__all__ = ["Coverage", "Covered", "Quoted", "coverage"]
