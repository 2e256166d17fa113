"""The family's labels: what stands on the papers of a ceremony, apart from how they are laid out.

What is said on stage is in `words`, since speech is written anew in every language. What begins with `ON_` is given to
the template of that sheet as `view.labels`; fields in braces are filled in by whoever lays out.
"""

from __future__ import annotations

BACKDROP, BACKDROPS = "ฉากหลังเวที 400 x 250 ซม.", "ฉากหลังเวที"
BACKDROP_HEADING, BACKDROP_PLACE = "{occasion} ประจำปี {year}", "{day}  ณ {place}"
ON_BACKDROP = {"seal": "ตราหน่วยงาน", "names": "ชื่อบนฉากหลัง"}

CARDS, BADGES = "ป้ายชื่อตั้งโต๊ะ", "ป้ายชื่อติดอก"
ON_CARDS = {"names": "ชื่อบนป้ายตั้งโต๊ะ", "fold": "ตัดตามเส้นทึบ พับตามเส้นประ ตั้งเป็นหลังคา อ่านได้สองด้าน"}
ON_BADGES = {"names": "ชื่อบนป้ายติดอก"}

RUN_OF_SHOW, RUN_OF_SHOWS = "กำหนดการพิธี สำหรับผู้ดำเนินรายการ", "กำหนดการพิธีและคำกล่าวผู้ดำเนินรายการ"
RUN_OF_SHOW_HEADING = "กำหนดการ{occasion}"
EVENT_HEADS = ("เวลา", "นาที", "รายการ", "ผู้ปฏิบัติ", "เตรียมให้พร้อม")
PEOPLE_HEADS = ("ลำดับ", "ผู้รับ", "ตำแหน่ง", "เลขที่ประกาศ", "เผยแพร่ภาพ")
POLITE, READ_AS, NO_NUMBER = "ลงท้ายด้วย ครับ หรือ ค่ะ ตามผู้ดำเนินรายการ", "อ่านว่า {words}", "เลขที่ ........"
ON_RUN_OF_SHOW = {
    "page": "หน้า",
    "page_of": "จาก",
    "continues": "มีต่อ",
    "release": "ห้ามเผยแพร่ก่อน",
    "sample": "ตัวอย่าง บุคคลและพิธีในแผ่นนี้สมมติขึ้น",
    "ask": "ถามวิธีอ่านก่อนวันพิธี",
    "day": "วัน",
    "starts": "เริ่มพิธี",
    "place": "สถานที่",
    "presider": "ประธานในพิธี",
    "people": "ลำดับผู้รับประกาศเกียรติคุณ",
    "said": "คำกล่าวผู้ดำเนินรายการ",
    "how_to_read": "อ่านเฉพาะตัวใหญ่ ตัวเล็กเหนือคำคือที่เขียนไว้ในเอกสาร แถบสีเทาเป็นคำแนะนำสำหรับผู้ดำเนินรายการ ไม่ต้องอ่านออกเสียง",
    "paragraph": "คำกล่าวของผู้ดำเนินรายการ",
}

PRESIDER, ANNOUNCER, RECEPTION, EVERYBODY = "ประธานในพิธี", "ผู้ดำเนินรายการ", "เจ้าหน้าที่ต้อนรับ", "ทุกคนบนเวที"
BEGINS, TIME_TO_FILL_IN = "เวลา {time}", ". . . . . . น."
OF_COMMITTEE = "{role}คัดเลือก"
MAY_BE_SHOWN, ASK_FIRST, ASK_FAMILY, ASK_TEAM = "ได้", "ถามเจ้าตัวก่อน", "ถามครอบครัวก่อน", "ถามทุกคนในทีมก่อน"
FAMILY_OF, FAMILY_RECEIVES = "ผู้แทนครอบครัวของผู้ล่วงลับ", "{position}  ผู้แทนครอบครัวรับ"

SPEECH_REPORT, SPEECH_ADDRESS = "คำกล่าวรายงาน", "คำกล่าวของประธานในพิธี"
SPEECHES_REPORT, SPEECHES_ADDRESS = "คำกล่าวรายงานต่อประธานในพิธี", "คำกล่าวแสดงความยินดีและให้โอวาทของประธานในพิธี"
SPEAKER = "ผู้กล่าว {who}"
ON_SPEECH = {
    "page": "หน้า",
    "page_of": "จาก",
    "continues": "มีต่อ",
    "release": "ห้ามเผยแพร่ก่อน",
    "sample": "ตัวอย่าง บุคคลและพิธีในแผ่นนี้สมมติขึ้น",
    "ask": "ถามวิธีอ่านก่อนวันพิธี",
    "how_to_read": "อ่านเฉพาะตัวใหญ่ หายใจที่ / หยุดนานขึ้นที่ // ตัวเล็กเหนือคำคือที่เขียนไว้ในเอกสาร",
    "text": "คำกล่าว",
}

INVITATION, INVITATIONS = "บัตรเชิญพิธีมอบประกาศเกียรติคุณ", "บัตรเชิญร่วมพิธี"
INVITES = "{office} ขอเรียนเชิญ"
TO_RECEIVE, TO_JOIN = (
    "เข้ารับประกาศเกียรติคุณ {award} ประจำปี {year}",
    "ร่วมเป็นเกียรติและ{greeting}ผู้ได้รับการคัดเลือกเป็น{award} ประจำปี {year}",
)
FAMILY = "ครอบครัว{name}"
INVITED_CEREMONY, INVITED_ON, INVITED_TO = "ใน{occasion}", "{day} เวลา {time}", "ณ {place}"
INVITED_IN = "การแต่งกาย {dress}"
INVITED_PRESIDER, INVITED_CALL = "โดยมี {who} เป็นประธานในพิธี", "สอบถาม โทร. {phone}"
ON_INVITATION = {
    "names": "ชื่อบนบัตรเชิญ",
    "text": "ข้อความบนบัตรเชิญ",
}

SIGN_LIST, SIGN_LISTS = "ทะเบียนลงชื่อรับประกาศเกียรติคุณ", "ทะเบียนลงชื่อรับประกาศเกียรติคุณ"
SIGN_HEADS = ("ลำดับ", "ชื่อและตำแหน่ง", "เลขที่ประกาศ", "ลายมือชื่อผู้รับ", "วันที่รับ", "หมายเหตุ")
ON_SIGN_LIST = {
    "page": "หน้า",
    "page_of": "จาก",
    "release": "ห้ามเผยแพร่ก่อน",
    "sample": "ตัวอย่าง บุคคลและพิธีในแผ่นนี้สมมติขึ้น",
    "how": "ผู้อื่นรับแทน ให้ลงชื่อตนเอง แล้วเขียนในหมายเหตุว่ารับแทนใคร เกี่ยวข้องกันอย่างไร",
    "given_by": "ผู้จ่ายประกาศเกียรติคุณ",
    "checked_by": "ผู้ตรวจสอบ",
    "signature": "ลงชื่อ " + "." * 60,
    "in_letters": "(" + "." * 60 + ")",
}

REGISTRATION, REGISTRATION_NEEDS = "ลงทะเบียน และซักซ้อมผู้รับ", "สมุดลงทะเบียน ป้ายชื่อ"
WELCOME, WELCOME_NEEDS = "กล่าวต้อนรับ", "ไมโครโฟน และแผ่นนี้"
REPORT, REPORT_NEEDS = "เชิญประธาน และกล่าวรายงาน", "คำกล่าวรายงาน แท่นกล่าว"
HANDOVER, HANDOVER_NEEDS = "อ่านประกาศและมอบทีละราย", "ประกาศเกียรติคุณ {people} ฉบับ พาน ช่างภาพ"
ADDRESS, ADDRESS_NEEDS = "กล่าว{praise}", "แท่นกล่าว"
PHOTOGRAPH, PHOTOGRAPH_NEEDS = "ถ่ายภาพร่วมกัน", "จัดแถวหน้าฉากหลัง"
CLOSE, CLOSE_NEEDS = "ปิดพิธี", "แบบประเมินความพึงพอใจ"
