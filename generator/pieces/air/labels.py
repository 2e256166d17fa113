"""The family's labels: what stands on its sheets, plans and lists, apart from how they are laid out.

A second language would need these and the templates' own. What is said on air is in `script`, `calls`, `chosen` and
`occasions`, since prose that is cut to its time and breathed is written anew in every language. Fields in braces are
filled in by whoever lays out.
"""

from __future__ import annotations

RESULT = "ประกาศผลการคัดเลือก"
CEREMONY = "เชิญร่วมพิธีมอบประกาศเกียรติคุณ"
SURVEY = "เชิญตอบแบบประเมิน"
CRITERIA = "แจ้งหลักเกณฑ์การคัดเลือก"
NOMINATIONS = "แจ้งการเสนอชื่อ"
THANKS = "ขอบคุณและแจ้งผลลัพธ์"
CORRECTION = "แก้ไขข่าว"

SCRIPT = "บทประกาศ {news}"
SCRIPT_TITLE = "บทประกาศ{kind} {village} {news} {seconds} วินาที ปี {year}"
SCRIPT_WAY = "{village} {seconds} วินาที {form}"
SCRIPT_HOURS, HOUR_AND_HOUR = "เปิดเสียงเวลา {hours}", " และ "
SCRIPT_LENGTH = "อ่านรอบละ {lasts} วินาที จากเวลา {seconds} วินาที ที่ความเร็ว {pace} พยางค์ต่อนาที"
SHORTER = "ข่าวนี้สั้นกว่าเวลาที่มี อ่านตามปกติ ไม่ต้องยืด"
CODE, CODE_OF_CLOSED, CODE_CALL = "แบบประเมินการให้บริการ {village}", "{closed} มีทางติดต่ออื่น", "โทร. {phone}"
TEXT, OLD_TEXT, MARKED_UP = "ข้อความ", "ข้อความ Windows-874", "SSML"
PHONE_TITLE, PHONE_WAY = "{title} สำหรับโทรศัพท์", "ภาพสำหรับโทรศัพท์"

PLAN = "แผนและบันทึกการออกอากาศ"
PLAN_HEADS = ("วันที่", "เวลา", "หมู่บ้าน", "เรื่อง", "ไฟล์", "รอบ 1", "รอบ 2", "ผู้อ่าน (ลงชื่อ)", "หมายเหตุ")
PLAN_CALL = "เลื่อนเวลาหรือเครื่องเสีย โทร {phone}"
OTHER_WAY = "เครื่องเสีย ให้แจ้งด้วยรถประกาศ ไลน์กลุ่ม หรือผู้ใหญ่บ้าน"
NO_TIME = "ทุกเวลาเปิดเสียงตรงกับเวลางด ให้นัดเวลาใหม่ ({why})"
LONGER = "อ่าน {seconds} วินาที เพราะ {slot} วินาทีไม่พอ"
BROKEN = "{village} เครื่องเสียตั้งแต่ {day}"

STOP = "ใบแจ้งหยุดอ่านบทประกาศ"
STOP_CALL = "สงสัย โทร {phone}"
STOP_SINCE, STOP_FILES = "ตั้งแต่ {day} เป็นต้นไป", "แผ่นและไฟล์ที่ขึ้นต้นด้วย {files}"
STOP_RIGHT = "ที่ถูกต้อง คือ {right}"
INSTEAD, NOTHING_INSTEAD = "อ่านบทที่ขึ้นต้นด้วย correction แทน", "ไม่ต้องอ่านอะไรแทน"

VOICE = "เสียงประกาศ"
VOICE_CALLED = "{voice} {village} {news}"
VOICE_TITLE, VOICE_OF_SAMPLE = "{called} ปี {year}", "ตัวอย่าง: {title}"
STICK = "แฟลชไดรฟ์ {format}"
