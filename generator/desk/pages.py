"""The desk's pages, grouped as a person thinks: which keys of which file each of them shows; knows no browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.problems import Text
from generator.reading.folder import NOMINEES, ORGANISATION, PAPERS, ROUND, WINNERS, WINNERS_OF_YEAR

if TYPE_CHECKING:
    from generator.reading import schema

_OFFICE, _ROUND, _NOMINEES, _PEOPLE, _PAPERS = "Organisation", "Round", "Nominees", "Winners", "Papers"


class Page(NamedTuple):
    """A page: its word in the address, title, what it is for, the name of its file's kind, and which keys it shows.

    Without keys of its own it shows all that no other page does. Each entry of the list `listed` has a page of its own.
    """

    word: str
    title: Text
    lead: Text
    of: str
    own: tuple[str, ...] | None
    listed: str = ""

    @property
    def kind(self) -> type[schema.Written]:
        """The kind of the page's file; the schema comes with the first form, for which the first page need not wait."""
        from generator.reading import schema

        kinds: dict[str, type[schema.Written]] = {
            _OFFICE: schema.Organisation,
            _ROUND: schema.Round,
            _NOMINEES: schema.Nominees,
            _PEOPLE: schema.Winners,
            _PAPERS: schema.Papers,
        }
        return kinds[self.of]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the page shows."""
        if self.own is not None:
            return self.own
        elsewhere = {page.listed for page in PAGES if page.of == self.of}
        return tuple(key for key in self.kind.model_fields if key not in elsewhere)

    def file(self, year: int) -> str:
        """Return the page's file, from the project folder."""
        of_year = {_ROUND: ROUND, _NOMINEES: NOMINEES, _PEOPLE: WINNERS_OF_YEAR, _PAPERS: PAPERS}
        return f"{WINNERS}/{ORGANISATION if self.of == _OFFICE else f'{year}/{of_year[self.of]}'}"


PEOPLE: Final = "people"
CONSENT: Final = "consent"
PAGES: Final[tuple[Page, ...]] = (
    Page(
        "office",
        Text("หน่วยงานของเรา", "Our office"),
        Text(
            "ชื่อ ที่อยู่ สี และสิ่งที่ใช้ทุกปี เขียนที่นี่ที่เดียว ทุกชิ้นเปลี่ยนตาม",
            "Name, address, colours and what is used every year: written here once, it changes on every piece",
        ),
        _OFFICE,
        None,
    ),
    Page(
        "divisions",
        Text("สำนักและกอง", "Divisions"),
        Text("กองละหนึ่งหน้า", "A page for each"),
        _OFFICE,
        (),
        "divisions",
    ),
    Page(
        "villages",
        Text("หมู่บ้าน", "Villages"),
        Text("หมู่ละหนึ่งหน้า ป้ายประกาศและเครื่องกระจายเสียงอยู่ในนั้น", "A page for each, with its notice board and loudspeakers"),
        _OFFICE,
        (),
        "villages",
    ),
    Page(
        "programme",
        Text("โครงการปีนี้", "This year’s programme"),
        Text("เนื้อหาตามเอกสารโครงการ กรรมการ และผู้ลงนาม", "What the programme’s paper says, the committee and who signs"),
        _ROUND,
        (
            *("sample", "year", "title", "award", "reasons", "objectives", "target_group", "target_people", "owner"),
            *("budget", "outputs", "publicity", "committee", "nominators", "document_signers", "award_signer"),
            *("newsletter_issue", "outcomes", "corrections", "proof"),
        ),
    ),
    Page(
        "dates",
        Text("วันและเวลา", "Dates"),
        Text(
            "วันในแปดขั้นตอนกำหนดเองว่าเว็บไซต์วันนี้บอกอะไรประชาชน",
            "The days of the eight steps decide what the site says today",
        ),
        _ROUND,
        ("steps", "result_at", "ceremony"),
    ),
    Page(
        "criteria",
        Text("เกณฑ์และประเภท", "Criteria and groups"),
        Text("น้ำหนักรวมกันต้องได้ 100", "The weights must add up to 100"),
        _ROUND,
        ("criteria", "tie_rule", "ties", "categories", "tally", "publish_totals"),
    ),
    Page(
        "survey",
        Text("แบบประเมิน", "Survey"),
        Text(
            "แบบฟอร์มที่ประชาชนตอบ คำตอบที่นับแล้ว และสิ่งที่ทำตามที่ประชาชนบอก",
            "The form that citizens answer, the answers as counted, and what was done about them",
        ),
        _ROUND,
        ("survey", "replies", "you_said"),
    ),
    Page(
        "nominees",
        Text("ผู้ได้รับการเสนอชื่อ", "Nominees"),
        Text("เป็นความลับ ไม่เผยแพร่ไม่ว่าเมื่อใด คนละหนึ่งหน้า", "Secret, and never published; a page for each"),
        _NOMINEES,
        ("sample", "decisions"),
        "nominees",
    ),
    Page(
        PEOPLE,
        Text("ผู้ได้รับการคัดเลือก", "Winners"),
        Text("เก็บเป็นความลับจนถึงเวลาเปิดเผยผล คนละหนึ่งหน้า", "Kept secret until the result is out; a page for each person"),
        _PEOPLE,
        ("sample", "no_winners", "no_winners_in"),
        "winners",
    ),
    Page(
        CONSENT,
        Text("ความยินยอม", "Consent"),
        Text("ใครยินยอมให้ใช้ภาพที่ไหนบ้าง", "Who agreed to be shown, and where"),
        _PEOPLE,
        (),
    ),
    Page(
        "papers",
        Text("เอกสารราชการ", "Official papers"),
        Text(
            "การประชุม ผู้ลงนาม และเลขที่ของคำสั่ง ประกาศ บันทึก และหนังสือ ที่ไม่กรอก เอกสารเว้นเส้นประไว้ให้เขียนด้วยมือ",
            "Meeting, signers and numbers of orders, notices, memos and letters; what is left out becomes dots",
        ),
        _PAPERS,
        None,
    ),
)
BY_WORD: Final = {page.word: page for page in PAGES}


def entry_kind(page: Page) -> type[schema.Written]:
    """Return the group of one entry of a page's list; raises `LookupError` where there is none."""
    from generator.reading.shapes import shapes

    shape = shapes(page.kind).get(page.listed)
    if shape is None or shape.group is None:
        raise LookupError(page.word)
    return shape.group


def trail(file: str, field: str) -> list[Text]:
    """Return the titles of a field and of the groups around it, as a form shows them; none where no form does."""
    from generator.reading import guide
    from generator.reading.shapes import shapes

    kind = next((page.kind for page in PAGES if file.endswith(page.file(0).rpartition("/")[2])), None)
    titles = list[Text]()
    for part in field.split("."):
        key = part.partition("[")[0]
        shape = shapes(kind).get(key) if kind else None
        if kind is None or shape is None:
            break
        titles.append(guide.entry(kind, key).title)
        kind = shape.group
    return titles


def place_of(file: str, field: str) -> tuple[str, int | None] | None:
    """Return the page of a field of a file, and which entry of its list, or None if no page shows it."""
    key, _, number = field.partition(".")[0].partition("[")
    for page in PAGES:
        if page.word == CONSENT or not file.endswith(page.file(0).rpartition("/")[2]):
            continue
        if key and key == page.listed:
            return page.word, int(number.rstrip("]")) if number.rstrip("]").isdigit() else None
        if key in page.keys:
            return page.word, None
    return None
