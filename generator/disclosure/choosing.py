"""What the office has to do until a result is known, step by step: nominees, score sheets, the survey, the count.

It names nobody: who was nominated is on no list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disclosure.pending import Pending

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from generator.model import AwardRound, Selection


def choosing(award_round: AwardRound, moment: datetime) -> Iterator[Pending]:
    """Yield what is to be done next about a result that is counted; nothing where the office counts by itself."""
    programme, selection = award_round.programme, award_round.selection
    if selection is None:
        if programme.ties and not award_round.decided:
            yield Pending(
                "เขียนผู้ได้รับการเสนอชื่อใน nominees.yaml",
                (),
                "",
                "write the nominees into nominees.yaml",
                programme.step("nominations").ends,
                "เขียนผู้ได้รับการเสนอชื่อ",
                "nominees.nominees",
            )
        return
    if selection.verdict is None:
        yield from _until_counted(award_round, selection, moment)


def _until_counted(award_round: AwardRound, selection: Selection, moment: datetime) -> Iterator[Pending]:
    programme = award_round.programme
    judging = programme.step("judging")
    if not selection.sheets:
        yield Pending(
            "ออกใบให้คะแนนให้กรรมการ สั่ง tonbaep papers scoresheet",
            (),
            "",
            "hand out score sheets: run tonbaep papers scoresheet",
            judging.starts,
            "ออกใบให้คะแนนให้กรรมการ",
            "tonbaep papers",
        )
    if selection.heard.whole is None and moment.date() > programme.survey.counted_until:
        yield Pending(
            "นำคำตอบแบบประเมินเข้า สั่ง tonbaep import survey ตามด้วยไฟล์คำตอบ",
            (),
            "",
            "bring in the survey's answers: run tonbaep import survey",
            judging.ends,
            "นำคำตอบแบบประเมินเข้า",
            "tonbaep survey",
        )
    came = sum(bool(sheet.digest) for sheet in selection.sheets)
    members = len(programme.committee)
    if selection.sheets and came < members:
        yield Pending(
            f"นำใบให้คะแนนของกรรมการเข้า สั่ง tonbaep import scores (ได้แล้ว {came} จาก {members} คน)",
            (),
            "",
            f"bring in score sheets: run tonbaep import scores ({came} of {members} are there)",
            judging.ends,
            f"นำใบให้คะแนนของกรรมการเข้า (ได้แล้ว {came} จาก {members} คน)",
            "tonbaep scores",
        )
    elif selection.sheets:
        yield Pending(
            "นับคะแนน สั่ง tonbaep tally",
            (),
            "",
            "count the scores: run tonbaep tally",
            judging.ends,
            "นับคะแนน",
            "tonbaep tally",
        )
