"""What stands fixed on official papers; what is built of facts stands with the paper."""

from __future__ import annotations

from typing import Final

KRUT_ALT: Final = "ตราครุฑ"
MEMO: Final = "บันทึกข้อความ"

DAY_TO_FILL: Final = "{dots} {month} พ.ศ. {year}"
DATED: Final = "ที่ {number} ลงวันที่ {day}"
UNNUMBERED_DATED: Final = "ลงวันที่ {day}"

DRAFT: Final = "ร่าง ข้อมูลเปลี่ยนหลังออก{register} {number} แล้ว ต้องออกฉบับใหม่ หรือแก้ข้อมูลกลับ"
SAMPLE: Final = "ตัวอย่าง บุคคล เลขที่ และตัวเลขในเอกสารนี้สมมติขึ้น ไม่ใช่เอกสารราชการ"
EMBARGO: Final = "เอกสารภายใน ห้ามเผยแพร่ก่อน {moment}"

REGISTERS: Final = {"order": "คำสั่งที่", "notice": "ประกาศ", "memo": "บันทึกข้อความที่", "letter": "หนังสือที่"}
