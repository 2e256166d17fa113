"""Tests of `generator/papers`."""
