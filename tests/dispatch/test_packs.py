"""One ZIP file for each helper: complete, always the same, with instructions, and nothing meant for others."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

import pymupdf

from generator import disclosure
from generator.pieces import PIECES
from generator.thai.dates import parse_moment
from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

PACKS = {
    "web.zip",
    "old-website-2566.zip",
    "notice-board-2566.zip",
    "print-shop-2566.zip",
    "loudspeaker-2566.zip",
    "social-2566.zip",
    *(f"loudspeaker-2566-m{moo}.zip" for moo in range(1, 6)),
}


def _packed(project: Path) -> dict[str, dict[str, bytes]]:
    found = {}
    for path in (project / "build/packs").glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            found[path.name] = {name: archive.read(name) for name in archive.namelist()}
    return found


def test_each_helper_gets_what_is_theirs_with_a_page_that_says_what_to_do(handed_out: Path) -> None:
    """What the print shop gets is what the manifest lists; no certificate and no sealed sheet is in any pack."""
    packs = _packed(handed_out)
    assert set(packs) == PACKS
    made = {entry["path"]: entry["sha256"] for entry in product.manifest(handed_out) if entry["piece"] != "pack"}
    for name, files in packs.items():
        how_to = files.pop("00-read-me.txt").decode("utf-8-sig")
        assert "อบต" in how_to or "องค์การบริหารส่วนตำบล" in how_to
        assert "ห้ามเผยแพร่จริง" in how_to
        assert files
        digests = {hashlib.sha256(value).hexdigest() for value in files.values()}
        assert digests <= set(made.values())
        assert all(inside.isascii() for inside in files)
        assert not any(word in inside for inside in files for word in ("certificate", "formal", "sealed"))
        if name != "web.zip":
            assert all(inside in how_to for inside in files)
    site = {path.removeprefix("site/") for path in made if path.startswith("site/")}
    assert {inside.removeprefix("site/") for inside in packs["web.zip"]} == site
    assert "poster-ticket.txt" in packs["print-shop-2566.zip"]
    assert {"banner-ticket.txt", "backdrop-ticket.txt"} <= set(packs["print-shop-2566.zip"])
    assert "office/poster-a4-mono.pdf" in packs["notice-board-2566.zip"]


def test_the_boards_pack_begins_with_the_page_to_begin_with(handed_out: Path) -> None:
    """Three sheets hang, and dozens are in it: the first page shows which, and the names are an appendix."""
    pack = _packed(handed_out)["notice-board-2566.zip"]
    assert min(pack) == "00-hang-these.pdf"
    steps, _, names = pack["00-read-me.txt"].decode("utf-8-sig").partition("ภาคผนวก")
    assert "1. เริ่มที่ 00-hang-these.pdf" in steps
    assert "poster-a3.pdf" not in steps
    assert "poster-a3.pdf" in names
    with pymupdf.open("pdf", pack["00-hang-these.pdf"]) as pages:
        (page,) = pages
        words, pictures = page.get_text(), page.get_image_info()
    hung = [entry for entry in product.manifest(handed_out) if entry.get("hanging")]
    assert len(pictures) >= len(hung) > 2
    assert all(entry["path"].rpartition("/")[2] in words for entry in hung)


def test_a_villages_pack_has_its_own_scripts_and_no_others(handed_out: Path) -> None:
    """Its announcer reads two of a hundred files."""
    packs = _packed(handed_out)
    for moo in range(1, 6):
        pack = packs[f"loudspeaker-2566-m{moo}.zip"]
        assert f"plan-m{moo}.pdf" in pack
        assert all(f"m{moo}" in name for name in pack if name != "00-read-me.txt")
        assert len(pack) < len(packs["loudspeaker-2566.zip"]) / 3
        with pymupdf.open("pdf", pack[f"plan-m{moo}.pdf"]) as pages:
            words = "".join(page.get_text() for page in pages)
        assert f"หมู่ที่ {moo}" in words
        assert not any(f"หมู่ที่ {other}" in words for other in range(1, 6) if other != moo)


def test_the_same_files_are_the_same_packs(handed_out: Path, published: Path) -> None:
    """A pack is compared with the signed one; the day of packing must not be in it."""
    product.done(published, "pack")
    first = product.digest(published / "build/packs")
    product.done(published, "pack")
    assert product.digest(published / "build/packs") == first == product.digest(handed_out / "build/packs")


def test_a_file_that_was_changed_by_hand_is_not_packed(office: Path, published: Path) -> None:
    """Somebody opened a poster and saved it: the helper would get what nobody has checked."""
    assert product.tonbaep(office, "pack").returncode == 1
    poster = published / "build/print/2566/poster-a4.pdf"
    poster.write_bytes(poster.read_bytes() + b"\n")
    done = product.tonbaep(published, "pack")
    assert done.returncode == 1
    assert "poster-a4.pdf" in done.stderr
    assert not (published / "build/packs").exists()


def test_a_screens_picture_asks_for_the_consent_to_social_media(records: Records) -> None:
    """One of the sample's winners allows the photo on boards and on the site, and nowhere else."""
    piece = next(piece for piece in PIECES if piece.name == "winner_poster_screen")
    seen = disclosure.publish(records, parse_moment(product.AFTER), piece.channel)
    sheets = {sheet.path.rpartition("/")[2]: sheet for sheet in piece.lay_out(seen)}
    assert sheets["winner-katanyu-1440.png"].view["person"]["portrait"] is None
    assert sheets["winner-thitiya-1440.png"].view["person"]["portrait"]["src"]
    digests = {
        one.id: one.photo.picture.digest for award_round in records.rounds for one in award_round.winners if one.photo
    }
    assert digests["katanyu"] not in {one.digest for one in sheets["winner-katanyu-1440.png"].renditions}


def test_packs_stand_in_the_list_and_go_with_the_files_they_were_made_of(published: Path) -> None:
    """A pack of yesterday's files beside today's would be sent by mistake; one that is still right stays."""
    before = {entry["path"] for entry in product.manifest(published)}
    mine = published / "build/packs/note.txt"
    mine.parent.mkdir()
    mine.write_text("ของฉัน", encoding="utf-8")
    assert product.tonbaep(published, "pack").returncode == 0
    listed = {entry["path"]: entry for entry in product.manifest(published)}
    added = set(listed) - before
    assert added == {f"build/packs/{name}" for name in PACKS}
    for path in added:
        value = (published / path).read_bytes()
        assert listed[path]["sha256"] == hashlib.sha256(value).hexdigest()
        assert listed[path]["audience"] == "internal"
    assert "ไม่มีอะไรเปลี่ยน" in product.tonbaep(published, "build").stdout
    assert all((published / path).is_file() for path in added)
    assert product.tonbaep(published, "build", "--only", "poster").returncode == 0
    assert all((published / path).is_file() for path in added), "the posters are the same"
    product.edit(published / "winners/2566/winners.yaml", "คนแก่ไม่ได้ขออะไรมาก", "คนแก่ไม่ได้ขอมาก")
    assert product.tonbaep(published, "build", "--only", "newsletter").returncode == 0
    assert not any((published / path).exists() for path in added)
    assert mine.is_file()
