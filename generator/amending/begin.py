"""The first records of an office of its own: what eight answers tell is written, everything else is left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.amending import template
from generator.amending.changes import Removal
from generator.amending.pen import changed, values
from generator.disk.keeping import write
from generator.problems import Text
from generator.reading import guide, schema
from generator.reading.base_folders import folders
from generator.reading.bases import Bases, from_project
from generator.reading.folder import ORGANISATION, ROUND, WINNERS, WINNERS_OF_YEAR
from generator.reading.shapes import shapes
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.amending.hand import Value
    from generator.reading.schema import Written
    from generator.reading.tree import Plain, Saying


class Question(NamedTuple):
    """What is asked of an office; each part between commas is read by the reader of its key."""

    word: str
    asked: Text
    keys: tuple[tuple[type[Written], str], ...]

    def fault(self, answer: str) -> Saying | None:
        """Return what the door would say about an answer, or None if it takes it."""
        parts = parts_of(answer)
        if len(self.keys) > 1 and len(parts) != len(self.keys):
            named = [guide.entry(*key).title for key in self.keys]
            th, en = ", ".join(text.th for text in named), ", ".join(text.en for text in named)
            return say(
                f"ต้องมี {len(self.keys)} อย่าง แต่เขียนไว้ {len(parts)} อย่าง",
                f"{len(self.keys)} are due, but {len(parts)} are given",
                f"เขียน {th} คั่นด้วยจุลภาค",
                f"write {en}, with commas between",
            )
        keys = self.keys if len(self.keys) > 1 else self.keys * len(parts)
        found = (shapes(kind)[key].fault(part) for (kind, key), part in zip(keys, parts, strict=True))
        return next((saying for saying in found if saying), None)


QUESTIONS: Final = (
    Question("name", Text("ชื่อหน่วยงาน", "name of the office"), ((schema.Organisation, "name"),)),
    Question(
        "place",
        Text("ตำบล, อำเภอ, จังหวัด", "subdistrict, district, province"),
        tuple((schema.Address, key) for key in ("subdistrict", "district", "province")),
    ),
    Question("site", Text("ที่อยู่เว็บไซต์ หรือ ไม่มี", "website, or ไม่มี for none"), ((schema.Organisation, "site"),)),
    Question("phone", Text("โทรศัพท์", "telephone"), ((schema.Organisation, "phone"),)),
    Question(
        "colours",
        Text("สีหลัก, สีเน้น เช่น #0f4c5c, #8f5a12", "two colours, as #0f4c5c, #8f5a12"),
        ((schema.Colours, "primary"), (schema.Colours, "accent")),
    ),
    Question(
        "divisions", Text("สำนักและกอง คั่นด้วยจุลภาค", "divisions, with commas between"), ((schema.Division, "name"),)
    ),
    Question(
        "villages",
        Text("หมู่บ้าน เรียงจากหมู่ที่ 1 คั่นด้วยจุลภาค", "villages from the first, with commas between"),
        ((schema.Village, "name"),),
    ),
    Question("survey", Text("ลิงก์แบบประเมิน", "link of the survey's form"), ((schema.Survey, "form"),)),
)

_KINDS: Final = (
    ("องค์การบริหารส่วนตำบล", "อบต."),
    ("องค์การบริหารส่วนจังหวัด", "อบจ."),
    ("เทศบาลตำบล", "ทต."),
    ("เทศบาลเมือง", "ทม."),
    ("เทศบาลนคร", "ทน."),
)
"""How a kind of office is written short."""

_DIVISIONS: Final = {
    "ปลัด": "palad",
    "คลัง": "finance",
    "ช่าง": "works",
    "การศึกษา": "education",
    "สวัสดิการ": "welfare",
    "สาธารณสุข": "health",
    "เกษตร": "farm",
    "ยุทธศาสตร์": "plan",
    "ตรวจสอบ": "audit",
    "เจ้าหน้าที่": "staff",
    "ประปา": "water",
}
"""Keys of the divisions that most offices have, by what is in their names."""

STEPS: Final = {
    "committee": "แต่งตั้งคณะกรรมการคัดเลือก",
    "criteria": "คณะกรรมการวางหลักเกณฑ์และน้ำหนักคะแนน",
    "criteria_notice": "ประกาศหลักเกณฑ์ให้บุคลากรทุกคนทราบ",
    "nominations": "ชวนสำนักและกองเสนอชื่อคนในสังกัดที่มีคุณสมบัติครบตามหลักเกณฑ์",
    "judging": "คณะกรรมการให้คะแนนตามหลักเกณฑ์ โดยนำความพึงพอใจของประชาชนมาร่วมตัดสิน",
    "result": "ประกาศผลการคัดเลือก",
    "ceremony": "มอบประกาศเกียรติคุณ",
    "publicity": "เล่าเรื่องของบุคลากรต้นแบบให้เพื่อนร่วมงานและประชาชนรู้จัก ผ่านหลายช่องทาง",
}

_BETWEEN: Final = re.compile(r",|\n|\s(?=(?:กอง|สำนัก|หน่วยตรวจสอบ|บ้าน)\S)")
"""Where one division or village ends and the next begins."""

_CRITERIA: Final[list[Value]] = [
    {"key": "mind", "name": "จิตบริการ", "detail": "เต็มใจช่วย ใส่ใจฟัง และตามเรื่องให้จนจบ", "weight": "25"},
    {
        "key": "speed",
        "name": "รวดเร็วและถูกต้อง",
        "detail": "ทำงานเสร็จตามเวลาที่แจ้งไว้ ให้ข้อมูลครบ ไม่ต้องให้กลับมาแก้",
        "weight": "20",
    },
    {
        "key": "fairness",
        "name": "เป็นธรรม ไม่เลือกปฏิบัติ",
        "detail": "ให้บริการตามลำดับ ดูแลทุกคนด้วยมาตรฐานเดียวกัน",
        "weight": "20",
    },
    {
        "key": "manner",
        "name": "กิริยามารยาทและมนุษยสัมพันธ์",
        "detail": "สุภาพ พูดเข้าใจง่าย ทำงานร่วมกับผู้อื่นได้ดี",
        "weight": "10",
    },
    {
        "key": "citizens",
        "name": "ความพึงพอใจของประชาชน",
        "detail": "ร้อยละความพึงพอใจจากแบบประเมินของผู้ที่มาใช้บริการจริง",
        "weight": "25",
        "citizens": "ใช่",
    },
]
"""What most programmes look at, to begin with: a person can be entered before the committee has met."""

_STAFF: Final = {"องค์การบริหารส่วนตำบล": "พนักงานส่วนตำบล", "เทศบาล": "พนักงานเทศบาล"}
"""What the officers of a kind of office are called."""

_WAYS: Final[list[Value]] = [
    {"name": "โทรศัพท์", "detail": "โทรมาในวันและเวลาราชการ เจ้าหน้าที่จะอ่านคำถามให้ฟังทีละข้อ"},
    {"name": "แบบกระดาษ", "detail": "หยิบแบบและหย่อนลงกล่องได้ที่เคาน์เตอร์บริการ"},
]


def parts_of(answer: str) -> list[str]:
    """Return the parts of an answer that are divided by commas, or by spaces where each begins as such names do."""
    return [part.strip() for part in _BETWEEN.split(answer) if part.strip()]


def begin(project: Path, year: int, answers: Mapping[str, str], base: Path | None = None) -> None:
    """Write the records of a new office: sound answers by the words of their questions, as many as there are.

    With a `base`, what it says is left out.
    """
    office, shared = _office(answers), Bases()
    award_round = _round(year, office, answers)
    if base:
        office["base"] = from_project(project, base)
        for each in (base, *folders(base)):
            shared.add(each, from_project(project, each))
    of_office, of_round = shared.said(ORGANISATION), shared.said(f"{year}/{ROUND}")
    files = {
        ORGANISATION: _without(template.record(schema.Organisation, office), of_office),
        f"{year}/{ROUND}": _without(template.record(schema.Round, award_round), of_round),
        f"{year}/{WINNERS_OF_YEAR}": template.record(schema.Winners, {"sample": "ไม่ใช่", "winners": []}),
    }
    for name, text in files.items():
        write(project / WINNERS / name, text.encode())


def _without(text: str, said: Plain) -> str:
    """Return a record without what a base says, but for the year, by which a person knows the file."""
    there = values(text)
    return changed(text, *(Removal(loc) for loc in sorted(_both(there, said)) if loc != ("year",)))


def _both(there: Value, said: Plain, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the paths of what two groups have."""
    if not isinstance(there, dict) or not isinstance(said, dict):
        return
    for key in there.keys() & said.keys():
        mine, theirs = there[key], said[key]
        if isinstance(mine, dict) and isinstance(theirs, dict):
            yield from _both(mine, theirs, (*at, key))
        else:
            yield (*at, key)


def _office(answers: Mapping[str, str]) -> dict[str, Value]:
    told: dict[str, Value] = {"sample": "ไม่ใช่", "address": {}, "colours": {}, "villages": []}
    told["office_hours"] = guide.entry(schema.Organisation, "office_hours").example
    name = answers.get("name", "").strip()
    if name:
        told |= {"name": name, "short_name": _short(name)}
    if place := parts_of(answers.get("place", "")):
        told["address"] = dict(zip(("subdistrict", "district", "province"), place, strict=True))
        told["people"] = f"ตำบล{place[0]}" if not name.startswith("เทศบาล") else name
    told |= {key: answers[key].strip() for key in ("site", "phone") if answers.get(key, "").strip()}
    if colours := parts_of(answers.get("colours", "")):
        told["colours"] = dict(zip(("primary", "accent"), colours, strict=True))
    if divisions := parts_of(answers.get("divisions", "")):
        told["divisions"] = _divisions(divisions)
    villages = parts_of(answers.get("villages", ""))
    told["villages"] = [{"moo": str(number), "name": each} for number, each in enumerate(villages, 1)]
    return told


def _short(name: str) -> str:
    for kind, short in _KINDS:
        if name.startswith(kind) and name != kind:
            return short + name.removeprefix(kind).strip()
    return name


def _staff(name: str) -> str:
    return next((staff for kind, staff in _STAFF.items() if name.startswith(kind)), "ข้าราชการและพนักงาน")


def _divisions(names: list[str]) -> list[Value]:
    found: list[Value] = []
    taken: set[str] = set()
    for number, name in enumerate(names, 1):
        key = next((key for part, key in _DIVISIONS.items() if part in name and key not in taken), f"division-{number}")
        taken.add(key)
        found.append({"key": key, "name": name})
    return found


def _round(year: int, office: Mapping[str, Value], answers: Mapping[str, str]) -> dict[str, Value]:
    divisions = office.get("divisions")
    listed = [each for each in divisions if isinstance(each, dict)] if isinstance(divisions, list) else []
    survey: dict[str, Value] = {"minutes": "3", "other_ways": _WAYS}
    if link := answers.get("survey", "").strip():
        survey["form"] = link
        if not re.search(r"\{channel\}", link):
            survey["plain_link"] = "ใช่"
    told: dict[str, Value] = {
        "sample": "ไม่ใช่",
        "year": str(year),
        "steps": [{"key": key, "text": text} for key, text in STEPS.items()],
        "publish_totals": "ไม่ใช่",
        "criteria": _CRITERIA,
        "categories": [
            {"key": "officer", "name": _staff(str(office.get("name") or "")), "places": "2"},
            {"key": "permanent", "name": "ลูกจ้างประจำ", "places": "1"},
            {"key": "contract", "name": "พนักงานจ้าง", "places": "2"},
        ],
        "outcomes": {"satisfaction": [], "complaints": []},
        "survey": survey,
    }
    for key in ("title", "award", "tie_rule"):
        told[key] = guide.entry(schema.Round, key).example
    for key in ("reasons", "objectives", "outputs", "publicity"):
        told[key] = [guide.entry(schema.Round, key).example]
    if office.get("name"):
        told["target_group"] = f"บุคลากรของ{office['name']}"
    if listed:
        told |= {"owner": listed[0]["name"], "nominators": [each["key"] for each in listed]}
    return told
