"""Who must be trained in what, by when, and who is in breach."""
