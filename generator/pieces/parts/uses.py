"""Where files hang, lie or go, how many copies there are, and who carries them: defined once, for every list."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator.piece import Hanging, Use
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from datetime import date

    from generator.disclosure import PublicRound
    from generator.model import Organisation
    from generator.piece import Copies, HelperName

HELPERS: dict[HelperName, str] = {
    "office": "สำนักปลัด",
    "ceremony": "ผู้จัดพิธี",
    "notice-board": "ผู้ดูแลป้ายประกาศ",
    "print-shop": "ร้านพิมพ์",
    "loudspeaker": "ผู้ประกาศเสียงตามสายและหอกระจายข่าว",
    "social": "ผู้ดูแลเฟซบุ๊กและไลน์",
    "web": "ผู้ดูแลเว็บไซต์",
    "old-website": "ผู้ดูแลเว็บเดิมของหน่วยงาน",
}
"""What the office calls each helper, in the order in which lists name them."""

BOARDS = Use("ป้ายประกาศทุกแห่ง", "each board", "notice-board")
OFFICE_BOARD_ALONE = Use("ป้ายประกาศของที่ทำการ", "one", "notice-board")
BOARDS_AND_TABLES = Use("ป้ายประกาศทุกแห่ง และที่แจก", "each board", "notice-board")
WITH_WHO_HANGS = Use("ถือไปที่ป้ายประกาศแต่ละแห่ง", "each board", "notice-board")
WORKPLACE = Use("ที่ทำงานของเจ้าตัว", "one", "notice-board")
COUNTERS = Use("จุดบริการ วางให้หยิบ", "as needed", "notice-board")
COUNTER = Use("โต๊ะของจุดบริการนั้น", "one", "notice-board")
COUNTERS_AND_VILLAGES = Use("จุดบริการ และบ้านผู้ใหญ่บ้าน", "as needed", "notice-board")
SHOP = Use("ส่งร้านพิมพ์", "ordered", "print-shop")
SHOP_FOR_WORKPLACE = Use("ส่งร้านพิมพ์ แล้วติดที่ทำงานของเจ้าตัว", "ordered", "print-shop")
FRONT = Use("หน้าที่ทำการ", "one", "print-shop")
STAGE = Use("เวทีพิธี", "one", "print-shop")
HANDOVER = Use("ลงนามแล้วมอบในพิธี", "one", "ceremony")
ANNOUNCER_OF_CEREMONY = Use("ผู้ดำเนินรายการ", "one", "ceremony")
TABLES_OF_CEREMONY = Use("โต๊ะในพิธี", "one", "ceremony")
SPEAKERS = Use("ผู้กล่าวในพิธี", "one", "ceremony")
GUESTS = Use("ผู้ได้รับการคัดเลือกและแขก", "as needed", "ceremony")
SIGNED_FOR = Use("โต๊ะลงทะเบียนในพิธี แล้วเก็บเข้าแฟ้มของโครงการ", "one", "ceremony")
CHESTS = Use("ผู้รับในพิธี", "one", "ceremony")
ANNOUNCER = Use("ผู้ประกาศของหมู่บ้านนั้น", "one", "loudspeaker")
ANNOUNCERS = Use("ผู้ประกาศทุกหมู่บ้าน", "each announcer", "loudspeaker")
AIR_OFFICE = Use("ผู้ประสานงานเสียงตามสายของสำนักงาน", "one", "loudspeaker")
ANNOUNCERS_COMPUTER = Use("คอมพิวเตอร์หรือโทรศัพท์ของผู้ประกาศ", "file", "loudspeaker")
STICK = Use("แฟลชไดรฟ์ของผู้ประกาศ", "file", "loudspeaker")
POSTS = Use("เฟซบุ๊กและไลน์", "posted", "social")
POSTING = Use("โต๊ะผู้ดูแลเฟซบุ๊กและไลน์", "one", "social")
POSTING_TABLE = Use("คอมพิวเตอร์ของผู้ดูแลเฟซบุ๊กและไลน์", "file", "social")
SCREENS = Use("กลุ่มไลน์ เฟซบุ๊ก และจอในอาคาร", "posted", "social")
ACCOUNT = Use("บัญชีไลน์ของสำนักงาน", "posted", "social")
NEWSROOMS = Use("ผู้สื่อข่าว", "posted", "social")
OLD_SITE = Use("เว็บเดิมของหน่วยงาน", "file", "old-website")
OLD_SITE_GUIDE = Use("อ่านก่อนนำข่าวขึ้นเว็บเดิม", "file", "office")
HEADS_OF_OFFICE = Use("นายกและปลัด", "one", "office")
PROVINCE = Use("เว็บรวมของจังหวัด", "file", "office")
WHO_ASKS = Use("ผู้ขอข้อมูล", "file", "office")
LISTENERS = Use("ฟังได้บนเว็บไซต์", "file", "office")
WEBSITE = Use("เว็บไซต์", "file", "web")

HANDED_OUT = Use("ที่ที่แจกไปแล้ว", "as needed", "office")
"""Of a file of a piece that exists no longer, which an older program handed out."""

SHOP_FOR = {WORKPLACE: SHOP_FOR_WORKPLACE}
"""What a print shop makes of sheets that hang elsewhere than on the boards, by where the office's own hang."""

OFFICE_BOARD, HANDED_TO = "ที่ทำการ", "ที่แจก"
ON_EVERY_BOARD = "A3"
"""The paper size that is ordered of a print shop for every board; larger ones hang only at the office."""

EARLY = "เก็บไว้จนถึงเวลาประกาศ แล้วใช้ที่"
"""Put before the place of use of what was made before its moment."""


DAYS_UP = timedelta(days=30)
"""How long a result hangs; no rule says how long, and a month is usual."""


def while_news(award_round: PublicRound, pages: int = 1) -> Hanging:
    """Return how long a result hangs, on so many pieces of paper."""
    day = award_round.programme.result_at.date()
    return Hanging(day, day + DAYS_UP, pages)


def while_thanking(award_round: PublicRound) -> Hanging:
    """Return how long the thanks hang: from the day of the ceremony, for as long as a result does."""
    day = award_round.programme.step("ceremony").starts
    return Hanging(day, day + DAYS_UP)


def while_done(award_round: PublicRound) -> Hanging:
    """Return how long it hangs what was done: from the newest deed on, or from the result that told it."""
    told = award_round.programme.result_at.date()
    day = max(each.since or told for each in award_round.you_said)
    return Hanging(day, day + DAYS_UP)


def until_result(award_round: PublicRound) -> Hanging:
    """Return how long a sheet from before a result hangs: from the day of the criteria, or else of the survey."""
    programme = award_round.programme
    days = [step.starts for step in programme.steps if step.key == "criteria_notice"]
    return Hanging(days[0] if days else programme.survey.opens, programme.result_at.date())


def while_asking(award_round: PublicRound) -> Hanging | None:
    """Return how long the way to the survey hangs: while it is open, but not before the other sheets go up."""
    if award_round.stage == "preparing":
        return None
    first = while_news(award_round).up if award_round.winners else until_result(award_round).up
    survey = award_round.programme.survey
    return Hanging(max(survey.opens, first), survey.closes)


class Told(NamedTuple):
    """The use of a file in words: the place, the number of copies, and the helper."""

    place: str
    copies: str
    helper: str


def boards(office: Organisation) -> list[tuple[str, str]]:
    """Return every place with a notice board, and where it is there: the office itself, then the villages."""
    villages = [(village.full, village.board) for village in office.villages if village.board]
    return [(office.name, OFFICE_BOARD), *villages]


def places(use: Use, office: Organisation, paper: str = "") -> list[tuple[str, str]]:
    """Return every place to which a sheet of a use goes, and where it is there; `paper` is its size, such as A3.

    What the print shop makes of a poster hangs as the plan for the boards says of the office's own.
    """
    everywhere = boards(office)
    if use == SHOP:
        return everywhere if paper == ON_EVERY_BOARD else everywhere[:1]
    if use == OFFICE_BOARD_ALONE:
        return everywhere[:1]
    if use == SHOP_FOR_WORKPLACE:
        return [(WORKPLACE.place, "")]
    if use == WITH_WHO_HANGS:
        return [(HELPERS[use.helper], "")]
    if use.copies != "each board":
        return [(use.place, "")]
    return [*everywhere, (HANDED_TO, "")] if use == BOARDS_AND_TABLES else everywhere


def since(day: date) -> str:
    """Return the words for the day from which something is used that was made before it."""
    return f"ใช้ตั้งแต่ {long_date(day)}"


def told(use: Use, office: Organisation, *, sealed: bool = False, usable_from: date | None = None) -> Told:
    """Return a use in the words that every list shares."""
    place = f"{EARLY}{use.place}" if sealed else f"{since(usable_from)} ที่{use.place}" if usable_from else use.place
    return Told(place, _copies(use.copies, office), HELPERS[use.helper])


def _copies(copies: Copies, office: Organisation) -> str:
    announcers = sum(village.loudspeaker is not None for village in office.villages)
    return {
        "each board": f"{len(boards(office))} แผ่น",
        "each announcer": f"{announcers} แผ่น",
        "one": "1 แผ่น",
        "as needed": "เท่าที่ใช้",
        "ordered": "ตามใบสั่งงาน",
        "posted": "1 ครั้ง",
        "file": "1 ไฟล์",
    }[copies]
