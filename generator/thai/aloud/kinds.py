"""What a piece of writing may be, and by what it is known: the reasons that are shown to a person who asks; a table."""

from __future__ import annotations

from typing import NamedTuple

from generator.problems import Text


class Kind(NamedTuple):
    """What such writing is called, and why it was taken for that."""

    called: Text
    why: Text


def _kind(th: str, en: str, why_th: str, why_en: str) -> Kind:
    return Kind(Text(th, en), Text(why_th, why_en))


KINDS = {
    "reading": _kind("คำอ่านของหน่วยงาน", "the office's reading", "เขียนไว้ใน readings", "it stands under readings"),
    "abbreviation": _kind("คำย่อ", "abbreviation", "รู้จักทั้งคำ อ่านเต็ม", "known as a whole, said in full"),
    "month or body": _kind("คำย่อ", "abbreviation", "ก.พ. ดูจากคำข้างหน้าและข้างหลัง", "ก.พ. by the words around it"),
    "hashtag": _kind("แฮชแท็ก", "hashtag", "มีเครื่องหมาย #", "# stands before it"),
    "rank": _kind("ยศ", "rank", "ดูจากคำรอบข้างว่าเป็นของเหล่าใด", "by the force that is spoken of"),
    "class": _kind("ชั้นเรียน", "class", "ดูจากคำเรื่องโรงเรียนรอบข้าง", "school is spoken of"),
    "village": _kind(
        "หมู่ที่", "village", "ม. หรือหมู่ หน้าตัวเลข ไม่มีคำเรื่องเรียนหรือกฎหมาย", "ม. before a figure, no school or act"
    ),
    "weekday": _kind("วันในสัปดาห์", "weekday", "ตัวย่อวันหน้าวันที่ หรือเรียงกันหลายวัน", "before a date, or several in a row"),
    "date": _kind("วันที่", "date", "ตัวเลขกับชื่อเดือน หรือ วัน/เดือน/ปี", "a figure and a month, or day/month/year"),
    "months": _kind("ช่วงเดือน", "months", "ขีดระหว่างเดือนกับเดือน อ่าน ถึง", "a dash between two months"),
    "time": _kind(
        "เวลา", "time of day", "มี น. นาฬิกา คำว่าเวลา หรือเลขคู่แบบนาฬิกา", "น., นาฬิกา, เวลา, or figures of a clock"
    ),
    "duration": _kind("ระยะเวลา", "duration", "ตัวเลขหน้าเดือน ไม่มีวันที่นำหน้า", "a figure before เดือน without วันที่"),
    "part of a year": _kind(
        "ลำดับ", "part", "ตัวเลขเป็นของคำข้างหน้า ไม่ใช่วันที่ของเดือนข้างหลัง", "the figure belongs to what stands before it"
    ),
    "telephone": _kind("หมายเลขโทรศัพท์", "telephone", "จำนวนหลักและเลขขึ้นต้น", "by its digits and how it begins"),
    "hotline": _kind(
        "หมายเลขสั้น", "short number", "หมายเลขที่รู้จัก หรือมีเจ้าของหรือคำว่าแจ้งนำหน้า", "a known number, or its owner before it"
    ),
    "address": _kind("ที่อยู่อินเทอร์เน็ต", "internet address", "มีจุด @ หรือ www", "it has dots, @ or www"),
    "money": _kind("จำนวนเงิน", "money", "มีบาท สตางค์ หรือเครื่องหมายเงิน", "baht, satang or a sign of money"),
    "percent": _kind("ร้อยละ", "percentage", "มี % หรือร้อยละ", "% or ร้อยละ"),
    "measure": _kind("หน่วยวัด", "measure", "ตัวเลขกับหน่วย", "a figure and a unit"),
    "land": _kind("เนื้อที่", "area of land", "ไร่-งาน-ตารางวา", "rai-ngan-wa"),
    "fraction": _kind("เศษส่วน", "fraction", "มีของที่แบ่งได้ตามหลัง", "something that can be divided follows"),
    "score": _kind("ผลแข่งขัน", "score", "มีคำว่าชนะ แพ้ หรือเสมอ", "won, lost or drawn"),
    "ratio": _kind("อัตราส่วน", "ratio", "ตัวเลขสองข้างของ : ที่ไม่ใช่เวลา", "figures around a colon that are no time"),
    "pair": _kind(
        "ตัวเลขคู่", "pair", "คะแนน ความดัน หรือวันที่ ดูจากคำรอบข้าง", "a score, a pressure or a day, by the words around"
    ),
    "range": _kind("ช่วง", "range", "ขีดระหว่างตัวเลข อ่าน ถึง", "a dash between figures"),
    "compared": _kind("การเทียบ", "comparison", "เครื่องหมายมากกว่า น้อยกว่า หรือขึ้นไป", "a sign of comparison"),
    "operator": _kind("เครื่องหมายคำนวณ", "operator", "อยู่ระหว่างตัวเลขหรือคำ", "it stands between figures or words"),
    "about": _kind("ประมาณ", "about", "~ หรือ ≈ หน้าตัวเลข", "~ or ≈ before a figure"),
    "statistic": _kind("ค่าสถิติ", "statistic", "สัญลักษณ์ของค่าเฉลี่ย", "the sign of a mean"),
    "twice": _kind(
        "เขียนสองครั้ง", "written twice", "ตัวเลขกับคำอ่านในวงเล็บตรงกัน อ่านครั้งเดียว", "figure and words agree, said once"
    ),
    "number": _kind("จำนวน", "number", "ไม่มีอะไรบอกว่าเป็นอย่างอื่น อ่านเป็นจำนวน", "nothing tells that it is anything else"),
    "item": _kind("เลขข้อ", "item", "หน้าข้อความ หรือหลังคำว่าข้อ มาตรา", "at the head of a line, or after ข้อ"),
    "clause": _kind("อนุมาตรา", "clause", "วงเล็บหลังมาตราหรือข้อ", "a bracket after a section"),
    "code": _kind("รหัส", "code", "ตัวเลขที่เป็นชื่อ ไม่ใช่จำนวน อ่านทีละตัว", "figures that name, said one by one"),
    "letter": _kind("เลขหนังสือ", "letter", "อักษรย่อหน่วยงานกับเลขและขีดทับ", "an office's letters, figures and a stroke"),
    "plate": _kind("ทะเบียนรถ", "number plate", "หลังคำว่าทะเบียน", "after ทะเบียน"),
    "formula": _kind("สูตร", "formula", "หลังคำว่าปุ๋ยหรือสูตร", "after ปุ๋ย or สูตร"),
    "house": _kind("เลขมีทับ", "number with a stroke", "บ้านเลขที่ เลขที่คำสั่ง หรือครั้งที่", "a house, a paper or a meeting"),
    "road": _kind("ทางหลวง", "road", "หลังคำว่าทางหลวงหรือสาย", "after ทางหลวง or สาย"),
    "standard": _kind("มาตรฐาน", "standard", "หลัง ISO หรือ มอก.", "after ISO or มอก."),
    "room": _kind("ห้อง", "room", "หลังคำว่าห้อง ตั้งแต่สามหลักอ่านทีละตัว", "after ห้อง"),
    "version": _kind("รุ่น", "version", "จุดศูนย์เป็นส่วนของชื่อ", ".0 is part of the name"),
    "roman": _kind("เลขโรมัน", "Roman figures", "หลังคำว่าระยะ ประเภท บทที่", "after a word that is numbered"),
    "form": _kind("แบบฟอร์มหรือเอกสารสิทธิ", "form or deed", "อ่านชื่ออักษรทีละตัว", "its letters are said by their names"),
    "boys and girls": _kind("ชายหญิง", "boys and girls", "ช กับ ญ คู่กัน", "ช and ญ side by side"),
    "field": _kind("ช่องกรอก", "field", "วัน เดือน ปี เรียงกัน ไม่ใช่ ต่อ", "day, month and year in a row"),
    "for each": _kind(
        "ต่อ", "for each", "จำนวนก่อน / หลัง / เป็นช่วงเวลา คน หรือสิ่งของ", "an amount, then a period, a person or a thing"
    ),
    "role": _kind("สองหน้าที่", "two roles", "คนเดียวทำสองหน้าที่ อ่าน และ", "one person in two roles"),
    "latin": _kind("คำอังกฤษ", "Latin word", "มีในรายการคำ", "it is in the table of words"),
    "capitals": _kind(
        "อักษรย่ออังกฤษ", "initials", "อ่านเป็นคำไม่ได้ อ่านชื่ออักษร", "nobody can pronounce it, so letter by letter"
    ),
    "repeat": _kind("ไม้ยมก", "repetition", "ซ้ำคำหรือวลีข้างหน้า", "the word or phrase before it is said again"),
    "each": _kind("คนละ", "each", "ๆ ละ หลังลักษณนาม", "ๆ ละ after what is counted"),
    "and so on": _kind("ไปยาลใหญ่", "and so on", "ฯลฯ", "ฯลฯ"),
    "shortened": _kind("ไปยาลน้อย", "shortened", "ฯ ย่อคำข้างหน้า", "ฯ shortens the word before it"),
    "aside": _kind(
        "วงเล็บ", "brackets", "เว้นจังหวะ หรือซ้ำกับข้างหน้าจึงไม่อ่าน", "a pause, or left out where it says the same again"
    ),
    "quoted": _kind("อัญประกาศ", "quotation marks", "ไม่อ่าน", "not said"),
    "sign": _kind("เครื่องหมาย", "sign", "อ่านเป็นคำ หรือเป็นจังหวะหยุด", "said as a word, or a pause"),
    "letter name": _kind("ชื่ออักษร", "letter", "อักษรโดด อ่านชื่ออักษร", "a letter by itself is said by its name"),
    "or": _kind("หรือ", "or", "/ ระหว่างคำสองคำ ไม่ใช่จำนวนต่อหน่วย", "/ between two words that are no amount and unit"),
    "choice": _kind("ครับหรือค่ะ", "a choice", "ผู้ประกาศต้องเลือก", "the announcer has to choose"),
    "no word": _kind("พยัญชนะล้วน", "bare consonants", "ไม่เป็นคำ", "they are no word"),
    "pause": _kind("จังหวะ", "pause", "เว้นวรรค", "a space"),
}
