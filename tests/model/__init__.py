"""Tests of `generator/disclosure`."""
