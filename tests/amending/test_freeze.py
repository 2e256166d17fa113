"""What `freeze` writes down is what a certificate says from then on, until it is issued anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.amending.freeze import freeze
from generator.disclosure import publish
from generator.pieces.paper import certificate
from generator.pieces.web import verify
from generator.problems import ProblemsFound
from generator.thai.dates import parse_moment
from tests.support.small import ORGANISATION, ROUND, WINNERS

if TYPE_CHECKING:
    from generator.disclosure import Publication
    from tests.support.small import Small

FROZEN = "2566/certificates.yaml"
LATER = parse_moment("2566-06-01 12:00")
PLAIN = "certificates:\n  - winner: first\n    number: 4\n    token: abcdefghijklmnopqrst\n"
NAME = "name: องค์การบริหารส่วนตำบลทดสอบ\n"


@pytest.fixture
def frozen(small: Small) -> Small:
    """Return records of a real office whose certificates have been numbered."""
    for name in (ORGANISATION, ROUND, WINNERS):
        small.write(name, small.text(name).replace("sample: true\n", ""))
    freeze(small.project, small.store, None)
    return small


def _published(small: Small) -> Publication:
    return publish(small.read(), LATER, "print")


def _person(small: Small) -> dict[str, str]:
    sheet = next(iter(certificate.PIECE.lay_out(_published(small))))
    person: dict[str, str] = sheet.view["people"][0]
    return person


def _told(small: Small) -> list[str]:
    return [warning.field for warning in small.read().warnings if warning.file.endswith(FROZEN)]


def test_everything_that_a_certificate_says_is_written_down(frozen: Small) -> None:
    """What is not kept would follow the records."""
    held = frozen.read().rounds[0].winners[0].certificate
    assert held is not None
    assert held.issued is not None
    assert held.issued.office == "องค์การบริหารส่วนตำบลทดสอบ"
    assert held.issued.name.full == "นางสาวปิยะนุช ศรีท้องถิ่น"
    assert (held.issued.position, held.issued.division) == ("นักพัฒนาชุมชน", "สำนักปลัด")
    assert (held.issued.signer.name.full, held.issued.signer.post) == ("นางสอง ทดสอบ", "นายก")
    assert (held.issued.award, held.issued.category) == ("บุคลากรต้นแบบ", "พนักงาน อันดับที่ 1")
    assert held.issued.day.isoformat() == "2023-04-26"
    assert _told(frozen) == []


def test_quotation_marks_and_colons_in_the_records_come_back_as_they_were(small: Small) -> None:
    """A post such as "หัวหน้า: ก # ข" must not spoil the file."""
    small.edit(WINNERS, "position: นักพัฒนาชุมชน", "position: 'นัก \"พัฒนา\": ชุม # ชน \\ '")
    freeze(small.project, small.store, None)
    held = small.read().rounds[0].winners[0].certificate
    assert held is not None
    assert held.issued is not None
    assert held.issued.position == small.read().rounds[0].winners[0].position


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        (WINNERS, "last: ศรีท้องถิ่น", "last: นามใหม่", "name"),
        (WINNERS, "position: นักพัฒนาชุมชน", "position: หัวหน้าสำนักปลัด", "position"),
        (ROUND, "award: บุคลากรต้นแบบ\n", "award: คนดีศรีตำบล\n", "award"),
        (ROUND, "first: สอง,", "first: สาม,", "signer.name"),
        (ROUND, "post: นายก\n", "post: นายกเทศมนตรี\n", "signer.post"),
        (ROUND, "name: พนักงาน,", "name: ข้าราชการ,", "category"),
        (ROUND, "starts: 2566-04-26, ends: 2566-04-26", "starts: 2566-04-27, ends: 2566-04-27", "day"),
    ],
)  # fmt: skip
def test_what_was_signed_stands_and_the_difference_is_told(
    frozen: Small, file: str, old: str, new: str, field: str
) -> None:
    """The certificate hangs on a wall; its page must say what it says."""
    before = _person(frozen)
    frozen.edit(file, old, new)
    assert _person(frozen) == before
    assert _told(frozen)[0] == f"certificates[0].issued.{field}"
    (warning, *_) = [each for each in frozen.read().warnings if each.file.endswith(FROZEN)]
    assert warning.fix is not None
    assert "tonbaep freeze --year 2566 --again first" in warning.fix.th


def test_the_page_behind_the_code_repeats_what_was_signed(frozen: Small) -> None:
    """A page of another wording would call the genuine sheet a forgery."""
    frozen.edit(WINNERS, "last: ศรีท้องถิ่น", "last: นามใหม่")
    (page,) = verify.PIECE.lay_out(_published(frozen))
    assert page.view["name"]["full"] == "นางสาวปิยะนุช ศรีท้องถิ่น"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (NAME, "name: เทศบาลตำบลทดสอบ\n", "office"),
        ("name: สำนักปลัด\n", "name: สำนักปลัดเทศบาล\n", "division"),
    ],
)
def test_an_office_that_only_wrote_its_new_name_is_stopped_before_it_rewrites_a_signed_year(
    frozen: Small, old: str, new: str, field: str
) -> None:
    """All pages and posters of the year would say it; written as former, all is well again."""
    frozen.edit(ORGANISATION, old, new)
    problem = frozen.only_problem()
    assert (problem.file, problem.field) == (f"winners/{FROZEN}", f"certificates[0].issued.{field}")
    assert "formerly" in problem.fix.th
    indent = "    " if field == "division" else ""
    former = f"{indent}formerly:\n{indent}  - {{until: 30 กันยายน 2566, {old.strip()}}}\n"
    frozen.edit(ORGANISATION, new, f"{new}{former}")
    assert _told(frozen) == []


def test_in_the_sample_nobody_signed_so_it_is_only_a_warning(small: Small) -> None:
    """Who starts from the sample writes an own name first."""
    freeze(small.project, small.store, None)
    small.edit(ORGANISATION, NAME, "name: เทศบาลตำบลทดสอบ\n")
    assert _told(small) == ["certificates[0].issued.office"]


def test_a_certificate_is_issued_anew_under_its_number_and_code(frozen: Small) -> None:
    """The misprint is taken back; the number in the register stays."""
    first = frozen.read().rounds[0].winners[0].certificate
    frozen.edit(WINNERS, "last: ศรีท้องถิ่น", "last: ศรีถิ่นไทย")
    frozen.edit(ORGANISATION, NAME, "name: องค์การบริหารส่วนตำบลทดสอบใหม่\n")
    assert freeze(frozen.project, frozen.store, None, ["first"]) == [(2566, 1)]
    again = frozen.read().rounds[0].winners[0].certificate
    assert first is not None
    assert again is not None
    assert (again.number, again.token) == (first.number, first.token)
    assert again.issued is not None
    assert (again.issued.name.last, again.issued.office) == ("ศรีถิ่นไทย", "องค์การบริหารส่วนตำบลทดสอบใหม่")
    assert _told(frozen) == []


def test_nothing_is_forgotten_where_the_records_are_faulty_otherwise(frozen: Small) -> None:
    """A half-written file would lose what was signed."""
    before = frozen.text(FROZEN)
    frozen.edit(WINNERS, "replies: 68", "replies: many")
    with pytest.raises(ProblemsFound):
        freeze(frozen.project, frozen.store, None, ["first"])
    assert frozen.text(FROZEN) == before


def test_an_older_file_is_read_and_completed_without_a_new_number(small: Small) -> None:
    """Offices have files of numbers and codes alone; what follows the records there is kept from the next run on."""
    small.write(FROZEN, PLAIN + "  - winner: gone\n    number: 9\n    token: bbbbbbbbbbbbbbbbbbbb\n")
    held = small.read().rounds[0].winners[0].certificate
    assert held is not None
    assert held.issued is None
    assert _person(small)["name"] == "นางสาวปิยะนุช ศรีท้องถิ่น"
    assert freeze(small.project, small.store, None) == [(2566, 1)]
    held = small.read().rounds[0].winners[0].certificate
    assert held is not None
    assert held.issued is not None
    assert (held.number, held.token) == (4, "abcdefghijklmnopqrst")
    assert small.text(FROZEN).endswith("bbbbbbbbbbbbbbbbbbbb\n")


def test_an_id_without_a_certificate_is_told_and_changes_nothing(frozen: Small) -> None:
    """A slip of the keyboard must not pass as done."""
    before = frozen.text(FROZEN)
    with pytest.raises(ProblemsFound) as found:
        freeze(frozen.project, frozen.store, None, ["first", "frist"])
    (problem,) = found.value.problems
    assert "frist" in problem.message.th
    assert "first," not in problem.message.th
    assert frozen.text(FROZEN) == before


def test_a_certificate_follows_its_holder_to_another_id(frozen: Small) -> None:
    """The file says that nobody may edit it, so what is written below the new id must do; the number stays."""
    before, held = _person(frozen), frozen.read().rounds[0].winners[0].certificate
    kept = frozen.text(FROZEN)
    frozen.edit(WINNERS, "  - id: first\n", "  - id: anew\n")
    (told,) = [each for each in frozen.read().warnings if each.file.endswith(FROZEN)]
    assert told.fix is not None
    assert "formerly: [first]" in told.fix.th
    frozen.edit(WINNERS, "  - id: anew\n", "  - id: anew\n    formerly: [older, first]\n")
    assert _told(frozen) == []
    assert frozen.read().rounds[0].winners[0].certificate == held
    assert _person(frozen) == before
    assert freeze(frozen.project, frozen.store, None) == []
    assert frozen.text(FROZEN) == kept


def test_a_certificate_is_issued_anew_to_an_id_of_today(frozen: Small) -> None:
    """What stands below the old id is renewed there; a second number would make two certificates of one."""
    number = frozen.text(FROZEN).count("number:")
    frozen.edit(WINNERS, "  - id: first\n", "  - id: anew\n    formerly: [first]\n")
    frozen.edit(WINNERS, "last: ศรีท้องถิ่น", "last: ศรีถิ่นไทย")
    (told,) = [each for each in frozen.read().warnings if each.file.endswith(FROZEN)]
    assert told.fix is not None
    assert "tonbaep freeze --year 2566 --again anew" in told.fix.th
    assert freeze(frozen.project, frozen.store, None, ["anew"]) == [(2566, 1)]
    assert frozen.text(FROZEN).count("number:") == number
    assert _person(frozen)["name"].endswith("ศรีถิ่นไทย")
    assert _told(frozen) == []
