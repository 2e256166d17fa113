"""Tests of `generator/ledger`."""
