"""Tests of `generator/pieces/old_site`."""
