"""The words of the workbook itself; what columns are called is in the guide, what is wrong is said by the door."""

from __future__ import annotations

from typing import Final

FIRST: Final = "อ่านก่อน"
TITLE: Final = "ข้อมูลของระบบต้นแบบ"
HOW: Final = (
    "1. แก้ในช่อง หนึ่งแถวคือหนึ่งรายการ ชี้ที่หัวคอลัมน์จะบอกว่าเขียนอะไร ช่องที่มีลูกศรให้เลือกคำ หัวคอลัมน์สีเข้มคือต้องกรอก",
    "2. เพิ่ม: พิมพ์ในแถวว่างต่อจากแถวสุดท้าย   ลบ: ลบทั้งแถว โปรแกรมจะบอกก่อนว่าใครหรืออะไรจะหายไป",
    "3. วางชื่อทั้งชื่อจาก Word ในช่อง “ชื่อ” ช่องเดียวได้ โปรแกรมแยกคำนำหน้ากับนามสกุลให้ และให้ดูก่อนบันทึก",
    "4. อย่าผสานเซลล์ อย่าใช้สูตร อย่าเปลี่ยนหัวคอลัมน์ สลับคอลัมน์ เรียงแถว กรอง หรือซ่อนได้",
    "5. บันทึก ปิดไฟล์ แล้วนำกลับในหน้า “กรอกใน Excel” ของโต๊ะทำงาน (หรือสั่ง tonbaep excel in) จะเห็นทุกบรรทัดที่จะเปลี่ยนก่อนบันทึก",
)
CONFIDENTIAL: Final = "รายชื่อในไฟล์นี้เป็นความลับจนถึงเวลาประกาศผล อย่าส่งต่อ"
STAMP: Final = "ทำจากข้อมูลชุด"
WORDS: Final = "คำที่เลือกได้"
YES: Final = "ใช่"
NO: Final = "ไม่ใช่"
SUCH_AS: Final = "เช่น"
NOT_LISTED: Final = "เลือกคำจากรายการ ถ้าคำที่ต้องการไม่อยู่ในรายการ ให้เพิ่มในข้อมูลของหน่วยงานก่อน"
MARKED: Final = "ต้องแก้"
ELSEWHERE: Final = "ที่ต้องแก้ ซึ่งไม่อยู่ในช่องใดของไฟล์นี้"
FIX: Final = "แก้ไข:"


def whose(sheet: str) -> str:
    """Return what is written into the column that says to which row of another sheet a row belongs."""
    return f"ให้ตรงกับแถวในแผ่น “{sheet}”"
