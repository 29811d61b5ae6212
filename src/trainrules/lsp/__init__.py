"""The rule language for editors: what is wrong, what may come next, what a name or a rule means.

Only `answers` and `server` need the extra `trainrules[lsp]`; the others answer to anybody with a text.
"""
