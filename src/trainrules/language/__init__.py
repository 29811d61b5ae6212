"""The policy as written: text to tree and back, with no meaning."""
