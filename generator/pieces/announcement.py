"""The loudspeaker script of each village with a working loudspeaker: a large-type sheet to read from, and plain text.

Only what concerns the villages is read out: the call for their voice while replies count, and the result. Criteria and
nominations are the staff's own business and are not announced here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.piece import Piece, Sheet
from generator.pieces import frame, script
from generator.press.text import TEXT
from generator.press.typeset import TYPESET
from generator.thai.dates import clock, moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model import Loudspeaker, Village
    from generator.piece import View
    from generator.pieces.speech import Paragraph, Run
    from generator.public import Publication, PublicRound

TEXT_WIDTH = 56
"""Letters on a line of the text file: an old Notepad at its usual size shows them without wrapping."""


def _lay_out_sheets(publication: Publication) -> Iterable[Sheet]:
    for award, village, path, view in _scripts(publication):
        link = award.link("loudspeaker", village)
        label = f"แบบประเมินการให้บริการ หมู่ที่ {village.moo}" if award.survey_open else "แบบประเมินปิดรับแล้ว มีทางติดต่ออื่น"
        code = {**frame.code(link), "label": label, "call": f"โทร. {award.organisation.phone}"}
        yield frame.sheet(award, f"{path}.pdf", {**view, "code": code}, (link,))


def _lay_out_texts(publication: Publication) -> Iterable[Sheet]:
    for award, _, path, view in _scripts(publication):
        yield Sheet(f"{path}.txt", f"{view['title']} (ข้อความ)", view, year=award.year, look=f"{path}.pdf")


def _scripts(publication: Publication) -> Iterator[tuple[PublicRound, Village, str, View]]:
    """Yield every script there is to read out now: round, village, path without its ending, and view."""
    for award in publication.rounds:
        for village in award.organisation.villages:
            horn = village.loudspeaker
            if horn is None:
                continue
            if award.winners:
                name, news = "result", "ประกาศผลการคัดเลือก"
                paragraphs = _said(script.result, award, village, horn)
            elif award.stage == "survey":
                name, news = "survey", "เชิญตอบแบบประเมิน"
                paragraphs = _said(script.survey, award, village, horn)
            else:
                continue
            title = f"บทประกาศ{horn.kind} หมู่ที่ {village.moo} {news} ปี {award.year}"
            path = f"loudspeaker/{award.year}/{name}-m{village.moo}"
            yield award, village, path, _view(award, village, horn, paragraphs, title)


@lru_cache(maxsize=1024)
def _said(
    write: Callable[[PublicRound, Village, Loudspeaker], tuple[Paragraph, ...]],
    award: PublicRound,
    village: Village,
    horn: Loudspeaker,
) -> tuple[Paragraph, ...]:
    """Return a script; the sheet, the text and their twins on the site ask for the same one."""
    return write(award, village, horn)


def _view(
    award: PublicRound, village: Village, horn: Loudspeaker, paragraphs: tuple[Paragraph, ...], title: str
) -> View:
    runs = [run for paragraph in paragraphs if not paragraph.cue for run in paragraph.runs]
    differing = {run.written: run.say for run in runs if run.written}
    return {
        **frame.frame(award, title),
        "release": moment_text(award.release) if award.release else None,
        "village": {"moo": village.moo, "name": village.name, "heading": f"หมู่ที่ {village.moo} {village.name}"},
        "horn": {"kind": horn.kind, "hours": f"เปิดเสียงเวลา {' และ '.join(map(clock, horn.times))}"},
        "paragraphs": list(_numbered(paragraphs)),
        "ask": list(dict.fromkeys(run.say for run in runs if run.unsure)),
        "readings": [{"written": written, "say": say} for written, say in differing.items()],
    }


def _numbered(paragraphs: tuple[Paragraph, ...]) -> Iterator[View]:
    """Yield the paragraphs with the numbers that cues speak of, and with their lines for the text file."""
    number = 0
    for paragraph in paragraphs:
        number += not paragraph.cue
        yield {
            **paragraph.view(),
            "number": None if paragraph.cue else number,
            "lines": _lines(paragraph.runs),
        }


def _lines(runs: tuple[Run, ...]) -> list[str]:
    """Return the spoken words in lines of `TEXT_WIDTH` letters.

    A line ends where there is a pause, never in a name or a telephone number.
    """
    pieces: list[str] = [""]
    for run in runs:
        said = run.say + run.tail
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
