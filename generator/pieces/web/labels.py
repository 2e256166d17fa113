"""The family's labels: headings, names of fields, texts of buttons and fixed sentences of the site's pages.

A second language would need these and the news, which are written from facts in `news`. What begins with `ON_` is given
to the template of that page as `view.labels`, with the labels of the shared parts that it shows (`IN_`). Fields in
braces are filled in by whoever lays out; what stands in square brackets stays on one line.
"""

from __future__ import annotations

SAMPLE = "ตัวอย่าง: {title}"
NOBODY_CHOSEN, LATE = "ปีนี้ไม่มีผู้ได้รับการคัดเลือก", "ยังไม่ได้ประกาศผล"
HOME, ROUND, CRITERIA, RESULTS, EVERY_YEAR, MEDIA = (
    "หน้าแรก",
    "รอบปี {year}",
    "เกณฑ์และกำหนดการ",
    "ผลการคัดเลือก",
    "ทุกปี",
    "สื่อเผยแพร่",
)
RENAMED = "ขณะนั้นหน่วยงานชื่อ{then} ปัจจุบันคือ{now}"
RATE, RATE_FROM, RATE_CLOSED = "ประเมินการให้บริการ", "เปิดประเมิน {day}", "{closed} ดูผล"

IN_SURVEY_CALL = {
    "survey_open": "บริการของเราเป็นอย่างไร",
    "survey_open_lead": "บอกเราได้ {effort}",
    "survey_open_button": RATE,
    "survey_coming": "จะเปิดรับฟังความเห็นของท่านเร็ว ๆ นี้",
    "survey_coming_lead": "แบบประเมินความพึงพอใจ",
    "survey_coming_button": "ดูวิธีประเมิน",
    "survey_closed": "ขอบคุณทุกความเห็น",
    "survey_closed_lead": "แบบประเมินรอบนี้",
    "survey_closed_still": "ท่านยังแสดงความเห็นได้ด้วยวิธีอื่น",
    "survey_closed_button": "ดูวิธีแสดงความเห็น",
}
IN_TIMELINE = {"step": "ขั้นที่ {number}"}
IN_WEIGHTS = {"citizens_judge": "ประชาชนเป็นผู้ให้คะแนน", "points": "คะแนน"}
IN_OUTCOMES = {
    "percent": "ร้อยละ",
    "of_year": "ปี {year}",
    "at_least": "(เป้าหมายไม่น้อยกว่าร้อยละ {target})",
    "percent_by_year": "ร้อยละ{title}แต่ละปี",
    "year": "ปี พ.ศ.",
    "target": "เป้าหมาย {target}",
    "replies": "ผู้ตอบ {replies} คน",
    "below_target": "ต่ำกว่าเป้า",
    "leaf_is_one": "หนึ่งใบคือร้อยละ 1",
    "line_is_target": "ใบที่มีเส้นขอบและเส้นตั้งคือเป้าหมายร้อยละ {target}",
    "line_is_target_of_year": "ใบที่มีเส้นขอบและเส้นตั้งคือเป้าหมายของปีนั้น",
    "cases_of_year": "เรื่อง ปี {year}",
    "cases_by_year": "จำนวน{title}แต่ละปี",
    "cases": "จำนวนเรื่อง",
    "leaf_is_case": "หนึ่งใบคือหนึ่งเรื่อง",
    "fewer_each_year": "เป้าหมายคือลดลงทุกปี",
}
IN_EASY_LINK = {"easy_mark": "ก", "easy": "ฉบับตัวใหญ่ อ่านง่าย"}

ARCHIVE, ARCHIVE_PAGE = "ผู้ได้รับการคัดเลือกทุกปี", "หน้าผู้ได้รับการคัดเลือกทุกปี"
ARCHIVE_DESCRIPTION = "ผู้ได้รับการคัดเลือกทุกปีของ{office}"
DIVISION, DIVISION_PAGE = "ผู้ได้รับการคัดเลือกจาก{division}", "หน้าของสำนักหรือกอง"
DIVISION_BEFORE, DIVISION_JOINED, DIVISION_GONE = (
    "เดิมชื่อ {name}",
    "งานของหน่วยนี้ปัจจุบันอยู่ที่{name}",
    "ปัจจุบันไม่มีหน่วยนี้แล้ว",
)
DIVISION_DESCRIPTION = "ผู้ได้รับการคัดเลือกจาก{division} {office}"
ON_ARCHIVE = {
    "division": ["ผู้ได้รับการคัดเลือก", "จาก{division}"],
    "division_count": "ได้รับการคัดเลือกแล้ว {count}",
    "everybody": ["ผู้ได้รับการคัดเลือก", "ทุกปี"],
    "everybody_count": "คัดเลือกแล้ว {rounds} ปี รวม {count}",
    "go_to_year": "ไปที่ปี",
    "year": "พ.ศ. {year}",
    "round": ROUND,
    "round_with_faces": "ดูรอบปี {year} พร้อมภาพ",
    "result": "ประกาศผลปี {year}",
    "more": "ดูต่อ",
    "every_division": "ทุกสำนักและกอง ทุกปี",
    "by_division": "ดูแยกตามสำนักและกอง",
    "trends": "เปรียบเทียบผลรายปี",
}
TRENDS, TRENDS_PAGE = "เปรียบเทียบผลรายปี", "หน้าเปรียบเทียบผลรายปี"
TRENDS_DESCRIPTION = "ความพึงพอใจของประชาชนและเรื่องร้องเรียน เปรียบเทียบรายปี ของ{office}"
ON_TRENDS = {
    **IN_SURVEY_CALL,
    **IN_OUTCOMES,
    "heading": TRENDS,
    "lead": "ตั้งเป้าหมายไว้เท่าใด แต่ละปีทำได้เพียงใด",
    "outcomes": "ผลที่ประชาชนได้รับ",
    "people": "ผู้ได้รับการคัดเลือก",
    "people_count": "จำนวน",
    "archive": "ดูทุกคน ทุกปี",
}

COMPLAINT, COMPLAINT_PAGE = "ร้องเรียน", "หน้าร้องเรียน"
COMPLAINT_DESCRIPTION = "ร้องเรียนเรื่องการให้บริการหรือผลการคัดเลือกของ{office}ได้กับใคร และทางใดบ้าง"
COMPLAINT_HEAD = "ผู้บริหารของ{office}"
ON_COMPLAINT = {
    "heading": COMPLAINT,
    "lead": "บริการไม่ดี เจ้าหน้าที่พูดจาไม่ดี รอนานเกินไป ถูกเลือกปฏิบัติ ไม่เป็นธรรม หรือไม่เห็นด้วยกับผลการคัดเลือก บอกเราได้",
    "call": "โทรแจ้งเรื่อง",
    "where": "ช่องทางร้องเรียน",
    "in_person": "มาด้วยตนเอง",
    "ask_for": "ขอพบ{receiver}",
    "phone": "โทรศัพท์",
    "letter": "จดหมาย",
    "letter_to": "จ่าหน้าถึง{head} ตามที่อยู่ข้างบน",
    "box": "กล่องรับความคิดเห็น",
    "what": "ข้อมูลที่ควรแจ้ง",
    "what_list": [
        "เกิดอะไรขึ้น วันไหน ที่ไหน",
        "เรื่องนั้นเกี่ยวกับงานใดหรือเจ้าหน้าที่คนใด ถ้าทราบ",
        "อยากให้แก้ไขอย่างไร",
        "ภาพถ่าย ใบเสร็จ หรือเอกสาร ถ้ามี",
        "เบอร์โทรหรือที่อยู่ ถ้าอยากได้คำตอบ",
    ],
    "nameless": "กรณีไม่แจ้งชื่อ",
    "named": "กรณีแจ้งชื่อ",
    "then": "ขั้นตอนหลังรับเรื่อง",
    "then_answer": "เราแจ้งผลหรือความคืบหน้าภายใน",
    "days": "{days} วัน",
    "then_since": "นับจากวันที่รับเรื่อง",
    "appeal": "ไม่เห็นด้วยกับผลการคัดเลือก",
    "appeal_tell": "แจ้งได้ตามช่องทางข้างบน ว่าไม่เห็นด้วยกับข้อใด เพราะอะไร",
    "result": "ดูผลการคัดเลือก {year}",
    "criteria": "ดูเกณฑ์ที่ใช้ตัดสิน",
    "above": "ถ้ายังไม่ได้รับความเป็นธรรม",
    "above_how": "ท่านร้องต่อหน่วยงานอื่นได้ทันที ไม่ต้องรอคำตอบจากเราก่อน",
    "call_number": "โทร. {phone}",
}

CRITERIA_TITLE, CRITERIA_PAGE = "เกณฑ์และกำหนดการ {year}", "หน้าเกณฑ์และกำหนดการ"
CRITERIA_DESCRIPTION = "หลักเกณฑ์ น้ำหนักคะแนน คณะกรรมการ และกำหนดการคัดเลือก{award} {year}"
ON_CRITERIA = {
    **IN_SURVEY_CALL,
    **IN_TIMELINE,
    **IN_WEIGHTS,
    "year": "พ.ศ. {year}",
    "heading": ["เกณฑ์", "และกำหนดการ"],
    "lead": "คะแนนเต็ม 100 คะแนน มาจากคณะกรรมการและจากประชาชนผู้รับบริการ",
    "criteria": "ตัดสินจากอะไร",
    "share": "คิดคะแนนจากร้อยละอย่างไร",
    "share_how": "ร้อยละความพึงพอใจของประชาชน คูณด้วย {weight} แล้วหารด้วย 100",
    "tie": "ถ้าคะแนนเท่ากัน",
    "places": "ประเภทและจำนวนที่คัดเลือก",
    "people": "{people} คน",
    "nominators": "หน่วยงานที่เสนอชื่อได้",
    "schedule": "กำหนดการ",
    "steps": "ขั้นตอนทั้งหมด",
    "counted": "ช่วงที่นำความเห็นของประชาชนมาคิดคะแนน",
    "closes": "ยังเปิดรับความเห็นถึง",
    "result": "ประกาศผล",
    "calendar": ["ใส่กำหนดการ", "ลงปฏิทินในโทรศัพท์"],
    "committee": "คณะกรรมการ",
}

EASY_TITLE, EASY_PAGE = "{title} (ตัวใหญ่ อ่านง่าย)", "หน้าตัวใหญ่ อ่านง่าย"
EASY_DESCRIPTION = "{award} {year} ของ{office} เล่าสั้น ๆ ตัวใหญ่ อ่านง่าย"
EASY_WORK, EASY_HONOURED, EASY_DONE, EASY_SAID = (
    "ทำงานอะไร",
    "ได้รับการคัดเลือกเป็นอะไร",
    "ทำอะไรให้ประชาชน",
    "คนที่มาติดต่อบอกว่า",
)
EASY_IS, EASY_AT, EASY_YEAR = "เป็น{what}", "อยู่{division}", "ปี {year}"
EASY_REPLIES, EASY_SATISFIED = "ผู้ตอบ {replies} คน", "ให้คะแนนความพึงพอใจ {percent} คะแนน จากคะแนนเต็ม 100"
EASY_ROUND, EASY_ABOUT, EASY_JUDGES, EASY_RESULT = "การคัดเลือก ปี {year}", "เรื่องอะไร", "ใครเป็นคนเลือก", "ผลเป็นอย่างไร"
EASY_PURPOSE = ("เลือกเจ้าหน้าที่ที่บริการประชาชนดี", "เพื่อยกย่องให้เป็นแบบอย่าง")
EASY_COMMITTEE, EASY_CITIZENS = "กรรมการให้คะแนน", "ประชาชนให้คะแนนด้วย {weight} จาก 100 คะแนน"
EASY_ANNOUNCED, EASY_ANNOUNCED_ON = "ประกาศผลแล้ว", "เมื่อวันที่ {day}"
EASY_PEOPLE, EASY_NOBODY = "มีผู้ได้รับการคัดเลือก {people}", "รอบนี้ไม่มีรายชื่อที่เผยแพร่"
EASY_NOBODY_CHOSEN = "ปีนี้ไม่มีผู้ได้รับการคัดเลือก"
EASY_COMING, EASY_COMING_ON, EASY_LATE = "ยังไม่ประกาศผล", "กำหนดประกาศวันที่ {day}", "เดิมกำหนดวันที่ {day}"
ON_EASY = {
    "listen": "ฟังเสียง",
    "listen_button": "ฟังประกาศ",
    "tell": "บอกความเห็น",
    "rate": RATE,
    "ways": "ดูวิธีบอกความเห็น",
    "call": "โทร",
    "complaint": "แจ้งปัญหาได้ที่นี่",
    "full": "ดูหน้าฉบับเต็ม",
}

EMBED_BLOCK, EMBED_BLOCKS = "บล็อกผู้ได้รับการคัดเลือกสำหรับเว็บเดิม", "บล็อกสำหรับเว็บเดิม"
EMBED_SCRIPT, EMBED_SCRIPTS = "สคริปต์ผู้ได้รับการคัดเลือกสำหรับเว็บเดิม", "สคริปต์สำหรับเว็บเดิม"
ON_EMBED = {
    "sample": "ตัวอย่าง",
    "year": "พ.ศ. {year}",
    "coming": "กำหนดประกาศผล {moment}",
    "schedule": "ดูกำหนดการและวิธีคัดเลือก",
    "results": "ดูผลการคัดเลือกทั้งหมด",
}

FEED, FEED_JSON = "ฟีดข่าว RSS", "ฟีดข่าว JSON"
FEED_TITLE, FEED_DESCRIPTION = "ข่าว{award} {office}", "ประกาศของ{office}เรื่อง{programme}"

HOME_PAGE = "หน้าแรก"
HOME_ANNOUNCED, HOME_COMING = "ผู้ได้รับการคัดเลือกเป็น{award} ประจำปี {year} ของ{office}", "{programme} {year} ของ{office}"
HOME_CONGRATULATES = "ขอแสดงความยินดี[กับบุคลากร {winners}][ที่ดูแลพี่น้อง][ชาว{people}]"
HOME_HONOURS = "ขอเชิดชูเกียรติ[บุคลากร {winners}][ที่ดูแลพี่น้อง][ชาว{people}]"
HOME_THANKS = "ขอบคุณพี่น้อง[ชาว{people}]{replies}[ที่ตอบแบบประเมิน]"
HOME_COUNTED = "ขอบคุณพี่น้อง[ชาว{people}][ที่ตอบแบบประเมิน]"
HOME_INVITES = "พี่น้อง[ชาว{people}][ร่วมค้นหา][ผู้ให้บริการ][ด้วยใจ]"
STAGE_OF = "{award} ประจำปี {year}"
STAGE_ASKS, STAGE_COUNTING = ("ใครบริการท่านดี", "บอกเราได้"), ("กรรมการกำลังนับ", "เสียงของท่าน")
STAGE_THANKS = ("ความพึงพอใจ", "ร้อยละ")
STAGE_NOBODY, STAGE_OVER = ("ปีนี้ไม่มี", "ผู้ได้รับการคัดเลือก"), ("การคัดเลือก", "เสร็จสิ้นแล้ว")
STAGE_UNTIL, STAGE_FROM, STAGE_RESULT_ON, STAGE_AT = "ถึง", "ตั้งแต่", "ประกาศผล", "เวลา {clock}"
STAGE_REPLIES = " {replies} คน "
NOW = {
    "preparing": "กำหนดประกาศหลักเกณฑ์",
    "criteria": "สำนักและกองเสนอชื่อบุคลากรได้",
    "nominations": "สำนักและกองเสนอชื่อบุคลากรในสังกัดได้ถึง",
    "survey": "ความเห็นของประชาชนเป็นเกณฑ์หนึ่งในการตัดสิน นับรวมคำตอบที่ส่งถึง",
    "judging": "ปิดรับคำตอบที่นับเป็นคะแนนแล้ว กำหนดประกาศผล",
}
NOW_LATE = "เดิมกำหนดประกาศผล"
"""What can be read or done at each stage; a day follows."""
ON_HOME = {
    **IN_SURVEY_CALL,
    **IN_TIMELINE,
    **IN_OUTCOMES,
    "rate": RATE,
    "days_left": "เหลืออีก # วัน",
    "last_day": "วันนี้วันสุดท้าย",
    "nobody": NOBODY_CHOSEN,
    "now": "ตอนนี้ · รอบปี {year}",
    "now_criteria": "อ่านหลักเกณฑ์และกำหนดการ",
    "programme": "รู้จักโครงการ",
    "winners": "ผู้ได้รับการคัดเลือก พ.ศ. {year}",
    "results": "ดูประกาศผลการคัดเลือก",
    "listen": "ฟังประกาศ",
    "archive": ARCHIVE,
    "outcomes": "ผลที่ประชาชนได้รับ",
    "trends": TRENDS,
    "steps": "8 ขั้นตอนของการคัดเลือก",
    "schedule": "เกณฑ์และกำหนดการทั้งหมด",
    "media": "โปสเตอร์และสื่อเผยแพร่",
}

LANDING_PAGE, LANDING_DESCRIPTION = "หน้านำไปยังแบบประเมิน", "แบบประเมินความพึงพอใจของ{office}"
NO_LOGIN = "ไม่ต้องเข้าสู่ระบบ"
LANDING_VERDICT = "ปี {year} มีผู้ตอบ {replies} คน ให้ความพึงพอใจ{percent}"
LANDING_RESULTS, LANDING_REACH = "ผลการคัดเลือก ปี {year}", "ประชาชนตอบแบบประเมินทางใดบ้าง ปี {year}"
ON_LANDING = {
    "open": RATE,
    "open_button": "เริ่มตอบเลย",
    "stay": "อยู่หน้านี้ก่อน",
    "coming": "แบบประเมินยังไม่เปิด",
    "coming_lead": "ตั้งแต่วันนั้น เปิดหน้านี้หรือสแกนคิวอาร์โค้ดเดิมได้เลย {effort}",
    "round": ROUND,
    "thanks": "ขอบคุณทุกความเห็น",
    "next": "ประเมินรอบปี {year}",
    "came_of_it": "ผลจากความเห็นของท่าน",
    "closed_still": "ช่องทางแสดงความเห็นอื่น",
    "call": "โทร",
    "known": "เราทราบเพียงว่าคำตอบมาจาก",
    "unknown": "ไม่ทราบว่าเป็นใคร",
    "nothing_known": "เราไม่ทราบว่าคำตอบมาจากใคร และมาจากแผ่นไหน",
    "otherwise": "ไม่สะดวกตอบผ่านเว็บไซต์",
    "form": "พิมพ์แบบกระดาษเอง (PDF)",
    "box": "กล่องรับความคิดเห็น",
    "complain": "ร้องเรียนหรือเสนอแนะ",
    "complaint": COMPLAINT,
}

LINKED_CEREMONY = "มอบประกาศเกียรติคุณ{award} ปี {year}"
SUBDISTRICT, DISTRICT, PROVINCE = "{line} ตำบล{subdistrict}", "อำเภอ{district}", "จังหวัด{province}"

MEDIA_PAGE = "หน้าสื่อเผยแพร่"
MEDIA_DESCRIPTION = "โปสเตอร์ จดหมายข่าว และบทประกาศเสียงตามสาย ดาวน์โหลดไปใช้ได้ทันที"
MEDIA_OF_YEAR, MEDIA_OF_YEAR_DESCRIPTION = f"{MEDIA} ปี {{year}}", "ไฟล์ที่เผยแพร่ในการคัดเลือกปี {year} ดาวน์โหลดได้ทันที"
FILE = "ไฟล์"
FILES = {
    ".pdf": "เอกสารสำหรับพิมพ์",
    ".png": "ภาพ",
    ".txt": "ข้อความล้วน",
    ".ssml": "บทสำหรับเครื่องอ่าน",
    ".csv": "ตาราง",
    ".docx": "เอกสาร Word",
    ".mp3": "ไฟล์เสียง",
    ".zip": "ไฟล์รวมชุด",
}
ON_MEDIA = {
    "kicker": "ดาวน์โหลดไปพิมพ์ ติดป้ายประกาศ หรืออ่านออกเสียงได้ทันที",
    "heading": MEDIA,
    "year": "พ.ศ. {year}",
    "any_year": "ใช้ได้ทุกปี",
    "others": "สื่อของปีอื่น",
    "staff": "สำหรับเจ้าหน้าที่: บทอ่าน ข่าว และตาราง",
    "nothing": "ยังไม่มีไฟล์ให้ดาวน์โหลดในขณะนี้",
    "nothing_yet": "โปสเตอร์และจดหมายข่าวจะอยู่ในหน้านี้หลังประกาศผล",
    "embed": "ใส่รายชื่อผู้ได้รับการคัดเลือกในเว็บอื่น",
    "embed_how": "ผู้ดูแลเว็บวางบรรทัดนี้ครั้งเดียว ปีต่อไปรายชื่อเปลี่ยนเอง",
    "embed_line": "บรรทัดสำหรับวางในเว็บอื่น",
    "embed_without": "เว็บที่ไม่รับสคริปต์ ให้วาง",
    "embed_block": "บล็อก HTML สำเร็จรูป",
    "embed_instead": "แทน และวางใหม่เมื่อประกาศผลปีถัดไป",
    "terms": "เผยแพร่ต่อได้โดยไม่แก้ไขข้อความและภาพ และโปรดระบุที่มา {office}",
}

MOVED, MOVED_PAGE, MOVED_DESCRIPTION = "หน้านี้ย้ายแล้ว", "หน้าที่อยู่เดิม", "หน้านี้ย้ายไปที่อยู่ใหม่ในเว็บไซต์ของ{office}"
ON_MOVED = {"heading": MOVED, "forwarding": "กำลังพาไปที่อยู่ใหม่ ถ้ายังไม่ไป แตะปุ่มนี้"}

PRIVACY, PRIVACY_PAGE = "ความเป็นส่วนตัว", "หน้าความเป็นส่วนตัว"
PRIVACY_DESCRIPTION = "{office}ใช้และคุ้มครองข้อมูลส่วนบุคคลในโครงการนี้อย่างไร"
KNOWN, AND = ("สื่อใด", "หมู่ใด"), "และ"
ONLY_KNOWN = "เราทราบเพียงว่าท่านเข้ามาจาก{known} ไม่ทราบว่าเป็นใคร"
NOTHING_KNOWN = "เราไม่ทราบว่าคำตอบมาจากใคร และมาจากสื่อใด"
ON_PRIVACY = {
    "law": "พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
    "heading": PRIVACY,
    "lead": "เว็บไซต์นี้ไม่เก็บคุกกี้เพื่อติดตาม ไม่นับผู้เข้าชม และไม่ส่งข้อมูลของท่านให้ใคร",
    "who": "ชื่อและตำแหน่งของผู้ได้รับการคัดเลือก",
    "who_why": "{office}เผยแพร่ชื่อ ตำแหน่ง สังกัด และผลการคัดเลือก เพราะเป็นการดำเนินภารกิจเพื่อประโยชน์สาธารณะ (มาตรา 24 (4)) "
    "และเป็นหน้าที่ในการเปิดเผยข้อมูลของหน่วยงานรัฐ",
    "who_not": "เราไม่เผยแพร่รายชื่อผู้ไม่ได้รับการคัดเลือก คะแนนของกรรมการรายคน เลขประจำตัวประชาชน วันเกิด ที่อยู่ "
    "หรือหมายเลขโทรศัพท์ส่วนตัว",
    "photos": "ภาพถ่าย",
    "photos_when": "ภาพถ่ายเผยแพร่เมื่อเจ้าของภาพยินยอมเป็นหนังสือเท่านั้น (มาตรา 19) โดยแยกว่ายินยอมให้ใช้บนเว็บไซต์ สิ่งพิมพ์ "
    "หรือสื่อสังคมออนไลน์ ก่อนเผยแพร่เราลบข้อมูลสถานที่และเวลาที่กล้องบันทึกไว้ในภาพทุกครั้ง",
    "photos_back": "เจ้าของภาพถอนความยินยอมได้ทุกเมื่อ โดยไม่ต้องแจ้งเหตุผลและไม่กระทบต่อผลการคัดเลือก เมื่อได้รับแจ้ง "
    "เราจะนำภาพออกจากเว็บไซต์และจากสื่อที่จะพิมพ์ต่อไป",
    "survey": "แบบประเมินความพึงพอใจ",
    "survey_asks": "แบบประเมินไม่ถามชื่อ และไม่ขอให้เข้าสู่ระบบ",
    "survey_kept": "คำตอบเก็บไว้ที่ระบบแบบฟอร์ม",
    "survey_published": "ซึ่งอาจอยู่นอกประเทศไทย เราเผยแพร่เฉพาะผลรวม และไม่เผยแพร่ผลของกลุ่มที่มีผู้ตอบน้อยกว่า {smallest} คน "
    "ถ้าท่านไม่สะดวกตอบทางออนไลน์ ยังมีวิธีอื่นดังนี้",
    "rights": "สิทธิของท่าน",
    "rights_list": "ท่านขอดู ขอแก้ไข ขอลบ ขอระงับการใช้ หรือคัดค้านการใช้ข้อมูลของท่านได้ "
    "และร้องเรียนต่อสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้",
    "contact": "ติดต่อเรื่องข้อมูลส่วนบุคคล",
    "phone": "โทรศัพท์",
}

PROFILE_PAGE = "หน้าประวัติผู้ได้รับการคัดเลือก"
ON_PROFILE = {
    **IN_EASY_LINK,
    "year": "พ.ศ. {year}",
    "category": "ประเภท{category}",
    "also": "ได้รับการคัดเลือกในปี",
    "also_end": "ด้วย",
    "story": "เรื่องราว",
    "said": "เสียงจากประชาชน",
    "tell": "บอกเราได้ว่าบริการที่ท่านได้รับเป็นอย่างไร",
    "too_few": "ตัวเลขความพึงพอใจรายบุคคล แสดงเมื่อมีผู้ตอบตั้งแต่ {smallest} คน",
    "percent": "ร้อยละ",
    "satisfaction": "ความพึงพอใจของผู้รับบริการ",
    "replies": "จากผู้รับบริการที่ตอบแบบประเมิน {replies} คน",
    "served": "ที่รับบริการจาก{whom}",
    "how": "คิดร้อยละอย่างไร",
    "total": "คะแนนรวม",
    "total_of": "จาก 100",
    "rate": RATE,
    "ways": "วิธีแสดงความเห็น",
    "poster": "โปสเตอร์ PDF",
    "picture": "ภาพสำหรับแชร์ (JPG)",
    "others": "ผู้ได้รับการคัดเลือกคนอื่น",
    "members": "คนในทีม",
    "before": "ก่อนหน้า",
    "after": "ถัดไป",
}

PROGRAMME_PAGE = "หน้าโครงการ"
PROGRAMME_DESCRIPTION = "{programme} {year}: เหตุผล วัตถุประสงค์ ขั้นตอน และผลที่คาดหวัง"
ON_PROGRAMME = {
    **IN_TIMELINE,
    **IN_OUTCOMES,
    "year": "พ.ศ. {year}",
    "why": "ที่มา",
    "why_all": "อ่านที่มาทั้งหมด",
    "objectives": "วัตถุประสงค์",
    "facts": "ข้อมูลโครงการ",
    "target_group": "กลุ่มเป้าหมาย",
    "people": "{people} คน",
    "budget": "งบประมาณ",
    "owner": "ผู้รับผิดชอบ",
    "target": "เป้าหมายความพึงพอใจ",
    "at_least": ["ไม่น้อยกว่า", "ร้อยละ {target}"],
    "outputs": "ผลที่คาดหวัง",
    "method": "วิธีวัด: {method}",
    "steps": "วิธีดำเนินการ",
    "publicity": "ช่องทางเผยแพร่",
    "signers": "ผู้ลงนามในเอกสารโครงการ",
    "signers_real": "ชื่อในหัวข้อนี้มาจากเอกสารโครงการ ส่วนผู้ลงนามประกาศผลในเว็บไซต์นี้เป็นชื่อสมมติ",
}

REACH, REACH_TITLE, REACH_PAGE = (
    "ประชาชนตอบแบบประเมินทางใดบ้าง",
    "ประชาชนตอบแบบประเมินทางใดบ้าง {year}",
    "หน้าช่องทางที่ประชาชนตอบ",
)
REACH_DESCRIPTION = "แบบประเมินความพึงพอใจ {year} มีผู้ตอบ {replies} คน มาจากช่องทางใดและหมู่ใดบ้าง"
ON_REACH = {
    **IN_SURVEY_CALL,
    "round": ROUND,
    "heading": REACH,
    "lead": "มีผู้ตอบแบบประเมิน {total} คน นับคำตอบถึงวันที่ {counted_until}",
    "replies": "ผู้ตอบ (คน)",
    "channels": "แยกตามช่องทาง",
    "channels_how": "คิวอาร์โค้ดแต่ละแห่งระบุชนิดสื่อและจุดที่ติดตั้งไว้ จึงทราบได้ว่ามีผู้ตอบผ่านช่องทางใดกี่คน โดยไม่ทราบว่าผู้ตอบเป็นใคร",
    "channel": "ช่องทาง",
    "channels_caption": "จำนวนผู้ตอบแยกตามช่องทาง",
    "places": "แยกตามพื้นที่",
    "places_how": "ผู้ตอบ {total} คนเดียวกันนี้ แยกตามหมู่บ้านและจุดบริการ",
    "dot_is_voice": "หนึ่งจุดคือผู้ตอบ {each} คน",
    "table": "ดูเป็นตาราง",
    "place": "ที่",
    "places_caption": "จำนวนผู้ตอบแยกตามหมู่บ้านและจุดบริการ",
    "few": "เหตุที่บางกลุ่มรวมกัน",
    "few_why": "กลุ่มที่มีผู้ตอบน้อยกว่า {smallest} คนจะรวมกับกลุ่มอื่นเสมอ เพื่อไม่ให้ใครเดาได้ว่าผู้ตอบคือใคร "
    "บางกลุ่มที่ใหญ่กว่านั้นก็รวมด้วย เพื่อไม่ให้นำตัวเลขสองตารางมาลบกันแล้วรู้กลุ่มเล็กได้ "
    "หมู่บ้านหรือจุดบริการที่ไม่ปรากฏในตาราง อาจมีผู้ตอบจำนวนน้อยหรือไม่มีก็ได้",
}

RESULTS_TITLE, RESULTS_PAGE, RESULTS_ARTICLE = "ผลการคัดเลือก {year}", "หน้าผลการคัดเลือก", "ประกาศผล{award} {year}"
RESULTS_DESCRIPTION = "รายชื่อผู้ได้รับการคัดเลือกเป็น{award} {year}"
RESULTS_DESCRIPTION_OF_NOBODY = "ผลการคัดเลือก{award} {year}"
ON_RESULTS = {
    **IN_WEIGHTS,
    "announced_on": "ประกาศ ณ วันที่ {day}",
    "heading": [RESULTS, "พ.ศ. {year}"],
    "people": "ผู้ได้รับการคัดเลือก",
    "unnamed": "รอบนี้ไม่มีรายชื่อที่เผยแพร่",
    "nobody_in": "ปีนี้ไม่มีผู้ได้รับการคัดเลือกในประเภทนี้",
    "nobody": NOBODY_CHOSEN,
    "signer": "ผู้ประกาศผล",
    "how": "วิธีตัดสิน",
    "method": "อ่านวิธีตัดสินทั้งหมด",
    "citizens": "คะแนนจากประชาชน",
    "citizens_how": "{method} นับคำตอบถึงวันที่ {counted_until}",
    "reach": "ดูว่าประชาชนตอบทางใดบ้าง",
    "before": "เทียบกับปีก่อน",
    "before_what": "ความพึงพอใจและเรื่องร้องเรียนของทุกปี",
    "trends": "ดูเปรียบเทียบผลรายปี",
    "tie": "ถ้าคะแนนเท่ากัน",
    "appeal": "ถ้าไม่เห็นด้วย",
    "appeal_how": "ดูวิธีขอให้ทบทวนผล",
    "reckon": "คำนวณเองได้",
    "download": "ดาวน์โหลดเป็นตาราง",
    "unpublished": "สิ่งที่ไม่เผยแพร่",
    "unpublished_what": "รายชื่อผู้ไม่ได้รับการคัดเลือกและคะแนนของกรรมการรายคน",
    "unpublished_totals": "รวมทั้งคะแนนรวมของผู้ได้รับการคัดเลือก",
}

ROBOTS = "ไฟล์สำหรับเครื่องมือค้นหา (robots.txt)"
ON_ROBOTS = {
    "below": "เครื่องมือค้นหาอ่านไฟล์นี้ที่หน้าแรกสุดของเว็บเท่านั้น เว็บนี้อยู่ใน {folder} "
    "จึงขอให้ผู้ดูแลเว็บหลักเพิ่มบรรทัด Sitemap ไว้ในไฟล์ robots.txt ของเว็บหลัก",
}

HOST_IIS, HOST_APACHE = "ไฟล์สำหรับเครื่องแม่ข่าย IIS (web.config)", "ไฟล์สำหรับเครื่องแม่ข่าย Apache (.htaccess)"
ON_HOST = {
    "note": "บอกเครื่องแม่ข่ายให้รู้จักชนิดไฟล์ของเว็บไซต์นี้ มีผลเฉพาะโฟลเดอร์นี้ ถ้าสำนักงานมีไฟล์ชื่อนี้อยู่แล้ว ให้ใช้ของสำนักงาน",
}

ROUND_TITLE, ROUND_PAGE = "การคัดเลือก {year}", "หน้ารอบการคัดเลือก"
ROUND_DESCRIPTION = "ขั้นตอนและผลการคัดเลือก{award} {year}"
MINUTES, SECONDS = "นาที", "วินาที"
ON_ROUND = {
    **IN_SURVEY_CALL,
    **IN_TIMELINE,
    **IN_EASY_LINK,
    "steps": "ขั้นตอน",
    "round": ROUND,
    "heading": "การคัดเลือก",
    "winners": "ผู้ได้รับการคัดเลือก",
    "nobody": "รอบนี้ไม่มีรายชื่อที่เผยแพร่",
    "nobody_chosen": NOBODY_CHOSEN,
    "coming": "กำหนดประกาศผล",
    "late": LATE,
    "late_since": "เดิมกำหนด {moment}",
    "photos": "ภาพพิธีมอบประกาศเกียรติคุณ",
    "voices": "ฟังประกาศ",
    "lasts": "ยาว",
    "download": "ดาวน์โหลด MP3",
    "transcript": "อ่านคำประกาศ",
    "ways": "เรื่องที่เกี่ยวข้องกับรอบนี้",
    "results": RESULTS,
    "results_what": "ผลแยกตามประเภท และวิธีตัดสิน",
    "reach": REACH,
    "reach_what": "จำนวนผู้ตอบแยกตามสื่อและหมู่บ้าน",
    "criteria": CRITERIA,
    "criteria_what": "ตัดสินจากอะไร ใครตัดสิน และเมื่อไร",
    "programme": "โครงการ",
    "programme_what": "ที่มา วัตถุประสงค์ และเป้าหมาย",
    "media": MEDIA,
    "media_what": "โปสเตอร์ จดหมายข่าว บทประกาศเสียง",
    "others": "รอบปีอื่น",
    "year": "พ.ศ. {year}",
}

CALENDAR, CALENDAR_TITLE = "กำหนดการสำหรับปฏิทิน", "กำหนดการ{award} ปี {year}"
CALENDAR_LAST_DAY, CALENDAR_CALL = "วันสุดท้ายของแบบประเมินความพึงพอใจ", "{text}\n{office} โทร. {phone}"

VERIFY, VERIFY_PAGE = "ตรวจสอบประกาศเกียรติคุณ", "หน้าตรวจสอบประกาศเกียรติคุณ"
VERIFY_DESCRIPTION = "ประกาศเกียรติคุณ {number} ของ{office}"
ON_VERIFY = {
    "certificate": "ประกาศเกียรติคุณ",
    "heading": "ประกาศเกียรติคุณฉบับนี้ {office} เป็นผู้ออกจริง",
    "lead": "ถ้าข้อความในฉบับที่ท่านถืออยู่ไม่ตรงกับหน้านี้ ฉบับนั้นไม่ใช่ของแท้",
    "given_to": "มอบให้",
    "position": "ตำแหน่ง",
    "chosen_as": "ได้รับการคัดเลือกเป็น",
    "signer": "ผู้ลงนาม",
    "doubt": "สงสัยหรือพบว่าไม่ตรง โทร.",
}
