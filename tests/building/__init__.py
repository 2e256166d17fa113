"""Tests of `generator/building`."""
