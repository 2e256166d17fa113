"""Tests of `generator/pieces/paper`."""
