"""The loudspeaker scripts of each village: a sheet in large type to read from, and the same as plain text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, get_args

from generator.model import Slot
from generator.piece import Piece, Sheet
from generator.pieces import frame
from generator.pieces.script import Scene, framed, occasions, written
from generator.pieces.speech import called
from generator.press.text import TEXT
from generator.press.typeset import TYPESET
from generator.thai.dates import clock, moment_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.piece import View
    from generator.pieces.script import Occasion
    from generator.pieces.speech import Paragraph, Run
    from generator.public import Publication, PublicRound, PublicWinner

LENGTHS = get_args(Slot)
"""Seconds of one reading that scripts are cut to."""

LEAST = 0.75
"""The share of its time that a reading fills where there is enough to tell."""

SHORTER = "ข่าวนี้สั้นกว่าเวลาที่มี อ่านตามปกติ ไม่ต้องยืด"

TEXT_WIDTH = 56
"""Letters on a line of the text file: an old Notepad at its usual size shows them without wrapping."""


class Script(NamedTuple):
    """One script: its place without an ending, what it is called, and what every form of it shows."""

    scene: Scene
    path: str
    view: View
    look: str = ""
    """The sheet of the same news that stands for the looks of all: another village's, or of another length."""


def _lay_out_sheets(publication: Publication) -> Iterable[Sheet]:
    for script in _scripts(publication):
        award, village, _ = script.scene
        link = award.link("loudspeaker", village)
        label = f"แบบประเมินการให้บริการ หมู่ที่ {village.moo}" if award.survey_open else "แบบประเมินปิดรับแล้ว มีทางติดต่ออื่น"
        code = {**frame.code(link), "label": label, "call": f"โทร. {award.organisation.phone}"}
        yield frame.sheet(award, f"{script.path}.pdf", {**script.view, "code": code}, (link,), look=script.look)


def _lay_out_texts(publication: Publication) -> Iterable[Sheet]:
    for script in _scripts(publication):
        title = f"{script.view['title']} (ข้อความ)"
        yield Sheet(f"{script.path}.txt", title, script.view, year=script.scene.award.year, look=script.look)


def _scripts(publication: Publication) -> Iterator[Script]:
    """Yield every script there is to read out now, in every length that says it."""
    for award in publication.rounds:
        for occasion in occasions(award):
            found = [one for scene in scenes(award) for seconds in LENGTHS for one in _script(occasion, scene, seconds)]
            usual = [one for one in found if one.path.endswith(f"-{one.scene.horn.slot}")] or found
            yield from (one._replace(look=f"{usual[0].path}.pdf") for one in found)


def scenes(award: PublicRound) -> list[Scene]:
    """Return each village whose loudspeaker works."""
    horns = [(village, village.loudspeaker) for village in award.organisation.villages]
    return [Scene(award, village, horn) for village, horn in horns if horn and horn.out_of_order is None]


@lru_cache(maxsize=1024)
def _script(occasion: Occasion, scene: Scene, seconds: int) -> tuple[Script, ...]:
    """Return the script, unless nothing is so short; sheet, text and their twins on the site ask for the same."""
    award, village, horn = scene
    cut = written(occasion, scene, seconds)
    if cut is None:
        return ()
    title = f"บทประกาศ{horn.kind} หมู่ที่ {village.moo} {occasion.title} {seconds} วินาที ปี {award.year}"
    paragraphs = framed(horn, cut.said)
    runs = [run for paragraph in paragraphs if not paragraph.cue for run in paragraph.runs]
    differing = {run.written: run.say for run in runs if run.written}
    lasts = round(cut.syllables * 60 / horn.pace)
    view = {
        **frame.frame(award, title),
        "release": moment_text(award.release) if award.release else None,
        "village": {"moo": village.moo, "name": village.name, "heading": f"หมู่ที่ {village.moo} {village.name}"},
        "horn": {"kind": horn.kind, "hours": f"เปิดเสียงเวลา {' และ '.join(map(clock, horn.times))}"},
        "length": f"อ่านรอบละ {lasts} วินาที จากเวลา {seconds} วินาที ที่ความเร็ว {horn.pace} พยางค์ต่อนาที",
        "short": SHORTER if cut.whole and lasts < seconds * LEAST else "",
        "paragraphs": list(_numbered(paragraphs, horn.pace)),
        "ask": list(dict.fromkeys(run.say for run in runs if run.unsure)),
        "unheard": [called(winner.name).say for winner in award.winners if _unheard(winner, cut.said)],
        "readings": [{"written": written, "say": say} for written, say in differing.items()],
    }
    return (Script(scene, f"loudspeaker/{award.year}/{occasion.name}-m{village.moo}-{seconds}", view),)


def _unheard(winner: PublicWinner, said: tuple[Paragraph, ...]) -> bool:
    """Tell whether a name is said that its owner has not heard and agreed to."""
    names = {run.say for paragraph in said for run in paragraph.runs if run.kind == "name"}
    return not winner.name.confirmed and called(winner.name).say in names


def _numbered(paragraphs: tuple[Paragraph, ...], pace: int) -> Iterator[View]:
    """Yield the paragraphs with the numbers that cues speak of, their seconds, and their lines for the text file."""
    number = 0
    for paragraph in paragraphs:
        number += not paragraph.cue
        yield {
            **paragraph.view(),
            "number": None if paragraph.cue else number,
            "seconds": None if paragraph.cue else round(paragraph.syllables * 60 / pace),
            "lines": _lines(paragraph.runs),
        }


def _lines(runs: tuple[Run, ...]) -> list[str]:
    """Return the spoken words in lines of `TEXT_WIDTH` letters.

    A line ends where there is a pause, never in a name or a telephone number.
    """
    pieces: list[str] = [""]
    for run in runs:
        said = run.say.replace("\u00a0", " ") + run.tail
        if run.kind == "breath":
            pieces[-1] += said
            continue
        first, *rest = [said] if run.kind in ("name", "number") else said.split(" ")
        pieces[-1] += first
        pieces += rest
    lines: list[str] = []
    for piece in pieces:
        if not piece:
            continue
        if lines and _breadth(lines[-1]) + 1 + _breadth(piece) <= TEXT_WIDTH:
            lines[-1] += " " + piece
        else:
            lines.append(piece)
    return lines


def _breadth(text: str) -> int:
    """Return how many places a text takes on a line; vowels and tones above and below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


SHEET = Piece("announcement", "บทประกาศเสียง (แผ่นอ่าน)", _lay_out_sheets, TYPESET, "announcement.typ", "survey")
SCRIPT = Piece("announcement_text", "บทประกาศเสียง (ข้อความ)", _lay_out_texts, TEXT, "announcement.txt.j2", "none")
