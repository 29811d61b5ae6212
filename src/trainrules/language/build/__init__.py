"""Parse trees to tree nodes: one file a family of sentences, each class adding productions to the last."""
