"""What to say when a file is not YAML, by kind and context of the scanner's complaint, never in its own sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.reading.text import INVISIBLE
from generator.reading.tree import Place
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    import yaml

    from generator.reading.tree import Saying

_QUOTE = (
    'ถ้าเป็นส่วนหนึ่งของข้อความ ให้ครอบข้อความทั้งหมดด้วย " "',
    'put the whole text in " " if this belongs to it',
)

_GLUED_KEY = re.compile(r" *(?:- +)*(?P<key>[a-z_]+):(?=[^\s/:])")
_GLUED_DASH = re.compile(r" *-(?=[a-z_]+: )")

_BARE_DASH = re.compile(r" *(?:- +)*(?P<key>[a-z_]+): +(?P<dash>-+) *(?:#.*)?")

_INDENT = (
    "จัดให้ช่องในกลุ่มเดียวกันเริ่มตรงแนวเดียวกัน ย่อหน้าด้วยช่องว่างเท่านั้น",
    "let the keys of one group start in the same column, indented by spaces",
)


def about(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[Place, Saying]:
    """Return where a file stops being YAML, and what to say about it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    written = lines[line] if line < len(lines) else ""
    invisible = _invisible_start(written)
    if invisible is not None:
        return Place(line + 1, invisible + 1), invisible_key(written[invisible])
    letter = written[column : column + 1]
    if letter == "\t":
        return Place(line + 1, column + 1), _tab()
    kind = f"{error.context or ''} | {error.problem or ''}"
    slip = _slip(lines, line)
    if slip is not None:
        return slip
    if re.search(r"block (mapping|collection) \|", kind) and written[:column].strip(" -"):
        return Place(line + 1, column + 1), _text_behind("' '" if '"' in written[:column] else '" "')
    opener, saying = next(
        ((opener, saying) for pattern, opener, saying in _TABLE if re.search(pattern, kind)), (False, _other(letter))
    )
    if opener and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
    if "：" in lines[min(line, len(lines) - 1)]:
        full = lines[line].index("：")
        return Place(line + 1, full + 1), full_width_colon()
    return Place(line + 1, column + 1), saying


def _slip(lines: list[str], line: int) -> tuple[Place, Saying] | None:
    """Return the missing space or the lone hyphen over which the scanner stumbled, here or in the line above."""
    dash = _BARE_DASH.fullmatch(lines[line]) if line < len(lines) else None
    if dash:
        return Place(line + 1, dash.start("dash") + 1), _bare_dash(dash["key"])
    for number in (line, line - 1):
        written = lines[number] if 0 <= number < len(lines) else ""
        key = _GLUED_KEY.match(written)
        if key:
            return Place(number + 1, key.end() + 1), _no_space(":", f"{key['key']}: {written[key.end() :]}")
        if _GLUED_DASH.match(written):
            indent = len(written) - len(written.lstrip(" "))
            return Place(number + 1, indent + 1), _no_space("-", f"- {written[indent + 1 :]}")
    return None


def _bare_dash(key: str) -> Saying:
    return say(
        f"ช่อง {key} เขียนขีด - ไว้แทนคำว่าไม่มี",
        f"a hyphen means none after {key}",
        f"ถ้าไม่มี ให้ลบทั้งบรรทัด {key}: ถ้าเป็นช่องที่ต้องมี ให้เขียนค่าจริง",
        f"delete the whole line {key}: if there is none, or write the value",
    )


def _no_space(sign: str, right: str) -> Saying:
    return say(
        f"หลังเครื่องหมาย {sign} ต้องเว้นวรรคหนึ่งครั้ง",
        f"a space must follow the {sign}",
        f"เขียน {shown(right)}",
        f"write {shown(right)}",
    )


def _text_behind(quotes: str) -> Saying:
    return say(
        "มีข้อความต่อท้ายหลังวงเล็บหรือเครื่องหมายคำพูดที่ปิดไปแล้ว",
        "text follows a bracket or quotation mark that was closed already",
        f"ครอบข้อความทั้งหมดด้วย {quotes} เครื่องหมายที่อยู่ข้างในคงไว้ได้",
        f"put the whole text in {quotes}; what is inside may stay",
    )


def _invisible_start(line: str) -> int | None:
    """Return the column of an invisible letter among the spaces at the beginning of a line."""
    indent = len(line) - len(line.lstrip(" "))
    return indent if line[indent : indent + 1] in set(INVISIBLE) else None


def _tab() -> Saying:
    return say(
        "มีแท็บ (Tab) ในที่ที่ต้องใช้ช่องว่าง",
        "there is a tab where spaces are needed",
        "ลบแท็บออก แล้วกดแป้นเว้นวรรคแทน (ย่อหน้าละ 2 ช่อง)",
        "delete the tab and type spaces, two for each step of indentation",
    )


def invisible_key(letter: str) -> Saying:
    """Describe something invisible before a key, which makes it a different key from what it looks like."""
    return say(
        f"มีอักขระที่มองไม่เห็น U+{ord(letter):04X} ติดอยู่กับชื่อช่องหรือย่อหน้า",
        f"an invisible letter, U+{ord(letter):04X}, stands at the key or in its indentation",
        "ลบตั้งแต่ต้นบรรทัดแล้วพิมพ์ช่องว่างและชื่อช่องใหม่ด้วยแป้นพิมพ์",
        "delete the line's beginning, and type the spaces and the key again",
    )


def full_width_colon() -> Saying:
    """Describe a full-width colon, which YAML takes for a letter."""
    return say(
        "มีเครื่องหมาย ： แบบเต็มความกว้าง ซึ่งใช้คั่นชื่อช่องไม่ได้",
        "there is a full-width colon ：, which separates nothing",
        "พิมพ์ : ด้วยแป้นพิมพ์อังกฤษ แล้วเว้นวรรคหนึ่งครั้ง",
        "type a plain colon and one space",
    )


def _other(letter: str) -> Saying:
    return say(
        f"รูปแบบของไฟล์ผิดตั้งแต่ตรงนี้ {shown(letter) if letter.strip() else ''}".rstrip(),
        f"the file's form is broken from here on {shown(letter) if letter.strip() else ''}".rstrip(),
        f"ตรวจย่อหน้าและเครื่องหมายคำพูดของบรรทัดนี้กับบรรทัดก่อนหน้า {_QUOTE[0]}",
        f"check indentation and quotation marks here and in the line above; {_QUOTE[1]}",
    )


def too_deep() -> Saying:
    """Describe endlessly nested brackets."""
    return say(
        "มีวงเล็บหรือย่อหน้าซ้อนกันลึกเกินไป",
        "brackets or lists are nested too deeply",
        'ลบวงเล็บ [ หรือ { ที่เกินออก หรือครอบข้อความด้วย " "',
        'delete the extra [ or {, or put the text in " "',
    )


def alias(mark: str) -> Saying:
    """Describe an alias, which could blow up a small file to gigabytes; records need none."""
    return say(
        f"มีการอ้างซ้ำแบบ YAML ({mark}) ซึ่งระบบนี้ไม่รับ",
        f"there is a YAML alias ({mark}), which records may not use",
        f"เขียนค่าซ้ำตามปกติ {_QUOTE[0]}",
        f"write the value again; {_QUOTE[1]}",
    )


def anchor_or_tag(mark: str) -> Saying:
    """Describe a word that YAML removes from the text because it begins with & or !."""
    return say(
        f"ข้อความขึ้นต้นด้วย {mark} จะหายไป",
        f"the word {mark} at the beginning would be lost",
        'ครอบข้อความทั้งหมดด้วย " "',
        'put the whole text in " "',
    )


def merge_key() -> Saying:
    """Describe `<<`, with which a small file can keep a computer busy for hours."""
    return say(
        "มีช่องชื่อ << ซึ่งระบบนี้ไม่รับ",
        "the key << is not accepted",
        "ลบบรรทัดนี้ แล้วเขียนช่องย่อยให้ครบ",
        "delete it, and write the keys out",
    )


def key_not_text() -> Saying:
    """Describe a list or group in place of a key: `{{ x }}` for example."""
    return say(
        "ชื่อช่องต้องเป็นคำ แต่ตรงนี้เป็นวงเล็บ",
        "a key must be a word, but a bracket stands here",
        f"แก้วงเล็บ {_QUOTE[0]}",
        f"fix the brackets; {_QUOTE[1]}",
    )


def twice(key: str, first: int) -> Saying:
    """Describe a repeated key, of which YAML would silently keep the last."""
    return say(
        f"ช่อง {key} มีสองครั้ง ครั้งแรกอยู่บรรทัดที่ {first}",
        f"the key {key} is here twice; first in line {first}",
        "ลบออกหนึ่งบรรทัด หรือถ้าเป็นคนละรายการ ให้ขึ้นต้นรายการใหม่ด้วย -",
        "delete one of them, or begin a new item with -",
    )


def second_document() -> Saying:
    """Describe a line of three hyphens, after which another document begins."""
    return say(
        "มีบรรทัด --- กลางไฟล์ ข้อมูลหลังจากนี้โปรแกรมจะไม่อ่าน",
        "a line --- is in the middle; everything after it will not be read",
        "ลบบรรทัด --- ออก",
        "delete the line ---",
    )


def unclosed_quote() -> Saying:
    """Describe a quotation mark that is not closed, or only by the opening one of a later line."""
    return say(
        "เปิดเครื่องหมายคำพูดแล้วไม่ปิด",
        "a quotation mark is opened here and never closed",
        "เติมเครื่องหมายคำพูดปิดท้ายข้อความ",
        "close it at the end of the text",
    )


def escape() -> Saying:
    """Describe a backslash in double quotes that does not begin an escape, as in a Windows path."""
    return say(
        'เครื่องหมาย \\ ใน " " มีความหมายพิเศษและใช้ตรงนี้ไม่ได้',
        'a \\ within " " has a meaning of its own, and none here',
        "ใช้ ' ' แทน \" \" หรือเขียน / แทน \\",
        "use ' ' in place of \" \", or write / for \\",
    )


_TABLE: tuple[tuple[str, bool, Saying], ...] = (
    (
        r"quoted scalar \| found unexpected (end|document)",
        True,
        unclosed_quote(),
    ),
    (
        r"double-quoted scalar \| .*escape",
        False,
        escape(),
    ),
    (
        r"mapping values are not allowed",
        False,
        say(
            "มีเครื่องหมาย : ซ้อนในข้อความ หรือย่อหน้าของบรรทัดนี้ไม่ตรง",
            "a colon stands within the text, or the line is indented wrongly",
            f"{_QUOTE[0]} หรือ{_INDENT[0]}",
            f"{_QUOTE[1]}; or {_INDENT[1]}",
        ),
    ),
    (
        r"simple key \| could not find expected ':'",
        True,
        say(
            "บรรทัดนี้ไม่มีเครื่องหมาย : หลังชื่อช่อง",
            "there is no colon after the key in this line",
            f"เขียน ชื่อช่อง: ค่า {_QUOTE[0]}",
            f"write key: value; {_QUOTE[1]}",
        ),
    ),
    (
        r"sequence entries are not allowed",
        False,
        say(
            "ขีด - ของรายการอยู่ผิดที่",
            "the - of a list is in the wrong place",
            f"ถ้า - หมายถึงไม่มีข้อมูล ให้ลบทั้งบรรทัดนี้ ถ้าเป็นรายการ ขึ้นบรรทัดใหม่ก่อน - และ{_INDENT[0]}",
            f"delete the whole line if - means none; put the - of a list on a line of its own, and {_INDENT[1]}",
        ),
    ),
    (
        r"flow (sequence|mapping)",
        True,
        say(
            "วงเล็บ [ หรือ { ที่เปิดตรงนี้ไม่ได้ปิด หรือขาดเครื่องหมายจุลภาค",
            "the [ or { that opens here is not closed, or a comma is missing",
            f"ปิดวงเล็บ {_QUOTE[0]}",
            f"close it; {_QUOTE[1]}",
        ),
    ),
    (
        r"block (mapping|collection) \|",
        False,
        say(
            "ย่อหน้าของบรรทัดนี้ไม่ตรงกับบรรทัดก่อนหน้า",
            "this line is not indented like those before it",
            *_INDENT,
        ),
    ),
    (
        r"cannot start any token|scanning an? (alias|anchor|tag|directive)",
        True,
        say(
            "ข้อความขึ้นต้นด้วยเครื่องหมายที่ YAML สงวนไว้ เช่น % @ * & ! `",
            "the text starts with a sign that YAML keeps to itself, as % @ * & ! `",
            'ครอบข้อความทั้งหมดด้วย " "',
            'put the whole text in " "',
        ),
    ),
    (
        r"block scalar",
        False,
        say(
            "หลังเครื่องหมาย | หรือ > ต้องขึ้นบรรทัดใหม่",
            "a new line must follow the | or >",
            f"ย้ายข้อความลงบรรทัดถัดไปแล้วย่อหน้า {_QUOTE[0]}",
            f"move the text to the next line, indented; {_QUOTE[1]}",
        ),
    ),
)
"""The scanner's context and complaint as a pattern, whether the fault is where the context began, the saying."""
