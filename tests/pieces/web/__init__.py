"""Tests of `generator/pieces/web`."""
