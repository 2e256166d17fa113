"""Packs: one ZIP for each helper, of files that the manifest lists, with a page that says what to do with them.

A pack is the same bytes for the same files: names in order, no day, no owner. What is for the office alone, or
printed before its moment, is in no pack.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.building import adding, changes, manifest, releasing
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.building.manifest import Entry
    from generator.building.swap import Workshop
    from generator.model import Organisation, Records

FOLDER = "build/packs"
HOW_TO, NEWS, TO_SIGN = "00-read-me.txt", "01-changes.txt", "02-take-down.pdf"
_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Helper:
    """Who gets a pack: its file's name, whom it is for, which files (a pattern with the year), and what to do."""

    name: str
    whom: str
    files: str
    steps: tuple[str, ...]
    signs: bool = False
    """Whether they take sheets down, and sign for it."""


HELPERS = (
    Helper(
        "web",
        "ผู้ดูแลเว็บไซต์",
        r"site/(?P<inside>.+)",
        (
            "แตกไฟล์ ZIP แล้วคัดลอกทุกอย่างในโฟลเดอร์ site ขึ้นเว็บไซต์ จะวางที่หน้าแรกหรือโฟลเดอร์ย่อยก็ได้",
            "ไฟล์รุ่นก่อนที่ไม่มีในชุดนี้ ให้ลบออกจากเว็บไซต์",
            "เปิดหน้าแรกด้วยโทรศัพท์ แล้วกดปุ่มประเมินการให้บริการหนึ่งครั้งเพื่อดูว่าไปถึงแบบประเมิน",
        ),
    ),
    Helper(
        "old-website",
        "ผู้ดูแลเว็บเดิมของหน่วยงาน",
        r"build/social/cms/(?P<year>\d{4})/(?P<inside>.+)",
        (
            "หนึ่งโฟลเดอร์คือหนึ่งข่าว เพิ่มข่าวในระบบของเว็บเดิม แล้วอัปโหลดไฟล์ .jpg และ .pdf ในโฟลเดอร์นั้นโดยไม่เปลี่ยนชื่อ",
            "เปิด news.html ด้วย Notepad คัดลอกทั้งหมดไปวางในช่องซอร์ส (</>) ของเนื้อข่าว ไม่มีช่องซอร์สให้วางข้อความจาก news.txt",
            "เปิดข่าวด้วยโทรศัพท์ ดูว่าตัวหนังสือ รูป และลิงก์ครบ",
        ),
    ),
    Helper(
        "notice-board",
        "ผู้ดูแลป้ายประกาศ",
        r"build/print/(?P<year>\d{4})/(?P<inside>(?:office/)?[^/]+\.pdf)",
        (
            "มีเครื่องพิมพ์สี A3 ให้พิมพ์ไฟล์ที่ลงท้าย -a3 มีเพียง A4 ให้พิมพ์ไฟล์ที่ลงท้าย -a4",
            "อยากได้ A3 แต่มีเพียง A4 ให้พิมพ์ไฟล์ -tiles ในโฟลเดอร์ office แล้วต่อสองแผ่นตามเครื่องหมายข้าง",
            "ประหยัดหมึก ให้ใช้ไฟล์ที่มีคำว่า mono",
            "สั่งพิมพ์ที่ขนาดจริง (Actual size หรือ 100%) มิฉะนั้นคิวอาร์โค้ดจะเล็กลง",
            "ติดแล้วสแกนคิวอาร์โค้ดบนแผ่นหนึ่งครั้ง",
        ),
        signs=True,
    ),
    Helper(
        "print-shop",
        "ร้านพิมพ์",
        r"build/print/(?P<year>\d{4})/shop/(?P<inside>[^/]+)",
        (
            "ใบสั่งงานคือไฟล์ที่ลงท้าย -ticket.txt บอกขนาด จำนวน กระดาษ และผลตรวจไฟล์",
            "ใช้ไฟล์ PDF ก่อน ถ้าเครื่องของร้านเปิดไม่ได้ให้ใช้ JPG ขนาดในไฟล์รวมระยะตัดตก 3 มม. แล้ว",
            "ขอตัวอย่างหนึ่งแผ่น และสแกนคิวอาร์โค้ดให้ติดก่อนพิมพ์จริง",
        ),
    ),
    Helper(
        "loudspeaker",
        "ผู้ประกาศเสียงตามสายและหอกระจายข่าว",
        r"build/loudspeaker/(?P<year>\d{4})/(?P<inside>(?:other/|phone/|ssml/|usb/)?[^/]+)",
        (
            "วัน เวลา และไฟล์ที่ต้องอ่านอยู่ใน plan.pdf (แก้ต่อใน Excel ใช้ plan.xlsx)",
            "พิมพ์ไฟล์ PDF ของหมู่บ้านตัวเอง (m ตามด้วยเลขหมู่) อ่านเฉพาะตัวใหญ่ พักหายใจที่ / และ //",
            "ไม่มีเครื่องพิมพ์ อ่านจากภาพในโฟลเดอร์ phone ซึ่งส่งต่อในไลน์ได้ เวลาสั้นหรือยาวกว่าปกติ ใช้บทในโฟลเดอร์ other",
            "อ่านสองรอบ ทำเครื่องหมายในช่องเมื่ออ่านแล้ว และลงชื่อท้ายแผ่น",
            "มีโฟลเดอร์ usb คือมีเสียงอ่านแล้ว คัดลอกไฟล์ของหมู่ตัวเองลงแฟลชไดรฟ์ (MP3 หรือถ้าเครื่องไม่รับให้ใช้ WAV) แล้วเปิดสองรอบ",
        ),
    ),
    Helper(
        "social",
        "ผู้ดูแลเฟซบุ๊กและไลน์",
        r"build/(?:print(?=/\d{4}/screen/)|social)/(?P<year>\d{4})/(?:screen/)?(?P<inside>[^/]+)",
        (
            "หนึ่งข่าวมีภาพหลายขนาดกับไฟล์ .txt ชื่อเดียวกัน เปิดไฟล์นั้นแล้วคัดลอกข้อความของช่องทางที่จะโพสต์",
            "โพสต์ใช้ภาพ -square สตอรีใช้ -story ริชเมสเสจไลน์ใช้ -line ส่วน -link คือภาพที่ขึ้นเองเมื่อวางลิงก์",
            "วางลิงก์ในข้อความไว้เสมอ เพราะคิวอาร์โค้ดในภาพสแกนจากเครื่องเดียวกันไม่ได้",
            "ใส่คำบรรยายภาพท้ายไฟล์ .txt ในช่องข้อความแสดงแทน (alt) เพื่อให้ผู้ที่มองไม่เห็นได้ฟัง",
            "วางลิงก์แล้วภาพยังเป็นของเดิม ให้เปิด developers.facebook.com/tools/debug วางลิงก์ แล้วกด Scrape Again",
            "ส่ง press-release ให้ผู้สื่อข่าว (.docx แก้ต่อได้) และให้ไฟล์ line-….json แก่ผู้ที่ดูแลโปรแกรมส่งข้อความไลน์",
        ),
    ),
)


def pack(workshop: Workshop, records: Records) -> tuple[list[str], tuple[Problem, ...]]:
    """Put every pack that has files into `build/`; return their paths from the project folder, and warnings.

    What differs from what was packed before goes with them: papers for the office, and each helper's own part. The
    caller holds the workshop's lock. Raises `ProblemsFound` where a file is not as it was made, or shows somebody whom
    the records let it show no more.
    """
    project, office = workshop.project, records.organisation
    entries = adding.finished(project)
    now = releasing.release_of(records, entries)
    if stale := releasing.stale(records, now):
        raise ProblemsFound((_older_than_records(stale),))
    before, warnings = releasing.read(project)
    rounds = {str(one.year): one for one in changes.rounds(records, releasing.told(records, before, now))}
    workshop.fresh.mkdir(exist_ok=True)
    packs = {
        f"{FOLDER}/{name}-{year}.pdf": paper
        for year, told in rounds.items()
        for name, paper in changes.papers(told, workshop.fresh).items()
    }
    for helper in HELPERS:
        for year, files in sorted(_chosen(helper, entries).items()):
            name = f"{helper.name}-{year}.zip" if year else f"{helper.name}.zip"
            news = _news(helper, rounds.get(year), packs)
            how_to = _how_to(helper, files, office, list(news))
            inside = {HOW_TO: how_to, **news, **{inside: (project / path).read_bytes() for inside, path, _ in files}}
            packs[f"{FOLDER}/{name}"] = f"ชุดไฟล์สำหรับ{helper.whom} {year}".rstrip(), _zip(inside)
    # Before anything can be handed out: what is not on the list would never be asked back.
    releasing.keep(project, before, now)
    adding.add(workshop, manifest.PACK, packs)
    return list(packs), warnings


def _news(helper: Helper, told: changes.Told | None, packs: Mapping[str, tuple[str, bytes]]) -> dict[str, bytes]:
    """Return what a helper is told of what changed: a page of their own files, and to the boards the list to sign."""
    if told is None:
        return {}

    def theirs(entry: Entry) -> bool:
        return re.fullmatch(helper.files, entry.path) is not None

    lines = changes.letter(told, theirs)
    if not lines:
        return {}
    page = "\r\n".join((f"สิ่งที่เปลี่ยนจากชุดก่อน สำหรับ{helper.whom}", "ใช้ภายใน ห้ามส่งต่อ", "", *lines, ""))
    news = {NEWS: page.encode("utf-8-sig")}
    paper = packs.get(f"{FOLDER}/take-down-{told.year}.pdf")
    return {**news, TO_SIGN: paper[1]} if paper and helper.signs else news


def _chosen(helper: Helper, entries: list[Entry]) -> dict[str, list[tuple[str, str, str]]]:
    """Return a helper's files by year: the name in the pack, the path in the project and the title."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.path):
        match = re.fullmatch(helper.files, entry.path)
        if match:
            year = match.groupdict().get("year", "")
            inside = entry.path if helper.name == "web" else match["inside"]
            found.setdefault(year, []).append((inside, entry.path, entry.title))
    return found


def _how_to(helper: Helper, files: list[tuple[str, str, str]], office: Organisation, news: list[str]) -> bytes:
    """Return the page as the Notepad of any computer shows it right: with a byte-order mark and CRLF."""
    lines = [f"สำหรับ{helper.whom}", f"จาก {office.name}  โทร {office.phone}", ""]
    lines += ["ตัวอย่างเพื่อสาธิต ห้ามเผยแพร่จริง", ""] if office.sample else []
    lines += [f"มีสิ่งที่เปลี่ยนจากชุดก่อน อ่านก่อน: {' และ '.join(news)}", ""] if news else []
    lines += [f"{number}. {step}" for number, step in enumerate(helper.steps, 1)]
    lines += ["", "ไฟล์ในชุดนี้", *(_listed(helper, files))]
    return "\r\n".join((*lines, "")).encode("utf-8-sig")


def _listed(helper: Helper, files: list[tuple[str, str, str]]) -> Iterator[str]:
    if helper.name == "web":
        yield f"  เว็บไซต์ทั้งชุด {len(files)} ไฟล์ เริ่มที่ site/index.html"
        return
    yield from (f"  {inside}  {title}" for inside, _, title in files)


def _older_than_records(stale: list[str]) -> Problem:
    return Problem(
        stale[0],
        0,
        0,
        "",
        Text(
            f"ไฟล์ที่สร้างไว้ {len(stale)} ไฟล์ยังมีชื่อหรือภาพของผู้ที่เผยแพร่ไม่ได้แล้ว จึงไม่รวมเป็นชุด",
            f"{len(stale)} files that were built show somebody who may not be shown any more, so nothing is packed",
        ),
        Text("สั่ง tonbaep build ก่อน แล้วสั่ง tonbaep pack อีกครั้ง", "run tonbaep build, then tonbaep pack"),
    )


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, value in sorted(files.items()):
            about = zipfile.ZipInfo(name, _DAY)
            about.external_attr, about.create_system = _READABLE, 3
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, value)
    return out.getvalue()
