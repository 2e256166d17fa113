"""Tests of `generator/site`."""
