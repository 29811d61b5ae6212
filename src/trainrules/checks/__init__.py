"""What has to hold of a policy: one file, one check."""
