"""The addresses of a record: the site's own and the form's, as people copy them, become ASCII that any program opens.

What can only mean one thing is mended: capitals in the scheme, Thai letters in a host or a value, a service's brackets,
a placeholder that came back encoded. What could mean two things is refused, with the letter named.
"""

from __future__ import annotations

import re
from urllib.parse import quote

import idna

from generator.reading.tree import Saying
from generator.reading.wording import say, shown

NO_SITE = frozenset({"ไม่มี", "ไม่มีเว็บไซต์", "none"})
"""What an office writes that has no web space of its own."""

MARKS = ("{channel}", "{place}")

_ADDRESS = re.compile(r"(https?)://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{2,5})?")
_IN_PATH = re.compile(r"[A-Za-z0-9._~/%-]")
_IN_LINK = re.compile(r"[A-Za-z0-9._~%!$&'()*+,;=:@/?#{}-]")
_TO_ENCODE = '"[]|^`'
"""Letters that services put into their links and that other programs take only encoded."""
_ENCODED_MARK = re.compile(
    r"(?:%(?:25)*7B|\{)(?:\s|\+|%20)*(channel|place)(?:\s|\+|%20)*(?:%(?:25)*7D|\})", re.IGNORECASE
)
_MARK = re.compile(r"\{[^{}]*\}?|\}")
_BEFORE = 14
_NAMES = {
    " ": ("เว้นวรรค", "a space"),
    "\n": ("การขึ้นบรรทัดใหม่", "a line break"),
    "%": (" % ที่ไม่มีตัวเลขฐานสิบหกสองตัวตามหลัง", "a % without its two signs"),
}


def site(text: str) -> str | Saying:
    """Return the address of the office's own site in ASCII, "" where it has none, or what is wrong with it."""
    if text.lower() in NO_SITE:
        return ""
    if re.fullmatch(r"https?://[^\s?#]+[?#].*", text, re.IGNORECASE):
        return address_with_query(text)
    written = _ascii(text, _IN_PATH, "ที่อยู่เว็บ", "the site's address") or not_site(text)
    if isinstance(written, str) and written.endswith("/"):
        return trailing_slash(text)
    return written


def page(text: str) -> str | Saying:
    """Return the address of any page on the web in ASCII, or what is wrong with it."""
    return _ascii(text, _IN_LINK, "ที่อยู่เว็บ", "the address") or not_address(text)


def form(text: str) -> str | Saying:
    """Return the form's link in ASCII with its marks plain, or what is wrong with it; the marks may be missing."""
    text = _ENCODED_MARK.sub(lambda found: f"{{{found[1].lower()}}}", text)
    found = _ADDRESS.fullmatch(text)
    if not found or "{" in found[2] or "}" in found[2]:
        return not_form(text)
    for mark in _MARK.findall(text):
        if mark not in MARKS:
            return form_with_other(mark)
    return _ascii(text, _IN_LINK, "ลิงก์แบบประเมิน", "the form's link") or not_form(text)


def _ascii(text: str, plain: re.Pattern[str], thai: str, english: str) -> str | Saying | None:
    """Return an address in ASCII, a saying about the letter that none may hold, or None for no address at all."""
    found = _ADDRESS.fullmatch(text)
    if not found:
        return None
    gap = re.search(r"\s", text)
    if gap:
        return odd_letter(text, gap.start(), thai, english)
    host = _host(found[2])
    if host is None or isinstance(host, Saying):
        return host
    start, letters = found.start(3), []
    for at, letter in enumerate(text[start:], start):
        if letter == "%" and not re.match(r"%[0-9A-Fa-f]{2}", text[at : at + 3]):
            return odd_letter(text, at, thai, english)
        if plain.fullmatch(letter):
            letters.append(letter)
        elif letter.isascii() and not (plain is _IN_LINK and letter in _TO_ENCODE):
            return odd_letter(text, at, thai, english)
        else:
            letters.append(quote(letter, safe=""))
    return f"{found[1].lower()}://{host}{''.join(letters)}"


def _host(written: str) -> str | Saying | None:
    """Return a host in the form that the net knows (IDNA 2008), None for what is no host."""
    name, colon, port = written.lower().partition(":")
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode()
        except idna.IDNAError:
            return not_host(written)
    host = f"{name}{colon}{port}"
    return host if _HOST.fullmatch(host) and ".." not in host else None


def odd_letter(text: str, at: int, thai: str, english: str) -> Saying:
    """Describe a letter that no address may hold, with what stands before it."""
    th, en = _NAMES.get(text[at], (f"เครื่องหมาย {text[at]}", f"the letter {text[at]}"))
    before = text[max(0, at - _BEFORE) : at]
    return say(
        f"{thai}มี{th} ต่อจาก “{before}” ซึ่งที่อยู่เว็บมีไม่ได้",
        f"{english} has {en} after “{before}”, which no address may have",
        "ถ้าลิงก์ถูกตัดเป็นหลายบรรทัดตอนส่งต่อ ให้ต่อเป็นบรรทัดเดียวโดยไม่เว้นวรรค ถ้าเป็นส่วนของคำตอบ เขียน %20 แทนเว้นวรรค"
        if text[at].isspace()
        else f"คัดลอกลิงก์จากเบราว์เซอร์ใหม่ หรือเขียน {quote(text[at], safe='')} แทน {text[at]}",
        "join a link that a mail broke, without a space; write %20 for a space that belongs to an answer"
        if text[at].isspace()
        else f"copy the link from the browser again, or write {quote(text[at], safe='')} for {text[at]}",
    )


def not_host(written: str) -> Saying:
    """Describe a host's name that nobody can register."""
    return say(
        f"ชื่อเว็บ {shown(written)} จดเป็นชื่อโดเมนไม่ได้",
        f"{shown(written)} cannot be a domain",
        "คัดลอกจากช่องที่อยู่ของเบราว์เซอร์ หรือเขียนเป็นตัวอักษรอังกฤษ",
        "copy it from the browser's address bar, or write it in Latin letters",
    )


def not_site(text: str) -> Saying:
    """Describe something else in place of the site's address, with what an office without one writes."""
    return say(
        f"ที่อยู่เว็บ {shown(text)} ใช้ไม่ได้",
        f"{shown(text)} is not a web address",
        "เขียนเต็ม ขึ้นต้นด้วย https:// เช่น https://www.khuanmao.example ถ้าหน่วยงานไม่มีที่วางเว็บไซต์ เขียน ไม่มี",
        "write it in full, as https://www.khuanmao.example; write ไม่มี if the office has no web space",
    )


def not_address(text: str) -> Saying:
    """Describe something else in place of a web address."""
    return say(
        f"ที่อยู่เว็บ {shown(text)} ใช้ไม่ได้",
        f"{shown(text)} is not a web address",
        "เขียนเต็ม ขึ้นต้นด้วย https:// เช่น https://www.khuanmao.example",
        "write it in full, e.g. https://www.khuanmao.example",
    )


def not_form(text: str) -> Saying:
    """Describe something else in place of the link to the survey's form."""
    return say(
        f"ลิงก์แบบประเมิน {shown(text)} ใช้ไม่ได้",
        f"{shown(text)} is not the link of a form",
        "คัดลอกลิงก์เต็มจากแบบฟอร์มซึ่งขึ้นต้นด้วย https:// แล้วใส่ {channel} และ {place}"
        " เช่น https://forms.example/f?entry.1001={channel}&entry.1002={place}",
        "copy the form's full link, which starts with https://, and put {channel} and {place} in it",
    )


def trailing_slash(text: str) -> Saying:
    """Describe a site address with a slash at its end, to which `/s/…` would add another."""
    return say(
        f"ที่อยู่เว็บ {shown(text)} ลงท้ายด้วย /",
        f"the address {shown(text)} ends in a slash",
        f"เขียน {text.rstrip('/')}",
        f"write {text.rstrip('/')}",
    )


def address_with_query(text: str) -> Saying:
    """Describe a site address with a query or a fragment, after which no page can be named."""
    return say(
        f"ที่อยู่เว็บ {shown(text)} มีเครื่องหมาย ? หรือ #",
        f"the address {shown(text)} has a ? or # in it",
        "ตัดส่วนตั้งแต่ ? หรือ # ออก",
        "leave out everything from the ? or # on",
    )


def form_without(mark: str) -> Saying:
    """Describe a form link without channel or place, so that nobody could tell where a reply comes from."""
    what = {"{channel}": "ช่องทาง", "{place}": "หมู่บ้าน"}[mark]
    return say(
        f"ลิงก์แบบประเมินไม่มี {mark} จึงไม่รู้ว่าคำตอบมาจาก{what}ใด",
        f"the form's link has no {mark}, so nobody could tell where a reply comes from",
        f"ใช้ลิงก์ที่กรอกคำตอบล่วงหน้าจากแบบฟอร์ม แล้วแทนคำตอบของข้อ{what}ด้วย {mark} เช่น entry.1001={mark}"
        " ถ้าแบบฟอร์มนี้รับค่าทางลิงก์ไม่ได้ เพิ่มบรรทัด plain_link: ใช่ ใต้ survey",
        f"take the form's pre-filled link and put {mark} in the place of that answer, e.g. entry.1001={mark};"
        " add plain_link: true to survey if the form takes nothing by its link",
    )


def no_site() -> Saying:
    """Tell the price of having no web space: what is printed dies with the form."""
    return say(
        "เลือกไว้ว่าไม่มีเว็บไซต์ คิวอาร์โค้ดจึงนำไปที่แบบฟอร์มโดยตรง เมื่อเปลี่ยนหรือลบแบบฟอร์ม "
        "คิวอาร์โค้ดบนแผ่นที่พิมพ์ไปแล้วจะใช้ไม่ได้ทั้งหมดและแก้ไม่ได้ "
        "ไม่มีหน้าบอกทางอื่นหรือบอกว่าปิดรับแล้ว และประกาศเกียรติคุณไม่มีรหัสตรวจสอบ",
        "there is no site, so codes lead straight to the form: change or delete the form, and every printed code is "
        "dead for good; no page shows other ways or that the survey is closed, no certificate can be checked",
        "อย่าลบหรือเปลี่ยนแบบฟอร์มจนกว่าจะเก็บทุกแผ่น ถ้ามีที่วางเว็บไซต์แล้ว เขียนที่อยู่แทน ไม่มี แล้วพิมพ์แผ่นใหม่",
        "keep the form until every sheet is down; once there is web space, write its address here and print again",
    )


def too_long_for_a_code(link: str) -> Saying:
    """Describe a form's link that no sheet has room for, where codes lead straight to the form."""
    return say(
        f"ไม่มีเว็บไซต์ คิวอาร์โค้ดจึงนำไปที่แบบฟอร์มโดยตรง แต่ลิงก์พร้อมช่องทางและสถานที่ยาว {len(link)} ตัว คิวอาร์โค้ดจะแน่นเกินสแกน",
        f"codes lead straight to the form, but its link has {len(link)} letters with channel and place, too many",
        "ใช้ลิงก์ย่อของแบบฟอร์ม เช่น forms.gle แล้วเพิ่มบรรทัด plain_link: ใช่ หรือตัด {place} ออก",
        "use the form's short link, e.g. forms.gle, with plain_link: true, or leave out {place}",
    )


def plain_form(missing: tuple[str, ...]) -> Saying:
    """Tell the price of a form that takes nothing by its link."""
    whats = {"{channel}": ("สื่อไหน", "channel"), "{place}": ("หมู่หรือกองไหน", "place")}
    th, en = "และ".join(whats[mark][0] for mark in missing), " and ".join(whats[mark][1] for mark in missing)
    return say(
        f"เลือกไว้ว่าแบบฟอร์มไม่รับค่าทางลิงก์ (plain_link) คำตอบจึงไม่บอกว่ามาจาก{th}",
        f"the form takes nothing by its link (plain_link), so no reply says which {en} it came from",
        "ถ้าต้องการตัวเลขแยกตามสื่อและหมู่ ใช้แบบฟอร์มที่กรอกคำตอบล่วงหน้าได้ แล้วลบบรรทัด plain_link",
        "for figures by channel and place, use a form with pre-filled answers and delete plain_link",
    )


def form_with_other(mark: str) -> Saying:
    """Describe a form link with a placeholder that is never filled in."""
    return say(
        f"ลิงก์แบบประเมินมี {shown(mark)} ซึ่งไม่มีอะไรมาแทน",
        f"nothing fills in {shown(mark)} in the form's link",
        "ใช้ได้เฉพาะ {channel} และ {place} หลังชื่อเว็บ",
        "use {channel} and {place} only, after the host",
    )
