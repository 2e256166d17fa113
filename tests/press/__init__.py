"""Tests of `generator/press`."""
