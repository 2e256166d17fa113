"""Time an announcer, so that scripts fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.project import WAITING, workshop_of
from generator.cli.values import WrongUsage
from generator.problems import Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal


def _pace(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show a passage to read, ask how many seconds it took, and store the pace with the village."""
    from generator.amending.pace import PACES, PASSAGE, horn, pace_of, set_pace
    from generator.store import Store

    workshop = workshop_of(options)
    if options.village is None:
        raise WrongUsage(
            Text("ยังไม่ได้ระบุหมู่บ้าน", "No village given"),
            Text("เขียนเลขหมู่ เช่น tonbaep pace --village 2", "Use its number, e.g. tonbaep pace --village 2"),
            "--village",
        )
    seconds = options.seconds
    if seconds is None:
        horn(workshop.project, Store(workshop.photos), options.village)
        terminal.say(
            Text(
                "อ่านออกเสียงอย่างออกอากาศจริง ตั้งแต่ต้นจนจบ พร้อมจับเวลา",
                "Read this aloud from beginning to end as you would on air, and time it",
            )
        )
        terminal.say(Text("\n" + "\n".join(PASSAGE) + "\n", "\n" + "\n".join(PASSAGE) + "\n"))
        seconds = terminal.ask_seconds(Text("อ่านได้กี่วินาที", "How many seconds did it take"))
    pace = pace_of(seconds) if seconds else 0
    if pace not in PACES:
        raise WrongUsage(
            Text(
                f"{seconds:g} วินาทีคือนาทีละ {pace} พยางค์ ซึ่งคนอ่านไม่ได้",
                f"{seconds:g} seconds would be {pace} syllables per minute, which nobody can read",
            ),
            Text(
                "จับเวลาใหม่ ใส่เป็นวินาที หนึ่งนาทีครึ่งคือ 90", "Time it again and enter seconds, e.g. 90 for a minute and a half"
            ),
            "--seconds",
        )
    with workshop.locked(lambda: terminal.say(WAITING)):
        timed = set_pace(workshop.project, Store(workshop.photos, workshop.own), options.village, pace)
    terminal.say(
        Text(
            f"{timed.village}: อ่านนาทีละ {timed.pace} พยางค์ (เดิม {timed.before}) บทประกาศครั้งต่อไปจะพอดีกับความเร็วนี้",
            f"village {options.village}: {timed.pace} syllables per minute (previously "
            f"{timed.before}). Scripts will now fit this pace",
        )
    )
    terminal.value(timed._asdict())


COMMAND = Command(
    "pace",
    Text("จับเวลาผู้ประกาศหนึ่งคน ให้บทพอดีกับเวลา", "time an announcer so that scripts fit the slot"),
    options=(
        Option("--village", Text("เลขหมู่ของผู้ประกาศ", "number of the announcer's village"), values.village, "N"),
        Option(
            "--seconds",
            Text("วินาทีที่อ่านข้อความได้ (ไม่ใส่ = โปรแกรมจะถาม)", "seconds it took to read the passage (default: ask)"),
            values.seconds,
            "S",
        ),
    ),
    run=_pace,
    examples=(
        Example("pace --village 2", "จับเวลาผู้ประกาศของหมู่ 2 หนึ่งครั้ง แล้วบทประกาศของหมู่นั้นจะพอดีกับ 30, 60 หรือ 120 วินาที"),
    ),
)
