"""The family's labels: names of outlets, files and buttons, and what stands fixed on cards, captions and releases.

A second language would need these; the posts themselves are prose that is built of facts in `post` and
`press_release`. What begins with `ON_` is given to the template of that sheet as `view.labels`; fields in braces are
filled in by whoever lays out.
"""

from __future__ import annotations

SAMPLE, SAMPLE_HEADLINE, SAMPLE_BEFORE = "ตัวอย่าง", "[ตัวอย่าง] {headline}", "ตัวอย่าง "

CARD, CARDS = "การ์ด {news}", "การ์ดสำหรับเฟซบุ๊กและไลน์"
PREVIEWS, NEWS_PREVIEWS = "ภาพตัวอย่างของลิงก์", "ภาพตัวอย่างของลิงก์ ข่าวละภาพ"
SHAPES = {
    "square": "โพสต์ 1080 × 1080",
    "link": "ภาพของลิงก์ 1200 × 630",
    "story": "สตอรี 1080 × 1920",
    "line": "ริชเมสเสจไลน์ 1040 × 1040",
    "message": "ภาพในข้อความไลน์",
}
CARD_COUNTED_BY, CARD_COUNTED = "ตอบภายใน {day}", "นับรวมในการคัดเลือก"
CARD_OF_WINNER, CARD_OF_RESULT = "ปี {year} {category}", "ประกาศผลการคัดเลือก ปี {year}"
CARD_OF_GIVEN, CARD_GIVEN = "มอบประกาศเกียรติคุณ ปี {year}", "มอบแล้ว"
GIVEN_WHAT, NOMINATED_UNTIL = "ประกาศเกียรติคุณ{award}", "เสนอชื่อถึง"
ON_CARD = {"sample": SAMPLE, "headline": "หัวเรื่อง", "facts": "กำหนดการ"}

CAPTION, CAPTIONS = "ข้อความสำหรับโพสต์ {news}", "ข้อความสำหรับโพสต์"
FACEBOOK_LONG, FACEBOOK_SHORT = "เฟซบุ๊ก แบบยาว", "เฟซบุ๊ก แบบสั้น"
LINE_TO_FRIENDS, LINE_GROUPS = "ไลน์ บรอดแคสต์ถึงเพื่อน (LINE OA)", "ไลน์ กลุ่มหมู่บ้านและกลุ่มงาน"
X, INSTAGRAM = "X", "อินสตาแกรม"
READ_ABOUT = {
    "result": "อ่านเรื่องราวของผู้ได้รับการคัดเลือกที่",
    "survey": "ประเมินที่",
    "criteria": "อ่านหลักเกณฑ์ที่",
    "given": "ดูภาพและรายชื่อที่",
}
READ_STORY, READ_ON, READ_RESULT = "อ่านเรื่องราวที่", "อ่านต่อที่", "ดูผลการคัดเลือกที่"
NOBODY = "ปีนี้ไม่มีผู้ได้รับการคัดเลือก"
ON_CAPTION = {
    "how": "คัดลอกข้อความใต้ชื่อช่องทาง แล้วใส่ข้อความแทนภาพ (alt) ซึ่งอยู่ท้ายไฟล์",
    "size": "{size} จากที่รับได้ {most} ตัวอักษร",
    "alt": "ข้อความแทนภาพสำหรับผู้ที่มองไม่เห็น (alt)",
    "pictures": "ภาพที่โพสต์คู่กัน",
}

TOO_LONG = "หัวข้อยาวเกินที่ช่องทางนี้รับได้ จึงไม่มีข้อความให้คัดลอก ให้เขียนเองโดยย่อชื่อ"

FACEBOOK_POST, FACEBOOK_FOLD = "โพสต์เฟซบุ๊ก", "โพสต์เฟซบุ๊กก่อนคำว่า ดูเพิ่มเติม"
LINE_BROADCAST, LINE_TEXT = "บรอดแคสต์ LINE OA หนึ่งกล่อง", "ข้อความไลน์"
X_POST, INSTAGRAM_CAPTION = "โพสต์ X", "คำบรรยายอินสตาแกรม"
HASHTAGS, ALT = "แฮชแท็กในหนึ่งโพสต์", "ข้อความแทนภาพ (alt)"

MESSAGE, MESSAGE_OF_ALL, MESSAGES = "ข้อความไลน์ {news}", "ข้อความไลน์ {news} เลื่อนดูทีละราย", "ข้อความไลน์ (Flex)"
READ, MORE, ANSWER, ALL, HOW_TO_ANSWER = "อ่านเรื่องราว", "ดูหน้าประกาศ", "ประเมินการให้บริการ", "ดูผลทั้งหมด", "ดูวิธีประเมิน"

RESULT, CRITERIA, NOMINATIONS = "ประกาศผล", "หลักเกณฑ์การคัดเลือก", "การเสนอชื่อ"
CEREMONY, GIVEN, OF_CEREMONY = "เชิญร่วมพิธีมอบประกาศเกียรติคุณ", "ข่าวพิธีมอบประกาศเกียรติคุณ", "ภาพพิธีมอบประกาศเกียรติคุณ"
SURVEY, THANKS, STANDING = "แบบประเมินความพึงพอใจ", "ขอบคุณประชาชน", "ความคืบหน้า"
YOU_SAID_LEAD = "{office}ลงมือทำ {count} เรื่องที่ประชาชนบอก"
CRITERIA_HEADLINE, NOMINATIONS_HEADLINE = "หลักเกณฑ์คัดเลือก{award} ปี {year}", "เสนอชื่อ{award} ปี {year}"
CEREMONY_HEADLINE, GIVEN_HEADLINE = "พิธีมอบประกาศเกียรติคุณ ปี {year}", "มอบประกาศเกียรติคุณ{award} ปี {year}"
POINTS, CITIZENS_POINTS = "{points} คะแนน", "{points} คะแนน จากประชาชนผู้มารับบริการ"
WHEN, WHERE, PRESIDER = "วันและเวลา", "สถานที่", "ประธานในพิธี"
PHOTO_OF_CEREMONY = "ภาพพิธี ภาพที่ {number}"
COUNTED = "ผู้ได้รับการคัดเลือก {people}"

PLAN, PLAN_TAB = "แผนโพสต์รายเดือน", "แผนโพสต์"
PLAN_ASK, PLAN_NUMBER = "สอบถามหรือเลื่อนวัน", "โทร. {phone}"
PLAN_CALL = f"{PLAN_ASK} {PLAN_NUMBER}"
PLAN_HEADS = ("วันที่", "เวลา", "โพสต์เรื่อง", "ข้อความ", "ภาพ", "เฟซบุ๊ก", "ไลน์", "ผู้โพสต์", "หมายเหตุ")
AFTER_RESULT, AFTER_CEREMONY = "โพสต์หลังเวลาประกาศผล", "ไฟล์มีเมื่อเขียน held: ใช่ หรือใส่ภาพพิธีใน round.yaml"
NOT_YET_MADE, AGAIN = "ไฟล์มีเมื่อถึงเวลาประกาศผล", "โพสต์ซ้ำ"
ON_PLAN = {
    "ask": PLAN_ASK,
    "page": "หน้า",
    "page_of": "จาก",
    "sample": "ตัวอย่าง บุคคลและวันสมมติขึ้น",
    "how": "ไฟล์อยู่ในโฟลเดอร์เดียวกับแผนนี้ ขึ้นต้นด้วยชื่อใต้เรื่อง: ข้อความ .txt และภาพ .jpg สี่ขนาด โพสต์แล้วทำเครื่องหมายและลงชื่อ",
}

RELEASE, RELEASE_DOCUMENT = "ข่าวประชาสัมพันธ์", "ข่าวประชาสัมพันธ์ (Word)"
RELEASE_OF, RELEASE_WORD = "ข่าวประชาสัมพันธ์ {news}", "Word"
RELEASE_SAMPLE, RELEASE_NOW = "ตัวอย่าง: บุคคลและตัวเลขในข่าวนี้สมมติขึ้น", "เผยแพร่ได้ทันที"
CALL = "โทร. {phone}"
RELEASE_PHOTO = "ภาพที่ {number} {alt} ({file})"
CONTACT, CONTACT_PHONE, CONTACT_SITE = "ติดต่อสอบถาม", "โทรศัพท์ {phone} {hours}", "เว็บไซต์ {site}"

GATE = "และความพึงพอใจของประชาชนต้องไม่ต่ำกว่าร้อยละ {gate}"
