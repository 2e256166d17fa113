"""A consent is withdrawn with one command: nothing shows the person any more, and every sheet is named."""

from __future__ import annotations

import gc
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from generator import cli
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
    try:
        assert cli.main(("withdraw", "saksit", *DAY, "--project", str(published))) == 0
    finally:
        gc.enable()  # a build leaves it off, since its process ends soon
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


@pytest.mark.parametrize("words", [(), ("nobody",), (FIRST,), ("saksit", "--year", "2560")])
def test_an_unclear_person_is_asked_for_and_nothing_changes(
    office: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Hiding the wrong person is worse than being asked again; the ids are listed with the names."""
    before = product.digest(office / "winners")
    assert cli.main(("withdraw", *words, *DAY, "--project", str(office))) == 2
    assert "saksit" in capsys.readouterr().err
    assert product.digest(office / "winners") == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "      consent:\n        channels: [site, print, social]\n        given: 29 มีนาคม 2566\n",
            "      consent: {channels: [site, print, social], given: 29 มีนาคม 2566}\n",
        ),
        ("given: 29 มีนาคม 2566", "given: 21 พฤษภาคม 2566"),
    ],
    ids=["in braces", "before it was given"],
)
def test_a_file_that_only_a_person_can_change_is_left_as_it_is(
    office: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Better to say what to type than to break the record."""
    product.edit(office / WINNERS, old, new)
    before = (office / WINNERS).read_bytes()
    assert cli.main(("withdraw", "saksit", *DAY, "--project", str(office))) == 1
    assert "withdrawn:" in capsys.readouterr().err
    assert (office / WINNERS).read_bytes() == before
    assert not (office / "site").exists()
