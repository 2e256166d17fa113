"""The labels on the papers that are made of finished files, apart from how they are laid out.

What begins with `ON_` is given to the template of that paper as `view.labels`.
"""

from __future__ import annotations

ON_PROOF = {
    "change": "แก้ไขตามที่วงไว้ แล้วตรวจใหม่",
    "signature": ["ลงชื่อ", "ชื่อ", "ตำแหน่ง", "วันที่"],
    "how": "อ่านทุกหน้า หนึ่งคนหนึ่งหน้า แล้วจึงเป็นแผ่นอื่นตามคนที่รับไป แผ่นที่เหมือนกันทุกขนาดแสดงครั้งเดียว ที่ไหนต้องแก้ ให้วงแล้วเขียนข้าง ๆ "
    "เลือกช่องแรกแล้วลงชื่อ หมายความว่าให้เผยแพร่ไฟล์ชุดนี้ทุกไฟล์ ถ้าแก้แม้ตัวอักษรเดียว รหัสชุดไฟล์ข้างล่างจะเปลี่ยน และต้องตรวจใหม่",
    "nobody": "ชุดนี้ไม่มีชื่อผู้ได้รับการคัดเลือก",
    "figures": "วันและตัวเลข",
    "changes": "สิ่งที่เปลี่ยนจากฉบับที่ลงนามครั้งก่อน",
    "before": "ภาพที่เจ้าตัวให้มา",
    "after": "ภาพที่ใช้ ปรับแต่แสง",
    "people": "ผู้ที่จะเผยแพร่ชื่อ",
    "code": "รหัสชุดไฟล์นี้",
    "read": "ข้อความ อ่านทุกบรรทัด",
    "web": "หน้าเว็บไซต์ ดูทุกหน้าด้วยเบราว์เซอร์ก่อนลงชื่อ",
}
OTHERS, MORE_FORMS, AND_MORE = "อื่น ๆ", "อีก {count} ขนาดหรือแบบ: {ways}", " และอื่น ๆ"
MORE_COUNT = "อีก {count} ขนาดหรือแบบ"
READ_AS, CATEGORY, SATISFIED, CITED, QUOTED, STORY = "อ่านว่า", "ประเภท", "ความพึงพอใจ", "คำชมเชย", "คำพูด", "เรื่อง"
ORIGINAL_ALT, EVENED_ALT = "ภาพเดิมของ{name}", "ภาพที่ใช้ของ{name}"
WITH_PICTURE, WITHOUT_PICTURE = "มีภาพ ตามใบยินยอม", "ไม่มีภาพ"
RESULT_AT, SURVEY_UNTIL, CEREMONY = "ประกาศผล", "แบบประเมินเปิดถึง", "มอบประกาศเกียรติคุณ"
SATISFACTION, TARGET, COMPLAINTS = "ความพึงพอใจเฉลี่ย", "เป้าหมาย ไม่น้อยกว่า", "เรื่องร้องเรียนว่าบริการไม่เป็นธรรม"
REPLIES, CASES = "ผู้ตอบ {count} คน", "{count} เรื่อง"
NEVER_SIGNED, AS_SIGNED = "ยังไม่เคยลงนาม ทุกไฟล์เป็นของใหม่", "ไม่มี ทุกไฟล์ตรงกับฉบับที่ลงนาม"
CHANGED, NEW, GONE = "แก้ {count} ไฟล์", "เพิ่ม {count} ไฟล์", "ไม่มีแล้ว {count} ไฟล์"
MORE_LINES = "… อีก {count} บรรทัด อ่านต่อในไฟล์"
MORE, SAME_WORDS = "และอีก {count} รายการ", "ข้อความเดียวกับหมายเลข {number}"
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
