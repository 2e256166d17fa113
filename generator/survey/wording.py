"""What is wrong with a file of answers, in the clerk's words, and how its headings are written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problems import Text
from generator.reading import text as letters
from generator.reading.tree import Saying
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST: Final = 280
_SHOWN: Final = 40
_AGAIN: Final = "เปิดแบบฟอร์ม ส่งออกคำตอบเป็น CSV หรือ Excel (.xlsx) อีกครั้ง แล้วนำเข้าไฟล์นั้น"
_AGAIN_EN: Final = "export the replies from the form once more, as CSV or .xlsx, and import that file"
_SAVE_AS: Final = "เปิดใน Excel แล้วบันทึกเป็น “Excel Workbook (.xlsx)” หรือ “CSV UTF-8” แล้วนำเข้าไฟล์นั้น"
_SAVE_AS_EN: Final = "open it in Excel, save it as .xlsx or as CSV UTF-8, and import that file"

EMPTY: Final = say("ไฟล์นี้ไม่มีคำตอบเลย", "there is no reply in this file", _AGAIN, _AGAIN_EN)
PASSWORD: Final = say(
    "ไฟล์นี้ใส่รหัสผ่านไว้ จึงอ่านไม่ได้",
    "this file is protected by a password",
    "เปิดใน Excel เลือก ไฟล์ > ข้อมูล > ป้องกันเวิร์กบุ๊ก ลบรหัสผ่าน แล้วบันทึก",
    "open it in Excel, remove the password and save",
)
OLD_FORMAT: Final = say("ไฟล์นี้เป็น Excel รุ่นเก่า (.xls)", "this is an old Excel file (.xls)", _SAVE_AS, _SAVE_AS_EN)
WEB_PAGE: Final = say(
    "ไฟล์นี้เป็นหน้าเว็บที่ตั้งชื่อเหมือนไฟล์ Excel", "this is a web page under the name of a table", _SAVE_AS, _SAVE_AS_EN
)
NO_TABLE: Final = say("ไฟล์นี้เป็น PDF ไม่ใช่ตารางคำตอบ", "this is a PDF, not a table of replies", _AGAIN, _AGAIN_EN)
OPEN_QUOTE: Final = say(
    "เครื่องหมายคำพูดเปิดแล้วไม่ปิด ตั้งแต่บรรทัดนี้จึงแบ่งช่องไม่ได้",
    "a quotation mark is opened and never closed from this line on",
    _AGAIN,
    _AGAIN_EN,
)
FORMULA: Final = say(
    "ช่องนี้เป็นสูตร ไม่ใช่คำตอบ",
    "this cell is a formula, not an answer",
    "คัดลอกช่องนี้ แล้ววางเฉพาะค่าทับที่เดิม (วางแบบพิเศษ > ค่า)",
    "copy the cell and paste its value alone",
)
ERROR: Final = say(
    "ช่องนี้เป็นข้อผิดพลาดของ Excel เช่น #N/A",
    "this cell is an error of Excel, such as #N/A",
    "พิมพ์คำตอบจริง หรือลบให้ว่าง",
    "type the answer, or leave the cell empty",
)
MERGED: Final = say(
    "ช่องนี้ผสานกับช่องอื่น จึงไม่รู้ว่าเป็นคำตอบของใคร",
    "this cell is merged with others, so it is unclear whose answer it is",
    "ยกเลิกการผสานเซลล์ แล้วพิมพ์คำตอบในแต่ละช่อง",
    "unmerge the cells and type an answer into each",
)
TOO_WIDE: Final = say(
    "แถวนี้มีช่องมากกว่าหัวคอลัมน์ เพราะจุลภาคในคำตอบไม่ได้อยู่ในเครื่องหมายคำพูด",
    "this row has more cells than there are headings, because a comma within an answer is not in quotation marks",
    _AGAIN,
    _AGAIN_EN,
)
HIDDEN_ROWS: Final = Text("แถวและคอลัมน์ที่ซ่อนไว้อ่านด้วย", "hidden rows and columns are read as well")


def heading(written: str) -> str:
    """Return a heading as it is shown, compared and kept: in one line, without what no record may hold.

    One that is made of strokes and dots alone says nothing.
    """
    plain = " ".join(letters.without_refused(letters.clean(written.replace("_x000D_", " "))).split())
    while stack := next(letters.loose(plain), None):
        plain = plain.replace(stack, "".join(letter for letter in stack if not letters.is_mark(letter)))
    plain = " ".join(plain[:_LONGEST].split())
    return plain if any(map(str.isalnum, plain)) else ""


def cut(title: str) -> str:
    """Return a heading short enough to stand before a message."""
    return f"{title[:_SHOWN]}…" if len(title) > _SHOWN else title


def of_workbook(saying: Saying) -> Saying:
    """Return what is wrong with a workbook, with the cure for one that we did not make."""
    return Saying(saying.message, Text(_AGAIN, _AGAIN_EN))


def garbled(title: str) -> Saying:
    """Describe a file that some program read in a wrong encoding before."""
    return say(
        f"ภาษาไทยในไฟล์นี้เพี้ยนเพราะรหัสอักขระผิด: {shown(title)}",
        f"the Thai in this file was read in a wrong encoding: {shown(title)}",
        _AGAIN,
        _AGAIN_EN,
    )


def all_hidden(title: str) -> Saying:
    """Describe a workbook that shows nothing."""
    return say(
        f"คำตอบอยู่ในแผ่น {shown(title)} ซึ่งซ่อนไว้",
        f"the replies stand in the sheet {shown(title)}, which is hidden",
        "คลิกขวาที่แถบแผ่นงาน เลือก ยกเลิกการซ่อน แล้วบันทึก",
        "unhide the sheet and save",
    )


def other_sheets(title: str, others: Sequence[str]) -> Text:
    """Say which sheet is read of several."""
    names = ", ".join(f"“{other}”" for other in others)
    return Text(f"อ่านแผ่น “{title}” ไม่ได้อ่าน {names}", f"the sheet “{title}” is read, and not {names}")


def left_out(titles: Sequence[str]) -> Text:
    """Say which questions of the form are none of the record's."""
    names = ", ".join(f"“{cut(title)}”" for title in titles)
    return Text(
        f"ไม่นับคอลัมน์ต่อไปนี้ เพราะไม่มีใน survey.aspects ของ round.yaml: {names}",
        f"these are not counted, since survey.aspects of round.yaml has none of them: {names}",
    )


def no_questions() -> Saying:
    """Describe a file in which nothing is a question of the survey."""
    return say(
        "ไม่พบคอลัมน์ใดที่เป็นข้อคำถาม 5 ระดับ",
        "no column holds answers of five levels",
        "ตรวจว่าเป็นไฟล์คำตอบของแบบประเมินนี้ ถ้าใช่ ให้เขียนข้อคำถามใน survey.aspects ของ round.yaml ให้ตรงกับหัวคอลัมน์",
        "see whether this is the right file; if so, write the questions into survey.aspects as the headings have them",
    )


def missing(items: Sequence[str], near: str) -> Saying:
    """Describe a question of the record that no column holds."""
    rest = f" และอีก {len(items) - 1} ข้อ" if len(items) > 1 else ""
    meant = f" หัวที่ใกล้ที่สุดคือ {shown(near)}" if near else ""
    return say(
        f"ไม่พบคอลัมน์ของข้อ {shown(items[0])}{rest}{meant}",
        f"no column holds {shown(items[0])} ({len(items)} such)",
        "แก้ข้อความใน survey.aspects ของ round.yaml ให้ตรงกับหัวคอลัมน์ หรือเพิ่มใน columns ของ survey.yaml ว่าคอลัมน์ใดคือข้อนี้",
        "make survey.aspects of round.yaml say what the heading says, or name the column in columns of survey.yaml",
    )


def twice(item: str, title: str) -> Saying:
    """Describe two columns for one question."""
    return say(
        f"มีสองคอลัมน์สำหรับข้อ {shown(item)} อีกคอลัมน์คือ {shown(title)}",
        f"two columns hold {shown(item)}, the other being {shown(title)}",
        "ลบคอลัมน์ที่ซ้ำออกจากไฟล์ หรือเขียนใน columns ของ survey.yaml ว่าคอลัมน์ใดไม่ใช้ (ไม่ใช้)",
        "delete one of them from the file, or say in columns of survey.yaml that one is not used (ไม่ใช้)",
    )


def two_scales(title: str) -> Saying:
    """Describe a question that is answered otherwise than the others."""
    return say(
        f"ข้อ {shown(title)} ตอบคนละมาตรากับข้ออื่น จึงรวมกันไม่ได้",
        f"{shown(title)} is answered on another scale than the rest",
        "เขียนใน columns ของ survey.yaml ว่าคอลัมน์นี้ไม่ใช้ (ไม่ใช้)",
        "say in columns of survey.yaml that this one is not used (ไม่ใช้)",
    )


def codes(words: Sequence[str]) -> Saying:
    """Describe answers that are codes of a program."""
    return say(
        f"คำตอบเป็นตัวย่อของโปรแกรม ({', '.join(words[:5])}) จึงไม่รู้ว่าระดับใด",
        f"the answers are a program's codes ({', '.join(words[:5])}), which say no level",
        "ส่งออกใหม่โดยเลือกคำตอบแบบเต็ม (Full answers) หรือเขียน levels ใน survey.yaml เช่น {word: A1, level: 5}",
        "export again with full answers, or write levels into survey.yaml, e.g. {word: A1, level: 5}",
    )


def unclear(words: Sequence[str]) -> Saying:
    """Describe words of which nobody can be sure which level they mean."""
    return say(
        f"ไม่แน่ใจว่าคำตอบเหล่านี้คือระดับใดของ 5 ระดับ: {', '.join(map(cut, words[:6]))}",
        f"it is unclear which of five levels these mean: {', '.join(map(cut, words[:6]))}",
        "เขียน levels ใน survey.yaml ของปีนี้ บรรทัดละคำ เช่น   - {word: ดีมาก, level: 5}",
        "write levels into survey.yaml of this year, e.g. - {word: ดีมาก, level: 5}",
    )


def unordered(example: str) -> Saying:
    """Describe dates that fit in two orders."""
    return say(
        f"ไม่แน่ใจว่า {shown(example)} เขียนวันก่อนหรือเดือนก่อน",
        f"it is unclear whether the day or the month stands first in {shown(example)}",
        "สั่งอีกครั้งโดยเติม --dates d/m (วันก่อน) หรือ --dates m/d (เดือนก่อน)",
        "run it again with --dates d/m or --dates m/d",
    )


def bad_answer(written: str, size: int) -> Saying:
    """Describe an answer that is no level."""
    scale = "ใช่หรือไม่ใช่" if size <= len(("no", "yes")) else f"ระดับ 1 ถึง {size}"
    return say(
        f"คำตอบ {shown(written)} ไม่ใช่{scale}",
        f"{shown(written)} is no level of this scale",
        "แก้คำตอบในไฟล์ตามต้นฉบับแล้วนำเข้าใหม่ ไม่แก้ก็ได้ คำตอบของคนนี้จะไม่นับ",
        "mend it in the file and import again; left as it is, this reply is not counted",
    )


def bad_day(written: str) -> Saying:
    """Describe a moment that is none."""
    return say(
        f"อ่าน {shown(written)} เป็นวันที่ไม่ได้",
        f"{shown(written)} is no date",
        "แก้ในไฟล์แล้วนำเข้าใหม่ ไม่แก้ก็ได้ คำตอบของคนนี้จะไม่นับ",
        "mend it in the file and import again; left as it is, this reply is not counted",
    )


def too_many_bad(bad: int, read: int) -> Saying:
    """Describe a file most of which cannot be what it is taken for."""
    return say(
        f"อ่านไม่ได้ {bad:,} จาก {read:,} แถว มากเกินกว่าจะเป็นการพิมพ์ผิด",
        f"{bad:,} of {read:,} rows cannot be read, too many for slips",
        "ตรวจว่าแบบประเมินเป็น 5 ระดับ และคอลัมน์ตรงกับข้อคำถามแล้วสั่งใหม่",
        "see whether the survey has five levels and the columns are the right ones",
    )


def none_counted(reasons: Iterable[str]) -> Saying:
    """Describe a file of which nothing is left."""
    return say(
        f"ไม่มีคำตอบที่นับได้เลย ({', '.join(reasons)})",
        "no reply of this file counts",
        "ตรวจว่าเป็นไฟล์ของปีนี้ และวันใน survey (opens, counted_until) ของ round.yaml ถูกต้อง",
        "see whether the file is this year's and the days of the survey in round.yaml are right",
    )
