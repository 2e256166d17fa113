"""Tests of `generator/batch`."""
