"""The sentences about single values, by the kind of fault; finds no faults itself, and none is about several values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Text
from generator.reading.citizen_id import masked
from generator.reading.tree import Saying

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHOWN = 40


ABSENT = "ไม่มีช่อง"
"""How it is said that a key is not there: a form shows the field all the same."""


def say(th: str, en: str, fix_th: str, fix_en: str) -> Saying:
    """Return a fault and its cure in both languages."""
    return Saying(Text(th, en), Text(fix_th, fix_en))


def shown(text: str) -> str:
    """Return a written value in quotation marks, cut where it would flood the terminal, IDs masked."""
    line = " ".join(masked(text).split())
    return f"“{line[:_SHOWN]}…”" if len(line) > _SHOWN else f"“{line}”"


def citizens_number(text: str) -> Saying:
    """Describe a citizen's ID number, of which a message shows the ends alone."""
    return say(
        f"มีเลขประจำตัวประชาชน {masked(text)} ซึ่งห้ามเผยแพร่",
        f"a citizen's ID number, {masked(text)}, must not be published",
        "ลบเลขนี้ออก ถ้าเป็นเลขอื่นที่มี 13 หลักพอดี ให้เขียนโดยแบ่งด้วย / หรือเขียนบางส่วน",
        "delete it; write any other number of 13 digits with / between, or in part",
    )


def empty(example: str = "") -> Saying:
    """Describe a missing value, with an example of what belongs there if one is known."""
    quoted = f'"{example}"' if example[:1] in {"#", "@"} or ": " in example else example
    th, en = (f" เช่น {quoted}", f", such as {quoted}") if example else ("", "")
    return say("ยังไม่ได้กรอก", "this field is empty", f"กรอกหลังเครื่องหมาย :{th}", f"enter a value after the colon{en}")


def nobody_nominated() -> Saying:
    """Describe a round in which nobody is nominated yet, where somebody is to be scored or counted."""
    return say(
        "ยังไม่มีผู้ได้รับการเสนอชื่อ",
        "nobody is nominated",
        "กรอกในหน้า ผู้ได้รับการเสนอชื่อ ของ tonbaep desk หรือเขียนไฟล์นี้เอง บรรทัดแรก nominees: แล้วคนละรายการอย่างใน winners.yaml "
        "มี id name position division และ category",
        "enter them on their page of tonbaep desk, or write this file: nominees: and below it an entry for each, as in "
        "winners.yaml, with id, name, position, division and category",
    )


def starts_with_hash() -> Saying:
    """Describe a text that begins with #, which YAML takes for a comment and silently drops."""
    return say(
        "ข้อความหลังเครื่องหมาย # โปรแกรมจะไม่อ่าน",
        "the text after # will not be read",
        'ถ้าเป็นส่วนหนึ่งของข้อความ ให้ครอบข้อความทั้งหมดด้วย " " ถ้าเป็นหมายเหตุ ให้เว้นวรรคหลัง #',
        'put the whole text in " " if the # belongs to it; put a space after the # if it is a remark',
    )


def wrong_shape(wanted: str, found: str, keys: Sequence[str] = (), *, optional: bool = False) -> Saying:
    """Describe a `text`, `list` or `group` (of `keys`) that stands where another of the three belongs.

    An `optional` group may be left out, which is what "none" in its place means.
    """
    names = {
        "text": Text("ข้อความบรรทัดเดียว", "a single text"),
        "list": Text("รายการที่ขึ้นต้นแต่ละข้อด้วย -", "a list whose items start with -"),
        "group": Text("กลุ่มช่องย่อย", "a group of keys"),
    }
    cures = {
        "text": Text(
            'เขียนค่าเดียวหลัง : ถ้าข้อความขึ้นต้นด้วย [ หรือ { ให้ครอบด้วย " "',
            'write one value after the colon; put it in " " if it starts with [ or {',
        ),
        "list": Text(
            "ขึ้นบรรทัดใหม่ ย่อหน้าเข้าไป แล้วเขียน - นำหน้าแต่ละข้อ หรือครอบทุกข้อด้วย [ ] คั่นด้วยจุลภาค",
            "start each item on a line of its own with -, or put all in [ ] with commas between",
        ),
        "group": _group(keys, optional=optional),
    }
    message = Text(
        f"ตรงนี้ต้องเป็น{names[wanted].th} แต่เขียนไว้เป็น{names[found].th}",
        f"this must be {names[wanted].en}, but {names[found].en} is given",
    )
    return Saying(message, cures[wanted])


def _group(keys: Sequence[str], *, optional: bool) -> Text:
    names = " ".join(f"{key}:" for key in keys)
    th = f"ขึ้นบรรทัดใหม่ ย่อหน้าเข้าไป แล้วเขียนช่องย่อยทีละบรรทัด {names}".rstrip()
    en = f"write its keys below, indented, one a line {names}".rstrip()
    return Text(f"{th} ถ้าไม่มี ให้ลบบรรทัดนี้", f"{en}; delete this line if there is none") if optional else Text(th, en)


def missing(keys: Sequence[str]) -> Saying:
    """Describe keys that must be in a group and are not."""
    names = ", ".join(keys)
    lines = " ".join(f"{key}:" for key in keys)
    return say(
        f"{ABSENT} {names}",
        f"{names} is missing" if len(keys) == 1 else f"{names} are missing",
        f"เพิ่มบรรทัด {lines} ในกลุ่มนี้{_example(keys, 'th')}",
        f"add a line for each to this group: {lines}{_example(keys, 'en')}",
    )


_EXAMPLES = {
    "focus": Text("focus: [0.5, 0.4] คือกลางภาพค่อนไปทางบน", "focus: [0.5, 0.4] is the middle, a little above"),
    "channels": Text("channels: [site, print, social]", "channels: [site, print, social]"),
    "scores": Text("scores: {key ของเกณฑ์: 85}", "scores: {key of a criterion: 85}"),
    "satisfaction": Text("satisfaction: {percent: 91.5, replies: 40}", "satisfaction: {percent: 91.5, replies: 40}"),
}
"""How values look that are no plain text, where their name does not tell."""


def _example(keys: Sequence[str], language: str) -> str:
    shown_as = [getattr(_EXAMPLES[key], language) for key in keys if key in _EXAMPLES]
    word = "เช่น" if language == "th" else "such as"
    return f" {word} {' · '.join(shown_as)}" if shown_as else ""


def misspelt_key(key: str, near: str) -> Saying:
    """Describe a key that no record has, and of the one that was probably meant."""
    return say(f"ไม่รู้จักช่องชื่อ {shown(key)}", f"there is no key {shown(key)}", f"เปลี่ยนเป็น {near}", f"Did you mean {near}?")


def unknown_keys(keys: Sequence[str], known: Sequence[str]) -> Saying:
    """Describe keys that do not exist in this group of any record."""
    written, names = ", ".join(shown(key) for key in keys), ", ".join(known)
    return say(
        f"ไม่รู้จักช่องชื่อ {written}",
        f"there is no key {written} here",
        f"ลบออก หรือใช้ช่องที่มี: {names}",
        f"delete it, or use one of: {names}",
    )


def too_long(length: int, limit: int) -> Saying:
    """Describe a text that is too long for any sheet of paper."""
    return say(
        f"ข้อความยาว {length:,} ตัวอักษร เกิน {limit:,} ตัวอักษร",
        f"this text has {length:,} characters, more than {limit:,}",
        f"ตัดให้สั้นลงเหลือไม่เกิน {limit:,} ตัวอักษร",
        f"shorten it to {limit:,} characters at most",
    )


def more_than_one_line() -> Saying:
    """Describe a name or heading with a line break in it."""
    return say(
        "ช่องนี้ต้องเป็นบรรทัดเดียว แต่มีการขึ้นบรรทัดใหม่",
        "this must be one line, but it has a line break",
        "รวมเป็นบรรทัดเดียว",
        "join it to one line",
    )


def too_few(least: int) -> Saying:
    """Describe a list with too few items."""
    return say(
        f"ต้องมีอย่างน้อย {least} ข้อ",
        f"at least {least} must be listed",
        "เพิ่มข้อที่ขึ้นต้นด้วย -",
        "add an item that starts with -",
    )


def too_many(most: int) -> Saying:
    """Describe a list with too many items."""
    return say(f"มีได้ไม่เกิน {most} ข้อ", f"at most {most} may be listed", "ลบข้อที่เกินออก", "delete the extra ones")


def not_whole(text: str) -> Saying:
    """Describe something else in place of a whole number."""
    return say(
        f"ต้องเป็นจำนวนเต็ม แต่เขียนไว้ {shown(text)}",
        f"this must be a whole number, but {shown(text)} is given",
        "เขียนเฉพาะตัวเลข เช่น 35 หรือ ๓๕ โดยไม่มีหน่วย",
        "write figures only, as 35 or ๓๕, without a unit",
    )


def not_decimal(text: str) -> Saying:
    """Describe something else in place of a number."""
    return say(
        f"ต้องเป็นตัวเลข แต่เขียนไว้ {shown(text)}",
        f"this must be a number, but {shown(text)} is given",
        "เขียนเฉพาะตัวเลข เช่น 85.2 หรือ ๘๕.๒ โดยไม่มีคำว่าร้อยละหรือเครื่องหมาย %",
        "write figures only, as 85.2 or ๘๕.๒, without a percent sign",
    )


def out_of_range(text: str, least: int, most: int, *, above: bool) -> Saying:
    """Describe a number out of its bounds; `above` says which bound."""
    th, en = (f"ไม่เกิน {most:,}", f"at most {most:,}") if above else (f"ไม่ต่ำกว่า {least:,}", f"at least {least:,}")
    return say(
        f"ค่าต้อง{th} แต่เขียนไว้ {text}",
        f"this must be {en}, but {text} is given",
        f"ใช้ตัวเลขระหว่าง {least:,} ถึง {most:,}",
        f"write a number from {least:,} to {most:,}",
    )


def curly_quotes(text: str) -> Saying:
    """Describe typographic quotation marks around a value that takes none."""
    return say(
        f"มีเครื่องหมายคำพูดโค้งครอบค่าไว้: {text[:_SHOWN]}",
        f"the value is in curly quotation marks: {text[:_SHOWN]}",
        'ลบเครื่องหมาย “ ” ออก หรือใช้เครื่องหมาย " " แบบตรง',
        'delete the “ ”, or type straight ones: " "',
    )


def not_flag(text: str) -> Saying:
    """Describe something else in place of yes or no."""
    return say(
        f"ต้องเป็น ใช่ หรือ ไม่ใช่ แต่เขียนไว้ {shown(text)}",
        f"this must be true or false, but {shown(text)} is given",
        "เขียน ใช่ หรือ ไม่ใช่",
        "write true (ใช่) or false (ไม่ใช่)",
    )


def not_token(text: str) -> Saying:
    """Describe a token that is not random: it could be guessed."""
    return say(
        f"{shown(text)} ไม่ใช่รหัสตรวจสอบที่โปรแกรมออกให้",
        f"{shown(text)} is not a verification code issued by the program",
        "ลบทั้งรายการนี้ แล้วสั่ง tonbaep freeze เพื่อออกรหัสตรวจสอบใหม่",
        "delete this item, then run tonbaep freeze for a new one",
    )


def not_digest(text: str) -> Saying:
    """Describe something that cannot be the digest of a proof book."""
    return say(
        f"{shown(text)} ไม่ใช่รหัสชุดไฟล์ของฉบับตรวจ ซึ่งมีสี่กลุ่ม กลุ่มละห้าตัว",
        f"{shown(text)} is not a digest of a proof book, which has four groups of five",
        "พิมพ์รหัสชุดไฟล์ตามหน้าปกของฉบับที่ลงนาม เช่น 7k2mq-0xv4t-9hd3w-e5rzn",
        "type it from the cover of the signed book, e.g. 7k2mq-0xv4t-9hd3w-e5rzn",
    )


def not_sha256(text: str) -> Saying:
    """Describe a digest of a recording that somebody changed."""
    return say(
        f"{shown(text)} ไม่ใช่ค่าที่โปรแกรมเขียนไว้เมื่อนำเสียงเข้า",
        f"{shown(text)} is not what the program wrote when the voice was imported",
        "ลบทั้งรายการนี้ แล้วสั่ง tonbaep import audio ใหม่",
        "delete this item, then run tonbaep import audio again",
    )


def not_jawi(text: str, other: str) -> Saying:
    """Describe a letter of another script in a name in Arabic letters."""
    return say(
        f"{shown(text)} มี {other} ซึ่งไม่ใช่อักษรยาวี",
        f"{shown(text)} contains {other}, which is not a letter of Malay in Arabic script",
        "ช่องนี้เขียนชื่อด้วยอักษรยาวีล้วน ถ้าเจ้าของชื่อไม่ใช้ ให้ลบบรรทัดนี้",
        "write the name in Arabic letters only, or delete this line",
    )


def not_one_of(text: str, known: Sequence[str], near: str | None, meant: Mapping[str, str]) -> Saying:
    """Describe a word that is not in a short list; `meant` says what the words mean that are not Thai."""
    names, thai = ", ".join(known), with_meaning({word: meant.get(word, "") for word in known})
    guess = Text(f"เปลี่ยนเป็น {near} (ใช้ได้: {thai})", f"did you mean {near}? (possible: {names})") if near else None
    return Saying(
        Text(f"ใช้คำว่า {shown(text)} ไม่ได้", f"{shown(text)} is not possible here"),
        guess or Text(f"ใช้คำใดคำหนึ่ง: {thai}", f"write one of: {names}"),
    )


def not_alone(word: str, known: Sequence[str]) -> Saying:
    """Describe a word for all or for nothing that stands among others."""
    return say(
        f"เขียน {shown(word)} ปนกับคำอื่นไม่ได้",
        f"{shown(word)} cannot stand beside other words",
        f"เขียน {word} คำเดียว หรือเลือกจาก: {', '.join(known)}",
        f"write {word} alone, or choose from: {', '.join(known)}",
    )


def with_meaning(words: Mapping[str, str]) -> str:
    """Return words in a row, each with its meaning in brackets where it has one."""
    return ", ".join(f"{word} ({thai})" if thai else word for word, thai in words.items())


def not_key(text: str) -> Saying:
    """Describe a code that could not be part of a file name or an address."""
    return say(
        f"{shown(text)} ใช้เป็น id หรือ key ไม่ได้",
        f"{shown(text)} cannot be used as an id or key",
        "ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีด - ไม่เกิน 31 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข เช่น somsri หรือ kong-chang",
        "use at most 31 lower-case Latin letters, digits and hyphens, starting with a letter or digit, e.g. somsri",
    )


def not_slot(text: str, known: tuple[int, ...]) -> Saying:
    """Describe a length for which there are no scripts."""
    lengths = ", ".join(map(str, known))
    return say(
        f"ไม่มีบทประกาศยาว {text} วินาที",
        f"no script is {text} seconds long",
        f"เขียน {lengths} อย่างใดอย่างหนึ่ง คือความยาวของการอ่านหนึ่งรอบ",
        f"write one of {lengths}: the length of one reading",
    )


def reserved_key(text: str) -> Saying:
    """Describe a code that Windows keeps for its devices, so that no file can have it."""
    return say(
        f"{shown(text)} เป็นชื่อที่ Windows สงวนไว้",
        f"{shown(text)} is a name that Windows keeps to itself",
        f"ใช้ชื่ออื่น เช่น {text}-1",
        f"use another one, e.g. {text}-1",
    )


def not_year(text: str) -> Saying:
    """Describe something else in place of a Buddhist-era year."""
    return say(
        f"ต้องเป็นปี พ.ศ. สี่หลัก แต่เขียนไว้ {shown(text)}",
        f"this must be a Buddhist-era year, but {shown(text)} is given",
        "เขียนปี พ.ศ. เช่น 2566 หรือ ๒๕๖๖",
        "write a year such as 2566 or ๒๕๖๖",
    )


def common_era_year(year: int, buddhist: int) -> Saying:
    """Describe a Common Era year in place of a Buddhist-era one; it is never converted silently."""
    return say(
        f"ปี {year} ดูเป็นปี ค.ศ. แต่ช่องนี้ต้องเป็นปี พ.ศ.",
        f"{year} looks like a Common Era year, but a Buddhist-era one is due",
        f"ถ้าหมายถึง ค.ศ. {year} ให้เขียน {buddhist}",
        f"write {buddhist} if the Common Era year {year} is meant",
    )


def not_postcode(text: str) -> Saying:
    """Describe a postcode that is not five digits."""
    return say(
        f"รหัสไปรษณีย์ {shown(text)} ใช้ไม่ได้",
        f"{shown(text)} is not a postcode",
        "เขียนตัวเลข 5 หลัก เช่น 92160",
        "write five digits, e.g. 92160",
    )


BUILT_IN_SHAPES = {"model_type": "group", "dict_type": "group", "list_type": "list", "string_type": "text"}
"""Pydantic's own errors for a value of the wrong shape, and the shape that belongs there."""
