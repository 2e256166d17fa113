"""Latin words and measures as Thai ears know them: tables and nothing else; the words are in `lexicon/latin.tsv`.

Spellings follow ราชบัณฑิตยสภา's rules of transcription where a word is in its dictionary (ดิจิทัล, ลิงก์, สมาร์ต),
otherwise common use.
"""

from __future__ import annotations

from generator.thai.words import LEXICON

WORDS: dict[str, str] = dict(
    line.split("\t", 1) for line in (LEXICON / "latin.tsv").read_text(encoding="utf-8").splitlines()
)
"""Latin words in common use, small or in capitals; what is not here and is no run of initials cannot be said."""

MEASURES = {
    "km": "กิโลเมตร",
    "cm": "เซนติเมตร",
    "mm": "มิลลิเมตร",
    "sqm": "ตารางเมตร",
    "m²": "ตารางเมตร",
    "m2": "ตารางเมตร",
    "m": "เมตร",
    "kg": "กิโลกรัม",
    "mg": "มิลลิกรัม",
    "g": "กรัม",
    "ml": "มิลลิลิตร",
    "cc": "ซีซี",
    "kw": "กิโลวัตต์",
    "mb": "เมกะไบต์",
    "gb": "กิกะไบต์",
    "mbps": "เมกะบิตต่อวินาที",
    "gbps": "กิกะบิตต่อวินาที",
    "m³": "ลูกบาศก์เมตร",
    "w": "วัตต์",
    "v": "โวลต์",
    "kwh": "กิโลวัตต์ชั่วโมง",
    "mw": "เมกะวัตต์",
    "kwp": "กิโลวัตต์พีก",
    "hz": "เฮิรตซ์",
    "hpa": "เฮกโตปาสกาล",
    "khz": "กิโลเฮิรตซ์",
    "µg": "ไมโครกรัม",
    "μg": "ไมโครกรัม",
    "ug": "ไมโครกรัม",
    "µm": "ไมโครเมตร",
    "μm": "ไมโครเมตร",
    "mhz": "เมกะเฮิรตซ์",
    "ghz": "กิกะเฮิรตซ์",
    "db": "เดซิเบล",
    "ppm": "พีพีเอ็ม",
    "psi": "ปอนด์ต่อตารางนิ้ว",
    "hp": "แรงม้า",
    "kcal": "กิโลแคลอรี",
    "cal": "แคลอรี",
    "mmhg": "มิลลิเมตรปรอท",
    "dl": "เดซิลิตร",
    "iu": "ไอยู",
    "ft": "ฟุต",
    "inch": "นิ้ว",
    "rpm": "รอบต่อนาที",
    "kv": "กิโลโวลต์",
    "kva": "กิโลโวลต์แอมแปร์",
    "tb": "เทระไบต์",
    "ah": "แอมแปร์ชั่วโมง",
    "mah": "มิลลิแอมแปร์ชั่วโมง",
}
"""Measures after a figure; g and m only as small letters, since 5G is not a weight."""
