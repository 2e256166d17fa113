"""What is free is given back when a process has grown, and not after each sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.press import memory

if TYPE_CHECKING:
    import pytest

STEP = 1 << 20


def test_memory_is_given_back_each_time_much_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for it after each of a thousand sheets would take seconds; never asking, a third of all memory."""
    held, given = [100 * STEP], list[int]()

    def trim() -> None:
        given.append(held[0])
        held[0] -= memory.MUCH // 2

    monkeypatch.setattr(memory, "_HELD", [0])
    monkeypatch.setattr(memory, "_glibc", object)
    monkeypatch.setattr(memory, "resident", lambda: held[0])
    monkeypatch.setattr(memory, "trim", trim)
    memory.trim_much()
    assert given == [100 * STEP]
    for _ in range(3 * memory.MUCH // STEP):
        held[0] += STEP
        memory.trim_much()
    assert len(given) == 1 + 2, "half of what was taken since came back each time"


def test_a_system_without_that_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others give memory back by themselves."""
    monkeypatch.setattr(memory, "_glibc", lambda: None)
    monkeypatch.setattr(memory, "resident", lambda: 1 / 0)
    memory.trim_much()
