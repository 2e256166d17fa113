"""Every official paper as one view and two files: PDF and Word; and what is said on it of its own standing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.model import PAPER_NAMES, REGISTERS
from generator.papers.official import labels
from generator.papers.official.case import Case, called, case_of
from generator.papers.paper import Leaf, Paper
from generator.piece import Rendition
from generator.pieces.parts import frame
from generator.pieces.parts import labels as shared_labels
from generator.pieces.parts.official import NONE, as_numbered, digest, krut, numbered_text, view
from generator.press.official import OFFICIAL
from generator.press.typeset import TYPESET
from generator.problems import Text
from generator.thai.dates import long_date, moment_text
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model import Numbered, PaperKey
    from generator.papers.paper import Asked
    from generator.piece import View

    Write = Callable[[Case], Iterable[View]]

PHOTO_PIXELS, FACE_PIXELS = 960, 240
"""A picture is 11 cm wide, a face at most 3 cm: 220 and 200 dots per inch."""


class Draft(NamedTuple):
    """A paper as it is now: its case, and whether it was numbered once and said something else then."""

    case: Case
    changed: bool


class Official(NamedTuple):
    """One official paper: its key, how it is written, and the krut's height.

    A `secret` one tells what nobody may know before the result.
    One that is `pictured` shows the faces of who was chosen.
    `room` is how much of the krut's height stands above the text, in millimetres; beside a letter's the text begins
    earlier.
    """

    key: PaperKey
    about: Text
    write: Write
    krut: int = NONE
    secret: bool = False
    pictured: bool = False
    room: float = 30

    @property
    def paper(self) -> Paper:
        """The row of the table of papers."""
        return Paper(self.key, Text(PAPER_NAMES[self.key], self.key.replace("-", " ")), self.about, self.lay_out)

    def lay_out(self, asked: Asked) -> Iterator[Leaf]:
        """Yield the PDF and the Word file."""
        view = self.view(asked)
        faces = (rendition for _, renditions in _faces(asked) for rendition in renditions) if self.pictured else ()
        renditions = (*krut(asked.award_round.programme), *(rendition for rendition, _ in _photos(asked)), *faces)
        yield Leaf(f"{self.key}.pdf", TYPESET, view, "official.typ", renditions)
        yield Leaf(f"{self.key}.docx", OFFICIAL, view, "", renditions)

    def draft(self, asked: Asked) -> Draft:
        """Return the paper with its number, or without where its facts are no longer those that were numbered."""
        office = asked.records.organisation.on(min(asked.moment, asked.award_round.programme.result_at).date())
        case, changed = as_numbered(self.written, case_of(self.key, office, asked.award_round, asked.moment))
        photos = tuple((rendition.name, alt) for rendition, alt in _photos(asked))
        faces = tuple(shown for shown, _ in _faces(asked)) if self.pictured else ()
        return Draft(replace(case, photos=photos, faces=faces), changed)

    def standing(self, asked: Asked) -> Numbered | None:
        """Return the number that the paper has, if it still says what was numbered then."""
        own = asked.award_round.programme.papers.of(self.key)
        return own[-1] if own and own[-1].digest and not self.draft(asked).changed else None

    def facts(self, asked: Asked) -> str:
        """Return the digest of what the paper says if it is numbered now: in place of its earlier numbers, if any.

        A last number without a digest was written by hand, for what the paper says now.
        """
        own = asked.award_round.programme.papers.of(self.key)
        before = own[:-1] if own and not own[-1].digest else own
        return digest(self.written, replace(self.draft(asked).case, repealed=before, photos=(), faces=()))

    def written(self, case: Case) -> list[View]:
        """Return the blocks of the paper."""
        return list(self.write(case))

    def view(self, asked: Asked) -> View:
        """Return what both files show."""
        case, changed = self.draft(asked)
        notes = self._notes(case, changed=changed)
        return view(asked.public, case, self.written(case), notes, self.krut, self.room)

    def _notes(self, case: Case, *, changed: bool) -> Iterator[str]:
        if changed:
            last = case.repealed[-1]
            register = labels.REGISTERS[REGISTERS[self.key]] if self.key in REGISTERS else called(self.key)
            number = numbered_text(last, case.papers) if last.number else f"ลงวันที่ {long_date(last.day)}"
            yield labels.DRAFT.format(register=register, number=number)
        if self.secret and case.secret:
            yield labels.EMBARGO.format(moment=moment_text(case.programme.result_at))
        if case.programme.sample or case.office.sample:
            yield shared_labels.PAPER_SAMPLE


def _photos(asked: Asked) -> tuple[tuple[Rendition, str], ...]:
    """Return the pictures of the ceremony in which everybody agreed to be shown on paper."""
    return tuple(
        (
            Rendition(each.picture.digest, min(PHOTO_PIXELS, each.picture.width), "jpg", each.standing.portrayed),
            each.alt,
        )
        for each in asked.public.photos
    )


def _faces(asked: Asked) -> Iterator[tuple[View, tuple[Rendition, ...]]]:
    """Yield each person as sheets show people, with the photo as it is for Word, which draws no outlines."""
    for winner in asked.public.winners:
        shown, renditions = frame.person(winner, FACE_PIXELS, cut=True)
        plain, more = frame.person(winner, FACE_PIXELS)
        said = {key: to_thai(shown[key]) for key in ("name", "position")}
        parts = {
            "name_lines": shown["name_lines"],
            "parts": shown["parts"],
            "portrait": shown["portrait"],
            "plain": plain["portrait"],
        }
        yield {**said, **parts}, tuple(dict.fromkeys((*renditions, *more)))
