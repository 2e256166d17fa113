"""What a text calls those who were chosen, be they people, monks, teams or somebody who has died; knows no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import model

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.disclosure import PublicWinner


def counted(winners: Collection[PublicWinner], person: str = "คน") -> str:
    """Return how many were chosen, each kind by its own word: 3 คน และ 1 ทีม; aloud, a person is ท่าน."""
    return model.counted(winner.name for winner in winners).replace("คน", person)


def are_people(winners: Collection[PublicWinner]) -> bool:
    """Return whether all are counted as people, so that a text may speak of คน."""
    return {winner.name.counter for winner in winners} <= {"คน"}


def number_word(winners: Collection[PublicWinner], person: str = "คน") -> str:
    """Return the word before the number of one in a list of these."""
    counters = {winner.name.counter.replace("คน", person) for winner in winners}
    return f"{counters.pop()}ที่" if len(counters) == 1 else "รายที่"


def are(winners: Collection[PublicWinner]) -> str:
    """Return the word before the names: a list is opened otherwise than a single name."""
    return "ได้แก่" if len(winners) > 1 else "คือ"


def late(winners: Collection[PublicWinner]) -> bool:
    """Return whether one of them has died, so that nothing is said to them that is said to the living."""
    return any(winner.name.late for winner in winners)


def greeting(winners: Collection[PublicWinner]) -> str:
    """Return what comes before a name or a word for all: congratulation for the living, honour where one has died."""
    return "ขอเชิดชูเกียรติ" if late(winners) else "ขอแสดงความยินดีกับ"


def praise(winners: Collection[PublicWinner]) -> str:
    """Return what is done for them: congratulating the living, honouring where one has died."""
    return "เชิดชูเกียรติ" if late(winners) else "แสดงความยินดี"


def this_one(winner: PublicWinner) -> str:
    """Return how a text refers to a winner of whom it has spoken."""
    return {"ทีม": "ทีมนี้", "รูป": "พระภิกษุรูปนี้"}.get(winner.name.counter, "เจ้าหน้าที่คนนี้")
