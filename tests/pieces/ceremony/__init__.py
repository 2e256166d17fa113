"""Tests of `generator/pieces/ceremony`."""
