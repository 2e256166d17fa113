"""The labels on the papers that are made of finished files, apart from how they are laid out.

What begins with `ON_` is given to the template of that paper as `view.labels`.
"""

from __future__ import annotations

ON_PROOF = {
    "change": "แก้ไขตามที่วงไว้ แล้วตรวจใหม่",
    "signature": ["ลงชื่อ", "ชื่อ", "ตำแหน่ง", "วันที่"],
    "how": "เล่มนี้มีทุกแผ่นที่จะเผยแพร่ ดูให้ครบทุกหน้า แผ่นไหนต้องแก้ ให้วงแล้วเขียนข้างแผ่น เลือกช่องแรกแล้วลงชื่อ "
    "หมายความว่าให้เผยแพร่ไฟล์ชุดนี้ทุกไฟล์ตามที่เห็น ถ้าแก้แม้ตัวอักษรเดียว รหัสข้างล่างจะเปลี่ยน และต้องตรวจใหม่",
    "code": "รหัสของไฟล์ชุดนี้",
    "heads": ["ที่", "ไฟล์", "ใช้ที่ไหน ใครใช้", "SHA-256 ของไฟล์"],
    "listed": "บัญชีไฟล์สื่อและเอกสาร",
    "web": "บัญชีหน้าเว็บไซต์ ดูทุกหน้าด้วยเบราว์เซอร์ก่อนลงชื่อ",
}
ON_CHANGES = {
    "from_where": "เก็บจากที่ไหน",
    "time": "เวลา",
    "taken_down_by": "ผู้เก็บลงชื่อ",
    "whom": "แจ้งใคร",
    "to_do": "ให้ทำอะไร",
    "done": "แล้ว",
    "said_by": "ผู้แจ้งลงชื่อ",
    "where": "อยู่ที่ไหน ใครดูแล",
    "copies": "จำนวน",
}
