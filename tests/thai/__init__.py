"""Tests of `generator/thai`."""
