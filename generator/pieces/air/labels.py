"""The family's labels: what stands on its sheets, plans and lists, apart from how they are laid out.

What is said on air is in `script`, `calls`, `chosen` and `occasions`, since prose that is cut to its time and breathed
is written anew in every language. What begins with `ON_` is given to the template of that sheet as `view.labels`;
fields in braces are filled in by whoever lays out.
"""

from __future__ import annotations

CORRECTION = "แก้ไขข่าว"

SCRIPT = "บทประกาศ {news}"
SCRIPT_TITLE = "บทประกาศ{kind} {village} {news} {seconds} วินาที ปี {year}"
SCRIPT_WAY = "{village} {seconds} วินาที {form}"
SCRIPT_HOURS, HOUR_AND_HOUR = "กระจายเสียงเวลา {hours}", " และ "
SCRIPT_LENGTH = "อ่านรอบละ {lasts} วินาที จากเวลา {seconds} วินาที ที่ความเร็ว {pace} พยางค์ต่อนาที"
FIXED = "{news} ฉบับแก้ไข"
SHORTER = "ข่าวนี้สั้นกว่าเวลาที่มี อ่านตามปกติ ไม่ต้องยืด"
CODE, CODE_OF_CLOSED, CODE_CALL = "แบบประเมินความพึงพอใจ {village}", "{closed} มีทางติดต่ออื่น", "โทร. {phone}"
TEXT, OLD_TEXT, MARKED_UP = "ข้อความ", "ข้อความ Windows-874", "SSML"
PHONE_TITLE, PHONE_WAY = "{title} สำหรับโทรศัพท์", "ภาพสำหรับโทรศัพท์"
GAP = "[{written} อ่านว่า ................]"
ON_SCRIPT = {
    "page": "หน้า",
    "page_of": "จาก",
    "continues": "มีต่อ",
    "readings": ["อ่านรอบที่ 1", "อ่านรอบที่ 2"],
    "release": "ห้ามอ่านก่อน",
    "sample": "ตัวอย่าง ห้ามออกอากาศ บุคคลและตัวเลขสมมติขึ้น",
    "ask": "ถามวิธีอ่านก่อนออกอากาศ",
    "unheard": "ยังไม่ได้ถามเจ้าตัวว่าชื่ออ่านอย่างไร",
    "how_to_read": "อ่านเฉพาะตัวใหญ่ พักหายใจที่ / พักนานขึ้นที่ // ตัวเล็กเหนือคำคือที่เขียนไว้ในเอกสาร "
    "แถบสีเทาเป็นคำแนะนำสำหรับผู้ประกาศ ไม่ต้องอ่านออกอากาศ",
    "log": "บันทึกการออกอากาศ",
    "log_heads": ["วันที่", "เวลา", "รอบ 1", "รอบ 2", "ผู้ประกาศ (ลงชื่อ)"],
    "code_for": "สำหรับติดป้ายประกาศของหมู่บ้าน ไม่ต้องอ่านออกอากาศ",
}
ON_SCRIPT_AS_TEXT = {
    "release": "ห้ามอ่านก่อน {release}",
    "sample": "ตัวอย่าง: บุคคลและตัวเลขในบทนี้สมมติขึ้น ห้ามออกอากาศ",
    "how_to_read": "ข้อความในวงเล็บ [ ] เป็นคำแนะนำสำหรับผู้ประกาศ ไม่ต้องอ่านออกอากาศ  พักหายใจที่ /  พักนานขึ้นที่ //",
    "ask": "ถามวิธีอ่านก่อนออกอากาศ",
    "unheard": "ยังไม่ได้ถามเจ้าตัวว่าชื่ออ่านอย่างไร",
    "paragraph": "ข้อ {number}  {seconds} วินาที",
    "compare": "ตรวจกับเอกสาร: ตัวเขียน = คำอ่าน",
    "call": "{office} โทร. {phone}",
}
PHONE_HEAD = "{news} · {seconds} วินาที"
ON_SCRIPT_ON_PHONE = {
    "how_to_read": "พักหายใจที่ / พักนานขึ้นที่ // แถบสีเทาไม่ต้องอ่าน",
    "release": "ห้ามอ่านก่อน",
    "sample": "ตัวอย่าง ห้ามออกอากาศ",
}

PLAN = "แผนและบันทึกการออกอากาศ"
PLAN_HEADS = ("วันที่", "เวลา", "หมู่บ้าน", "เรื่อง", "ไฟล์", "รอบ 1", "รอบ 2", "ผู้ประกาศ (ลงชื่อ)", "หมายเหตุ")
PLAN_WEEKDAYS = ("อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์")
PLAN_ASK = "ต้องเลื่อนเวลาหรือเครื่องเสีย"
PLAN_CALL, PLAN_NUMBER = "หากต้องเลื่อนเวลาหรือเครื่องเสีย โปรดโทร. {phone}", "โทร. {phone}"
OTHER_WAY = "เครื่องเสีย ให้แจ้งด้วยรถประกาศ ไลน์กลุ่ม หรือผู้ใหญ่บ้าน"
NO_TIME = "ทุกเวลากระจายเสียงตรงกับเวลางด ให้นัดเวลาใหม่ ({why})"
LONGER = "อ่าน {seconds} วินาที เพราะ {slot} วินาทีไม่พอ"
TOO_LONG = "ยาวเกินกว่าจะอ่านใน {seconds} วินาที ให้ย่อข้อมูลของเรื่องนี้ หรือวัดความเร็วผู้ประกาศด้วย tonbaep pace"
BROKEN = "{village} เครื่องเสียตั้งแต่ {day}"
PLAN_TAB = "แผนออกอากาศ"
ON_PLAN = {
    "ask": PLAN_ASK,
    "page": "หน้า",
    "page_of": "จาก",
    "sample": "ตัวอย่าง หมู่บ้าน บุคคล และเวลาสมมติขึ้น",
    "how": "วันและเวลาข้างล่างเว้นเวลางดประกาศของแต่ละหมู่บ้านแล้ว อ่านแล้วทำเครื่องหมายรอบที่ 1 และรอบที่ 2 ลงชื่อผู้ประกาศ",
}

STOP = "ใบแจ้งหยุดอ่านบทประกาศ"
STOP_CALL = "สงสัย โทร. {phone}"
STOP_SINCE, STOP_FILES = "ตั้งแต่ {day} เป็นต้นไป", "แผ่นและไฟล์ที่ขึ้นต้นด้วย {files}"
STOP_FIXED = "บทที่แก้แล้วขึ้นต้นด้วย {files} และมีคำว่า ฉบับแก้ไข"
STOP_RIGHT = "ที่ถูกต้อง คือ {right}"
ON_STOP = {
    "stop": "หยุดอ่าน",
    "sample": "ตัวอย่าง บุคคลและข่าวสมมติขึ้น",
    "tear": "ฉีกบทเดิมทิ้ง ลบออกจากแฟลชไดรฟ์และไลน์ แล้วลงชื่อรับทราบ",
    "signed": ["ผู้รับทราบ", "วันและเวลา"],
}
INSTEAD, NOTHING_INSTEAD = "อ่านบทที่ขึ้นต้นด้วย correction แทน แล้วใช้บทฉบับแก้ไขครั้งต่อไป", "ไม่ต้องอ่านอะไรแทน"

VOICE = "เสียงประกาศ"
VOICE_CALLED = "{voice} {village} {news}"
VOICE_TITLE, VOICE_OF_SAMPLE = "{called} ปี {year}", "ตัวอย่าง: {title}"
STICK = "แฟลชไดรฟ์ {format}"
