"""What stands on papers, apart from how they are laid out; `ON_…` is given to the template as `view.labels`."""

from __future__ import annotations

from typing import Final

SAMPLE: Final = "  (ตัวอย่าง)"

TALLY_SHEET, TALLY_SHEET_TITLE = "แผ่นลงคำตอบแบบกระดาษ", "แผ่นลงคำตอบแบบกระดาษ ปี {year}"
TALLY_TAB: Final = "คำตอบ"
TALLY_HEADS: Final = {
    "number": "ฉบับที่",
    "channel": "ช่องทาง",
    "place": "มาจากหมู่ใด",
    "division": "หน่วยงานที่มาติดต่อ",
    "person": "ชื่อเจ้าหน้าที่ผู้ให้บริการ",
}
TALLY_HELP: Final = {
    "number": "เขียนเลขนี้ที่มุมของแบบกระดาษด้วย จะได้ตรวจย้อนได้",
    "channel": "ได้คำตอบนี้มาทางใด แบบที่คนกรอกเองคือแบบกระดาษ ถ้าอ่านให้ฟังทางโทรศัพท์ให้เลือกโทรศัพท์",
    "place": "เก็บแบบกองนี้มาจากหมู่ใด ไม่รู้ให้เว้นว่าง ทั้งกองเหมือนกันให้เลือกช่องแรก แล้วลากมุมล่างขวาของช่องลงมา",
    "division": "หน่วยงานที่ผู้ตอบทำเครื่องหมายไว้ ไม่ทำให้เว้นว่าง",
    "person": "พิมพ์ชื่อกับนามสกุลตามที่ผู้ตอบเขียน ไม่เขียนให้เว้นว่าง",
    "item": "เลขที่ผู้ตอบวงไว้: {levels} ไม่ได้ตอบหรือวงสองเลข ให้เว้นว่าง",
}
TALLY_NOT_LISTED: Final = "เลือกคำจากรายการ ไม่มีคำที่ตรงให้เว้นว่าง"
TALLY_NOT_A_LEVEL: Final = "พิมพ์เลข 1 ถึง 5 เป็นเลขอารบิก ไม่ได้ตอบให้เว้นว่าง"
TALLY_LEVELS: Final = "ระดับ  {levels}"
TALLY_HOW: Final = (
    "หนึ่งแถวคือแบบหนึ่งฉบับ พิมพ์เลขแล้วกด Tab ไปข้อถัดไป ครบแล้วกด Enter จะกลับมาต้นแถวใหม่ แถวที่ไม่ใช้ปล่อยว่างไว้",
    "เสร็จแล้วบันทึกไว้นอกโฟลเดอร์ build แล้วสั่ง tonbaep import survey ตามด้วยชื่อไฟล์นี้ จะเห็นสิ่งที่นับก่อนเก็บ",
)
_DOTS = "." * 38
ON_TALLY_SHEET: Final = {
    "how": "ลงคำตอบหนึ่งฉบับต่อหนึ่งแถว เขียนเลขที่ผู้ตอบวงไว้ ไม่ได้ตอบให้ขีด –  แล้วพิมพ์ลงไฟล์ Excel ชื่อเดียวกัน คอลัมน์เรียงเหมือนกัน",
    "sheet": f"แผ่นที่ {_DOTS[:9]}  จากหมู่ที่ {_DOTS[:9]}  ผู้ลง {_DOTS}  ผู้ตรวจ {_DOTS}",
}

FEEDBACK, FEEDBACK_TITLE = "จดหมายถึงผู้ไม่ได้รับการคัดเลือก", "จดหมายสะท้อนผล ปี {year}"
FEEDBACK_ALONE: Final = "เฉพาะเจ้าตัว  ส่งได้ตั้งแต่ {moment}"
FEEDBACK_POST: Final = "{post} {division}"
FEEDBACK_THANKS: Final = "ขอบคุณสำหรับงานบริการประชาชนที่ทำมาทั้งปี {by}เห็นงานนั้น จึงเสนอชื่อเข้ารับการคัดเลือกเป็น{award} ประจำปี {year}"
FEEDBACK_PLACES: Final = "ประเภท{category}คัดเลือกได้ {places} คน ปีนี้จึงยังไม่มีชื่อในประกาศผล"
FEEDBACK_GATE: Final = "หลักเกณฑ์ปีนี้กำหนดความพึงพอใจของประชาชนไว้ไม่น้อยกว่าร้อยละ {gate} ซึ่งยังไม่ถึงในปีนี้ จึงยังไม่มีชื่อในประกาศผล"
FEEDBACK_UNFIT: Final = "เมื่อตรวจคุณสมบัติตามหลักเกณฑ์แล้ว ปีนี้ยังไม่เข้าเกณฑ์: {why} จึงไม่ได้ให้คะแนน"
FEEDBACK_CITIZENS: Final = "ประชาชน {replies} คนที่ตอบแบบประเมินหลังรับบริการ พอใจร้อยละ {percent}"
FEEDBACK_STRONG: Final = "ข้อที่กรรมการเห็นชัดที่สุด คือ{names} ได้ {points} จาก 100"
FEEDBACK_GROW: Final = "ข้อที่ยังไปต่อได้ คือ{name} กรรมการดูจากเรื่องนี้: {detail}"
FEEDBACK_GROW_MANY: Final = "ข้อที่ยังไปต่อได้ คือ{names}"
FEEDBACK_AND: Final = " และ"
FEEDBACK_OWN: Final = "คะแนนในจดหมายนี้เป็นของเจ้าตัวคนเดียว ไม่มีคะแนนของผู้อื่น และไม่เผยแพร่ที่ใด"
FEEDBACK_ASK: Final = "อยากรู้ว่านับคะแนนอย่างไร หรืออยากขอดูคะแนนของตนเอง ถามได้ที่{who} โทรศัพท์ {phone}"
FEEDBACK_TO: Final = "ถึง {name}"
ON_FEEDBACK: Final = {
    "scores": "คะแนนจากกรรมการ ข้อละ 100",
    "sign": f"ลงชื่อ {_DOTS}",
}

BINDER, BINDER_CONTENTS = "แฟ้มเอกสารของปี", "สารบัญแฟ้มเอกสาร"
BINDER_HEADS: Final = ("ที่", "เอกสาร", "เลขที่และวันที่", "ในแฟ้มนี้")
BINDER_SIGNED: Final = "ฉบับที่ลงนาม"
BINDER_UNSIGNED: Final = "ยังไม่มีฉบับที่ลงนาม"
BINDER_CHANGED: Final = "ร่าง ข้อมูลเปลี่ยนหลังออกเลข"
BINDER_FORM: Final = "แบบ"
BINDER_MISSING: Final = "ยังขาดฉบับที่ลงนาม {count} ฉบับ: {names}"
BINDER_COMPLETE: Final = "มีฉบับที่ลงนามครบทุกฉบับ"
BINDER_ANNEXES: Final = "เอกสารที่แนบกัน"
BINDER_ANNEX: Final = "ลำดับที่ {at} {annex} แนบลำดับที่ {place} {of}"
BINDER_APART: Final = "ใบให้คะแนน สมุดนับคะแนน และใบยินยอมที่กรอกแล้ว เป็นเอกสารลับหรือมีข้อมูลของบุคคล เก็บแยกจากแฟ้มนี้"
BINDER_INSIDE: Final = "เอกสารภายใน ใช้ในสำนักงานเท่านั้น"
