"""The binder of a year: every paper in order, signed ones as they were filed, and what is missing is said."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pypdfium2

from generator.model import PAPER_NAMES, Numbered
from generator.papers import binder, making
from generator.papers.official import OFFICIAL
from generator.papers.paper import Bundle
from generator.piece import Unpictured, unheard
from generator.thai.digits import to_thai
from tests.support import noticed, official, product, scans

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.model import Records
    from generator.papers.paper import Asked, Leaf, Paper
    from generator.piece import Tell

ORDER_SCAN = "papers/order-1a2b3c4d.pdf"


class _Counting(Unpictured):
    """A press that only remembers what it was asked for; one for PDF and one for Word would be two kinds."""

    def __init__(self) -> None:
        self.name = "counting"
        self.pressed: list[str] = []

    def materials(self, template: str) -> bytes:
        return template.encode()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        del pictures, tell
        self.pressed.append(f"{template} {view['title']}")
        return template.encode()


def _counted(paper: Paper, source: Asked, press: _Counting) -> Paper:
    """Return a paper of which everything is pressed by another press."""

    def other(each: Leaf | Bundle) -> Leaf | Bundle:
        if isinstance(each, Bundle):
            return each._replace(leaves=tuple(leaf._replace(press=press) for leaf in each.leaves))
        return each._replace(press=press)

    there = [other(each) for each in paper.lay_out(source)]
    return paper._replace(lay_out=lambda _: there)


def contents(files: dict[str, bytes]) -> str:
    """Return what the page of contents says, without spaces."""
    with pypdfium2.PdfDocument(files["00-contents.pdf"]) as document:
        return official.bare("".join(page.get_textpage().get_text_range() for page in document))


def made(records: Records, folder: Path, moment: str = noticed.AFTER) -> dict[str, bytes]:
    """Return the files of the binder, the order's scan lying in the folder."""
    (folder / "papers").mkdir(parents=True, exist_ok=True)
    (folder / ORDER_SCAN).write_bytes(scans.pdf())
    source = official.asked(records, moment)
    official.stand_in(making.pictured([binder.PAPER], source), folder)
    (bundle,) = making.made([binder.PAPER], source, folder, folder)
    with zipfile.ZipFile(io.BytesIO(bundle.value)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_every_paper_of_the_year_is_in_it_in_order_behind_the_contents(records: Records, tmp_path: Path) -> None:
    """Whoever audits the programme asks for the papers of its steps, first to last."""
    files = made(records, tmp_path)
    wanted = [f"{n:02}-{paper.key}.pdf" for n, paper in enumerate(OFFICIAL, 1)]
    assert [*files] == ["00-contents.pdf", *wanted]
    said = contents(files)
    places = [said.index(official.bare(to_thai(f"{n}{PAPER_NAMES[p.key]}"))) for n, p in enumerate(OFFICIAL, 1)]
    assert places == sorted(places)


def test_a_signed_paper_stands_in_it_as_it_was_filed_and_a_missing_one_is_named(
    records: Records, tmp_path: Path
) -> None:
    """A binder that looks complete and is not is found out by the inspector."""
    numbered = Numbered("order", "45", date(2023, 3, 2), "", ORDER_SCAN)
    filed = noticed.changed(records, papers={"numbered": (numbered,)})
    files = made(filed, tmp_path)
    assert files["02-order-signed.pdf"] == (tmp_path / ORDER_SCAN).read_bytes()
    assert "02-order.pdf" not in files
    said = contents(files)
    assert "ที่๔๕/๒๕๖๖ลงวันที่๒มีนาคม๒๕๖๖ฉบับที่ลงนาม" in said
    missing = said.partition("ยังขาดฉบับที่ลงนาม")[2].partition("เอกสารที่แนบกัน")[0]
    assert missing.startswith("๙ฉบับ")
    assert "รายงานการประชุม" in missing
    assert "คำสั่ง" not in missing


def test_a_paper_that_changed_after_its_number_is_told_in_the_contents(records: Records, tmp_path: Path) -> None:
    """A draft must not pass for the paper that went out."""
    stale = noticed.issued(records, "criteria-notice", date(2023, 3, 13))
    changed = noticed.changed(stale, programme={"tie_rule": "จับสลาก"})
    assert "ร่างข้อมูลเปลี่ยนหลังออกเลข" in contents(made(changed, tmp_path))
    assert "ร่างข้อมูลเปลี่ยน" not in contents(made(stale, tmp_path))


def test_before_the_result_its_contents_name_nobody(records: Records, tmp_path: Path) -> None:
    """The page lies on top of the binder, open on somebody's desk."""
    said = contents(made(records, tmp_path, "2566-04-10 09:00"))
    assert not [each.name.first for each in records.rounds[0].winners if each.name.first in said]


def test_what_stands_in_both_is_pressed_once(records: Records, tmp_path: Path) -> None:
    """All papers and the binder together cost what the papers cost, and a page."""
    counting = _Counting()
    source = official.asked(records, noticed.AFTER)
    papers = [_counted(each, source, counting) for each in (*(each.paper for each in OFFICIAL), binder.PAPER)]
    assert len(list(making.made(papers, source, tmp_path))) == 2 * len(OFFICIAL) + 1
    assert len(counting.pressed) == 2 * len(OFFICIAL) + 1, "PDF and Word of each, and the contents"


def test_nothing_of_the_office_is_in_a_pack(released: Path) -> None:
    """Minutes name nominees; packs go to whoever hangs and reads things out."""
    packs = sorted((released / "build/packs").glob("*.zip"))
    assert packs
    product.done(released, "papers", "all", "--as-of", noticed.AFTER)
    product.done(released, "pack")
    keys = {paper.key for paper in OFFICIAL} - {"criteria-notice", "result-notice"}
    for pack in sorted((released / "build/packs").glob("*.zip")):
        with zipfile.ZipFile(pack) as packed:
            stems = {name.rpartition("/")[2].rpartition(".")[0] for name in packed.namelist()}
        assert not stems & {*keys, "binder"}, pack.name
