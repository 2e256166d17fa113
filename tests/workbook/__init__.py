"""Tests of `generator/workbook`."""
