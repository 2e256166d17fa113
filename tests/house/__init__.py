"""Tests of the repository: its shape, papers and workshop."""
