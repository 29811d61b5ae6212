"""The policy as meant: a few plain records, and the way to them from the tree."""
