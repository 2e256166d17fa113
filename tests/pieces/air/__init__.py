"""Tests of `generator/pieces/air`."""
