"""Examples that a rule file lacks, proposed in the rule language: what they expect is what came out."""

from __future__ import annotations

from trainrules.examples.propose.propose import MARK, Proposal, Unproposed, proposals, proposals_text

__all__ = ["MARK", "Proposal", "Unproposed", "proposals", "proposals_text"]
