"""Stub until the other clone lands."""


def prepare(workshop, records, moment):
    return ()
