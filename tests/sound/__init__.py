"""Tests of `generator/sound`."""
