"""What was handed out and must be taken down or printed again: nothing forgotten, nothing reported without need."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2
import pytest

from generator.amending.pack import keep
from generator.disk.own import Own
from generator.dispatch import changes
from generator.ledger import manifest, releases
from generator.model import Name, Village, key_of
from tests.support import product
from tests.support.line_ends import off_the_page, overlapping

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.ledger.releases import Release
    from generator.model import Records, Winner

WINNERS = "winners/2566/winners.yaml"
GIVEN = "given: 28 มีนาคม 2566\n"
WITHDRAWN = f"{GIVEN}        withdrawn: 10 พฤษภาคม 2566\n"
ID = "  - id: saksit\n"
SUPPRESSED = f"{ID}    name_suppressed:\n      reason: เหตุผลส่วนตัวที่ห้ามบอกใคร\n      since: 8 พฤษภาคม 2566\n"
QUOTE = "เราก็ต้องดูแลให้สมกับที่เขาไว้ใจค่ะ"
CORRECTED = "เราต้องดูแลให้สมกับที่เขาไว้ใจค่ะ"
TAKE_DOWN, REPRINT = "build/packs/take-down-2566.pdf", "build/packs/reprint-2566.pdf"


class Withdrawn(NamedTuple):
    """A project packed again after a consent was withdrawn, and the report of the build before, as text and as data."""

    project: Path
    said: str
    changes: dict[str, Any]


@pytest.fixture(scope="module")
def withdrawn(handed_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Withdrawn:
    """Return what became of the packs when one consent was withdrawn; tests read it and do not change it."""
    project = product.copy_of_built(handed_out, tmp_path_factory.mktemp("withdrawn") / "project")
    product.edit(project / WINNERS, GIVEN, WITHDRAWN)
    said = product.done(project, "build")
    (project / ".tonbaep/state.json").unlink()
    changes = product.report(project)["changes"]
    product.done(project, "pack")
    return Withdrawn(project, said, changes)


def _letters(pdf: bytes) -> str:
    """Return a PDF's letters without white space, read by an engine other than its own."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())


def _digests(project: Path) -> dict[str, str]:
    return {entry["path"]: entry["sha256"] for entry in product.manifest(project) if entry["kind"] != "dispatch"}


def _differing(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def _of_build(paths: Iterable[str]) -> set[str]:
    return {path for path in paths if path.startswith("build/")}


def _pages(project: Path) -> dict[str, bytes]:
    """Return what helpers read about the changes, by pack and name."""
    found: dict[str, bytes] = {}
    for path in (project / "build/packs").glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            found |= {f"{path.name}/{name}": archive.read(name) for name in archive.namelist() if name[0] == "0"}
    return found


def test_a_withdrawn_consent_takes_down_every_file_that_showed_the_person_and_no_other(
    handed_out: Path, withdrawn: Withdrawn
) -> None:
    """Checked by bytes: a file that is different without the consent is one that had used it.

    A print shop's order differs too, since it lists the photo's resolution; so do the file list for the old site and
    the table of figures, but none of them shows anybody; and the office's list of what is to be done, since this now
    is.
    """
    before, after, found = _digests(handed_out), _digests(withdrawn.project), withdrawn.changes
    own = ("-ticket.txt", "/summary-internal", "/cms/index.html", "/winners.csv")
    differing = {path for path in _of_build(_differing(before, after)) if not any(part in path for part in own)}
    assert len(differing) > 10
    assert _of_build(found["take_down"]) == differing
    assert "site/2566/winner-thitiya.html" in found["take_down"]
    assert not any("katanyu" in path or "saksit" in path for path in found["take_down"])


def test_the_take_down_list_has_every_board_every_sheet_and_the_day(records: Records, withdrawn: Withdrawn) -> None:
    """Somebody walks from board to board with it."""
    assert "tonbaep pack" in withdrawn.said
    paper = _letters((withdrawn.project / TAKE_DOWN).read_bytes())
    boards = [village for village in records.organisation.villages if village.board]
    assert len(boards) > 3
    assert all(f"หมู่ที่{village.moo}{''.join(village.name.split())}" in paper for village in boards)
    assert all("".join(village.board.split()) in paper for village in boards)
    assert "10พฤษภาคม2566" in paper
    assert "นางสาวฐิติญาสมมุติวงศ์" in paper
    for word in ("จดหมายข่าว", "ร้านพิมพ์", "เฟซบุ๊กและไลน์", "เว็บไซต์", "ใช้ภายใน", "ลงชื่อ", "เวลา"):
        assert word in paper
    assert "เสียงตามสาย" not in paper, "five names are read out, and no story: the scripts stay"


def test_a_suppressed_name_is_in_no_list_and_every_file_that_bore_it_is(released: Path) -> None:
    """The list passes through many hands: people in front of the sheet know who is meant, and nobody else does."""
    bore = {
        path.relative_to(released).as_posix()
        for path in (released / "build").rglob("*")
        if (path.suffix == ".pdf" and "นายศักดิ์สิทธิ์ต้นแบบดี" in _letters(path.read_bytes()))
        or (path.suffix == ".txt" and "ศักดิ์สิทธิ์" in path.read_text(encoding="utf-8-sig"))
    }
    product.edit(released / WINNERS, ID, SUPPRESSED)
    found = product.report(released)["changes"]
    listed = {path for path in _of_build(found["take_down"]) if path.endswith((".pdf", ".txt"))}
    assert len(bore) > 20
    assert listed == bore | {"build/print/2566/00-hang-these.pdf"}, "there the name is in a picture"
    assert "build/print/2566/shop/winner-saksit-a3.jpg" in found["take_down"]
    assert product.tonbaep(released, "pack").returncode == 0
    papers = [_letters((released / path).read_bytes()) for path in (TAKE_DOWN, REPRINT)]
    pages = _pages(released)
    papers += [_letters(value) for name, value in pages.items() if name.endswith(".pdf")]
    papers += [value.decode("utf-8-sig") for name, value in pages.items() if name.endswith(".txt")]
    assert len(papers) > 6
    for said in papers:
        assert "ศักดิ์สิทธิ์" not in said
        assert "ต้นแบบดี" not in said
        assert "เหตุผลส่วนตัว" not in said
    assert "นายศ.ต." in papers[0]
    assert "หยุดอ่านบทเดิม" in papers[0]


def test_a_corrected_word_is_printed_anew_where_bytes_differ_and_told_once_a_use(released: Path) -> None:
    """Ten files of one poster are one line for each helper who gets some; what is unchanged is not printed again."""
    before = _digests(released)
    product.edit(released / WINNERS, QUOTE, CORRECTED)
    found = product.report(released)["changes"]
    after = _digests(released)
    assert found["take_down"] == found["new"] == found["gone"] == []
    assert _of_build(found["reprint"]) == _of_build(_differing(before, after))
    assert product.tonbaep(released, "pack").returncode == 0
    assert not (released / TAKE_DOWN).exists()
    paper = _letters((released / REPRINT).read_bytes())
    of_poster = [each for each in product.manifest(released) if each.get("design") == "winner-sarifa"]
    uses = {str(each["use"]) for each in of_poster if each["path"] in found["reprint"] and "build/" in each["path"]}
    assert paper.count("โปสเตอร์นางสาวซารีฟ๊ะ") == len(uses) > 2
    assert "katanyu" not in paper
    assert "ประกาศเกียรติคุณ" not in paper
    assert "คำพูด:แก้ถ้อยคำ" in paper
    assert CORRECTED in paper
    assert not any(digest[:8] in paper for digest in after.values())


def test_packing_again_tells_the_same_again(released: Path) -> None:
    """The list was lost, or the printer was out of paper: it still must be done."""
    product.edit(released / WINNERS, GIVEN, WITHDRAWN)
    product.edit(released / WINNERS, QUOTE, CORRECTED)
    assert product.tonbaep(released, "build").returncode == 0
    digests = []
    for _ in range(2):
        assert product.tonbaep(released, "pack").returncode == 0
        digests.append((product.digest(released / "build/packs"), (released / releases.PATH).read_bytes()))
        assert "ไม่มีอะไรเปลี่ยน" in product.tonbaep(released, "build").stdout
    assert digests[0] == digests[1]
    assert (released / TAKE_DOWN).is_file()
    (released / ".tonbaep/state.json").unlink()
    assert not any(product.report(released)["changes"].values()), "it was handed out"


def test_what_was_not_handed_out_or_does_not_differ_is_no_change(handed_out: Path) -> None:
    """A first release corrects nothing."""
    assert not list((handed_out / "build/packs").glob("*.pdf"))
    assert not any("01-changes" in name for name in _pages(handed_out))


def test_each_helper_learns_of_their_own_files_and_the_public_of_nothing(withdrawn: Withdrawn) -> None:
    """The print shop has no business with the boards, and visitors of the site have none with any of it."""
    project = withdrawn.project
    pages = _pages(project)
    told = {name.partition("-2566")[0] for name in pages if name.endswith("01-changes.txt")}
    assert told == {"notice-board", "print-shop", "social", "old-website"}
    assert pages["notice-board-2566.zip/02-take-down.pdf"] == (project / TAKE_DOWN).read_bytes()
    shop = pages["print-shop-2566.zip/01-changes.txt"]
    assert shop.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in shop
    assert "จดหมายข่าว" not in shop.decode("utf-8-sig")
    assert [name for name in pages if name.startswith("web")] == ["web.zip/00-read-me.txt"]
    assert not [path for path in (project / "site").rglob("*") if "take-down" in path.name or "released" in path.name]
    assert all(entry["audience"] == "internal" for entry in product.manifest(project) if entry["piece"] == "pack")


def test_what_was_built_before_a_consent_was_withdrawn_is_not_packed(released: Path) -> None:
    """A helper would hang today what must be taken down today."""
    product.edit(released / WINNERS, GIVEN, WITHDRAWN)
    done = product.tonbaep(released, "pack")
    assert done.returncode == 1
    assert "tonbaep build" in done.stderr


@pytest.mark.parametrize(
    "text",
    ["[", "{}", "[]", '{"releases": [{"files": [{"path": 1}], "people": {}}]}', '{"releases": [{"files": 3}]}', "null"],
)
def test_a_damaged_list_is_told_of_and_harms_nothing(released: Path, text: str) -> None:
    """Without it nobody knows what hangs where, so silence would be wrong, and so would a crash."""
    (released / releases.PATH).write_text(text, encoding="utf-8")
    known, problems = releases.read(released)
    assert known == ()
    (problem,) = problems
    assert problem.warning
    assert problem.file == "winners/released.json"


def test_packing_with_a_damaged_list_warns_and_begins_a_new_one(released: Path) -> None:
    """The clerk learns what is lost, and the packs are made."""
    (released / releases.PATH).write_text("[", encoding="utf-8")
    done = product.tonbaep(released, "pack")
    assert done.returncode == 0
    assert "winners/released.json" in done.stderr
    assert len(releases.read(released)[0]) == 1


def test_the_list_is_read_as_it_was_written(handed_out: Path, tmp_path: Path) -> None:
    """What is compared next year is what was handed out this year."""
    (release,), problems = releases.read(handed_out)
    assert problems == ()
    (tmp_path / "winners").mkdir()
    keep(tmp_path, (), release)
    assert releases.read(tmp_path) == ((release,), ())
    assert not any(path.startswith("build/sealed") for path in release.files)
    stored: dict[str, Any] = json.loads((handed_out / releases.PATH).read_text(encoding="utf-8"))
    assert {name for name, _ in stored["releases"][0]["people"].values()} == {
        one.full for one in release.people.values()
    }


@pytest.fixture(scope="module")
def release(records: Records, handed_out: Path) -> Release:
    """Return what was handed out."""
    return releases.release_of(records, manifest.read(handed_out / "build", Own(handed_out)))


def _without(records: Records, *ids: str) -> Records:
    award_round = records.rounds[0]
    return replace(
        records, rounds=(replace(award_round, winners=tuple(one for one in award_round.winners if one.id not in ids)),)
    )


def _withdrawn(winner: Winner) -> Winner:
    photo = winner.photo
    return replace(winner, photo=replace(photo, consent=None)) if photo else winner


def test_somebody_who_is_in_the_result_no_more_is_taken_down_by_initials(records: Records, release: Release) -> None:
    """An award can be withdrawn; the sheets that honour the person are still hanging."""
    (one,) = releases.compare(_without(records, "uea"), [release], release).take_downs
    assert (one.who, one.why) == ("นาย อ. ป.", "gone")
    assert len(one.files) == sum("2566/uea" in entry.people for entry in release.files.values())


def test_a_list_that_was_packed_but_not_handed_out_comes_again(records: Records, release: Release) -> None:
    """Packed, then a word corrected, then packed again: the withdrawn consent must not be lost in between."""
    clean = replace(release, files={path: one for path, one in release.files.items() if not one.people})
    gone = _without(records, "uea")
    assert releases.compare(gone, [clean, release], clean).down
    assert not releases.compare(gone, [clean], clean)


def test_that_the_result_comes_out_is_no_correction(records: Records, release: Release) -> None:
    """On the morning of the result hundreds of files are new; what hung before follows the plan for the boards."""
    call = replace(
        release,
        files={path: replace(one, people=(), portrayed=(), sha256="0") for path, one in release.files.items()},
        people={},
    )
    assert not releases.of_year(releases.compare(records, [call], release), 2566, 2566).changed
    assert releases.compare(records, [release], call).changed


def test_only_the_channel_that_lost_its_consent_is_taken_down(records: Records, release: Release) -> None:
    """Somebody who no longer wants to be on Facebook still hangs on the boards."""
    award_round = records.rounds[0]
    winners = []
    for one in award_round.winners:
        consent = one.photo.consent if one.photo else None
        kept = replace(consent, channels=consent.channels - {"social"}) if consent else None
        winners.append(replace(one, photo=replace(one.photo, consent=kept)) if one.photo else one)
    less = replace(records, rounds=(replace(award_round, winners=tuple(winners)),))
    found = releases.compare(less, [release], release)
    assert found.down
    assert all(re.search("/screen/|^build/social/|^site/assets/cards/", path) for path in found.down)
    assert {changes.why(one) for one in found.take_downs} == {"ไม่ยินยอมให้ใช้ภาพใน สื่อสังคมออนไลน์ ภาพตัวอย่างของลิงก์"}


def test_every_file_of_a_drawing_is_known_as_one(release: Release) -> None:
    """A form that is added tomorrow must not become a line of its own."""
    posters = [
        entry for path, entry in release.files.items() if path.startswith("build/print") and "/winner-uea-" in path
    ]
    assert len(posters) > 8
    assert {(entry.design, entry.called) for entry in posters} == {("winner-uea", "โปสเตอร์ นายเอื้อ ป้องสมมุติ")}
    ways = [(entry.use, entry.way, entry.suffix) for entry in posters]
    assert len(set(ways)) == len(ways)


@pytest.mark.parametrize("villages", [1, 12])
@pytest.mark.parametrize("long", [False, True], ids=["usual names", "long names"])
def test_the_papers_hold_any_number_of_boards_and_people(
    records: Records, release: Release, villages: int, *, long: bool, tmp_path: Path
) -> None:
    """Nothing over the edge and nothing overlapping, for one board or twelve, with names of sixty letters."""
    office = replace(
        records.organisation,
        villages=tuple(
            Village(n, f"บ้านตัวอย่างที่ {n}", "ศาลาอเนกประสงค์ข้างโรงเรียนประจำหมู่บ้าน", None) for n in range(1, villages + 1)
        ),
    )
    award_round = records.rounds[0]
    people, winners = dict(release.people), tuple(map(_withdrawn, award_round.winners))
    files = dict(release.files)
    if long:
        name = Name("ว่าที่ร้อยตรีหญิง", "พรรณประภาวิจิตรสุดา", "เอกอุดมสุวรรณรัตนโชติพงศ์ไพศาล")
        key = key_of(2566, winners[0])
        old = people[key].full
        people[key] = releases.Known(name.full, "ว่าที่ร้อยตรีหญิง พ. อ.")
        files = {path: replace(one, called=one.called.replace(old, name.full)) for path, one in files.items()}
        winners = (replace(winners[0], name=name), *winners[1:])
    now = replace(records, organisation=office, rounds=(replace(award_round, winners=winners),))
    before = replace(release, files=files, people=people)
    after = replace(before, files={path: replace(one, sha256="f" * 64) for path, one in files.items()})
    found = releases.of_year(releases.compare(now, [before], after), 2566, 2566)
    told = changes.Told(office, now.rounds[0], found)
    papers = {
        piece.name: piece.press.press(piece.template, sheet.view, tmp_path)
        for piece in changes.PIECES_OF_CHANGE
        for sheet in piece.lay_out(told)
    }
    assert set(papers) == {"take_down", "errata"}
    for pdf in papers.values():
        assert off_the_page(pdf, 4) == []
        assert overlapping(pdf) == []
        with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
            assert len(document) < 20
    assert _letters(papers["take_down"]).count("หมู่ที่") >= villages


@pytest.mark.parametrize("kind", ["cut", "deep", "folder", "dangling link", "later version"])
def test_a_list_that_cannot_be_read_is_kept_and_told_of_until_somebody_mends_it(
    release: Release, tmp_path: Path, kind: str
) -> None:
    """It is the only thing that calls back sheets: a new one in its place must not hide that the old is lost."""
    file = tmp_path / releases.PATH
    file.parent.mkdir()
    if kind == "folder":
        file.mkdir()
    elif kind == "dangling link":
        file.symlink_to(tmp_path / "nowhere")
    else:
        later = json.dumps({"releases": [{"files": [{"path": "build/x", "kind": "hologram"}], "people": {}}]})
        file.write_text({"cut": '{"releases"', "deep": "[" * 200_000, "later version": later}[kind], encoding="utf-8")
    known, (problem,) = releases.read(tmp_path)
    assert (known, problem.file) == ((), releases.PATH)
    keep(tmp_path, known, release)
    for _ in range(2):
        known, (problem,) = releases.read(tmp_path)
        assert (known, problem.file) == ((release,), f"{releases.PATH}.unreadable")
    aside = file.with_name(f"{file.name}.unreadable")
    aside.rename(tmp_path / "mended")
    assert releases.read(tmp_path) == ((release,), ())


def test_a_list_on_a_shared_drive_stays_there(release: Release, tmp_path: Path) -> None:
    """The office made it a link, so that two computers know what was handed out."""
    (tmp_path / "winners").mkdir()
    (tmp_path / releases.PATH).symlink_to(tmp_path / "shared.json")
    (tmp_path / "shared.json").write_text('{"releases": []}', encoding="utf-8")
    keep(tmp_path, (), release)
    assert (tmp_path / releases.PATH).is_symlink()
    assert releases.read(tmp_path) == ((release,), ())
