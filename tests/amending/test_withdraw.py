"""A consent is withdrawn with one command: nothing shows the person any more, and every sheet is named."""

from __future__ import annotations

import gc
import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from generator import cli
from generator.amending.withdraw import people, withdraw
from generator.disk.swap import Workshop
from generator.reading import checks, read
from generator.store import Store
from tests.support import product

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.reading import schema
    from generator.reading.tree import Fault

WINNERS = "winners/2566/winners.yaml"
DAY = ("--as-of", "2566-05-20 12:00")
NAME, FIRST, LAST = "นายศักดิ์สิทธิ์ ต้นแบบดี", "ศักดิ์สิทธิ์", "ต้นแบบดี"
QUOTE = "ถ้ายังซ่อมไม่ได้ก็บอกตรง ๆ"


def _withdraw(project: Path, *words: str) -> tuple[int, dict[str, Any], str]:
    done = product.tonbaep(project, "withdraw", *words, "--json", *DAY)
    return done.returncode, json.loads(done.stdout or "{}"), done.stderr


class Withdrawn(NamedTuple):
    """A project after the command, and the command's report."""

    project: Path
    told: dict[str, Any]


@pytest.fixture(scope="module")
def withdrawn(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Withdrawn:
    """Return the built sample, never packed, after one photo was withdrawn; tests read it and do not change it.

    Its posters were printed straight from the folder.
    """
    project = product.copy_of_built(built, tmp_path_factory.mktemp("withdrawn") / "project")
    looked_at = project / "preview/site/2566/winner-saksit.html"
    looked_at.parent.mkdir(parents=True)
    looked_at.write_text(QUOTE, encoding="utf-8")
    code, told, said = _withdraw(project, "saksit")
    assert code == 0, said
    return Withdrawn(project, told)


def _added(project: Path, before: str) -> list[str]:
    """Return the lines that are new in the winners' file; none may be gone."""
    after = (project / WINNERS).read_text(encoding="utf-8").splitlines()
    old = before.splitlines()
    kept = iter(after)
    assert all(line in kept for line in old)
    return [line for line in after if line not in old]


def _public_text(project: Path) -> str:
    """Return everything public that consists of letters, in plain bytes and in the notation of JSON."""
    files = [
        file
        for file in (project / "site").rglob("*")
        if file.suffix in {".html", ".json", ".xml", ".js", ".txt", ".ics"}
    ]
    files += [file for file in (project / "build").rglob("*.txt") if "packs" not in file.parts]
    assert len(files) > 20
    text = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    return text + re.sub(r"\\u([0-9a-f]{4})", lambda escaped: chr(int(escaped[1], 16)), text)


def test_a_photo_is_withdrawn_by_one_line_and_is_shown_nowhere_any_more(built: Path, withdrawn: Withdrawn) -> None:
    """The file is the clerk's; the photo goes from site and sheets, name and result stay."""
    before = (built / WINNERS).read_text(encoding="utf-8")
    project, told = withdrawn
    assert (told["person"], told["years"], told["photo"], told["name"]) == ("saksit", [2566], True, False)
    assert _added(project, before) == ["        withdrawn: 20 พฤษภาคม 2566"]
    pictures, left = ({file.name for file in (at / "site/assets/pictures").iterdir()} for at in (built, project))
    gone = pictures - left
    assert len({name.partition("-")[0] for name in gone}) == 1, "one photo, in all its sizes"
    text = _public_text(project)
    assert QUOTE not in text
    assert NAME in text
    assert not (project / "preview/site").exists(), (
        "nobody builds a preview again, and it would show the person for ever"
    )


def test_what_hangs_outside_is_named_though_it_was_never_packed(
    built: Path, withdrawn: Withdrawn, tmp_path: Path
) -> None:
    """Posters are printed straight from the folder; an office that packs only later still gets the list to sign."""
    shown = {entry["path"] for entry in product.manifest(built) if "2566/saksit" in entry.get("portrayed", ())}
    project, told = withdrawn
    assert {path for path in told["take_down"] if path.startswith("build/")} == {
        p for p in shown if p.startswith("build/")
    }
    errands = dict(told["tell"])
    assert NAME in errands["ผู้ดูแลป้ายประกาศ"]
    assert "จดหมายข่าว" in errands["ผู้ดูแลป้ายประกาศ"]
    assert {"ร้านพิมพ์", "ผู้ดูแลเฟซบุ๊กและไลน์", "ผู้ดูแลเว็บไซต์"} <= errands.keys()
    packed = product.copy_of_built(project, tmp_path / "project")
    product.done(packed, "pack")
    assert (packed / "build/packs/take-down-2566.pdf").is_file()


def test_the_records_are_read_twice_and_no_more(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once to know who is meant, once to see that the file now says so; the build is given what was seen."""
    offices = []
    look_at = checks.organisation

    def counted(office: schema.Organisation) -> Iterator[Fault]:
        offices.append(office)
        return iter(look_at(office))

    monkeypatch.setattr(checks, "organisation", counted)
    usual = gc.get_threshold()
    try:
        assert cli.main(("withdraw", "saksit", *DAY, "--project", str(published))) == 0
    finally:
        gc.set_threshold(*usual)  # a build collects seldom, since its process ends soon
    assert len(offices) == 2


def test_a_hidden_name_is_public_nowhere_and_the_reason_is_nobodys_business(published: Path) -> None:
    """Found by name instead of id; a reason with letters that mean something to YAML is written unchanged."""
    before = (published / WINNERS).read_text(encoding="utf-8")
    reason = "ขอไว้: 'ไม่สบายใจ' # เรื่องส่วนตัว"
    code, told, _ = _withdraw(published, FIRST, LAST, "--hide-name", reason)
    assert code == 0
    assert told["photo"] is True
    assert told["name"] is True
    assert len(_added(published, before)) == 4
    (award_round,) = read(published, Store(published / ".tonbaep/cache/photos")).rounds
    (mine,) = (winner for winner in award_round.winners if winner.id == "saksit")
    assert mine.suppressed
    assert mine.suppressed.reason == reason
    text = _public_text(published)
    assert LAST not in text
    assert "ไม่สบายใจ" not in text
    assert not list((published / "site").rglob("*saksit*"))
    assert not any(NAME in what for _, what in told["tell"]), "the list is handed from hand to hand"
    again = (published / WINNERS).read_bytes()
    code, told, _ = _withdraw(published, "saksit", "--hide-name", reason)
    assert (code, told["photo"], told["name"]) == (0, False, False)
    assert (published / WINNERS).read_bytes() == again


@pytest.mark.parametrize("words", [(), ("nobody",), (LAST,), ("saksit", "--year", "2560")])
def test_an_unclear_person_is_asked_for_and_nothing_changes(
    office: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Hiding the wrong person is worse than being asked again; the ids are listed with the names."""
    before = product.digest(office / "winners")
    assert cli.main(("withdraw", *words, *DAY, "--project", str(office))) == 2
    assert "saksit" in capsys.readouterr().err
    assert product.digest(office / "winners") == before


BLOCK = "      consent:\n        channels: [site, print, social]\n        given: 29 มีนาคม 2566\n"
PHOTO = "    photo:\n      file: photos/saksit.jpg\n      alt: "
IN_BRACES = {
    "consent": (BLOCK, "      consent: {channels: [site, print, social], given: 29 มีนาคม 2566}\n"),
    "two lines": (
        BLOCK,
        "      consent: { given: 29 มีนาคม 2566,   # โดยวาจา\n        channels: [site, print, social] }\n",
    ),
    "quoted": (BLOCK, '      consent: {"channels": ["site", "print", "social"], "given": "29 มีนาคม 2566"}\n'),
    "name": (
        "    name:\n      title: นาย\n      first: ศักดิ์สิทธิ์\n      last: ต้นแบบดี\n      confirmed: ใช่\n",
        "    name: {title: นาย, first: ศักดิ์สิทธิ์, last: ต้นแบบดี, confirmed: ใช่}\n",
    ),
}
"""Ways to write something on one line, as people do who come from other programs: what stands there, and how else."""


@pytest.mark.parametrize(("old", "new"), IN_BRACES.values(), ids=IN_BRACES)
def test_a_record_in_braces_is_amended_within_them(office: Path, old: str, new: str) -> None:
    """The clerk need not know that there are two ways to write the same; nothing else of the file changes."""
    product.edit(office / WINNERS, old, new)
    before, workshop = (office / WINNERS).read_text(encoding="utf-8"), Workshop(office)
    records = read(office, Store(workshop.photos))
    ((chosen,),) = people(records, FIRST)
    taken = withdraw(workshop, records, [chosen], date(2023, 5, 20), "ขอ, {ไว้}: 'เอง'")
    assert (taken.photo, taken.name) == (True, True)
    (mine,) = (winner for winner in taken.records.rounds[0].winners if winner.id == "saksit")
    assert mine.suppressed
    assert mine.suppressed.reason == "ขอ, {ไว้}: 'เอง'"
    assert mine.photo
    assert mine.photo.consent
    assert mine.photo.consent.withdrawn == mine.suppressed.since == date(2023, 5, 20)
    after = (office / WINNERS).read_text(encoding="utf-8").replace(", withdrawn: 20 พฤษภาคม 2566", "").splitlines()
    assert [line for line in after if line in before.splitlines()] == before.splitlines()


def test_a_first_name_will_do_unless_two_people_have_it(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody in the office says a surname; of namesakes the list tells post, division and year."""
    product.edit(office / WINNERS, "first: กตัญญู", f"first: {FIRST}")
    records = read(office, Store(Workshop(office).photos))
    assert [person[0].winner.id for person in people(records, "ฐิติญา")] == ["thitiya"]
    assert [person[0].winner.id for person in people(records, "นางสาวฐิติญา")] == ["thitiya"]
    assert len(people(records, FIRST)) == 2
    assert [person[0].winner.id for person in people(records, f"{FIRST} {LAST}")] == ["saksit"]
    assert cli.main(("withdraw", FIRST, *DAY, "--project", str(office))) == 2
    said = capsys.readouterr().err
    assert all(each in said for each in ("นายช่างโยธาชำนาญงาน", "กองช่าง", "เจ้าหน้าที่จัดเก็บรายได้", "ปี 2566")), said


def test_a_withdrawal_before_the_consent_is_left_to_a_person(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Better to say what to type than to break the record."""
    product.edit(office / WINNERS, "given: 29 มีนาคม 2566", "given: 21 พฤษภาคม 2566")
    before = (office / WINNERS).read_bytes()
    assert cli.main(("withdraw", "saksit", *DAY, "--project", str(office))) == 1
    assert "withdrawn:" in capsys.readouterr().err
    assert (office / WINNERS).read_bytes() == before
    assert not (office / "site").exists()
