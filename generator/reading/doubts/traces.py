"""Doubts about what the sample or another office left behind, where the records are no sample any more."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.reading.doubts.written import Remark
from generator.reading.schema import Unread
from generator.reading.tree import Fault, find
from generator.reading.wording import say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.reading.doubts.opened import Opened, Told
    from generator.reading.doubts.written import About, Office
    from generator.reading.tree import Saying

_RESERVED = re.compile(
    r"[A-Za-z0-9.@-]*\.(?:example|invalid|test)\b(?!\.\w)|\bexample\.(?:com|org|net|go\.th|or\.th)\b"
)
"""Names that RFC 2606 keeps for examples: they lead nowhere."""

_SAMPLE_OFFICE = re.compile("ควนเมา|khuan ?mao", re.IGNORECASE)
_SAMPLE_WORDS = (
    "โพษาสาลี", "ชาญไชย", "แก้วเพ็ง", "สายสิญจน์", "ขี่มอเตอร์ไซค์เข้าสวนยางพร้อมแฟ้มคำขอ",
    "ทำสมุดคิวซ่อมเล่มเดียววางไว้หน้ากองช่าง", "ทำแผ่นตัวอย่างหน้าเดียวด้วยตัวหนังสือใหญ่", "ยืนรับเด็กอยู่ที่ประตู จำได้ว่าใครแพ้อะไร",
    "บ่อน้ำของบ้านบนควนแห้งก่อนที่อื่น", "ไปหาผู้สูงอายุและคนพิการถึงบ้าน ช่วยยื่นเรื่องรับสิทธิ", "รับแจ้งไฟทางดับและถนนชำรุดแล้วตอบกลับ",
    "อธิบายภาษีที่ดินให้เข้าใจได้ในไม่กี่นาที", "ต้อนรับผู้ปกครองทุกคนด้วยรอยยิ้มและข้อมูลชุดเดียวกัน", "ส่งน้ำหน้าแล้งครบทุกครัวเรือนที่แจ้งขอ",
    "คนแก่ไม่ได้ขออะไรมาก ขอแค่มีคนฟัง", "ถ้ายังซ่อมไม่ได้ก็บอกตรง", "เงินภาษีเป็นเงินของทุกคน คนจ่ายต้องรู้", "พ่อแม่ฝากใจไว้กับเราทุกเช้า",
    "น้ำคันนี้ไม่มีบ้านญาติ",
)  # fmt: skip
"""Words of the sample's people, who signed or were chosen there; a test holds that they stand in it."""

_MADE_UP = re.compile("สมมุติ|สมมติ|ตัวอย่าง|ทดสอบ|ทดลอง")
_MADE_UP_POST = re.compile(r"สมมุติ|สมมติ|(?:ตัวอย่าง|ทดสอบ|ทดลอง)\s*[\d๐-๙]*$")
"""Within a post the other words mean work: พนักงานเก็บตัวอย่างน้ำ, ผู้ทดสอบวัสดุ, หัวหน้าสถานีทดลองข้าว."""
_OF_PERSONS = {"title", "first", "last"}
_OF_POSTS = {"position", "post", "subdistrict", "district", "short_name"}

_OFFICE = re.compile(
    r"(?:องค์การบริหารส่วนตำบล|อบต\.|เทศบาล(?:ตำบล|เมือง|นคร)|นายกเทศมนตรี(?:ตำบล|เมือง|นคร)|ท[ตมน]\.)\s*(?P<name>[ก-๎]{2,})"
)
_ISSUERS = {"award_signer", "document_signers", "owner", "target_group"}
_NOT_A_NAME = re.compile(r"(?:ใน|ทุก|ของ|และ|หรือ|นี้|ที่|ได้|มี|เพื่อ|จะ|ควร|เป็น)")


def reserved(text: str, about: About) -> Iterator[Remark]:
    """Doubt an address that ends in .example: it leads nowhere, and came along from the sample."""
    for match in () if about.sample else _RESERVED.finditer(text):
        yield Remark(
            match.start(),
            say(
                f"{shown(match[0])} เป็นที่อยู่ตัวอย่าง ซึ่งไม่มีใครเปิดได้",
                f"{shown(match[0])} is an address for examples, which does not exist",
                "ใส่ที่อยู่จริงของหน่วยงาน ช่องที่ไม่จำเป็น ไม่มีก็ลบทั้งบรรทัด",
                "write the office's real one, or delete the line if it may be left out",
            ),
        )
        return


def sample_office(text: str, about: About) -> Iterator[Remark]:
    """Doubt the sample's own office and people: they stand on another's certificates when a place was forgotten."""
    if about.sample or _is_the_sample_s(about.office) or _RESERVED.search(text):
        return
    found = _SAMPLE_OFFICE.search(text) or next((re.search(word, text) for word in _SAMPLE_WORDS if word in text), None)
    if found:
        yield Remark(
            found.start(),
            say(
                f"{shown(found[0])} มาจากข้อมูลตัวอย่างของ อบต.ควนเมา",
                f"{shown(found[0])} comes from the sample",
                "เขียนเป็นของหน่วยงานนี้ ถ้าตั้งใจกล่าวถึงจริง ปล่อยไว้ได้",
                "write this office's own; leave it if it is meant",
            ),
        )


def _is_the_sample_s(office: Office) -> bool:
    return any("ควนเมา" in name for name in office.names)


def made_up(text: str, about: About) -> Iterator[Remark]:
    """Doubt a name that says it is made up, as those in the sample do; a real certificate must not."""
    if about.sample or not about.loc:
        return
    villages = about.loc[0] == "villages" and about.key in {"name", "greeting"}
    pattern = _MADE_UP if about.key in _OF_PERSONS or villages else _MADE_UP_POST if about.key in _OF_POSTS else None
    found = pattern.search(text) if pattern else None
    if found:
        yield Remark(
            found.start(),
            say(
                f"{shown(text)} มีคำว่า {found[0].strip()} ดูเป็นชื่อที่สมมติขึ้น",
                f"{shown(text)} contains a word that marks names as made up",
                "ใส่ชื่อจริง ถ้าเป็นชื่อจริงอยู่แล้ว ปล่อยไว้ได้",
                "write the real name; leave it if this is one",
            ),
        )


def another_office(text: str, about: About) -> Iterator[Remark]:
    """Doubt a signer or owner of another office: who signs for this one bears its name."""
    if about.sample or not about.loc or about.loc[0] not in _ISSUERS or not about.office.names:
        return
    for match in _OFFICE.finditer(text):
        name = match["name"]
        ours = any(_same(name, own) for own in about.office.names)
        if not ours and not _NOT_A_NAME.match(name) and not _SAMPLE_OFFICE.search(match[0]):
            yield Remark(
                match.start(),
                say(
                    f"{shown(match[0])} ไม่ใช่ชื่อของหน่วยงานนี้ ({about.office.names[0]})",
                    f"{shown(match[0])} is not this office ({about.office.names[0]})",
                    "แก้เป็นชื่อของหน่วยงาน ถ้าเป็นชื่อเดิมหรือหน่วยงานอื่นจริง ปล่อยไว้ได้",
                    "write this office's name; leave it if it had another, or another is meant",
                ),
            )
            return


def _same(name: str, own: str) -> bool:
    """Return whether a name is the office's own, which is written with its kind before it and runs on in Thai."""
    bare = _OFFICE.match(own)
    place = bare["name"] if bare else own
    return name.startswith(place) or place.startswith(name)


def mixed(opened: Opened) -> Iterator[Told]:
    """Doubt files that disagree on sample: one that says so marks every sheet of its year."""
    for year in sorted({*opened.rounds, *opened.winners}, reverse=True):
        files = [each for each in (opened.office, opened.rounds.get(year), opened.winners.get(year)) if each]
        said: dict[str, bool] = {}
        for each in files:
            with suppress(Unread):
                if each is not opened.winners.get(year) or find(each.tree, ("sample",)) or any(opened.people(year)):
                    said[each.file.rpartition("/")[2]] = bool(each.value.sample)
        if len({*said.values()}) > 1:
            odd = next(each for each in files if said.get(each.file.rpartition("/")[2]))
            yield odd, Fault(("sample",), _mixed(year, said), warning=True)


def _mixed(year: int, said: dict[str, bool]) -> Saying:
    sample = ", ".join(name for name, flag in said.items() if flag)
    real = ", ".join(name for name, flag in said.items() if not flag)
    return say(
        f"ปี {year}: {sample} เขียน sample: ใช่ แต่ {real} ไม่ใช่ ทุกแผ่นของปีนี้จึงมีคำว่าตัวอย่าง",
        f"{year}: {sample} says sample: true, but {real} does not, so every sheet of that year is marked as a sample",
        "เมื่อใส่ข้อมูลจริงครบแล้ว เขียน sample: ไม่ใช่ ทั้งสามไฟล์ ถ้ายังเป็นตัวอย่าง เขียน ใช่ ทั้งสามไฟล์",
        "write sample: false in all three files once all is real, and true in all until then",
    )
