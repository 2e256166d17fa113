"""Ledgers of made-up offices with what their builds published, as many as a test asks for; no office is built."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.batch import task

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FRONTS = "ควน ทุ่ง นา บ้าน หนอง ห้วย เขา คลอง ท่า โคก บาง ดอน ปาก วัง สระ แหลม เกาะ โพธิ์ ไผ่ ยาง".split()  # noqa: SIM905
_BACKS = "เมา ใหญ่ ขาว ดำ ยาว งาม สูง ลึก แดง เขียว ทอง เงิน แก้ว ใหม่ เก่า สน ไทร หว้า กลาง เหนือ ใต้ ตก ออก พง ร่ม".split()  # noqa: SIM905
_DISTRICTS = (
    *(
        "รัษฎา",
        "กันตัง",
        "ปะเหลียน",
        "ห้วยยอด",
        "สิเกา",
        "นาโยง",
        "ย่านตาขาว",
        "วังวิเศษ",
        "เมืองตรัง",
        "หาดสำราญ",
        "จะนะ",
        "เทพา",
    ),
    *("สะเดา", "ระโนด", "สทิงพระ", "นาทวี", "รัตภูมิ", "ควนเนียง", "บางกล่ำ", "สิงหนคร", "คลองหอยโข่ง", "กระแสสินธุ์"),
    *("หาดใหญ่", "นาหม่อม", "สะบ้าย้อย"),
)
_PROVINCES = "ตรัง สงขลา พัทลุง สตูล กระบี่ พังงา ระนอง ชุมพร ปัตตานี ยะลา".split()  # noqa: SIM905


def name(number: int) -> str:
    """Return a place name that no other number has."""
    front, rest = _FRONTS[number % len(_FRONTS)], number // len(_FRONTS)
    back, again = _BACKS[rest % len(_BACKS)], rest // len(_BACKS)
    return f"{front}{back}" + (f"{_BACKS[again % len(_BACKS)]}{again // len(_BACKS) or ''}" if again else "")


def published(number: int, **changes: Any) -> dict[str, Any]:
    """Return what the build of an office published, nine offices a district; `changes` go into its round too."""
    place, group = name(number), number // 9
    district = _DISTRICTS[group % len(_DISTRICTS)] + ("" if group < len(_DISTRICTS) else str(group // len(_DISTRICTS)))
    province = _PROVINCES[group // len(_DISTRICTS) % len(_PROVINCES)]
    one = {
        "year": 2566,
        "award": "บุคลากรต้นแบบ ด้าน “บริการเป็นเลิศ”",
        "sample": False,
        "stage": "closed",
        "result_at": f"2023-04-{1 + number % 28:02}T09:00:00+07:00",
        "announced": True,
        "chosen": 3 + number % 4,
        "page": f"https://office-{number}.example/2566/results.html",
        "satisfaction": [
            {
                "year": 2566,
                "percent": f"{70 + number * 7 % 29}.{1 + number % 9}",
                "target": "80",
                "replies": 40 + number % 400,
                "between": [f"{66 + number * 7 % 29}.5", f"{71 + number * 7 % 29}"],
            }
        ],
    }
    office = {
        "name": f"องค์การบริหารส่วนตำบล{place}",
        "short_name": f"อบต.{place}",
        "subdistrict": place,
        "district": district,
        "province": province,
        "phone": f"0 7555 {number % 10000:04}",
        "site": f"https://office-{number}.example",
    }
    one |= {key: value for key, value in changes.items() if key in one}
    return {**office, **{key: value for key, value in changes.items() if key in office}, "rounds": [one]}


def entry(project: Path, told: Mapping[str, Any], state: str = task.DONE) -> dict[str, Any]:
    """Return what a ledger says of an office whose build published this."""
    return {
        "state": state,
        "problems": [],
        "files": 100,
        "digest": "",
        "seconds": 10,
        "project": str(project),
        "source": str(project),
        "fetched": "",
        "stamp": [],
        "whose": {key: str(told[key]) for key in ("name", "short_name", "district", "province", "phone")},
    }


def write(folder: Path, told: Mapping[str, Any]) -> Path:
    """Write what a build published into its place, and return the project folder."""
    file = folder / "build/papers/office.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return folder


def ledger(folder: Path, count: int) -> dict[str, dict[str, Any]]:
    """Return the ledger of so many offices that are all done."""
    offices = {}
    for number in range(count):
        told = published(number)
        offices[f"office-{number}"] = entry(write(folder / f"office-{number}", told), told)
    return offices
