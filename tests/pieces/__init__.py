"""Tests of `generator/pieces`."""
