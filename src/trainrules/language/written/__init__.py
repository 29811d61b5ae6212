"""Tree nodes to canonical text: one file a family, each function the inverse of a production."""
