"""Tests of `generator/survey`."""
