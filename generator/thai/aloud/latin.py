"""Latin words and letters as Thai ears know them: a table of common ones, and short runs of capitals by letter.

Spellings follow ราชบัณฑิตยสภา's rules of transcription where a word is in its dictionary (ดิจิทัล, ลิงก์, สมาร์ต),
otherwise common use.
"""

from __future__ import annotations

import re

from generator.thai.aloud.draft import Draft, Rule
from generator.thai.unspeakable import Unspeakable

LETTERS = {
    "A": "เอ", "B": "บี", "C": "ซี", "D": "ดี", "E": "อี", "F": "เอฟ", "G": "จี", "H": "เอช", "I": "ไอ",
    "J": "เจ", "K": "เค", "L": "แอล", "M": "เอ็ม", "N": "เอ็น", "O": "โอ", "P": "พี", "Q": "คิว", "R": "อาร์",
    "S": "เอส", "T": "ที", "U": "ยู", "V": "วี", "W": "ดับเบิลยู", "X": "เอกซ์", "Y": "วาย", "Z": "แซด",
}  # fmt: skip

WORDS = {
    "one stop service center": "วันสต็อปเซอร์วิสเซ็นเตอร์",
    "line official": "ไลน์ออฟฟิเชียล",
    "kiosk": "คีออสก์",
    "line open chat": "ไลน์โอเพนแชต",
    "google meet": "กูเกิลมีต",
    "google classroom": "กูเกิลคลาสรูม",
    "google drive": "กูเกิลไดรฟ์",
    "facebook live": "เฟซบุ๊กไลฟ์",
    "facebook page": "เฟซบุ๊กเพจ",
    "smart farmer": "สมาร์ตฟาร์เมอร์",
    "smart city": "สมาร์ตซิตี",
    "big cleaning day": "บิ๊กคลีนนิงเดย์",
    "no gift policy": "โนกิฟต์พอลิซี",
    "walk in": "วอล์กอิน",
    "walk-in": "วอล์กอิน",
    "drive thru": "ไดรฟ์ทรู",
    "long term care": "ลองเทอมแคร์",
    "care giver": "แคร์กิฟเวอร์",
    "caregiver": "แคร์กิฟเวอร์",
    "thaid": "ไทยดี",
    "one stop service": "วันสต็อปเซอร์วิส",
    "service mind": "เซอร์วิสไมนด์",
    "smart office": "สมาร์ตออฟฟิศ",
    "qr code": "คิวอาร์โค้ด",
    "line official account": "ไลน์ออฟฟิเชียลแอ็กเคานต์",
    "line oa": "ไลน์โอเอ",
    "line id": "ไลน์ไอดี",
    "google forms": "กูเกิลฟอร์ม",
    "google form": "กูเกิลฟอร์ม",
    "google maps": "กูเกิลแมปส์",
    "call center": "คอลเซ็นเตอร์",
    "covid-19": "โควิดสิบเก้า",
    "e-service": "อีเซอร์วิส",
    "e-laas": "อีลาส",
    "e-gp": "อีจีพี",
    "e-office": "อีออฟฟิศ",
    "e-bidding": "อีบิดดิง",
    "e-market": "อีมาร์เกต",
    "e-money": "อีมันนี",
    "e-learning": "อีเลิร์นนิง",
    "e-plan": "อีแพลน",
    "e-book": "อีบุ๊ก",
    "e-mail": "อีเมล",
    "wi-fi": "วายฟาย",
    "facebook": "เฟซบุ๊ก",
    "messenger": "เมสเซนเจอร์",
    "instagram": "อินสตาแกรม",
    "application": "แอปพลิเคชัน",
    "website": "เว็บไซต์",
    "internet": "อินเทอร์เน็ต",
    "youtube": "ยูทูบ",
    "tiktok": "ติ๊กต็อก",
    "twitter": "ทวิตเตอร์",
    "online": "ออนไลน์",
    "google": "กูเกิล",
    "inbox": "อินบ็อกซ์",
    "email": "อีเมล",
    "fanpage": "แฟนเพจ",
    "digital": "ดิจิทัล",
    "service": "เซอร์วิส",
    "center": "เซ็นเตอร์",
    "clip": "คลิป",
    "video": "วิดีโอ",
    "live": "ไลฟ์",
    "chat": "แชต",
    "download": "ดาวน์โหลด",
    "upload": "อัปโหลด",
    "password": "พาสเวิร์ด",
    "username": "ยูสเซอร์เนม",
    "login": "ล็อกอิน",
    "server": "เซิร์ฟเวอร์",
    "admin": "แอดมิน",
    "click": "คลิก",
    "print": "พรินต์",
    "file": "ไฟล์",
    "form": "ฟอร์ม",
    "excel": "เอกเซล",
    "word": "เวิร์ด",
    "powerpoint": "เพาเวอร์พอยต์",
    "pdf": "พีดีเอฟ",
    "jpeg": "เจเพก",
    "canva": "แคนวา",
    "windows": "วินโดวส์",
    "android": "แอนดรอยด์",
    "ios": "ไอโอเอส",
    "play store": "เพลย์สโตร์",
    "app store": "แอปสโตร์",
    "mobile": "โมบาย",
    "banking": "แบงกิง",
    "atm": "เอทีเอ็ม",
    "promptpay": "พร้อมเพย์",
    "happy": "แฮปปี",
    "kick off": "คิกออฟ",
    "workshop": "เวิร์กช็อป",
    "best practice": "เบสต์แพร็กทิซ",
    "idol": "ไอดอล",
    "team": "ทีม",
    "coach": "โค้ช",
    "free": "ฟรี",
    "thailand": "ไทยแลนด์",
    "thai": "ไทย",
    "page": "เพจ",
    "like": "ไลก์",
    "share": "แชร์",
    "link": "ลิงก์",
    "scan": "สแกน",
    "code": "โค้ด",
    "smart": "สมาร์ต",
    "model": "โมเดล",
    "zoom": "ซูม",
    "wifi": "วายฟาย",
    "covid": "โควิด",
    "line": "ไลน์",
    "otop": "โอทอป",
    "app": "แอป",
    "web": "เว็บ",
    "no.": "หมายเลข",
    "mr.": "มิสเตอร์",
    "mrs.": "มิสซิส",
    "ms.": "มิส",
    "dr.": "ดอกเตอร์",
    "vs.": "พบกับ",
}
"""Latin words in common use; what is not here and not a short run of capitals cannot be said."""

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
}
"""Measures after a figure; g and m only as small letters, since 5G is not a weight."""

_MEASURED = re.compile(
    r"(\d\s?)(mbps|sqm|m²|m2|km|cm|mm|kg|mg|ml|cc|kw|mb|gb|KM|CM|MM|KG|ML|CC|kW|KW|Mbps|MB|GB|g|m)\b", re.ASCII
)
_ANY = "|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True))
_WORD = re.compile(rf"(?<![A-Za-z])(?=[A-Za-z])(?:{_ANY})(?![A-Za-z])", re.IGNORECASE)
_MOST_LETTERS = 6


def say_latin(draft: Draft) -> None:
    """Say the Latin words and measures of a draft; a word that is in no table is refused."""
    if _LATIN.search(draft.text):
        draft.apply(_RULES)


_LATIN = re.compile("[A-Za-z°℃²]")


def spell(letters: str) -> str:
    """Return Latin letters by their names, without a pause."""
    return "".join(LETTERS[letter] for letter in letters.upper())


def _say_letters(found: re.Match[str]) -> str:
    """Say a short run of capitals letter by letter; an x between figures is left, any other word is unknown."""
    word = found[0]
    if found[1] and re.search(r"\d\s*$", found.string[: found.start()]):
        return word
    if (word.isupper() and len(word) <= _MOST_LETTERS) or len(word) == 1:
        return spell(word)
    raise Unspeakable(word)


_RULES = (
    Rule("measure", _MEASURED, lambda found: found[1] + MEASURES[found[2].lower()]),
    Rule("measure", re.compile(r"°\s*C\b|℃"), "องศาเซลเซียส"),
    Rule("latin", _WORD, lambda found: WORDS[found[0].lower()]),
    Rule("capitals", re.compile(r"(?<![A-Za-z])([xX])(?=\s*\d)|[A-Za-z]+"), _say_letters),
    Rule("measure", re.compile("°"), "องศา"),
)
