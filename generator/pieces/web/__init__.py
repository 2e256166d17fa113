"""Pieces of the public site: its pages, and what stands beside them for programs."""
