"""Tests of `generator/dispatch`."""
