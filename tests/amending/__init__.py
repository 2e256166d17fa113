"""Tests of `generator/amending`."""
