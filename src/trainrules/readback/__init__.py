"""Read-back: the whole policy in full words with worked dates, so that nothing in it is hidden."""

from trainrules.readback.explain_policy import in_full, read_rule, read_rules
from trainrules.readback.handbook import explain_policy_html
from trainrules.readback.render import explain_policy, explain_policy_markdown, reading_text

__all__ = [
    "explain_policy",
    "explain_policy_html",
    "explain_policy_markdown",
    "in_full",
    "read_rule",
    "read_rules",
    "reading_text",
]
