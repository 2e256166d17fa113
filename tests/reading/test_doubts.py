"""What a person would doubt is told, and what only looks doubtful is not: both on invented offices."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.problems import ProblemsFound
from generator.reading import citizen_id, encodings, read
from generator.reading.doubts import OF_FILES, OF_TEXTS, traces
from generator.reading.doubts.written import values
from generator.reading.record import open_record
from generator.reading.schema import Organisation, Round, Winners
from generator.store import Store
from generator.thai.dates import END_OF_DAY, DateFault, clock, parse_clock, parse_date, parse_moment
from tests.support import offices
from tests.support.product import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.problems import Problem
    from tests.support.small import Small

TODAY = date(2026, 11, 29)
OFFICE, ROUND, WINNERS = "organisation.yaml", "2566/round.yaml", "2566/winners.yaml"


class Desk:
    """An office's records, to change in one place."""

    def __init__(self, project: Path) -> None:
        """Keep the photos beside them."""
        self.project = project
        self.store = Store(project.parent / "store")

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the first `old`, which must be there."""
        path = self.project / "winners" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def told(self) -> list[Problem]:
        """Return every problem and doubt."""
        return offices.told(self.project, self.store, TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return the records of the subdistrict, about which there is nothing to doubt."""
    return Desk(offices.put(offices.SUBDISTRICT, tmp_path))


def test_a_ceremony_is_not_held_before_its_day(desk: Desk) -> None:
    """The word comes along when last year's round is copied, and every sheet would say on the day that it is over."""
    desk.edit(WINNERS, "given: 5 เมษายน 2567", "given: 5 เมษายน 2566")
    assert not desk.told()
    (doubt,) = offices.told(desk.project, desk.store, date(2023, 4, 25))
    assert (doubt.field, doubt.warning) == ("ceremony.held", True)


@pytest.mark.parametrize("office", [offices.SUBDISTRICT, offices.TOWN], ids=["subdistrict", "town"])
def test_an_office_s_own_records_raise_no_doubt(office: offices.Invented, tmp_path: Path) -> None:
    """A warning that is wrong teaches the clerk to read none."""
    told = Desk(offices.put(office, tmp_path)).told()
    assert [problem.say() for problem in told] == []


NOMINEES = """
nominees:
  - {{id: one, name: {{title: นาง, first: สมใจ, last: ใจดี}}, position: นิติกร, division: works, category: officer}}
  - id: two
    name: {{title: นาย, first: สมคิด, last: ใจดี}}
    position: นิติกร
    division: works
    category: officer
    withdrawn: {day}
"""


def test_a_nominee_has_not_withdrawn_on_a_day_to_come(desk: Desk) -> None:
    """The person is left out of the count from the moment that it is written, whatever year slipped in."""
    for day, doubts in (("2 เมษายน 2566", 0), ("2 เมษายน 2571", 1)):
        file = desk.project / "winners/2566/nominees.yaml"
        file.write_text(NOMINEES.format(day=day), encoding="utf-8")
        told = [each for each in desk.told() if each.field == "nominees[1].withdrawn"]
        assert [(each.file, each.warning) for each in told] == [("winners/2566/nominees.yaml", True)] * doubts
    assert "วันที่ถอนตัว" in told[0].message.th


def test_a_table_of_too_few_is_doubted_once_they_are_known(desk: Desk) -> None:
    """It would be as good as names."""
    assert "tally.open_table" not in {each.field for each in desk.told()}
    (desk.project / "winners/2566/nominees.yaml").write_text(NOMINEES.format(day="2 เมษายน 2566"), encoding="utf-8")
    (doubt,) = (each for each in desk.told() if each.field == "tally.open_table")
    assert "5" in doubt.message.th


class Slip(NamedTuple):
    """A change to the subdistrict's records, and the one thing that must be told of it."""

    file: str
    old: str
    new: str
    field: str
    words: tuple[str, ...]
    warning: bool = True


def citizen(first: str) -> str:
    """Return a citizen's number that opens with twelve digits, its last one by the rule as it is published."""
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(first))
    return first + str((11 - total % 11) % 10)


def broken(thai: str, wrote: str, read_as: str) -> str:
    """Return Thai as a program shows it that reads its bytes in another encoding, which keeps those that it lacks."""
    return "".join(bytes((byte,)).decode(read_as, "ignore") or chr(byte) for byte in thai.encode(wrote))


SOMEBODY = citizen("350991234567")
"""Made up: there is no such district."""
SITE = "https://www.nongphailom-invented.go.th"
FORM = "https://docs.google.com/forms/d/e/1FAIpQLSe0812345678/viewform"
FACEBOOK = "facebook: https://www.facebook.com/nongphailom.invented"
SIGNER = "post: นายกองค์การบริหารส่วนตำบลหนองไผ่ล้อม\n  role: ผู้ลงนาม"
POSITION = "position: หัวหน้าสถานีทดลองข้าว"
QUOTE = "quote: ทดลองก่อนแล้วค่อยชวน"

SLIPS = {
    # what was asked for and cannot be
    "a table without names, and no totals": Slip(
        ROUND, "publish_totals: ใช่", "publish_totals: ไม่ใช่", "tally.open_table", ("ไม่ระบุชื่อ", "publish_totals")
    ),
    "a table without names by divisions": Slip(
        ROUND, "voice_of: คน", "voice_of: กอง", "tally.open_table", ("ไม่ระบุชื่อ", "voice_of")
    ),
    # another office, or the sample
    "an address of the sample": Slip(OFFICE, SITE, "https://khuanmao.example", "site", (".example", "ที่อยู่ตัวอย่าง")),
    "a form of the sample": Slip(ROUND, FORM, "https://forms.example/f", "survey.form", ("forms.example",)),
    "a signer of the sample's office": Slip(
        ROUND, SIGNER, SIGNER.replace("หนองไผ่ล้อม", "ควนเมา"), "award_signer.post", ("ควนเมา", "ตัวอย่าง")
    ),
    "a signer of another office": Slip(
        ROUND,
        SIGNER,
        SIGNER.replace("องค์การบริหารส่วนตำบลหนองไผ่ล้อม", "เทศมนตรีตำบลบางใหญ่น้อย"),
        "award_signer.post",
        ("บางใหญ่น้อย", "หนองไผ่ล้อม"),
    ),
    "a place of the sample": Slip(
        ROUND, "place: ห้องประชุมสภา อบต.หนองไผ่ล้อม", "place: ห้องประชุมสภา อบต.ควนเมา", "ceremony.place", ("ควนเมา",)
    ),
    "a person of the sample": Slip(
        ROUND, "last: สกุลดี0ก", "last: โพษาสาลี", "document_signers[0].name.last", ("โพษาสาลี",)
    ),
    "a name that is made up": Slip(WINNERS, "last: สมมาตร", "last: สมมุติสกุล", "winners[1].name.last", ("สมมุติ",)),
    "a village that is made up": Slip(OFFICE, "name: บ้านโนนสูง", "name: บ้านทดสอบ", "villages[1].name", ("ทดสอบ",)),
    "a post that is a trial": Slip(WINNERS, POSITION, "position: ตำแหน่ง ทดสอบ 1", "winners[1].position", ("ทดสอบ",)),
    # two people
    "one photo under two people": Slip(
        WINNERS, "photos/somkid.jpg", "photos/wilai.jpg", "winners[1].photo.file", ("วิไล", "focus"), warning=False
    ),
    "one citation under two people": Slip(WINNERS, "ทุกวันศุกร์", "ทุกวันจันทร์", "winners[1].citation", ("วิไล",)),
    # figures
    "a mean of five levels": Slip(
        WINNERS, "percent: 91,", "percent: 4.55,", "winners[1].satisfaction.percent", ("91", "เต็ม 5"), warning=False
    ),
    "a share in a past year": Slip(
        ROUND, "percent: 83.10", "percent: 0.831", "outcomes.satisfaction[1].percent", ("83.1", "0 ถึง 1"), warning=False
    ),
    "a target of five levels": Slip(
        ROUND,
        "satisfaction_target: 80",
        "satisfaction_target: 4",
        "outcomes.satisfaction_target",
        ("80",),
        warning=False,
    ),
    # days
    "a consent of the future": Slip(
        WINNERS,
        "given: 12/11/2565",
        "given: 12/11/2575",
        "winners[0].photo.consent.given",
        ("2575", "ยังมาไม่ถึง"),
        warning=False,
    ),
    "a consent of long before": Slip(
        WINNERS, "given: 12/11/2565", "given: 12/11/2555", "winners[0].photo.consent.given", ("2555", "ก่อน")
    ),
    "a consent of years after": Slip(
        WINNERS, "given: 5 เมษายน 2567", "given: 5 เมษายน 2569", "winners[1].photo.consent.given", ("2569", "หลัง")
    ),
    "a loudspeaker that breaks tomorrow": Slip(
        OFFICE,
        "out_of_order: 2 มีนาคม 2566",
        "out_of_order: 2 มีนาคม 2586",
        "villages[3].loudspeaker.out_of_order",
        ("2586",),
    ),
    "a death of the future": Slip(
        WINNERS,
        POSITION,
        f"{POSITION}\n    deceased: 3 เมษายน 2586",
        "winners[1].deceased",
        ("2586", "ยังมาไม่ถึง"),
        warning=False,
    ),
    "a quiet time of the last century": Slip(
        OFFICE, "first: 21 เมษายน 2566", "first: 21 เมษายน 2466", "villages[2].loudspeaker.quiet[1].first", ("2466",)
    ),
    # addresses
    "two colours that look like one": Slip(
        OFFICE, 'accent: "#8f5a12"', 'accent: "#10505f"', "colours.accent", ("#10505f", "#0f4c5c")
    ),
    "a site on this computer": Slip(OFFICE, SITE, "http://localhost:8000", "site", ("ประชาชนเปิดไม่ได้",), warning=False),
    "a site without a dot": Slip(OFFICE, SITE, "http://server2/award", "site", ("server2",), warning=False),
    "a site on the office's network": Slip(OFFICE, SITE, "http://172.16.4.9", "site", ("172.16.4.9",), warning=False),
    "a site by link-local address": Slip(OFFICE, SITE, "http://169.254.7.7", "site", ("169.254.7.7",), warning=False),
    "a site on Facebook": Slip(OFFICE, SITE, "https://m.facebook.com/nongphai", "site", ("facebook",), warning=False),
    "a site that is a form": Slip(OFFICE, SITE, "https://forms.gle/AbC", "site", ("วางโฟลเดอร์",), warning=False),
    "a site with a slip": Slip(
        OFFICE, SITE, "https://nongphailom.go.ht", "site", ("nongphailom.go.th",), warning=False
    ),
    "a site with a label too long": Slip(OFFICE, SITE, f"https://{'a' * 64}.th", "site", ("ไม่มีจริง",), warning=False),
    "a form's editor": Slip(
        ROUND,
        "/d/e/1FAIpQLSe0812345678/viewform",
        "/d/1FAIpQLSe0812345678/edit",
        "survey.form",
        ("Send",),
        warning=False,
    ),
    "a form behind a shortener": Slip(ROUND, FORM, "https://bit.ly/3AbCdEf", "survey.form", ("ย่อลิงก์",)),
    # what came along
    "an entity": Slip(
        WINNERS,
        POSITION,
        "position: หัวหน้า&nbsp;สถานี &amp; แปลง &#3585;",
        "winners[1].position",
        ("หัวหน้า สถานี & แปลง ก",),
        warning=False,
    ),
    "a tag": Slip(WINNERS, QUOTE, "quote: ทดลองก่อน<br/>ค่อยชวน", "winners[1].quote", ("<br/>",)),
    "nothing yet": Slip(WINNERS, QUOTE, "quote: รอข้อมูล", "winners[1].quote", ("ยังไม่ได้กรอก",)),
    "Thai taken for Latin-1": Slip(
        WINNERS,
        POSITION,
        f"position: {broken('หัวหน้าฝ่าย', 'cp874', 'latin-1')}",
        "winners[1].position",
        ("หัวหน้าฝ่าย",),
        warning=False,
    ),
    "UTF-8 taken for Windows-874": Slip(
        WINNERS,
        QUOTE,
        f"quote: {broken('มวยลอย', 'utf-8', 'cp874')}",
        "winners[1].quote",
        ("มวยลอย",),
        warning=False,
    ),
    "a bullet of Word": Slip(
        WINNERS, POSITION, "position: \uf0a7 หัวหน้าฝ่าย", "winners[1].position", ("Word", "•"), warning=False
    ),
    # none
    "no page on Facebook": Slip(OFFICE, FACEBOOK, "facebook: ไม่มี", "facebook", ("ลบทั้งบรรทัด",), warning=False),
    "a dash for none": Slip(OFFICE, FACEBOOK, 'facebook: "–"', "facebook", ("ลบทั้งบรรทัด",), warning=False),
    "n/a for a day": Slip(
        OFFICE,
        "out_of_order: 2 มีนาคม 2566",
        "out_of_order: n/a",
        "villages[3].loudspeaker.out_of_order",
        ("ลบทั้งบรรทัด",),
        warning=False,
    ),
    "not known, of a number": Slip(
        ROUND, "replies: 286", "replies: ไม่ทราบ", "outcomes.satisfaction[0].replies", ("ลบทั้งบรรทัด",), warning=False
    ),
    # labels
    "a surname in the first name": Slip(
        WINNERS,
        "first: สมคิด, last: สมมาตร",
        "first: สมคิด สมมาตร, last: สมมาตร",
        "winners[1].name.first",
        ("first: สมคิด",),
        warning=False,
    ),
    "a title in a signer's first name": Slip(
        ROUND, "first: กมล", "first: นายกมล", "document_signers[0].name.first", ("first: กมล",), warning=False
    ),
    "a number in a village's name": Slip(
        OFFICE, "name: บ้านโนนสูง", "name: หมู่ที่ ๒ บ้านโนนสูง", "villages[1].name", ("name: บ้านโนนสูง",), warning=False
    ),
    "an address written whole": Slip(
        OFFICE,
        "line: เลขที่ 99 หมู่ที่ 9",
        "line: เลขที่ 99 หมู่ที่ 9 ต.หนองไผ่ล้อม อ.รัษฎา จ.ตรัง",
        "address.line",
        ("line: เลขที่ 99 หมู่ที่ 9",),
    ),
    "three places in one": Slip(
        OFFICE,
        "subdistrict: หนองไผ่ล้อม",
        "subdistrict: ต.หนองไผ่ล้อม อ.รัษฎา",
        "address.subdistrict",
        ("subdistrict: หนองไผ่ล้อม",),
        warning=False,
    ),
    "more replies than the office had": Slip(
        WINNERS, "replies: 40", "replies: 4000", "winners[1].satisfaction.replies", ("4,000", "ทั้งหน่วยงาน")
    ),
    # people's own
    "a citizen's number": Slip(
        WINNERS, QUOTE, f"quote: บัตรเลขที่ {SOMEBODY}", "winners[1].quote", ("เลขประจำตัวประชาชน",), warning=False
    ),
    "a mobile in a story": Slip(
        WINNERS, "เขาเล่าว่า", "โทรหาเขา ๐๘๑ ๒๓๔ ๕๖๗๘ เขาเล่าว่า", "winners[1].story", ("081-xxx-xx78",)
    ),
    "a private mailbox": Slip(WINNERS, "เขาเล่าว่า", "somkid.x@gmail.com เขาเล่าว่า", "winners[1].story", ("อีเมล",)),
    "a LINE account of one's own": Slip(OFFICE, '"@nongphailom"', "somkid99", "line_account", ("@",)),
    "a LINE account in a text": Slip(
        WINNERS, "เขาเล่าว่า", "ไอดีไลน์ somkid_99 เขาเล่าว่า", "winners[1].story", ("somkid_99",)
    ),
    "a house in a story": Slip(WINNERS, "เขาเล่าว่า", "ยายอยู่บ้านเลขที่ 45/2 เขาเล่าว่า", "winners[1].story", ("45/2",)),
}


def _desks_full(slips: dict[str, Slip]) -> Iterator[list[Slip]]:
    """Yield slips that can be made at one time: of different fields and lines, and all of one severity."""
    waiting = list(slips.values())
    while waiting:
        taken: list[Slip] = []
        for slip in waiting:
            apart = all((slip.file, slip.old) != (each.file, each.old) and slip.field != each.field for each in taken)
            if apart and slip.warning == waiting[0].warning:
                taken.append(slip)
        waiting = [slip for slip in waiting if slip not in taken]
        yield taken


@pytest.mark.parametrize("slips", tuple(_desks_full(SLIPS)), ids=lambda slips: f"{len(slips)} at a time")
def test_a_slip_is_told_once_where_it_stands(slips: list[Slip], desk: Desk) -> None:
    """A slip that passes stands on sixty files; one that is told twice is mended once and looked for again."""
    for slip in slips:
        desk.edit(slip.file, slip.old, slip.new)
    told = {problem.field: problem for problem in desk.told()}
    assert sorted(problem.field for problem in desk.told()) == sorted(slip.field for slip in slips)
    for slip in slips:
        problem = told[slip.field]
        said = problem.say()
        assert (problem.file, problem.warning) == (f"winners/{slip.file}", slip.warning), said
        assert all(word in said for word in slip.words), said
        assert problem.line > 0
        assert problem.message.en
        assert problem.fix.en


def test_every_doubt_has_a_slip() -> None:
    """A doubt that nothing ever raises may as well not be there."""
    assert len(SLIPS) > len(OF_TEXTS) + len(OF_FILES)
    for doubt in (*OF_TEXTS, *OF_FILES):
        assert doubt.__doc__, doubt
        assert doubt.__doc__.startswith("Doubt "), doubt


LEFT_OFF = {
    "a subdistrict": (OFFICE, "subdistrict: หนองไผ่ล้อม", "subdistrict: ต. หนองไผ่ล้อม"),
    "a district": (OFFICE, "district: รัษฎา", "district: อำเภอรัษฎา"),
    "a province": (OFFICE, "province: ตรัง", "province: จ.ตรัง"),
    "a telephone": (OFFICE, "phone: 0 7555 0123", 'phone: "โทรศัพท์: 0 7555 0123"'),
    "a village's number": (OFFICE, "moo: 2", "moo: หมู่ที่ 2"),
    "the people": (OFFICE, "people: ตำบลหนองไผ่ล้อม", "people: พี่น้องชาวตำบลหนองไผ่ล้อม"),
    "a post": (WINNERS, POSITION, "position: ตำแหน่งหัวหน้าสถานีทดลองข้าว"),
    "a place": (ROUND, "place: ห้องประชุมสภา", "place: ณ ห้องประชุมสภา"),
}


def test_labels_that_the_sheets_write_themselves_are_left_off(desk: Desk) -> None:
    """ตำบลต.หนองไผ่ล้อม stood on 29 pages; the same value without its label can be meant alone."""
    before = read(desk.project, desk.store)
    for case in LEFT_OFF.values():
        desk.edit(*case)
    assert desk.told() == []
    after = read(desk.project, desk.store)
    assert (after.organisation, after.rounds) == (before.organisation, before.rounds)


def test_one_sample_among_three_files_is_told(desk: Desk) -> None:
    """It marks every sheet of the year, and takes the doubts about the sample away."""
    desk.edit(WINNERS, "sample: ไม่ใช่", "sample: ใช่")
    (told,) = desk.told()
    assert (told.field, told.warning) == ("sample", True)
    assert "organisation.yaml, round.yaml ไม่ใช่" in told.message.th


def test_the_sample_with_its_mark_taken_off_is_doubted(tmp_path: Path) -> None:
    """Whoever only writes sample: ไม่ใช่ has published four real officials and a form that nobody can open."""
    for folder in ("winners", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in (OFFICE, ROUND, WINNERS):
        path = tmp_path / "winners" / file
        path.write_text(path.read_text(encoding="utf-8").replace("sample: ใช่", "sample: ไม่ใช่"), encoding="utf-8")
    fields = {problem.field for problem in offices.told(tmp_path, Store(tmp_path / "store"), TODAY)}
    assert {"site", "facebook", "line_account", "survey.form", "award_signer.name.first"} <= fields
    assert {"winners[0].name.last", "villages[0].name", "villages[4].name"} <= fields


def test_the_words_of_the_sample_stand_in_the_sample() -> None:
    """Each is looked for elsewhere only as long as it is there."""
    files = "".join((ROOT / "winners" / file).read_text(encoding="utf-8") for file in (ROUND, WINNERS))
    plain = re.sub(r"\s+", " ", files)
    assert [word for word in traces._SAMPLE_WORDS if word not in plain] == []  # noqa: SLF001


def test_another_office_on_the_sample_s_stories_is_told(desk: Desk) -> None:
    """Finding names of places is easy to forget; the winners' stories of the sample are easier."""
    story = "คุณเอื้อเล่าว่า บ่อน้ำของบ้านบนควนแห้งก่อนที่อื่น"
    desk.edit(WINNERS, "เขาเล่าว่า", story)
    assert [problem.field for problem in desk.told()] == ["winners[1].story"]


def test_one_picture_under_two_names_of_files_is_one(desk: Desk) -> None:
    """A clerk copies the file and calls it after the next person."""
    photos = desk.project / "winners" / "2566" / "photos"
    shutil.copy(photos / "wilai.jpg", photos / "somkid.jpg")
    (told,) = desk.told()
    assert (told.field, told.warning) == ("winners[1].photo.file", False)


def test_two_faces_of_one_picture_are_only_doubtful(desk: Desk) -> None:
    """A picture of a team may be cut for either."""
    desk.edit(WINNERS, "photos/somkid.jpg", "photos/wilai.jpg")
    desk.edit(
        WINNERS,
        "focus: [0.5, 0.3]\n      consent: {channels: [site, print, social]",
        "focus: [0.8, 0.3]\n      consent: {channels: [site, print, social]",
    )
    (told,) = desk.told()
    assert told.warning


def test_the_same_story_with_the_other_name_in_it_is_the_same(desk: Desk) -> None:
    """Only the name was changed in the copy."""
    desk.edit(WINNERS, "คุณวิไลเคยทำงานที่", "เขาเล่าว่า วิไลใจดี")
    text = (desk.project / "winners" / WINNERS).read_text(encoding="utf-8")
    story = re.search(r"story: \|-\n((?:      .*\n|\n)+?)    quote", text)
    assert story
    desk.edit(
        WINNERS,
        "story: เขาเล่าว่า อบต.ข้างเคียงและเทศบาลเมืองใกล้กันมาดูงานหลายครั้ง\n",
        f"story: |-\n{story[1].replace('วิไล', 'สมคิด')}",
    )
    assert [problem.field for problem in desk.told()] == ["winners[1].story"]


@pytest.mark.parametrize(("by", "right"), [(20, "95.5"), (100, "95.5")])
def test_percentages_of_another_scale_are_one_error(by: int, right: str, desk: Desk) -> None:
    """All are wrong in the same way, so the clerk hears of it once; a page would say ร้อยละ 4.77."""
    path = desk.project / "winners" / WINNERS
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"percent: ([\d.]+)", lambda found: f"percent: {float(found[1]) / by:.4g}", text), encoding="utf-8"
    )
    (told,) = desk.told()
    assert not told.warning
    assert "รวม 2 ค่า" in told.message.th
    assert right in told.fix.th


def test_a_mean_of_the_first_alone_is_told_and_not_the_places_that_follow_from_it(desk: Desk) -> None:
    """The first would have fewer points than the second: whoever is told of places mends what is right."""
    desk.edit(WINNERS, "percent: 95.5,", "percent: 4.775,")
    (told,) = desk.told()
    assert (told.field, told.warning) == ("winners[0].satisfaction.percent", False)
    assert "95.5" in told.fix.th


def test_more_winners_than_places_are_said_with_their_ties(desk: Desk) -> None:
    """Two firsts and a second for two places pass as a tie; two certificates were ordered."""
    path = desk.project / "winners" / WINNERS
    text = path.read_text(encoding="utf-8")
    third = text[text.index("  - id: wilai") : text.index("  - id: somkid")]
    third = (
        third[: third.index("    photo:")].replace("id: wilai", "id: malee").replace("วิไล", "มาลี").replace("น้ำ", "นม")
    )
    path.write_text(text.replace("winners:\n", f"winners:\n{third}", 1), encoding="utf-8")
    (told,) = desk.told()
    assert told.warning
    assert "อันดับ 1 ร่วมกัน 2 คน" in told.message.th
    assert "คัดเลือก 2 คน" in told.message.th


def test_the_form_of_last_year_is_doubted(small: Small) -> None:
    """The round was copied, and the answers of two years ran together without a word."""
    small.add_year()
    assert not [each for each in small.read().warnings if each.field == "survey.form"]
    small.edit("2567/round.yaml", "entry.3={channel}&entry.4={place}", "entry.1={channel}&entry.2={place}")
    (told,) = [each for each in small.read().warnings if each.field == "survey.form"]
    assert told.file == "winners/2567/round.yaml"
    assert "2566" in told.message.th


def test_who_gave_no_consent_needs_no_texts(small: Small) -> None:
    """Nothing may print them; whoever consented is asked for all three, and for a focus only where no face is found."""
    text = small.text("2566/winners.yaml")
    first, second = text.split("  - id: second\n")
    bare = re.sub(r"    citation: .*\n    story: .*\n    quote: .*\n", "", second)
    assert bare != second
    small.write("2566/winners.yaml", f"{first}  - id: second\n{bare}")
    assert small.read().rounds[0].winners[1].story == ""
    lacking = re.sub(r"    quote: .*\n", "", first)
    small.write("2566/winners.yaml", f"{lacking}  - id: second\n{bare}")
    assert small.only_problem().field == "winners[0].quote"
    small.write("2566/winners.yaml", f"{first}  - id: second\n{bare}")
    small.edit("2566/winners.yaml", re.search(r" *focus: .*\n", first)[0], "")  # type: ignore[index]
    (told,) = [doubt for doubt in small.read().warnings if doubt.field == "winners[0].photo.file"]
    assert "focus: [0.5, 0.4]" in told.fix.th


def test_a_citizen_s_number_is_not_printed_in_a_message(desk: Desk) -> None:
    """Terminals are copied into chats; a message that warns of a number must not spread it."""
    spaced = f"{SOMEBODY[0]}-{SOMEBODY[1:5]}-{SOMEBODY[5:10]}-{SOMEBODY[10:12]}-{SOMEBODY[12]}"
    for number, (file, old, new) in enumerate(
        (
            (WINNERS, QUOTE, f"quote: {spaced}"),
            (OFFICE, "phone: 0 7555 0123", f"phone: {SOMEBODY}"),
            (ROUND, "replies: 286", f"replies: {SOMEBODY}"),
            (OFFICE, "line: เลขที่ 99", f"line: {SOMEBODY.translate(str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙'))} เลขที่ 99"),
        ),
        1,
    ):
        desk.edit(file, old, new)
        said = "\n".join(each.say() + each.say("en") for each in desk.told())
        assert len([each for each in desk.told() if not each.warning]) == number
        assert SOMEBODY[1:12] not in re.sub(r"[\s-]", "", said)


@pytest.mark.parametrize(
    "number", ["0994000123452", "8851234567890", SOMEBODY[:-1] + str((int(SOMEBODY[-1]) + 1) % 10), f"{SOMEBODY}4"]
)
def test_other_numbers_of_thirteen_digits_are_left_alone(number: str) -> None:
    """Tax numbers of offices, codes of goods and numbers of papers are public."""
    assert list(citizen_id.found(number)) == []


def test_pages_by_hand_are_doubted_with_their_line(desk: Desk) -> None:
    """What a clerk writes into content/ is published like any record."""
    page = desk.project / "content" / "contact.md"
    page.write_text(
        f"# ติดต่อ\n\nบัตร {SOMEBODY}\nโทร 089-876-5432\n[แบบ](http://localhost/x)\n&nbsp;\n", encoding="utf-8"
    )
    with pytest.raises(ProblemsFound) as found:
        read(desk.project, desk.store)
    (told,) = found.value.problems
    assert (told.file, told.line, told.column) == ("content/contact.md", 3, 6)
    page.write_text(page.read_text(encoding="utf-8").replace(SOMEBODY, "x"), encoding="utf-8")
    assert [(each.line, each.warning) for each in desk.told()] == [(4, True), (5, True)]


def test_a_winner_is_not_named_in_what_is_published_before_the_result(desk: Desk) -> None:
    """The embargo keeps back winners.yaml, but not a sentence about it somewhere else."""
    who, page = "วิไล ทองทดแทน", desk.project / "content" / "contact.md"
    desk.edit(WINNERS, "given: 5 เมษายน 2567", "given: 5 เมษายน 2566")
    desk.edit(ROUND, "target_group: ", f"target_group: คุณ{who} และ")
    corrections = f"corrections:\n  - {{of: result, day: 24 เมษายน 2566, right: นาง{who}}}\n"
    desk.edit(ROUND, "result_at:", f"{corrections}result_at:")
    page.write_text(f"# ข่าว\n\nยินดีกับ{who}\n", encoding="utf-8")
    for day, places in ((21, {("winners/2566/round.yaml", "target_group"), ("content/contact.md", 3)}), (22, set())):
        told = offices.told(desk.project, desk.store, date(2023, 4, day))
        named = [problem for problem in told if "ยังไม่ถึงเวลาประกาศ" in problem.message.th]
        assert {(each.file, each.field or each.line) for each in named} == places
        assert all(each.warning and who in each.message.th for each in named)


def _fields(file: str, kind: type[Organisation | Round | Winners], project: Path) -> Iterator[str]:
    record, _ = open_record(project / "winners" / file, file, kind)
    assert record
    for loc, value, what in values(record):
        if isinstance(value, str) and what == "code" and loc[0] != "outputs":
            yield str(next(part for part in reversed(loc) if isinstance(part, str)))


def test_no_text_is_forgotten(desk: Desk) -> None:
    """A field that is added to the schema goes through the doubts without anybody thinking of them."""
    codes = {
        field
        for file, kind in ((OFFICE, Organisation), (ROUND, Round), (WINNERS, Winners))
        for field in _fields(file, kind, desk.project)
    }
    codes -= {
        "key",
        "id",
        "division",
        "aspect",
        "category",
        "nominators",
        "channel",
        "channels",
        "kind",
        "particle",
        "style",
        "weave",
        "season",
        "ties",
        "average",
        "voice_of",
        "too_few",
        "compared",
    }
    assert codes == {"postcode", "primary", "accent", "file"}


@pytest.mark.parametrize("thai", ["นายช่างโยธา", "กองคลัง งานพัสดุ", "น้ำใจที่ดี ปี 2566"])
@pytest.mark.parametrize(
    ("wrote", "read_as"), [("cp874", "latin-1"), ("cp874", "cp1252"), ("utf-8", "cp1252"), ("utf-8", "cp874")]
)
def test_what_a_wrong_encoding_broke_is_given_back(thai: str, wrote: str, read_as: str) -> None:
    """The clerk pastes what the message offers."""
    assert broken(thai, wrote, read_as) != thai
    assert encodings.repaired(broken(thai, wrote, read_as)) == thai


@pytest.mark.parametrize(
    "text", ["São Paulo", "naïve café", "Größe ÄÖÜ", "½ ± § ßßß", "เธอเนียน เนตรนารี", "«คำ» – “คำ”"]
)
def test_what_is_no_broken_thai_stays(text: str) -> None:
    """Letters with marks of other languages are meant, and so is Thai."""
    assert encodings.repaired(text) is None


@pytest.mark.parametrize(
    "written",
    [
        "01-มี.ค.-66",
        "1-มีนาคม-2566",
        "1/3/2566 0:00:00",
        "2566-03-01T00:00:00",
        "1 มีนาคม 2566 (วันพุธ)",
        "1 มี.ค. 66 (พ.)",
        "1 - 3 - 2566",
    ],
)
def test_a_spreadsheet_s_days_are_read(written: str) -> None:
    """Excel with Thai settings copies them so."""
    assert parse_date(written) == date(2023, 3, 1)


@pytest.mark.parametrize(
    "written", ["1 มีนาคม 2566 (วันศุกร์)", "1 มีนาคม 2566 (ค่ำ)", "1 - 3 มีนาคม 2566", "1/3/2566 9:30:00"]
)
def test_what_may_mean_two_days_is_refused(written: str) -> None:
    """A range, a wrong weekday and an hour mean something that a day cannot hold."""
    with pytest.raises(DateFault):
        parse_date(written)


def test_the_end_of_a_day_is_24_00(desk: Desk) -> None:
    """It ends a quiet time; where something begins it is told to be 00.00."""
    assert clock(parse_clock("24.00 น.", ends=True)) == "24.00 น."
    desk.edit(OFFICE, "starts: 04.30 น.\n          ends: 06.00 น.", "starts: 20.00 น.\n          ends: 24.00 น.")
    loudspeaker = read(desk.project, desk.store).organisation.villages[2].loudspeaker
    assert loudspeaker
    assert loudspeaker.quiet[0].ends == END_OF_DAY
    with pytest.raises(DateFault, match="24:00"):
        parse_clock("24.00 น.")
    assert parse_moment("21 เมษายน 2566 (วันศุกร์) เวลา 24.00 น.").date() == date(2023, 4, 22)


def test_a_result_at_the_end_of_its_day_is_explained(desk: Desk) -> None:
    """The clerk wrote the right day; every sheet would name the next."""
    desk.edit(ROUND, "result_at: 21 เมษายน 2566 เวลา 09.00 น.", "result_at: 21 เมษายน 2566 เวลา 24.00 น.")
    (told,) = desk.told()
    assert "21 เมษายน 2566 เวลา 23.59 น." in told.fix.th


def test_a_bare_dash_is_told_as_none(desk: Desk) -> None:
    """YAML takes it for the beginning of a list, which no clerk has in mind."""
    desk.edit(OFFICE, FACEBOOK, "facebook: -")
    (told,) = desk.told()
    assert "ลบทั้งบรรทัด facebook:" in told.fix.th
