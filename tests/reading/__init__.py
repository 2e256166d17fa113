"""Tests of `generator/reading`."""
