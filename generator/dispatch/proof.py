"""The proof book: a page for each person, every other sheet of a round once, to be read and signed.

It is made from finished files, drawn by a different engine from the one that set them, and the same files always give
the same bytes. What is signed is their digest (`generator.ledger.signatures`).
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from generator.building.making import make
from generator.building.order import Order
from generator.building.press_room import PressRoom
from generator.disclosure import STAGE_NAMES, public_round, stage_of
from generator.disk import keeping
from generator.dispatch import adding, labels
from generator.dispatch.adding import Addition
from generator.dispatch.contact import sections
from generator.dispatch.signing import front
from generator.dispatch.texts import letters_of
from generator.ledger import choice, manifest, signatures, unchanged
from generator.ledger.places import BUILD
from generator.piece import Piece, Sheet, Use
from generator.pieces.parts import frame
from generator.press.pdfium import page_count
from generator.press.typeset import TYPESET
from generator.problems import Problem, ProblemsFound, Text
from generator.reading.photos import rendition
from generator.reading.signed import digest_of, known
from generator.store import Store
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from generator.disclosure import Portrait, PublicRound, Stage
    from generator.disk.swap import Workshop
    from generator.dispatch.contact import Sections
    from generator.model import AwardRound, Programme, Records
    from generator.piece import Entry, View
    from generator.site.engine import Engine

    Progress = Callable[[int, int, str], None]

BESIDE = 480
"""Pixels of a photo that is shown before and after its light was evened."""

FOLDER = "build/proof"
CALLED = "ฉบับตรวจก่อนเผยแพร่"

SIGNERS = (
    ("ผู้จัดทำ", "ตรวจตัวสะกด ชื่อ ตำแหน่ง ภาพ และวันเวลาแล้ว", "ถูกต้อง"),
    ("หัวหน้าสำนักปลัด", "ตรวจเนื้อหาและความยินยอมแล้ว", "เห็นชอบ"),
    ("ปลัด", "ตรวจทานแล้ว เสนอนายกเพื่ออนุมัติ", "เห็นชอบ"),
    ("นายก", "อนุมัติให้เผยแพร่ไฟล์ชุดนี้", "อนุมัติ"),
)
"""Who signs, in this order, what each signature confirms, and the word to tick."""


@dataclass(frozen=True, slots=True)
class Book:
    """A proof book: its year, its path, the digest of the files that it shows, how many there are, and its pages."""

    year: int
    path: str
    digest: str
    files: int
    pages: int


class Proof(NamedTuple):
    """A book to be added to `build/`, with the files that it shows."""

    book: Book
    addition: Addition
    files: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Where finished files stand, their entries, and the stage that each year's round had when they were made."""

    root: Path
    entries: list[Entry]
    stages: dict[int, Stage]


def books(
    workshop: Workshop, records: Records, year: int | None, moment: datetime | None, engine: Engine, progress: Progress
) -> list[Proof]:
    """Return the book of every year, or of one; a round that rests has one only if it is asked for.

    It shows the last build or, with a `moment`, what a build then would make. The caller holds the workshop's lock.
    Raises `ProblemsFound` where there is nothing to show, or a file has been changed since it was made.
    """
    proofs = []
    newest = max(award_round.programme.year for award_round in records.rounds)
    with _shown(workshop, records, moment, engine, progress) as source:
        for award_round in records.rounds:
            files = signatures.files_of(source.entries, award_round.programme.year, newest)
            rests = award_round.programme.year != newest and all(map(choice.lasts, files))
            if not files or (rests if year is None else year != award_round.programme.year):
                continue
            public = public_round(records.organisation, award_round, award_round.programme.result_at, "print")
            shelf = workshop.fresh / "proof" / str(public.year)
            keeping.begin(shelf)
            signed = _signed(workshop.project, award_round)
            stage, room = source.stages.get(public.year), Store(workshop.photos, workshop.own)
            looked = Looked(public, files, source.root, stage, shelf, signed, partial(_rendition, room))
            for sheet in PROOF.lay_out(looked):
                addition = Addition.of_piece(PROOF, sheet, PROOF.press.press(PROOF.template, sheet.view, shelf))
                proofs.append(Proof(_book(addition, public.year, files), addition, tuple(files)))
    if not proofs:
        raise ProblemsFound((_NOTHING,))
    return proofs


def _rendition(photos: Store, shown: Portrait, face: int | None) -> bytes:
    """Return a portrait's photo as its owner gave it or, by the face in it, as sheets show it."""
    return rendition(photos, shown.picture.digest, BESIDE, "jpg", face)


def _signed(project: Path, award_round: AwardRound) -> dict[str, str] | None:
    """Return the files of the book that was signed last, with their digests, as far as its list is there."""
    books_of_year = known(project, award_round.programme.year) if award_round.signed else {}
    book = books_of_year.get(award_round.signed.digest) if award_round.signed else None
    return book.files if book else None


def _book(addition: Addition, year: int, files: list[Entry]) -> Book:
    digest = digest_of(signatures.listing(files))
    return Book(year, addition.entry.path, digest, len(files), page_count(addition.value))


@contextmanager
def _shown(
    workshop: Workshop, records: Records, moment: datetime | None, engine: Engine, progress: Progress
) -> Iterator[Shown]:
    if moment is None:
        yield Shown(workshop.project, adding.finished(workshop), unchanged.stages(workshop))
        return
    aside = workshop.aside()
    with PressRoom(
        Store(workshop.sheets, workshop.own), Store(workshop.photos, workshop.own), aside.fresh, progress
    ) as room:
        output = make(aside, Order(moment), records, room, engine, manifest.read(aside.outputs / BUILD, aside.own))
    stages = {award_round.programme.year: stage_of(award_round, moment) for award_round in records.rounds}
    yield Shown(aside.fresh, [entry for entry in output.entries if entry.kind != "dispatch"], stages)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a book is laid out from: the round, its files, their folder, its stage, and a folder for pictures.

    `signed` are the files of the last signed book with their digests, None where there is none; `rendition` returns a
    portrait's photo as JPEG, evened by a face or as it was given.
    """

    award_round: PublicRound
    files: list[Entry]
    root: Path
    stage: Stage | None
    pictures: Path
    signed: dict[str, str] | None = None
    rendition: Callable[[Portrait, int | None], bytes] | None = None


def _lay_out(looked: Looked) -> Iterator[Sheet]:
    """Lay out a round's book; the round provides the names that must not be broken across lines."""
    award_round, programme = looked.award_round, looked.award_round.programme
    listing = signatures.listing(looked.files)
    title = f"{CALLED} {programme.award_name} ปี {award_round.year}"
    people = {winner.key: winner.name.full for winner in award_round.winners}
    told = front(award_round, looked.files, looked.signed)
    read = {
        letters_of(line): labels.ON_OWN_PAGE
        for person in told["people"]
        for line in (
            *(person["name"], f"{person['name']} {person['post']}"),
            *(f"{person['name']} {frame.of_round(award_round)}", *person["story"]),
            *(value for _, value in person["told"]),
        )
    }
    found = sections(looked.root, looked.files, award_round.organisation, looked.pictures, people, read)
    for person in told["people"]:
        own = found.people.get(person.pop("key"), {"large": [], "handed": [], "strip": []})
        person |= {**own, **_photos(looked, person["name"])}
    view = {
        **frame.frame(award_round, title),
        "embargo": "ใช้ภายในสำนักงาน",
        "names": frame.names(award_round),
        **_cover(programme, listing, found, looked.stage),
        "front": told,
        **found.view,
        "labels": labels.ON_PROOF,
    }
    yield Sheet(f"proof/proof-{award_round.year}.pdf", title, view, award_round.year, called=CALLED, paper="A4")


def _photos(looked: Looked, name: str) -> View:
    """Return a person's photo before its light was evened and after, where a face was found in it."""
    shown = next(winner.portrait for winner in looked.award_round.winners if winner.name.full == name)
    if shown is None or shown.face is None or looked.rendition is None:
        return {}
    figures = {}
    for key, face, alt in (("before", None, labels.ORIGINAL_ALT), ("after", shown.face.number, labels.EVENED_ALT)):
        src = f"{shown.picture.digest[:16]}-{key}.jpg"
        keeping.write(looked.pictures / src, looked.rendition(shown, face))
        ratio = shown.picture.width / shown.picture.height
        figures[key] = {"src": src, "alt": alt.format(name=name), "ratio": ratio}
    return figures


def _cover(programme: Programme, listing: bytes, found: Sections, stage: Stage | None) -> View:
    """Return the view of the first page: what is signed, its digest, and who signs."""
    of_stage = f"ไฟล์ของขั้น: {STAGE_NAMES[stage].th}" if stage else ""
    release = f"ประกาศผล {moment_text(programme.result_at)}"
    return {
        "heading": CALLED,
        "of_round": f"{programme.award_name} ปี {programme.year}",
        "times": "  ·  ".join(filter(None, (of_stage, release))),
        "counts": [
            [str(found.files), "สื่อและเอกสาร"],
            [str(found.pages), "ภาพในฉบับนี้"],
            [str(found.web), "หน้าเว็บไซต์"],
            [str(listing.count(b"\n")), "ไฟล์ในบัญชี รวมบนเว็บ"],
        ],
        "groups": digest_of(listing).split("-"),
        "digest": digest_of(listing),
        "whole": "SHA-256 ของบัญชีไฟล์ " + hashlib.sha256(listing).hexdigest(),
        "entered": f"ลงนามครบแล้ว ใส่รหัสชุดไฟล์นี้ในช่อง proof.digest ของ winners/{programme.year}/round.yaml",
        "sealed": _SEALED if found.sealed else "",
        "signers": [{"who": who, "what": what, "yes": yes} for who, what, yes in SIGNERS],
        "foot": f"{programme.award_name} ปี {programme.year}",
    }


_SEALED = (
    "ในฉบับนี้มีแผ่นที่พิมพ์ล่วงหน้า ซึ่งมีแถบห้ามเผยแพร่ จึงเป็นคนละไฟล์กับที่จะเผยแพร่ "
    "จะลงนามไฟล์ที่จะเผยแพร่ ให้สั่ง tonbaep proof --as-of ตามด้วยเวลาประกาศ"
)
_NOTHING = Problem(
    FOLDER,
    0,
    0,
    "",
    Text("ไม่มีไฟล์ของปีนี้ให้ตรวจ", "there are no files of that year to show"),
    Text("สั่ง tonbaep build ก่อน", "run tonbaep build first"),
)

PROOF: Piece[Looked] = Piece(
    "proof", CALLED, _lay_out, TYPESET, "proof.typ", "none", audience="internal",
    use=Use("ผู้ลงนามสี่คน ตามลำดับ", "one", "office"), kind="dispatch",
)  # fmt: skip
