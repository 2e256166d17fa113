"""What is wrong with a score sheet, in the clerk's words, and what is worth knowing of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.papers import score_labels
from generator.problems import Text
from generator.reading.folder import NOMINEES, ROUND, SCORES, TALLY
from generator.reading.wording import say, shown
from generator.workbook import wording as workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.tree import Saying

_AGAIN: Final = (
    "ใช้ไฟล์ที่ได้จาก tonbaep papers scoresheet หรือขอไฟล์จากกรรมการใหม่",
    "take the file that tonbaep papers scoresheet made",
)
_AS_XLSX: Final = "เปิดใน Excel แล้วบันทึกเป็น “Excel Workbook (.xlsx)”", "open it in Excel and save it as .xlsx"
WEB_PAGE: Final = say(
    "ไฟล์นี้เป็นหน้าเว็บ ไม่ใช่ไฟล์ Excel แม้ชื่อจะลงท้ายอย่าง Excel", "this is a web page, whatever its name says", *_AS_XLSX
)
_CURES: Final = {
    workbook.EMPTY_FILE: _AGAIN,
    workbook.OLD_FORMAT: _AS_XLSX,
    workbook.NO_WORKBOOK: _AGAIN,
    workbook.TORN: _AGAIN,
    workbook.TOO_LARGE: _AGAIN,
}


def of_file(saying: Saying) -> Saying:
    """Return what is wrong with a file as such, with what to do about a score sheet."""
    th, en = _CURES.get(saying, (saying.fix.th, saying.fix.en))
    return say(saying.message.th, saying.message.en, th, en)


FORMULA: Final = say(
    workbook.FORMULA.message.th,
    workbook.FORMULA.message.en,
    "ใบที่เขียนใหม่มีค่าที่ Excel คำนวณไว้ ตรวจว่าถูก ถ้าว่างหรือไม่ตรง พิมพ์คะแนนเป็นตัวเลข",
    "the sheet written anew has the value that Excel reckoned: see that it is right, or type it",
)
MERGED: Final = say(
    workbook.MERGED.message.th,
    workbook.MERGED.message.en,
    "ใบที่เขียนใหม่แยกช่องแล้ว พิมพ์คะแนนในแต่ละช่อง",
    "the sheet written anew has the cells apart: type a score into each",
)
NO_ID: Final = say(
    f"ไม่พบเลขที่ใบ (บรรทัด “{score_labels.SHEET} …” ใต้ชื่อใบ) จึงไม่รู้ว่าเป็นใบของใคร",
    "there is no sheet id, so nobody knows whose sheet this is",
    *_AGAIN,
)
TWO_SHEETS: Final = say(
    "มีใบให้คะแนนมากกว่าหนึ่งแผ่นในไฟล์นี้ (อาจมีแผ่นที่ซ่อนไว้)",
    "there is more than one score sheet in this file, perhaps a hidden one",
    "ลบแผ่นที่เป็นสำเนาออก ให้เหลือใบเดียว",
    "delete the copy",
)
NO_TABLE: Final = say("หัวตารางของใบให้คะแนนหายไป", "the headings of the score sheet are gone", *_AGAIN)
OTHER_RULES: Final = say(
    f"ใบนี้พิมพ์ก่อนเปลี่ยนเกณฑ์ น้ำหนัก คะแนนที่ให้ได้ หรือกรรมการใน {ROUND} คะแนนในใบนี้จึงให้ตามกติกาเก่า",
    "this sheet was made under other rules than those of now",
    "พิมพ์ใบใหม่ด้วย tonbaep papers scoresheet ให้กรรมการให้คะแนนใหม่ หรือแก้กติกากลับ",
    "make new sheets with tonbaep papers scoresheet, or put the rules back",
)
FROZEN: Final = say(
    f"ผลนับและเก็บไว้แล้ว ({TALLY}) คะแนนที่ใช้นับจึงแก้ไม่ได้",
    f"the result was counted and kept ({TALLY}), so its scores cannot change",
    'ถ้าไม่ได้ตั้งใจแก้คะแนน ไม่ต้องนำใบนี้เข้า ใบที่ใช้นับเก็บไว้ครบแล้ว ถ้าคณะกรรมการมีมติให้แก้ เติม --reason "เหตุผล"',
    'leave this file alone if no change was meant; if the committee decided on one, add --reason "…"',
)
MOVED: Final = say(
    "ข้อมูลถูกแก้จากที่อื่นระหว่างที่ถาม จึงยังไม่ได้เก็บคะแนน",
    "the records were changed meanwhile: nothing is kept",
    "สั่งอีกครั้ง แล้วดูคะแนนที่อ่านได้ใหม่",
    "run it again and look at what was read",
)
BOTH: Final = say(
    "มีทั้งเหตุที่งดให้คะแนนและคะแนน",
    "there are scores and a reason for giving none",
    "ลบคะแนนของคนนี้ทุกช่อง หรือลบเหตุที่งด",
    "delete the scores or the reason",
)
NO_REASON: Final = say(
    f"เลือก “{score_labels.OTHER}” แต่ไม่ได้เขียนว่าเหตุใด",
    "another reason was chosen, but not written",
    f"เขียนเหตุในช่อง “{score_labels.HEADS['other']}”",
    "write it into the next cell",
)
NO_ROW_ID: Final = say(
    "แถวนี้มีค่า แต่ไม่มีชื่ออ้างอิงของผู้ได้รับการเสนอชื่อ",
    "there is something in this row, but not about whom",
    "ลบแถวนี้ หรือใช้ใบที่เขียนใหม่ให้ข้างไฟล์นี้",
    "delete the row, or use the sheet written anew",
)
ROW_TWICE: Final = say("แถวของคนนี้มีสองแถว", "there are two rows about this person", "ลบออกให้เหลือแถวเดียว", "delete one")
NO_ROW: Final = say(
    "ใบนี้ไม่มีแถวของคนนี้ ซึ่งอาจเพิ่มในรายชื่อหลังพิมพ์ใบ หรือแถวถูกลบ",
    "this sheet has no row about the person, who may have been added later",
    "ให้คะแนนในใบที่เขียนใหม่",
    "give the scores on the sheet written anew",
)
REMOVED: Final = say(
    f"ไม่มีคนนี้ใน {NOMINEES} แล้ว แต่ใบนี้มีแถวของเขา",
    f"{NOMINEES} no longer has this person, but the sheet has",
    f"ถ้าถอนตัว อย่าลบออก ให้เขียนวันที่ถอนตัวในช่อง withdrawn ของ {NOMINEES}",
    f"if they withdrew, write the day into withdrawn of {NOMINEES}",
)


def unknown_id(id_: str) -> Saying:
    """Say that a sheet's id is none of this office's."""
    return say(
        f"ไม่รู้จักเลขที่ใบ {shown(id_)} อาจเป็นใบของหน่วยงานอื่น หรือ {SCORES} ถูกลบไปหลังพิมพ์ใบ",
        f"the sheet id {shown(id_)} is unknown: another office's, or {SCORES} was deleted since",
        f"ตรวจชื่อหน่วยงานบนใบ ถ้าเป็นของเรา นำ {SCORES} เดิมกลับมา หรือพิมพ์ใบใหม่",
        f"look whose office is on it; restore {SCORES}, or make new sheets",
    )


def other_year(id_: str, year: int) -> Saying:
    """Say that a sheet is another year's."""
    return say(
        f"ใบเลขที่ {shown(id_)} เป็นของปี {year}",
        f"the sheet {shown(id_)} is of the year {year}",
        f"ถ้าตั้งใจนำเข้าปีนั้น เติม --year {year}",
        f"add --year {year} if that year is meant",
    )


def two_files(first: str, second: str) -> Saying:
    """Say that two files are of one member and differ."""
    return say(
        f"เป็นใบของกรรมการคนเดียวกันกับไฟล์ “{first}” แต่ไม่เหมือนกัน จึงไม่รับทั้งสองไฟล์",
        f"this and “{first}” are of one member and differ: neither is taken",
        f"ถามกรรมการว่าไฟล์ใดถูก แล้วนำเข้าไฟล์เดียว “{first}” หรือ “{second}”",
        "ask which one is right, and import that alone",
    )


def not_yours(reason: str) -> Saying:
    """Say that a member gave a score who must not."""
    return say(
        f"กรรมการคนนี้ให้คะแนนคนนี้ไม่ได้: {reason}",
        f"this member must not score this person: {reason}",
        "เว้นว่าง ใบที่เขียนใหม่ล็อกแถวนี้และลบคะแนนออกแล้ว",
        "leave it empty; the sheet written anew has the row locked",
    )


def changed(expected: str, written: str) -> Saying:
    """Say that a cell was changed that was locked."""
    return say(
        f"ช่องนี้ล็อกไว้ แต่ถูกแก้เป็น {shown(written)}",
        f"this cell is locked, but was changed to {shown(written)}",
        f"ต้องเป็น {shown(expected)} ตรวจว่าคะแนนในแถวนี้ให้คนที่ตั้งใจ",
        f"it must be {shown(expected)}; see that the scores are meant for this person",
    )


def missing(names: Sequence[str]) -> Saying:
    """Say for which criteria there is no score."""
    return say(
        f"ขาดคะแนนข้อ {', '.join(names)}",
        f"no score for {', '.join(names)}",
        f"ให้คะแนนให้ครบ หรือบอกเหตุในช่อง “{score_labels.HEADS['recused']}” แล้วเว้นคะแนนว่างทุกช่อง",
        "give every score, or say why there is none",
    )


def no_number(written: str, scale: str) -> Saying:
    """Say that a score is no number."""
    return say(
        f"{shown(written)} ไม่ใช่คะแนน",
        f"{shown(written)} is no score",
        f"ให้ได้ {scale} เขียนเป็นตัวเลข",
        "write it in figures",
    )


def since(nominee: str) -> Text:
    """Say that what is printed about somebody is no longer what the records say."""
    return Text(
        f"ชื่อ ตำแหน่ง หรือสังกัดของ {nominee} แก้หลังพิมพ์ใบนี้ คะแนนใช้ได้ตามเดิม",
        f"name, post or division of {nominee} were changed after the sheet was made; its scores count",
    )


def out(nominee: str, *, kept: bool) -> Text:
    """Say what becomes of scores for somebody who is out by now."""
    th = "เก็บคะแนนไว้ แต่ไม่นับ" if kept else "ไม่มีคะแนนครบให้เก็บ"
    en = "the scores are kept, and do not count" if kept else "no complete scores to keep"
    return Text(f"{nominee} ถอนตัวหรือไม่มีคุณสมบัติแล้ว {th}", f"{nominee} is out by now: {en}")


def out_and_not_theirs(nominee: str, why: str) -> Text:
    """Say that scores are not kept for somebody who is out, and whom the member did not have to score."""
    return Text(
        f"{nominee} ถอนตัวหรือไม่มีคุณสมบัติแล้ว และกรรมการคนนี้ต้องงดให้คะแนนเพราะ{why} จึงไม่เก็บคะแนนที่เขียนไว้",
        f"{nominee} is out by now, and this member does not score the person ({why}): the scores are not kept",
    )


HIDDEN: Final = Text("อ่านส่วนที่ซ่อนไว้ของใบนี้ด้วย", "what is hidden in this sheet is read as well")
