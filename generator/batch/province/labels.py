"""The words of the site in front of all offices."""

from __future__ import annotations

from typing import Any, Final

HOME, DATA = "หน้าแรก", "ข้อมูลเปิด"
OF_PROVINCE: Final = "จังหวัด{province}"
EVERYBODY: Final = "ทุกหน่วยงาน"
ABOUT: Final = "บุคลากรต้นแบบของทุกหน่วยงาน"
DESCRIPTION: Final = "ผลการคัดเลือกบุคลากรต้นแบบและความพึงพอใจของประชาชน ของทุกหน่วยงานใน{name}"
DISTRICT: Final = "อำเภอ{district}"
NO_DISTRICT: Final = "ไม่ได้บอกอำเภอ"
DISTRICT_DESCRIPTION: Final = "หน่วยงานใน{district} ที่คัดเลือกบุคลากรต้นแบบ ผลที่ประกาศแล้ว และทางไปเว็บไซต์ของแต่ละแห่ง"
FOUND: Final = "{office} ({district})"
PARTS: Final = "{office} {district} {province}"

ON_HOME: Final[dict[str, Any]] = {
    "lead": ("{offices} หน่วยงาน", "ใน {districts} อำเภอ", "ประกาศผลแล้ว {announced} หน่วยงาน"),
    "find": "ค้นหาหน่วยงาน",
    "find_lead": "พิมพ์ชื่อหน่วยงาน ตำบล หรืออำเภอ ในช่องค้นหาด้านบน หรือเลือกอำเภอ",
    "newest": "ผลที่ประกาศล่าสุด",
    "no_results": "ยังไม่มีหน่วยงานใดประกาศผล",
    "districts": "เลือกอำเภอ",
    "day": "ข้อมูล ณ วันที่ {day}",
    "data": "ข้อมูลเปิดของทุกหน่วยงาน",
}
ON_DISTRICT: Final[dict[str, Any]] = {
    "lead": ("{offices} หน่วยงาน", "เรียงตามตัวอักษร ไม่ใช่อันดับ"),
    "percent": "ร้อยละ",
    "satisfaction": "ความพึงพอใจของประชาชน ปี {year}",
    "replies": "ผู้ตอบ {replies} คน",
    "between": "ช่วงเชื่อมั่น 95%: {low} ถึง {high}",
    "no_figure": "ไม่มีตัวเลขความพึงพอใจที่แสดงได้",
    "site": "เว็บไซต์ของหน่วยงาน",
    "page": "ดูผลปี {year}",
    "call": "โทร. {phone}",
    "method": "ตัวเลขความพึงพอใจเป็นของแต่ละหน่วยงาน",
    "method_more": (
        "วิธีถาม จำนวนผู้ตอบ และงานที่ถามต่างกัน จึงไม่ใช้จัดอันดับ แสดงเฉพาะที่บอกจำนวนผู้ตอบและมีผู้ตอบ 5 คนขึ้นไป "
        "ช่วงเชื่อมั่นที่กว้างแปลว่ามีผู้ตอบน้อย"
    ),
    "others": "อำเภออื่น",
    "all": "ทุกอำเภอ",
}
ON_DATA: Final[dict[str, Any]] = {
    "lead": "ตารางเดียวกับที่เว็บไซต์นี้ใช้ นำไปใช้ต่อได้ ไม่มีชื่อบุคคล",
    "files": "ไฟล์",
    "words": "CSV เปิดด้วย Excel ได้ JSON สำหรับโปรแกรม",
    "rules": "อ่านก่อนใช้",
    "rule": (
        "ตัวเลขความพึงพอใจมีเฉพาะที่ผู้ตอบ 5 คนขึ้นไป และไม่ควรใช้จัดอันดับ",
        "ผลมีเฉพาะที่ถึงเวลาประกาศแล้ว ชื่อผู้ได้รับการคัดเลือกอยู่ในเว็บไซต์ของแต่ละหน่วยงานเท่านั้น",
        "หน่วยงานที่ช่อง “ข้อมูล” เขียนว่า ชุดก่อน คือสร้างสื่อครั้งล่าสุดไม่สำเร็จ จึงใช้ข้อมูลของครั้งก่อน",
    ),
}
SAMPLE: Final = "ตัวอย่าง"
RESULT: Final = "ประกาศผลปี {year} เมื่อ {day} ผู้ได้รับการคัดเลือก {chosen} ราย"
NOBODY: Final = "ประกาศผลปี {year} เมื่อ {day} ไม่มีผู้ได้รับการคัดเลือก"
COMING: Final = "จะประกาศผล {moment}"
NO_RESULT: Final = "ยังไม่ได้ประกาศผล"
NOT_TOLD: Final = "ยังไม่มีข้อมูลที่เผยแพร่"
EARLIER: Final = "ข้อมูลชุดก่อน รอหน่วยงานปรับปรุง"

OFFICES, RESULTS, SATISFACTION = "offices", "results", "satisfaction"
CALLED: Final = {
    OFFICES: "รายชื่อหน่วยงาน",
    RESULTS: "ผลที่ประกาศแล้ว",
    SATISFACTION: "ความพึงพอใจของประชาชน",
}
EVERYTHING: Final = "ทุกตารางรวมกัน"
_PLACE: Final = ("จังหวัด", "อำเภอ", "หน่วยงาน")
HEADS: Final = {
    OFFICES: (*_PLACE, "ชื่อย่อ", "เว็บไซต์", "โทรศัพท์", "ข้อมูล"),
    RESULTS: (*_PLACE, "ปี พ.ศ.", "การคัดเลือก", "ประกาศเมื่อ", "ผู้ได้รับการคัดเลือก (ราย)", "หน้าเว็บ", "หมายเหตุ"),
    SATISFACTION: (*_PLACE, "ปี พ.ศ.", "ร้อยละ", "ช่วงเชื่อมั่น 95% ตั้งแต่", "ถึง", "เป้าหมาย", "ผู้ตอบ (คน)"),
}
STATES: Final = {"current": "ปัจจุบัน", "earlier": "ชุดก่อน", "none": "ยังไม่มี"}
