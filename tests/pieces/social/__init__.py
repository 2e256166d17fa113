"""Tests of `generator/pieces/social`."""
