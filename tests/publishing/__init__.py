"""Tests of `generator/publishing`."""
