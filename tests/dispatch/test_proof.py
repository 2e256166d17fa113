"""The proof book: everything is in it, anybody can compute its digest, and what changed after signing is named."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from generator.building.listing import of_job
from generator.building.plan import Job
from generator.disclosure import may_portray
from generator.disk import keeping
from generator.dispatch import labels, texts
from generator.dispatch.proof import PROOF, Looked
from generator.piece import drawn
from generator.pieces import PIECES
from tests.support import product
from tests.support.line_ends import off_the_page, overlapping
from tests.support.publications import make_publication
from tests.support.rounds import draw_all, make_round, make_winner
from tests.support.small import ROUND

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records
    from tests.support.small import Small

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
RESULT = "2566-04-21 09:00"


def _proof(project: Path, *arguments: str) -> dict[str, Any]:
    """Make the book and return the command's report on it."""
    done = product.tonbaep(project, "proof", "--json", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    (book,) = json.loads(done.stdout)["proofs"]
    found: dict[str, Any] = book
    return found


@pytest.fixture(scope="module")
def proofed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Return the built sample with its book, and the command's report; tests work on copies."""
    project = product.copy_of_built(built, tmp_path_factory.mktemp("proofed") / "project")
    return project, _proof(project)


@pytest.fixture
def project(proofed: tuple[Path, dict[str, Any]], tmp_path: Path) -> Path:
    """Return a copy of the built sample with its book, for this test alone."""
    return product.copy_of_built(proofed[0], tmp_path / "project")


@pytest.fixture
def book(proofed: tuple[Path, dict[str, Any]]) -> dict[str, Any]:
    """Return the command's report on the book."""
    return proofed[1]


BESIDE = {piece.name for piece in PIECES if piece.place == "site" or piece.kind == "program"}
"""What stands beside the pages for programs: feeds, calendars, pictures of links. Nobody is shown them to sign."""


def _seen(project: Path) -> list[dict[str, Any]]:
    """Return the manifest's entries of what people see, by path: all sheets and pages, but no parts of a page."""
    return [
        entry
        for entry in product.manifest(project)
        if entry["piece"] not in {"proof", "pack", *BESIDE}
        and (entry["piece"] != "site" or entry["path"].endswith(".html"))
    ]


def _digest(entries: list[dict[str, Any]]) -> str:
    """Compute the digest from its bits, as the file format and Crockford's base 32 define it."""
    lines = sorted((entry["path"], entry["sha256"]) for entry in entries)
    sha = hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in lines).encode()).hexdigest()
    bits = "".join(f"{int(figure, 16):04b}" for figure in sha)
    letters = "".join(CROCKFORD[int(bits[start : start + 5], 2)] for start in range(0, 100, 5))
    return "-".join(letters[start : start + 5] for start in range(0, 20, 5))


def _enter(project: Path, digest: str) -> None:
    file = project / "winners/2566/round.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"\nproof:\n  digest: {digest}\n", encoding="utf-8")


def _words(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf) as document:
        return "\n".join(page.get_text() for page in document)


def _pictures(pdf: bytes) -> int:
    with pymupdf.open(stream=pdf) as document:
        return sum(len(page.get_image_info()) for page in document)


def _pages(value: bytes, path: str) -> int:
    if not path.endswith(".pdf"):
        return int(path.endswith((".png", ".jpg")))
    with pymupdf.open(stream=value) as document:
        return len(document)


def test_every_look_is_drawn_every_title_is_named_and_the_digest_is_anybodys_to_compute(
    built: Path, project: Path, book: dict[str, Any]
) -> None:
    """Signers have seen everything; an auditor needs the list and a tool that every system has, not this program."""
    entries = _seen(project)
    pdf = (project / book["path"]).read_bytes()
    words = _words(pdf)
    assert [*off_the_page(pdf, 4), *overlapping(pdf)] == []
    twins = {entry.get("site_path") for entry in entries}
    shown = [entry for entry in entries if entry["path"] not in twins and not entry["path"].endswith(".html")]
    read = "".join(words.split())
    unsaid = [entry["path"] for entry in shown if any(part not in read for part in entry["called"].split())]
    assert unsaid == []
    # An order is read as text, in one table with all others.
    drawn = [entry for entry in reversed(shown) if entry["piece"] != "job_ticket_sheet"]
    looks = {entry.get("look") or entry["path"]: entry["path"] for entry in drawn}
    least = sum(_pages((project / path).read_bytes(), path) for path in looks.values())
    assert _pictures(pdf) >= least
    assert "build/" not in words
    assert words.count(book["digest"].split("-")[0]) == 1, "its digest stands on the cover alone"
    with pymupdf.open(stream=pdf) as document:
        assert len(document) <= 20
    assert book["digest"] == _digest(entries)
    assert [part for part in book["digest"].split("-") if part not in words] == []
    assert book["files"] == len(entries)
    assert all(who in words for who in ("ผู้จัดทำ", "หัวหน้าสำนักปลัด", "ปลัด", "นายก"))
    checked = subprocess.run(
        ("sha256sum", "--check", "--strict", "--quiet", f"winners/2566/proofs/{book['digest']}.sha256"),
        cwd=project,
        check=False,
    )
    assert checked.returncode == 0
    assert product.digest(project / "site") == product.digest(built / "site")
    (listed,) = (entry for entry in product.manifest(project) if entry["piece"] == "proof")
    assert listed["audience"] == "internal"
    assert listed["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert _proof(project)["digest"] == book["digest"]
    assert (project / book["path"]).read_bytes() == pdf


def test_every_text_stands_whole_in_the_book(records: Records, proofed: tuple[Path, dict[str, Any]]) -> None:
    """Whoever signs for words has read them to their end: of the record, and what is posted, sent or read out."""
    project, book = proofed
    read = _letters(_words((project / book["path"]).read_bytes()))
    winners = [one for one in records.rounds[0].winners if may_portray(one, "print")]
    own = [text for one in winners for text in (one.citation, one.quote, *one.story.split("\n\n"))]
    assert len(own) > 15
    assert [text for text in own if _letters(text) not in read] == []
    posts = [entry for entry in _seen(project) if entry["path"].endswith(".txt") and entry["kind"] == "post"]
    assert len(posts) > 20
    for entry in posts:
        lines = (project / entry["path"]).read_text(encoding="utf-8-sig").splitlines()
        phrases = [phrase for line in lines if not re.match(r"=+ |\S+\.jpg ", line) for phrase in line.split()]
        assert [phrase for phrase in phrases if _letters(phrase) not in read] == [], entry["path"]
    scripts = [entry for entry in _seen(project) if entry["path"].endswith(".txt") and entry["kind"] == "air"]
    assert len(scripts) > 20
    for entry in scripts:
        _, aloud, _ = re.split(r"-{20,}", (project / entry["path"]).read_text(encoding="utf-8-sig"))
        phrases = [phrase for line in aloud.splitlines() if not line.startswith("[") for phrase in line.split()]
        assert phrases
        assert [phrase for phrase in phrases if _letters(phrase) not in read] == [], entry["path"]
    assert "…" not in read


def _letters(text: str) -> str:
    return re.sub(r"[\s/:()•·“”-]", "", text)


def test_each_page_is_numbered_and_has_a_box_to_tick(proofed: tuple[Path, dict[str, Any]]) -> None:
    """Pages are handed from desk to desk; one that nobody has ticked is one that nobody has read."""
    project, book = proofed
    with pymupdf.open(project / book["path"]) as document:
        assert len(document) == book["pages"]
        for number, page in enumerate(document, 1):
            words = page.get_text()
            assert f"{number}/{len(document)}" in words.split()
            assert labels.ON_PROOF["right"] in words
            assert labels.ON_PROOF["initials"] in words


def test_what_is_signed_and_handed_over_is_large_on_each_persons_page(
    records: Records, proofed: tuple[Path, dict[str, Any]]
) -> None:
    """A certificate hangs in a home for forty years: each letter of it is read."""
    project, book = proofed
    names = [winner.name.full for winner in records.rounds[0].winners]
    with pymupdf.open(project / book["path"]) as document:
        pages = {name: page for page in document for name in names if page.get_text().lstrip().startswith(name)}
        assert [*pages] == names
        for page in pages.values():
            wide = [round((box[2] - box[0]) / 72 * 25.4) for box in (info["bbox"] for info in page.get_image_info())]
            assert wide.count(90) == 2


def test_every_job_of_an_order_stands_in_the_book(built: Path) -> None:
    """Also one with a warning of a coarse photo below its file's name: what nobody sees is printed nevertheless."""
    tickets = sorted((built / "build").rglob("*-ticket.txt"))
    assert tickets
    for ticket in tickets:
        text = ticket.read_text(encoding="utf-8-sig")
        files = re.findall(r"^งานที่ \d+  ไฟล์ (\S+)", text, re.MULTILINE)
        assert files
        assert [job[0] for job in texts.jobs(text)] == files


def test_a_digest_that_was_entered_changes_no_file_and_a_changed_word_names_the_files_that_differ(
    project: Path, book: dict[str, Any]
) -> None:
    """The signature is for these bytes; after a later correction, the build names the sheets that nobody has signed."""
    before = {entry["path"]: entry["sha256"] for entry in product.manifest(project)}
    _enter(project, book["digest"])
    report = product.report(project)
    assert report["signed"] == [{"year": 2566, "digest": book["digest"], "same": True, "differing": []}]
    assert report["pressed"] == []
    assert {entry["path"]: entry["sha256"] for entry in product.manifest(project)} == before
    assert f"ตรงกับฉบับที่ลงนาม {book['digest']}" in product.tonbaep(project, "build").stdout
    product.edit(project / "winners/2566/winners.yaml", "คนแก่ไม่ได้ขออะไรมาก", "คนแก่ไม่ได้ขอมาก")
    report = product.report(project)
    after = {entry["path"]: entry["sha256"] for entry in _seen(project)}
    changed = sorted(path for path, made in after.items() if made != before[path])
    assert changed
    assert report["signed"] == [{"year": 2566, "digest": book["digest"], "same": False, "differing": changed}]
    (warning,) = (each for each in report["warnings"] if each["field"] == "proof.digest")
    lines = (project / "winners/2566/round.yaml").read_text(encoding="utf-8").splitlines()
    assert book["digest"] in lines[warning["line"] - 1]
    assert f"{len(changed)} ไฟล์" in warning["message"]["th"]
    assert changed[0] in warning["message"]["th"]
    assert not (project / "build/proof").exists(), "the book of the old files would lie beside the new ones"


def test_what_is_to_be_published_is_signed_while_nothing_of_it_stands_anywhere(early: Path, tmp_path: Path) -> None:
    """Signatures come before the announcement, and the digest is that of the files made for the announcement."""
    project = product.copy_of_built(early, tmp_path / "project")
    product.edit(project / "winners/2566/round.yaml", "  held: ใช่\n", "")
    product.done(project, "build", "--as-of", product.BEFORE)
    site, sheets = product.digest(project / "site"), product.digest(project / "build/print")
    book = _proof(project, "--as-of", RESULT)
    assert product.digest(project / "site") == site
    assert product.digest(project / "build/print") == sheets
    assert not (project / ".tonbaep/aside").exists()
    staged = [path.read_bytes() for path in (project / ".tonbaep/staged").rglob("*.md")]
    assert staged
    assert not any("ฐิติญา".encode() in text for text in staged)
    assert "ฐิติญา" in _words((project / book["path"]).read_bytes())
    _enter(project, book["digest"])
    before = product.report(project, "--as-of", product.BEFORE)
    assert before["signed"] == [], "before the result there is nothing to compare yet"
    out = product.report(project, "--as-of", RESULT)
    assert [verdict["same"] for verdict in out["signed"]] == [True]
    part = product.report(project, "--only", "poster", "--as-of", RESULT)
    assert [verdict["same"] for verdict in part["signed"]] == [True]
    later = product.report(project, "--as-of", product.AFTER)
    spoken = r"(result|thanks|ceremony)-m\d|loudspeaker/\d+/plan"
    shared = r"/press-release-result|/social/|/print/2566/(00-hang-these|board-plan)\.pdf$"
    of_later = r"/(line-)?(thanks|you-said)[-.]"
    assert [
        path
        for path in later["signed"][0]["differing"]
        if not re.search(rf"\.html$|{spoken}|{shared}|{of_later}", path)
    ] == []
    (warning,) = (each for each in later["warnings"] if each["field"] == "proof.digest")
    assert "ต่างจากฉบับที่ลงนาม" in warning["message"]["th"], "nobody has signed the poster of thanks yet"


def test_a_mistyped_digest_is_told_from_a_changed_file(project: Path, book: dict[str, Any]) -> None:
    """One wrong letter out of twenty must not send the office looking for a change that nobody made."""
    digest = book["digest"]
    wrong = ("0" if digest[0] != "0" else "1") + digest[1:]
    _enter(project, wrong)
    (warning,) = (each for each in product.report(project)["warnings"] if each["field"] == "proof.digest")
    assert digest in warning["fix"]["th"]
    (project / f"winners/2566/proofs/{digest}.sha256").unlink()
    product.edit(project / "winners/2566/round.yaml", wrong, digest)
    assert [verdict["same"] for verdict in product.report(project)["signed"]] == [True]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7k2mq-0xv4t-9hd3w-e5rzn", "7k2mq-0xv4t-9hd3w-e5rzn"),
        ("7K2MQ OXV4T 9HD3W E5RZN", "7k2mq-0xv4t-9hd3w-e5rzn"),
        ("7k2mq–oxv4t–9hd3w–e5rzn", "7k2mq-0xv4t-9hd3w-e5rzn"),
        ("lI2mq-0xv4t-9hd3w-e5rzn", "112mq-0xv4t-9hd3w-e5rzn"),
        ("๗k๒mq-0xv4t-9hd3w-e5rzn", "7k2mq-0xv4t-9hd3w-e5rzn"),
    ],
)
def test_a_digest_is_read_as_a_person_types_it(small: Small, typed: str, read: str) -> None:
    """It is typed from paper: capital letters, spaces and letters that look like digits make no difference."""
    small.write(ROUND, f"{small.text(ROUND)}\nproof:\n  digest: {typed}\n  signed: 20 เมษายน 2566\n")
    signed = small.read().rounds[0].signed
    assert signed is not None
    assert (signed.digest, str(signed.day)) == (read, "2023-04-20")
    assert (signed.line, signed.column) == small.place(ROUND, typed)


@pytest.mark.parametrize("typed", ["7k2mq-0xv4t-9hd3w", "7k2mq-0xv4t-9hd3w-e5rzu", "ลงนามแล้ว"])
def test_what_can_be_no_digest_is_a_fault_at_its_place(small: Small, typed: str) -> None:
    """A digest that could never match would call every build changed."""
    small.write(ROUND, f"{small.text(ROUND)}\nproof:\n  digest: {typed}\n")
    problem = small.only_problem()
    assert (problem.line, problem.column) == small.place(ROUND, typed)
    assert problem.field == "proof.digest"
    assert "หน้าปก" in problem.fix.th


def test_there_is_no_book_of_nothing_and_none_of_a_file_that_somebody_changed(office: Path, published: Path) -> None:
    """The digest would be of files that the program did not make."""
    assert product.tonbaep(office, "proof").returncode == 1
    assert product.tonbaep(published, "proof", "--year", "2560").returncode == 2
    poster = published / "build/print/2566/poster-a4.pdf"
    poster.write_bytes(poster.read_bytes() + b"\n")
    done = product.tonbaep(published, "proof")
    assert done.returncode == 1
    assert "poster-a4.pdf" in done.stderr
    assert not (published / "build/proof").exists()
    assert not (published / "winners/2566/proofs").exists()


def test_twelve_winners_with_long_names_and_without_photos_fill_a_book(tmp_path: Path) -> None:
    """A large round makes a longer book, not a fuller page; a title of any length stands below its picture."""
    first = "ศักดิ์สิทธิ์ประเสริฐเลิศวิไลกุลวงศ์พันธุ์ทองคำเจริญสุขสกุล"
    people = tuple(
        replace(one, name=replace(one.name, first=first), portrait=None) for one in map(make_winner, range(12))
    )
    award_round = make_round(people)
    entries, looks = [], 0
    for piece in (piece for piece in PIECES if piece.name in {"poster", "winner_poster", "newsletter"}):
        for sheet in piece.lay_out(make_publication(award_round)):
            made = piece.press.press(piece.template, drawn(sheet), draw_all(sheet.renditions, tmp_path))
            path = f"build/{sheet.path}"
            keeping.write(tmp_path / path, made)
            entries.append(of_job(Job(piece, sheet, sheet.path, piece.audience, piece.channel), path, made))
            looks += 0 if entries[-1].look else _pages(made, path)
    (sheet,) = PROOF.lay_out(Looked(award_round, entries, tmp_path, None, tmp_path))
    pdf = PROOF.press.press(PROOF.template, sheet.view, tmp_path)
    assert _pictures(pdf) == looks
    assert first in "".join(_words(pdf).split())
    assert sheet.title.startswith("ฉบับตรวจก่อนเผยแพร่")
    assert [*off_the_page(pdf, 4), *overlapping(pdf)] == []
    with pymupdf.open(stream=pdf) as document:
        assert len(document) <= 26
