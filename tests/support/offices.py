"""Two invented offices with records as real ones have them, full of what only looks doubtful; none is the sample."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from generator.reading import read
from tests.support.product import ROOT

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.problems import Problem
    from generator.store import Store

_SIGNERS = ("โพษาสาลี", "ชาญไชย", "แก้วเพ็ง", "สายสิญจน์")


class Invented(NamedTuple):
    """An office: what stands in place of the sample's words in its two files, and its own winners."""

    words: dict[str, str]
    winners: str


SUBDISTRICT = Invented(
    {
        "sample: ใช่": "sample: ไม่ใช่",
        "ควนเมา": "หนองไผ่ล้อม",
        "Khuan Mao": "Nong Phai Lom",
        "https://khuanmao.example": "https://www.nongphailom-invented.go.th",
        "https://facebook.example/khuanmao": "https://www.facebook.com/nongphailom.invented",
        "@khuanmao.example": "@nongphailom",
        "https://forms.example/d/e/khuanmao-2566/viewform": "https://docs.google.com/forms/d/e/1FAIpQLSe0812345678/viewform",
        "บ้านควนสมมุติ": "บ้านหนองไผ่",
        "บ้านทุ่งตัวอย่าง": "บ้านโนนสูง",
        "บ้านน้ำใสสมมุติ": "บ้านท่าขอนยาง",
        "บ้านสวนยางตัวอย่าง": "บ้านสวนใหม่",
        "บ้านป่ายางสมมุติ": "บ้านหัวทด",
        "สมมุติ\n": "ประสิทธิ์\n",
        "ผู้แทนประชาชนในตำบล 1 คน": "ผู้แทนเทศบาลตำบลใกล้เคียงซึ่งเป็นหมู่บ้านตัวอย่าง 1 คน",
        "ไม่ใช้งบประมาณ": "ไม่มี",
        "เว้นวันหยุดราชการ": "เว้นวันหยุดราชการ เลขประจำตัวผู้เสียภาษี 0994000123452",
    },
    """
winners:
  - id: wilai
    name: {title: นาง, first: วิไล, last: ทองทดแทน}
    position: พนักงานเก็บตัวอย่างน้ำประปา
    division: works
    category: officer
    place: 1
    citation: ตรวจน้ำประปาหมู่บ้านทุกวันจันทร์ แจ้งผลให้ทุกหลังคาเรือนรู้ก่อนเที่ยง
    story: |-
      คุณวิไลเคยทำงานที่ศูนย์ทดลองการประปา เอกสารเลขที่ มท 0810.3/ว 1234 ลงวันที่ 1 มี.ค. 66 ให้อ่านมาตรวัดวันละ 120–150 หลัง
      โทรแจ้งได้ที่ 0 7555 0123 และ e-Service ของ อบต. ค่าความขุ่นไม่เกิน 5 NTU ร้อยละ 95.5

      บาร์โค้ด 8 851234 567890 บนถังไม่เคยหลุด Café São Paulo ริมคลองก็ใช้น้ำนี้
    quote: น้ำใสคือหน้าตาของเรา... ทดสอบแล้วทดสอบอีกค่ะ
    satisfaction: {percent: 5.5, replies: 61}
    scores: {mind: 95, speed: 93, fairness: 96, manner: 94}
    photo:
      file: photos/wilai.jpg
      alt: ผู้หญิงวัยกลางคนถือขวดเก็บตัวอย่างน้ำ
      focus: [0.5, 0.3]
      consent: {channels: [site, print], given: 12/11/2565}
  - id: somkid
    name: {title: นาย, first: สมคิด, last: สมมาตร, confirmed: ใช่}
    position: หัวหน้าสถานีทดลองข้าว
    division: palad
    category: officer
    place: 2
    citation: ตรวจน้ำประปาหมู่บ้านทุกวันศุกร์ แจ้งผลให้ทุกหลังคาเรือนรู้ก่อนเที่ยง
    story: เขาเล่าว่า อบต.ข้างเคียงและเทศบาลเมืองใกล้กันมาดูงานหลายครั้ง
    quote: ทดลองก่อนแล้วค่อยชวน
    satisfaction: {percent: 91, replies: 40}
    scores: {mind: 90, speed: 91, fairness: 90, manner: 92}
    photo:
      file: photos/somkid.jpg
      alt: ผู้ชายยืนในแปลงนา
      focus: [0.5, 0.3]
      consent: {channels: [site, print, social], given: 5 เมษายน 2567}
sample: ไม่ใช่
""".replace("percent: 5.5", "percent: 95.5"),
)

TOWN = Invented(
    {
        "sample: ใช่": "sample: ไม่ใช่",
        "องค์การบริหารส่วนตำบลควนเมา": "เทศบาลตำบลคลองแพ่ง",
        "นายกองค์การบริหารส่วนตำบล": "นายกเทศมนตรี",
        "ปลัดองค์การบริหารส่วนตำบล": "ปลัดเทศบาล",
        "องค์การบริหารส่วนตำบล": "เทศบาล",
        "อบต.ควนเมา": "ทต.คลองแพ่ง",
        "ควนเมา": "คลองแพ่ง",
        "Khuan Mao Subdistrict Administrative Organization": "Khlong Phaeng Town",
        "https://khuanmao.example": "https://อบต-คลองแพ่ง.example",
        "https://facebook.example/khuanmao": "เทศบาลตำบลคลองแพ่ง",
        '"@khuanmao.example"': '"@khlongphaeng"',
        "https://forms.example/d/e/khuanmao-2566/viewform": "https://ee.kobotoolbox.org/x/AbCdEf12",
        "บ้านควนสมมุติ": "ชุมชนตลาดเก่า",
        "บ้านทุ่งตัวอย่าง": "บ้านสมบูรณ์",
        "บ้านน้ำใสสมมุติ": "ในเมือง",
        "บ้านสวนยางตัวอย่าง": "บ้าน 12 ไร่",
        "บ้านป่ายางสมมุติ": "บ้านใหม่พัฒนา",
        "สมมุติ\n": "อำนวย\n",
        "phone: 0 7555 0123": "phone: 081-234-5678",
        "0 7555 0199": "1567",
    },
    """
winners: []
sample: ไม่ใช่
""",
)
TOWN.words["https://khuanmao.example"] = "https://khlongphaeng-invented.go.th"


def put(office: Invented, folder: Path) -> Path:
    """Write an office's records and photos below a folder, and return the project."""
    project = folder / "office"
    shutil.copytree(ROOT / "content", project / "content")
    year = project / "winners" / "2566"
    (year / "photos").mkdir(parents=True)
    for path in ("organisation.yaml", "2566/round.yaml"):
        text = (ROOT / "winners" / path).read_text(encoding="utf-8")
        for old, new in {**office.words, **{name: f"สกุลดี{number}ก" for number, name in enumerate(_SIGNERS)}}.items():
            text = text.replace(old, new)
        (project / "winners" / path).write_text(text.replace("seal: seal.png\n", ""), encoding="utf-8")
    (year / "winners.yaml").write_text(office.winners, encoding="utf-8")
    Image.new("RGB", (1600, 2000), "#2f6f7f").save(year / "photos" / "wilai.jpg")
    Image.new("RGB", (1600, 2000), "#7f6f2f").save(year / "photos" / "somkid.jpg")
    return project


def told(project: Path, store: Store, today: date | None = None) -> list[Problem]:
    """Return every problem and doubt of a project's records."""
    from generator.problems import ProblemsFound

    try:
        return list(read(project, store, today).warnings)
    except ProblemsFound as found:
        return list(found.problems)
