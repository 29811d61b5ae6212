"""From the sentences as written to the rules as meant: one file a family of rules."""
