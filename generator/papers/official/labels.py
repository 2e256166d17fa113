"""What stands fixed on official papers; what is built of facts stands with the paper."""

from __future__ import annotations

from typing import Final

DRAFT: Final = "ร่าง ข้อมูลเปลี่ยนหลังออก{register} {number} แล้ว ต้องออกฉบับใหม่ หรือแก้ข้อมูลกลับ"
EMBARGO: Final = "เอกสารภายใน ห้ามเผยแพร่ก่อน {moment}"

REGISTERS: Final = {"order": "คำสั่งที่", "notice": "ประกาศ", "memo": "บันทึกข้อความที่", "letter": "หนังสือที่"}
