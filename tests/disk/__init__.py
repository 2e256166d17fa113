"""Tests of `generator/disk`."""
