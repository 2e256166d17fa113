"""What is wrong with a workbook as such, in the clerk's words; what is wrong with a value is the door's to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from generator.reading.tree import Saying

_SAVE_AS: Final = "เปิดใน Excel แล้วบันทึกเป็น “Excel Workbook (.xlsx)”"


class Unreadable(Exception):
    """Nothing can be read from the file."""

    def __init__(self, saying: Saying) -> None:
        """Keep what is wrong."""
        super().__init__(saying.message.en)
        self.saying = saying


EMPTY_FILE: Final = say(
    "ไฟล์นี้ว่าง", "this file is empty", "ดาวน์โหลดใหม่จากโต๊ะทำงาน (หรือ tonbaep excel out)", "run tonbaep excel out again"
)
PASSWORD: Final = say(
    "ไฟล์นี้ใส่รหัสผ่านไว้ จึงอ่านไม่ได้",
    "this file is protected by a password",
    "เปิดใน Excel เลือก ไฟล์ > ข้อมูล > ป้องกันเวิร์กบุ๊ก ลบรหัสผ่าน แล้วบันทึก",
    "open it in Excel, remove the password and save",
)
OLD_FORMAT: Final = say(
    "ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) แม้ชื่อจะลงท้ายอย่างอื่น",
    "this is an old Excel file (.xls), whatever its name says",
    _SAVE_AS,
    "open it in Excel and save it as .xlsx",
)
NO_WORKBOOK: Final = say(
    "ไฟล์นี้ไม่ใช่เวิร์กบุ๊กของ Excel แม้ชื่อจะลงท้าย .xlsx",
    "this is no Excel workbook, whatever its name says",
    f"เลือกไฟล์ที่ดาวน์โหลดจากโต๊ะทำงาน (หรือจาก tonbaep excel out) หรือ{_SAVE_AS}",
    "take the file that tonbaep excel out made, or save yours as .xlsx",
)
TORN: Final = say(
    "ไฟล์นี้เสีย อ่านไม่ได้",
    "this workbook is broken",
    f"{_SAVE_AS} อีกครั้ง ถ้าเปิดไม่ได้ ให้ดาวน์โหลดใหม่จากโต๊ะทำงาน (หรือ tonbaep excel out)",
    "save it once more from Excel, or run tonbaep excel out again",
)
TOO_LARGE: Final = say(
    "ไฟล์นี้ใหญ่เกินกว่าจะเป็นข้อมูลของปีเดียว",
    "this file is too large for the records of a year",
    "ลบภาพ แผ่นอื่น และแถวที่ไม่ใช้ออก แล้วบันทึกใหม่",
    "delete pictures, other sheets and unused rows, and save again",
)
FORMULA: Final = say(
    "ช่องนี้เป็นสูตร โปรแกรมไม่คำนวณแทน",
    "this cell is a formula, which is not calculated here",
    "คัดลอกช่องนี้ แล้ววางเฉพาะค่าทับที่เดิม (วางแบบพิเศษ > ค่า)",
    "copy the cell and paste its value alone",
)
ERROR: Final = say(
    "ช่องนี้เป็นข้อผิดพลาดของ Excel เช่น #N/A หรือ #REF!",
    "this cell is an error of Excel, such as #N/A",
    "พิมพ์ค่าจริงลงในช่อง",
    "type the value itself",
)
MERGED: Final = say(
    "ช่องนี้ผสานกับช่องอื่น จึงไม่รู้ว่าค่าเป็นของแถวหรือคอลัมน์ใด",
    "this cell is merged with others, so it is unclear whose value it holds",
    "เลือกช่องที่ผสาน กด ยกเลิกการผสานเซลล์ แล้วพิมพ์ค่าในแต่ละช่อง",
    "unmerge the cells and type a value into each",
)
IS_DAY: Final = say(
    "Excel เปลี่ยนข้อความในช่องนี้เป็นวันที่",
    "Excel made a date of the text in this cell",
    "จัดรูปแบบช่องเป็น “ข้อความ” แล้วพิมพ์ใหม่",
    "format the cell as text and type it again",
)
NOT_YES: Final = say(
    "ช่องนี้ต้องเป็น ใช่ หรือ ไม่ใช่",
    "this cell must be ใช่ (yes) or ไม่ใช่ (no)",
    "เลือก ใช่ หรือ ไม่ใช่ จากรายการ",
    "choose ใช่ or ไม่ใช่",
)
UNFILLED: Final = say("ยังไม่ได้กรอก", "this cell is empty", "กรอกช่องนี้", "fill in this cell")
CANNOT_WRITE: Final = say(
    "ไฟล์ข้อมูลเขียนในแบบที่ต้องแก้ด้วยมือ",
    "the file of records is written in a way that only a person can change",
    "เปิดไฟล์ข้อมูลแก้ตรงนี้เอง แล้วดาวน์โหลดใหม่จากโต๊ะทำงาน (หรือ tonbaep excel out)",
    "change it there by hand, and run tonbaep excel out again",
)
NO_SHEET: Final = say(
    "ไม่พบแผ่นใดที่มีหัวคอลัมน์ของเรา",
    "no sheet has our headings",
    "เลือกไฟล์ที่ดาวน์โหลดจากโต๊ะทำงาน (หรือจาก tonbaep excel out)",
    "take the file that tonbaep excel out made",
)


def too_far(sheet: str, rows: int, most: int) -> Saying:
    """Say that something stands far away in a sheet."""
    return say(
        f"แผ่น {shown(sheet)} มีค่าอยู่ไกลถึงแถว {rows:,} หรือคอลัมน์ที่อยู่ไกลมาก",
        f"the sheet {shown(sheet)} is filled as far as row {rows:,} or a very far column",
        f"กด Ctrl+End เพื่อไปช่องสุดท้าย ลบแถวและคอลัมน์ที่ไม่ใช้ ให้เหลือไม่เกิน {most:,} แถว",
        f"press Ctrl+End, and delete unused rows and columns; {most:,} rows are read",
    )


def strange_heading(written: str, near: str | None) -> Saying:
    """Say that a column is not known, though something stands in it."""
    return say(
        f"ไม่รู้จักหัวคอลัมน์ {shown(written)} แต่มีค่าอยู่ใต้หัวนี้",
        f"the heading {shown(written)} is unknown, and there are values below it",
        f"เปลี่ยนหัวกลับเป็น {shown(near)}" if near else "ลบคอลัมน์นี้ หรือเปลี่ยนหัวเป็นคำเดิม",
        f"call it {shown(near)} again" if near else "delete the column, or give it its heading back",
    )


def twice(heading: str) -> Saying:
    """Say that two columns have one heading."""
    return say(
        f"มีคอลัมน์ {shown(heading)} สองคอลัมน์",
        f"there are two columns {shown(heading)}",
        "ลบออกให้เหลือคอลัมน์เดียว",
        "delete one of them",
    )


def sheet_twice(name: str) -> Saying:
    """Say that two sheets hold the same list."""
    return say(
        f"มีแผ่น {shown(name)} มากกว่าหนึ่งแผ่น",
        f"there is more than one sheet {shown(name)}",
        "ลบแผ่นที่เป็นสำเนาออก",
        "delete the copy",
    )


def no_owner(written: str, sheet: str) -> Saying:
    """Describe a row that belongs to no row of another sheet."""
    return say(
        f"ไม่มี {shown(written)} ในแผ่น “{sheet}”",
        f"there is no {shown(written)} in the sheet “{sheet}”",
        "เขียนให้ตรงกับแถวในแผ่นนั้น หรือเพิ่มแถวในแผ่นนั้นก่อน",
        "write it as it stands there, or add it there first",
    )
