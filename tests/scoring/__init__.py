"""Tests of score sheets: what goes out comes back, and what is wrong is told at its cell."""
