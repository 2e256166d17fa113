"""Which finished files lag behind the records: they show somebody who may not, or not yet, be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import disclosure
from generator.ledger import releases
from generator.model import key_of
from generator.problems import Problem, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from generator.ledger.releases import Release
    from generator.model import Records
    from generator.piece import Entry


def early(records: Records, entries: Iterable[Entry], moment: datetime) -> list[str]:
    """Return the files that show somebody of a result that is not out, as after its moment was moved to a later day."""
    coming = {
        key_of(award_round.programme.year, winner)
        for award_round in records.rounds
        if not disclosure.is_out(award_round.programme, moment)
        for winner in award_round.winners
    }
    return sorted(entry.path for entry in entries if not entry.sealed and coming & {*entry.people, *entry.portrayed})


def left(records: Records, now: Release, moment: datetime) -> Iterator[Problem]:
    """Yield a warning if a build of a part left files as they were that should not be seen any more."""
    files = sorted({*releases.stale(records, now), *early(records, now.files.values(), moment)})
    if files:
        yield Problem(
            files[0],
            0,
            0,
            "",
            Text(
                f"ไฟล์ที่ครั้งนี้ไม่ได้ทำใหม่ {len(files)} ไฟล์ยังมีชื่อหรือภาพของผู้ที่เผยแพร่ไม่ได้ หรือยังไม่ถึงเวลา",
                f"{len(files)} files that were not made again show somebody who may not be shown, or not yet",
            ),
            Text("สั่ง tonbaep build โดยไม่ใส่ --only หรือ --year", "run tonbaep build without --only or --year"),
            warning=True,
        )
