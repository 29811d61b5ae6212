"""What a policy means for a record: one file a rule kind."""
