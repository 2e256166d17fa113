"""Tests of `generator/desk`."""
