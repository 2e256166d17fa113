"""Forms, deeds and grades: letters said by their names, and the figure behind them: แบบ ปร.4, น.ส.4 จ., ใบอนุญาต อ.1."""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Rule
from generator.thai.numbers import cardinal, digit_by_digit
from generator.thai.words import THAI

_SHORT = 2
"""Up to so many digits a name's figure is said as a number: ทางหลวงหมายเลข 41."""

_FREE = rf"(?<![{THAI}.])"


def name_figure(figures: str) -> str:
    """Return how the figure of a name is said: 4 สี่, 41 สี่สิบเอ็ด, 403 สี่ศูนย์สาม, 007 ศูนย์ศูนย์เจ็ด."""
    if len(figures) <= _SHORT and not figures.startswith("0"):
        return cardinal(int(figures))
    return digit_by_digit(figures)


def _say_form(found: re.Match[str]) -> str:
    """Say a form by the names of its letters and its number: ใบอนุญาต อ.1, ภ.ด.ส. 6, น.ส.4 จ."""
    letters = "".join(f"{letter}อ" for letter in re.sub(r"[.\s]", "", found["letters"]))
    code = re.split("([./-])", found["code"])
    said = "".join(_PARTS_OF_CODE.get(part) or name_figure(part) for part in code)
    after = re.sub(r"[.\s]", "", found["after"] or "")
    lead = f"{found['lead']}" if "lead" in found.re.groupindex and found["lead"] else ""
    return f"{lead}{letters}{found['space']}{said}" + "".join(f"{letter}อ" for letter in after)


def _say_forms(found: re.Match[str]) -> str:
    """Say each form of a list: แบบ ปร.4 ปร.5 และ ปร.6."""
    return re.sub(_A_FORM, lambda each: _ONE_FORM.sub(_say_form, each[0]), found[0])


_PARTS_OF_CODE = {".": "จุด", "/": "ทับ", "-": " "}


_FORM_WORD = (
    r"(?<!ต้น)(?<!รูป)แบบ(?:ฟอร์ม|คำขอ|แปลน|แสดงรายการ)?|คำขอ(?:อนุญาต)?|ใบ(?:อนุญาต|รับแจ้ง|รับรอง|คำขอ|แจ้ง|สำคัญ|เสร็จ)|ตามแบบ|หนังสือรับรอง|บัญชี"
    r"|(?:ใบอนุญาต|คำขอ(?:อนุญาต)?)(?:ก่อสร้าง|ดัดแปลง|รื้อถอน|เคลื่อนย้าย|เปลี่ยนการใช้)[ก-๎]*|(?:ก่อสร้าง|ดัดแปลง|รื้อถอน)(?:อาคาร)?"
)
_LETTERED = (
    "ส.ป.ก.",
    "สปก.",
    "น.ส.",
    "นส.",
    "สค.",
    "ภ.ด.ส.",
    "ภ.บ.ท.",
    "ภ.ป.",
    "ภ.ง.ด.",
    "ภ.พ.",
    "ท.ร.",
    "ส.ขร.",
    "สขร.",
    "คศ.",
    "ท.ด.",
    "ส.ธ.",
    "ร.ง.",
    "ผ.",
    "ผด.",
    "ปค.",
    "สน.",
    "สด.",
    "ยผ.",
    "ปร.",
    "อภ.",
    "สณ.",
    "คร.",
    "ปพ.",
    "ภงด.",
    "ภพ.",
    "ภบท.",
    "ภดส.",
    "ทร.",
    "ภ.อ.",
    "ภ.ธ.",
    "พด.",
)
"""Forms and deeds, and the grades of teachers, whose letters are said by their names wherever a figure follows."""

_LETTERS, _CODE = rf"(?<![{THAI}.])(?:[ก-ฮ]{{1,3}}\.\s?)*(?![มปอ]\.)[ก-ฮ]{{1,3}}\.\s?", r"\d{1,4}(?:[./-]\d+)*"
_A_FORM = _LETTERS + _CODE
_NEXT_FORM = r"\s?(?:,|/|และ|หรือ|ถึง|-)?\s?"
_ONE_FORM = re.compile(
    r"(?P<letters>(?:[ก-ฮ]{1,3}\.\s?)*[ก-ฮ]{1,3}\.)(?P<space>\s?)(?P<code>\d{1,4}(?:[./-]\d+)*)(?P<after>)"
)
_ANY_FORM = "|".join(
    r"\.\s?".join(each.rstrip(".").split(".")) + r"\." for each in sorted(_LETTERED, key=len, reverse=True)
)

FORMS = (
    Rule(
        "form",
        re.compile(rf"{_FREE}ส\.ถ\.\s?/\s?ผ\.ถ\.\s?(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})(?!\d)"),
        lambda found: f"สอถอ ผอถอ {cardinal(int(found['one']))} ทับ{cardinal(int(found['two']))}",
        needs="ผ.ถ.",
    ),
    Rule("form", re.compile(r"(?<!\d)5\s?ป\.?\s?1\s?ข\.?"), "ห้าปอหนึ่งขอ"),
    Rule("form", re.compile(rf"{_FREE}(?<!\d)(?<!\d )ส\.ค\.\s?1(?![\d.,/]|\s*\d)"), "สอคอหนึ่ง"),
    Rule(
        "form",
        re.compile(
            rf"{_FREE}(?<!\d)(?!(?<=[.:]\d\d )น\.\s)(?P<letters>{_ANY_FORM})(?P<space>\s?)"
            rf"(?P<code>\d{{1,3}}(?:[./-]\d{{1,2}})*)(?P<after>\s?(?:ก|ข|ค|จ)(?:\.(?![ก-ฮเ-ไ])|(?![{THAI}.])))?(?![\d/]|,\d)"
        ),
        _say_form,
    ),
    Rule(
        "form",
        re.compile(rf"(?:{_FORM_WORD})\s*\(?(?P<same>{_LETTERS}){_CODE}(?:{_NEXT_FORM}(?P=same){_CODE})+(?![\d/]|,\d)"),
        _say_forms,
    ),
    Rule(
        "form",
        re.compile(
            rf"(?P<lead>(?:{_FORM_WORD})\s*\(?)(?P<letters>(?:[ก-ฮ]{{1,3}}\.\s?)*[ก-ฮ]{{1,3}}\.)(?P<space>\s?)(?P<code>\d{{1,4}}(?:[./-]\d+)*)(?P<after>\s?[ก-ฮ](?:\.(?![ก-ฮเ-ไ])|(?![{THAI}.])))?(?![\d/]|,\d)"
        ),
        _say_form,
    ),
    Rule("form", re.compile(rf"{_FREE}ก\.พ\.7(?!\d)"), "กอพอเจ็ด", needs="ก.พ.7"),
    Rule(
        "form",
        re.compile(rf"{_FREE}(?P<letters>ดร\.)(?P<space>\s?)(?P<code>0\d)(?P<after>)(?!\d)"),
        _say_form,
        needs="ดร.",
    ),
    Rule(
        "form",
        re.compile(rf"{_FREE}(?P<letters>[กข])\.(?P<space>\s?)(?P<code>[1-9]\d?)(?P<after>)(?![\d/.]|,\d)"),
        _say_form,
    ),
)
