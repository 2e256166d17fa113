"""The command as it is typed: what it refuses before a byte goes up, what it asks, and what it says."""

from __future__ import annotations

import fnmatch
import os
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.cli import run
from generator.cli.recorded import Recorded
from generator.desk.jobs import Job
from generator.publishing import after
from tests.support.small import Small

if TYPE_CHECKING:
    from pathlib import Path


class Office(NamedTuple):
    """A project that was built just now, and a folder that is its host."""

    small: Small
    web: Path

    def says(self, *words: str) -> tuple[int, str]:
        """Run a command before nobody, and return its code and all that it says in Thai."""
        job = Job(lambda *_: 0)
        code = run([*words, "--project", str(self.small.project)], Recorded("th", job))
        return code, "\n".join([*(text.th for text in job.said), *(problem.say() for problem in job.problems)])

    def publish(self, *words: str) -> tuple[int, str]:
        """Publish into the folder."""
        return self.says("publish", "--to", str(self.web), *words)

    def seen(self) -> dict[str, bytes]:
        """Return what visitors see there."""
        files = (path for path in self.web.rglob("*") if path.is_file() and ".tonbaep" not in path.parts)
        return {path.relative_to(self.web).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office whose site was built."""
    root = tmp_path_factory.mktemp("office")
    office = Office(Small(root), root / "web")
    assert office.says("build")[0] in {0, 1}
    return office


@pytest.fixture
def office(first: Office) -> Office:
    """Return the office with the site of its records, published once."""
    assert first.says("build")[0] in {0, 1}
    code, said = first.publish("--sample", "--yes")
    assert code == 0, said
    return first


def _change(office: Office, old: str, new: str) -> None:
    file = office.small.project / "winners/organisation.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sample_goes_up_only_when_it_is_meant(office: Office) -> None:
    """Invented people on the office's real address would be believed."""
    code, said = office.publish()
    assert code == 1
    assert "sample: ใช่" in said
    assert "--sample" in said


def test_a_folder_is_where_to_look_and_not_the_office_s_address(office: Office) -> None:
    """The address still shows what was there before, and whoever looks at it would think that nothing had worked."""
    for said in (office.publish("--sample")[1], office.publish("--sample", "--yes", "--repair")[1]):
        assert f"เปิดดู {office.web}" in said
        assert "khuanmao.example" not in said.partition("เปิดดู")[2]


def test_what_goes_up_is_the_site_and_nothing_else(office: Office) -> None:
    """No record, no sheet for the office alone, no note of the program where visitors look."""
    site = office.small.project / "site"
    assert office.seen() == {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    code, said = office.publish("--sample")
    assert code == 0
    assert "ไม่ได้ส่งอะไร" in said


def test_the_look_afterwards_finds_a_file_of_every_kind_in_a_finished_site(office: Office) -> None:
    """A kind that has moved to another folder would never be looked at again, and nobody would be told."""
    names = [*office.seen()]
    for ways in after.SAMPLES:
        assert any(fnmatch.filter(names, way) for way in ways), ways


def test_a_site_older_than_the_records_waits_for_a_build(office: Office) -> None:
    """A mistake that was mended in the records would be published once more."""
    before = office.seen()
    _change(office, "office_hours: ", "office_hours: ใหม่ ")
    code, said = office.publish("--sample")
    assert code == 1
    assert "ข้อมูลถูกแก้หลังจากสร้าง" in said
    assert "tonbaep build" in said
    assert office.seen() == before
    assert office.says("build")[0] in {0, 1}
    code, said = office.publish("--sample", "--dry-run")
    assert code == 0
    assert "ยังไม่ได้ทำอะไร" in said
    assert office.seen() == before
    assert office.publish("--sample")[0] == 0
    assert office.seen() != before
    assert office.publish("--back")[0] == 0
    assert office.seen() == before
    code, said = office.publish("--list")
    assert code == 0
    assert said.count("ที่ประชาชนเห็นอยู่") == 1


def test_a_site_of_another_day_stays_here(office: Office) -> None:
    """What was made for last month says that citizens are still asked."""
    assert office.says("build", "--as-of", "1 มกราคม 2566 เวลา 09.00 น.")[0] in {0, 1}
    code, said = office.publish("--sample")
    assert code == 1
    assert "ของวันอื่น" in said


def test_a_part_of_a_site_stays_here(office: Office) -> None:
    """After a build of one piece the pages may be of two days."""
    assert office.says("build", "--only", "poster")[0] in {0, 1}
    code, said = office.publish("--sample")
    assert code == 1
    assert "บางส่วน" in said


def test_a_page_changed_by_hand_stays_here(office: Office) -> None:
    """Nobody signed what somebody wrote into a finished page."""
    page = office.small.project / "site/index.html"
    page.write_bytes(page.read_bytes() + b"<!-- mine -->")
    code, said = office.publish("--sample")
    assert code == 1
    assert "ถูกแก้หลังจากสร้าง" in said


def test_many_pages_vanish_only_when_somebody_says_so(office: Office) -> None:
    """A year whose files were forgotten on another computer must not take its pages from the web in silence."""
    before = office.seen()
    others = {f"2565/page-{number}.html": b"x" for number in range(200)}
    for name, value in others.items():
        file = office.small.project / "content" / name.replace(".html", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"# " + value)
    assert office.says("build")[0] in {0, 1}
    assert office.publish("--sample")[0] == 0
    for name in others:
        (office.small.project / "content" / name.replace(".html", ".md")).unlink()
    assert office.says("build")[0] in {0, 1}
    code, said = office.publish("--sample")
    assert code == 1
    assert "จะหายไป" in said
    assert len(office.seen()) > len(before) + 100
    assert office.publish("--sample", "--yes")[0] == 0
    assert office.seen() == before


def test_records_without_a_place_say_what_to_write(office: Office) -> None:
    """The first time, this sentence is the manual."""
    code, said = office.says("publish", "--sample")
    assert code == 1
    assert "publish: sftp://" in said


def test_a_place_that_is_none_is_refused_with_the_ways_to_write_it(office: Office) -> None:
    """A password in an address would stand in the history of the terminal."""
    code, said = office.says("publish", "--to", "sftp://user:canary@host/web")
    assert code == 2
    assert "รหัสผ่าน" in said
    assert "canary" not in said


@pytest.mark.parametrize("inside", ["", "site", "winners", "winners/2566/new", ".tonbaep", "build/a.zip", ".."])
def test_a_place_in_the_project_or_around_it_is_refused(office: Office, inside: str) -> None:
    """A build would throw the published site away, and records that wait for their moment would be served."""
    there = {path for path in office.small.project.rglob("*") if ".tonbaep" not in path.parts}
    code, said = office.says("publish", "--sample", "--yes", "--to", str(office.small.project / inside))
    assert code == 1
    assert "โครงการ" in said
    assert "../tonbaep-web" in said
    assert {path for path in office.small.project.rglob("*") if ".tonbaep" not in path.parts} == there


def test_a_folder_as_another_system_writes_it_is_refused(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder named after a drive of Windows would be made wherever the command is typed, and nobody sees the site."""
    monkeypatch.chdir(tmp_path)
    other = "/srv/web" if os.name == "nt" else "Z:\\web"
    code, said = office.says("publish", "--sample", "--yes", "--to", other)
    assert code == 1
    assert "เครื่องนี้ไม่มีโฟลเดอร์" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("looks", ["--dry-run", "--list", "--back"])
def test_looking_makes_no_folder(office: Office, looks: str, tmp_path: Path) -> None:
    """Whoever mistypes a place and only looks leaves nothing there; and there is no way back where nothing was."""
    code, said = office.says("publish", "--sample", looks, "--to", str(tmp_path / "web"))
    assert code == (1 if looks == "--back" else 0)
    assert ("ไม่มีรุ่นก่อนหน้า" in said) == (looks == "--back")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("other", ["--dry-run", "--list", "--sealed", "--withhold"])
def test_of_two_things_at_once_neither_is_done(office: Office, other: str) -> None:
    """Somebody who tries a way back with --dry-run must not find it gone."""
    before = office.seen()
    code, said = office.publish("--sample", "--back", other)
    assert code == 2
    assert "--back" in said
    assert other in said
    assert office.seen() == before


def test_a_site_before_which_there_was_none_is_taken_down_only_when_that_is_meant(
    office: Office, tmp_path: Path
) -> None:
    """One --back too many would leave citizens before an empty folder."""
    place = ("--to", str(tmp_path / "web"))
    assert office.says("publish", "--sample", *place)[0] == 0
    code, said = office.says("publish", "--back", *place)
    assert code == 1
    assert "--back --yes" in said
    assert (tmp_path / "web/index.html").is_file()
    code, said = office.says("publish", "--back", "--yes", *place)
    assert code == 0
    assert "เอาเว็บไซต์ลงแล้ว" in said
    assert not (tmp_path / "web/index.html").exists()


def test_withholding_waits_for_no_build(office: Office) -> None:
    """Minutes before the moment, with records half changed, nobody must be told to build first."""
    _change(office, "office_hours: ", "office_hours: ใหม่ ")
    code, said = office.publish("--withhold")
    assert code == 1
    assert "ไม่มีผลที่ปิดผนึกไว้" in said
    assert "tonbaep build" not in said


def test_the_site_of_another_office_stays_until_somebody_agrees(office: Office) -> None:
    """Two offices of one vendor with each other's line in the records: most pages have the same names in both."""
    file = office.small.project / "winners/organisation.yaml"
    before, seen = file.read_text(encoding="utf-8"), office.seen()
    name = next(line for line in before.splitlines() if line.startswith("name:"))
    file.write_text(before.replace(name, "name: องค์การบริหารส่วนตำบลข้างเคียง"), encoding="utf-8")
    assert office.says("build")[0] in {0, 1}
    code, said = office.publish("--sample")
    assert code == 1
    assert name.removeprefix("name: ") in said
    assert office.seen() == seen
    assert office.publish("--sample", "--yes")[0] == 0
    assert office.publish("--sample")[0] == 0
    assert office.seen() != seen
    file.write_text(before, encoding="utf-8")
