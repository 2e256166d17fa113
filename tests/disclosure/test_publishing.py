"""Stage, embargo and consent: what may be known when, through which channel, and about whom."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, get_args
from urllib.parse import unquote

import pymupdf
import pypdfium2

from generator import disclosure
from generator.model import Correction, OccasionKey, Suppression
from generator.pieces import PIECES
from generator.pieces.air import stop_notice
from generator.thai.dates import parse_moment
from tests.support import product

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from generator.model import Channel, Records

CANARY = "ขจรจบหล้า"
"""A first name that stands nowhere else in the sample."""


def test_a_round_walks_through_its_stages_in_order(records: Records) -> None:
    """Every day of the sample's two months has one stage; no stage is left out or comes back."""
    programme = records.rounds[0].programme
    moment = parse_moment("2566-02-20 00:00")
    seen: list[str] = []
    while moment < parse_moment("2566-05-10 00:00"):
        stage = disclosure.stage_at(programme, moment)
        if not seen or seen[-1] != stage:
            seen.append(stage)
        moment += timedelta(hours=3)
    assert seen == ["preparing", "criteria", "nominations", "survey", "judging", "announced", "ceremony", "closed"]


def test_the_result_appears_at_its_minute_and_not_before(records: Records) -> None:
    """By construction: before the moment a piece receives a round without winners, scores or this year's figures."""
    result = records.rounds[0].programme.result_at
    early = disclosure.publish(records, result - timedelta(minutes=1), "site").newest
    late = disclosure.publish(records, result, "site").newest
    assert early.winners == ()
    assert early.award_signer is None
    assert all(figure.year != early.year for figure in early.outcomes.satisfaction + early.outcomes.complaints)
    assert late.winners
    assert any(figure.year == late.year for figure in late.outcomes.satisfaction)


def test_a_mistake_in_a_result_is_not_corrected_before_the_result_is_out(records: Records) -> None:
    """The correction would reveal it: before the moment no piece receives one, and no notice to stop is laid out."""
    award_round, office = records.rounds[0], records.organisation
    result, day = award_round.programme.result_at, award_round.programme.result_at.date()
    wrong = tuple(Correction(of, day, "ที่ถูกต้อง") for of in get_args(OccasionKey))
    changed = replace(award_round, corrections=wrong)

    def known(moment: datetime) -> tuple[list[str], int]:
        told = disclosure.public_round(office, changed, moment, "print")
        notices = stop_notice.PIECE.lay_out(disclosure.Publication(office, (told,)))
        return [each.of for each in told.corrections], sum(len(sheet.view["stops"]) for sheet in notices)

    assert known(result - timedelta(minutes=1)) == (["criteria", "nominations", "survey"], 3)
    assert known(result) == ([each.of for each in wrong], 6)
    only_late = replace(changed, corrections=tuple(one for one in wrong if one.of == "result"))
    early = disclosure.public_round(office, only_late, result - timedelta(minutes=1), "print")
    assert not list(stop_notice.PIECE.lay_out(disclosure.Publication(office, (early,))))


def test_consent_counts_per_channel(records: Records) -> None:
    """A photo for the notice board is not a photo for Facebook; a withdrawn consent counts as none."""
    award_round = records.rounds[0]
    winner = next(one for one in award_round.winners if one.photo and one.photo.consent and not one.suppressed)
    assert winner.photo is not None
    assert winner.photo.consent is not None
    given = winner.photo.consent.given

    def shown(*, channels: set[Channel], withdrawn: bool, channel: Channel) -> bool:
        assert winner.photo is not None
        assert winner.photo.consent is not None
        consent = replace(winner.photo.consent, channels=frozenset(channels), withdrawn=given if withdrawn else None)
        changed = replace(award_round, winners=(replace(winner, photo=replace(winner.photo, consent=consent)),))
        published = disclosure.public_round(records.organisation, changed, award_round.programme.result_at, channel)
        return published.winners[0].portrait is not None

    assert shown(channels={"print"}, withdrawn=False, channel="print")
    assert not shown(channels={"print"}, withdrawn=False, channel="site")
    assert not shown(channels={"print", "site"}, withdrawn=True, channel="site")


def test_a_suppressed_name_is_nobody_in_public(records: Records) -> None:
    """Nothing of the person is public, not even that there is one."""
    award_round = records.rounds[0]
    hidden = replace(
        award_round.winners[0], suppressed=Suppression("ขอไม่เปิดเผย", award_round.programme.result_at.date())
    )
    changed = replace(award_round, winners=(hidden, *award_round.winners[1:]))
    published = disclosure.public_round(records.organisation, changed, award_round.programme.result_at, "site")
    assert hidden.id not in {winner.id for winner in published.winners}
    before = disclosure.public_round(records.organisation, award_round, award_round.programme.result_at, "site")
    leaves = {winner.id: winner.leaf for winner in before.winners}
    assert all(winner.leaf == leaves[winner.id] for winner in published.winners), (
        "a poster that hangs is another colour"
    )


def _readable(project: Path, pdftotext: str) -> Iterator[str]:
    """Yield all that a curious person could read in site/ and the public part of build/: names, text, metadata."""
    for folder in (project / "site", project / "build/print", project / "build/loudspeaker"):
        for path in sorted(folder.rglob("*")):
            found = [unquote(path.relative_to(project).as_posix())]
            if path.is_file():
                raw = path.read_bytes()
                found.append(raw.decode("utf-8", "replace"))
            if path.suffix == ".json":
                found.append(json.dumps(json.loads(raw), ensure_ascii=False))
            if path.suffix == ".pdf":
                done = subprocess.run((pdftotext, str(path), "-"), capture_output=True, check=True)
                found.append(done.stdout.decode())
                document = pypdfium2.PdfDocument(raw)
                found.append(json.dumps(document.get_metadata_dict(), ensure_ascii=False))
                found.append(document.get_page(0).get_textpage().get_text_range())
            yield re.sub(r"\s+", "", "\n".join(found))


def test_a_canary_under_embargo_is_found_nowhere(built: Path, early_project: Path, pdftotext: str) -> None:
    """Decoded search index, PDF text and metadata, file names, sitemap: nothing may leak it before the moment."""
    winners = product.typed_by_hand(early_project) / "winners/2566/winners.yaml"
    text = winners.read_text(encoding="utf-8")
    first = re.search(r"first: (\S+)", text)
    identity = re.search(r"- id: (\S+)", text)
    assert first
    assert identity
    text = text.replace(first[1], CANARY).replace(identity[0], "- id: canary-bird")
    winners.write_text(text, encoding="utf-8")
    assert product.tonbaep(early_project, "build", "--as-of", product.BEFORE).returncode == 0
    hushed = list(_readable(early_project, pdftotext))
    assert any("ควนเมา" in text for text in hushed)
    assert not any(CANARY in text for text in hushed)
    assert not any("canary-bird" in text for text in hushed)
    assert any(first[1] in text for text in _readable(built, pdftotext)), "the search must be able to find a name"


def test_sealed_sheets_are_internal_and_carry_their_release_time(early: Path, tmp_path: Path, pdftotext: str) -> None:
    """Posters are printed before the moment; anybody who holds one must read on it when it may be hung."""
    sealed = [entry for entry in product.manifest(early) if entry["path"].startswith("build/sealed/")]
    assert {entry["piece"] for entry in sealed} >= {"poster", "winner_poster", "newsletter"}
    for entry in sealed:
        assert entry["audience"] == "internal"
        assert "site_path" not in entry
        if entry["path"].endswith(".pdf"):
            text = subprocess.run((pdftotext, str(early / entry["path"]), "-"), capture_output=True, check=True)
            assert "21เมษายน2566" in re.sub(r"\s+", "", text.stdout.decode()), entry["path"]
    project = product.copy_of_built(early, tmp_path / "project")
    assert product.report(project, "--sealed")["changed"] is True
    assert not (project / "build/sealed").exists(), "after the moment there is nothing to seal"


def test_no_winners_yet_is_a_stage_and_not_an_error(early_project: Path) -> None:
    """In March nobody has been chosen; the site must build in March all the same."""
    (early_project / "winners/2566/winners.yaml").unlink()
    for moment in ("2566-02-01 09:00", "2566-03-10 09:00", product.BEFORE, product.AFTER):
        done = product.tonbaep(early_project, "build", "--as-of", moment)
        assert done.returncode == 0, done.stderr
        assert (early_project / "site/index.html").is_file()


def test_the_signers_of_the_document_stand_on_the_programme_page_alone(
    records: Records, built: Path, pdftotext: str
) -> None:
    """Real people signed the programme, not the made-up award of the sample."""
    surnames = {signer.name.last for signer in records.rounds[0].programme.document_signers}
    assert len(surnames) == 4
    for path in (built / "site").rglob("*.html"):
        there = {name for name in surnames if name in path.read_text(encoding="utf-8")}
        assert there == (surnames if path.name == "programme.html" else set()), path
    for path in (built / "build").rglob("*.pdf"):
        text = subprocess.run((pdftotext, str(path), "-"), capture_output=True, check=True).stdout.decode()
        assert not any(name in re.sub(r"\s+", "", text) for name in surnames), path


def test_everything_made_from_the_sample_says_so(built: Path) -> None:
    """A made-up winner must never pass for a real one; search engines are asked to stay away."""
    pages = list((built / "site").rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        page = path.read_text(encoding="utf-8")
        assert "ตัวอย่าง" in page, path
        assert re.search(r'<meta name="?robots"? content="?noindex', page), path
    sheets = [entry for entry in product.manifest(built) if entry["path"].startswith("build/")]
    assert sheets
    for entry in sheets:
        if entry["path"].endswith(".pdf"):
            document = pypdfium2.PdfDocument(built / entry["path"])
            for page in document:
                assert "ตัวอย่าง" in page.get_textpage().get_text_range(), entry["path"]
        elif entry["path"].endswith(".txt"):
            assert "ตัวอย่าง" in (built / entry["path"]).read_text(encoding="utf-8-sig"), entry["path"]


def test_every_piece_declares_its_code_and_its_sheets_keep_to_it(built: Path) -> None:
    """A sheet without a way back to the survey does only half of the work."""
    for entry in product.manifest(built):
        piece = next((one for one in PIECES if one.name == entry["piece"]), None)
        if piece is None or entry["path"].startswith("site/files"):
            continue
        if piece.code == "survey" and entry["path"].endswith(".pdf"):
            assert entry["qr"] or _says_whom_to_call(built / entry["path"]), entry["path"]
        if piece.code == "none":
            assert entry["qr"] == [], entry["path"]


def _says_whom_to_call(sheet: Path) -> bool:
    """Return whether a sheet has the way back in words, as one that is read driving by."""
    with pymupdf.open(sheet) as document:
        return "075550123" in "".join("".join(page.get_text() for page in document).split())


def test_every_code_leads_to_a_page_that_exists(built: Path) -> None:
    """A code on a wall must never lead nowhere."""
    targets = {target for entry in product.manifest(built) for target in entry["qr"]}
    assert targets
    for target in targets:
        assert len(target.encode()) <= 60
        path = target.split("/", 3)[3]
        assert (built / "site" / path).is_file(), target


def test_a_photo_for_boards_alone_is_in_no_file_of_the_site(project: Path) -> None:
    """A poster for the hall is another matter once anybody can download it."""
    product.edit(project / "winners/2566/winners.yaml", "channels: [site, print]", "channels: [print]")
    assert product.tonbaep(project, "build").returncode == 0
    entries = {entry["path"]: entry for entry in product.manifest(project)}
    name = "2566/winner-katanyu-a4.pdf"
    with pymupdf.open(project / "build/print" / name) as hung, pymupdf.open(project / "site/files" / name) as offered:
        assert len(hung[0].get_images()) == len(offered[0].get_images()) + 1
        assert "โต๊ะ" in hung[0].get_text()
        assert "โต๊ะ" not in offered[0].get_text()
    assert "site_path" not in entries[f"build/print/{name}"], "the two are not the same file"
    assert entries["build/print/2566/winner-thitiya-a4.pdf"]["site_path"] == "site/files/2566/winner-thitiya-a4.pdf"
