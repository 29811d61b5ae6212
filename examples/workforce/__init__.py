"""Invented workforces for the five partnerships: the same seed always gives the same people."""
