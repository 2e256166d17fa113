"""`papers.yaml` at the door: a number is used once, one person signs, what is filed is there."""

from __future__ import annotations

import io
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.model import Numbered
from tests.support import scans

if TYPE_CHECKING:
    from tests.support.small import Small

PAPERS = "2566/papers.yaml"
ORDER = "numbered:\n  - paper: order\n    number: 45/2566\n    day: 2 มีนาคม 2566\n"

TWO_SIGNERS = """
signers:
  - {signs: [order], name: {title: นาย, first: ก้อง, last: ใจดี}, post: นายก}
  - {signs: [result-memo, order], name: {title: นาง, first: แก้ว, last: ใจงาม}, post: ปลัด}
"""


def numbered(*items: str) -> str:
    """Return the file with these numbered papers."""
    return "numbered:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def test_what_is_written_is_what_papers_say(small: Small) -> None:
    """With or without the year, in Thai digits or Arabic."""
    small.write(PAPERS, f"code: ตง 99901\nmeeting:\n  day: ๒๐ เม.ย. ๖๖\n  starts: 10.00 น.\n{ORDER}")
    papers = small.read().rounds[0].programme.papers
    assert papers.code == "ตง 99901"
    assert papers.meeting.day == date(2023, 4, 20)
    assert papers.numbered == (Numbered("order", "45", date(2023, 3, 2), ""),)
    assert papers.head == small.read().rounds[0].award_signer


def test_without_the_file_the_head_signs_and_nothing_is_told(small: Small) -> None:
    """An office that makes no papers is not asked for a krut."""
    records = small.read()
    assert records.rounds[0].programme.papers.head == records.rounds[0].award_signer
    assert records.warnings == ()


@pytest.mark.parametrize(
    ("text", "found", "words"),
    [
        (
            numbered(
                "paper: nominations-memo, number: 12, day: 16 มี.ค. 66",
                "paper: result-memo, number: ๑๒, day: 20 เม.ย. 66",
            ),
            "numbered[1].number",
            ("12/2566", "บันทึกข้อความเชิญเสนอชื่อ"),
        ),
        (numbered("paper: order, day: 2 มี.ค. 66"), "numbered[0].number", ("ไม่มีเลขที่",)),
        (numbered("paper: order, number: สี่สิบห้า, day: 2 มี.ค. 66"), "numbered[0].number", ("เลขทะเบียน",)),
        (numbered("paper: oder, number: 45, day: 2 มี.ค. 66"), "numbered[0].paper", ("order",)),
        (numbered("paper: order, number: 45"), "numbered[0].day", ()),
        (
            numbered("paper: order, number: 45, day: 2 มี.ค. 66, scan: papers/order.pdf"),
            "numbered[0].scan",
            ("papers/order.pdf", "tonbaep file"),
        ),
        (
            TWO_SIGNERS,
            "signers[1].signs[1]",
            ("สองคน",),
        ),
        ("krut: krut.png\n", "krut", ("krut.png",)),
    ],
)
def test_a_fault_is_told_at_its_place(text: str, found: str, words: tuple[str, ...], small: Small) -> None:
    """The clerk jumps there, and reads what to do."""
    small.write(PAPERS, text)
    problem = small.only_problem()
    assert (problem.file, problem.field) == (f"winners/{PAPERS}", found)
    assert problem.line
    assert all(word in problem.say() for word in words)


def test_a_number_is_used_once_in_a_calendar_year_over_all_rounds(small: Small) -> None:
    """Registers begin anew in January, not with the round: two rounds may share a year of the calendar."""
    small.add_year()
    small.write(PAPERS, numbered("paper: order, number: 45, day: 2 มี.ค. 66"))
    small.write("2567/papers.yaml", numbered("paper: order, number: 45, day: 28 ธ.ค. 66"))
    problem = small.only_problem()
    assert (problem.file, problem.field) == ("winners/2567/papers.yaml", "numbered[0].number")
    small.write("2567/papers.yaml", numbered("paper: order, number: 45, day: 4 ม.ค. 67"))
    assert len(small.read().rounds) == 2


def test_a_notice_needs_no_number_and_minutes_have_none(small: Small) -> None:
    """Two notices of one day share nothing that could be doubled."""
    small.write(
        PAPERS,
        numbered(
            "paper: criteria-notice, day: 13 มี.ค. 66",
            "paper: result-notice, day: 13 มี.ค. 66",
            "paper: minutes, day: 20 เม.ย. 66",
        ),
    )
    assert len(small.read().rounds[0].programme.papers.numbered) == 3


def test_the_picture_of_the_krut_comes_through_the_door(small: Small) -> None:
    """It is opened like any other picture."""
    Image.new("RGB", (600, 660), "#222").save(small.path("krut.png"))
    small.write(PAPERS, f"krut: krut.png\n{ORDER}")
    krut = small.read().rounds[0].programme.papers.krut
    assert krut is not None
    assert (krut.width, krut.height) == (600, 660)


@pytest.mark.parametrize(
    ("items", "at", "words"),
    [
        (("paper: order, number: 45, day: 9 มี.ค. 66", "paper: criteria-notice, day: 5 มี.ค. 66"), 1, "คำสั่งแต่งตั้ง"),
        (("paper: minutes, day: 19 เม.ย. 66",), 0, "การประชุมคัดเลือก"),
        (("paper: result-notice, day: 20 เม.ย. 66",), 0, "การประกาศผล"),
        (("paper: order, number: 45, day: 9 มี.ค. 66", "paper: order, number: 41, day: 2 มี.ค. 66"), 1, "ฉบับก่อน"),
        (("paper: order, number: 45, day: 2 มีนาคม 2656",), 0, "ห่างจากรอบนี้"),
        (("paper: order, number: 45, day: 2 มีนาคม 2556",), 0, "ห่างจากรอบนี้"),
        (("paper: order, number: 45, day: 2 มี.ค. 66", "paper: criteria-notice, day: 2 มี.ค. 66"), None, ""),
    ],
)
def test_a_paper_of_a_day_that_cannot_be_is_doubted(
    items: tuple[str, ...], at: int | None, words: str, small: Small
) -> None:
    """A notice of the fifth that refers to an order of the ninth is laughed at by whoever audits both."""
    small.write(PAPERS, f"meeting:\n  day: 20 เม.ย. 66\n{numbered(*items)}")
    told = [each for each in small.read().warnings if each.field.endswith("].day")]
    assert [each.field for each in told] == ([] if at is None else [f"numbered[{at}].day"])
    assert all(words in each.message.th for each in told)


def test_a_meeting_outside_its_step_is_doubted(small: Small) -> None:
    """It was moved, and the schedule was forgotten; or the other way round."""
    small.write(PAPERS, f"meeting:\n  day: 1 ธันวาคม 2566\n{ORDER}")
    (told,) = (each for each in small.read().warnings if each.field == "meeting.day")
    assert told.warning
    assert "1 ธันวาคม 2566" in told.say()


def test_a_step_without_a_date_is_an_error_before_any_paper(small: Small) -> None:
    """All papers take their days from the steps: a gap there would be a gap in each."""
    text = small.text("2566/round.yaml")
    line = next(each for each in text.splitlines() if "starts:" in each and "key: judging" in each)
    begins = line.split("starts:")[1].split(",")[0]
    small.write("2566/round.yaml", text.replace(line, line.replace(f"starts:{begins}, ", "")))
    assert any(problem.field.endswith(".starts") for problem in small.problems())


def test_another_years_papers_are_not_this_ones(small: Small) -> None:
    """Each round has its own file."""
    small.add_year()
    small.write(PAPERS, ORDER)
    shutil.copy(small.path(PAPERS), small.path("2567/papers.yaml.txt"))
    assert any("papers.yaml.txt" in problem.file for problem in small.problems())


NOTICE = "paper: criteria-notice, day: 13 มีนาคม 2566"


@pytest.mark.parametrize(("name", "value"), [("a.pdf", scans.pdf(2)), ("b.jpg", scans.jpeg())])
def test_a_scan_for_the_site_comes_in_as_pictures_of_its_pages_and_nothing_else(
    name: str, value: bytes, small: Small
) -> None:
    """A scan tells who made it on which machine, and may hold words and files below what is seen."""
    folder = small.path("2566/papers")
    folder.mkdir()
    (folder / name).write_bytes(value)
    small.write(PAPERS, numbered(f"{NOTICE}, scan: papers/{name}, on_site: ใช่"))
    (notice,) = small.read().rounds[0].programme.papers.numbered
    assert notice.on_site
    assert len(notice.pages) == (2 if name.endswith("pdf") else 1)
    masters = [small.store.get(page.digest) for page in notice.pages]
    assert len({*masters}) == len(notice.pages)
    for master in masters:
        assert master
        assert scans.SECRET.encode() not in master
        with Image.open(io.BytesIO(master)) as picture:
            assert max(picture.size) > 1000
            assert not picture.getexif()
    assert small.read().rounds[0].programme.papers.numbered == (notice,)


def test_a_scan_that_nobody_asked_for_is_not_even_opened(small: Small) -> None:
    """The office decides whether signatures stand on the web."""
    folder = small.path("2566/papers")
    folder.mkdir()
    (folder / "a.pdf").write_bytes(scans.pdf())
    small.write(PAPERS, numbered(f"{NOTICE}, scan: papers/a.pdf"))
    (notice,) = small.read().rounds[0].programme.papers.numbered
    assert notice.pages == ()


@pytest.mark.parametrize(
    ("item", "value", "found", "words"),
    [
        (f"{NOTICE}, on_site: ใช่", b"", "numbered[0].on_site", "ยังไม่มีไฟล์สแกน"),
        (
            "paper: minutes, day: 20 เม.ย. 66, scan: papers/a.pdf, on_site: ใช่",
            scans.pdf(),
            "numbered[0].on_site",
            "ภายใน",
        ),
        (f"{NOTICE}, scan: papers/a.pdf, on_site: ใช่", scans.pdf(locked=True), "numbered[0].scan", "รหัสผ่าน"),
        (f"{NOTICE}, scan: papers/a.pdf, on_site: ใช่", b"", "numbered[0].scan", "ไฟล์"),
        (f"{NOTICE}, scan: papers/a.pdf, on_site: ใช่", scans.pdf(13), "numbered[0].scan", "13 หน้า"),
    ],
    ids=["none", "internal", "password", "empty", "book"],
)
def test_a_scan_that_cannot_be_shown_is_told_at_its_place(
    item: str, value: bytes, found: str, words: str, small: Small
) -> None:
    """Nothing is published half: the site would point to a file that nobody can open."""
    folder = small.path("2566/papers")
    folder.mkdir()
    (folder / "a.pdf").write_bytes(value)
    small.write(PAPERS, numbered(item))
    (problem,) = small.problems()
    assert problem.field == found
    assert words in problem.message.th
