"""What is said when a release is done: what there is to do where this program cannot, and where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Target
    from generator.publishing.release import Report

_FEW = 5


def seen(target: Target) -> Text:
    """Return what the newest release is, beside those that may be gone back to."""
    if target.way == "zip":
        return Text("ไฟล์ ZIP ฉบับนี้", "the ZIP as it is")
    return Text("ที่ประชาชนเห็นอยู่", "seen now")


def already(target: Target) -> Text:
    """Return that nothing had to be done."""
    if target.way == "zip":
        return Text("ไฟล์ ZIP เป็นฉบับนี้อยู่แล้ว ไม่ได้เขียนใหม่", "The ZIP has exactly this site; it was not written anew")
    return Text("บนเครื่องแม่ข่ายเป็นฉบับนี้อยู่แล้ว ไม่ได้ส่งอะไร", "The host has exactly this site; nothing was sent")


def done(target: Target, report: Report) -> Text:
    """Return what was done."""
    sent, gone, size = len(report.sent), len(report.gone), f"{report.bytes / 1_000_000:.1f} MB"
    if target.way == "zip":
        return Text(
            f"ทำไฟล์ ZIP แล้ว {size} ใหม่หรือเปลี่ยน {sent} ไฟล์ เอาออก {gone} เหมือนเดิม {report.same}",
            f"The ZIP is written, {size}: {sent} files new or changed, {gone} taken away, {report.same} as before",
        )
    return Text(
        f"เผยแพร่แล้ว: ส่ง {sent} ไฟล์ {size} เอาออก {gone} เหมือนเดิม {report.same}",
        f"Published: {sent} files sent, {size}; {gone} taken away, {report.same} as before",
    )


def where(target: Target, site: str) -> Text:
    """Return what comes next: where to look, or who has to do what."""
    if target.way == "zip":
        return Text(
            f"ส่งไฟล์ {target.folder} ให้ผู้ดูแลเว็บ: ลบไฟล์เดิมของเว็บไซต์นี้ในโฟลเดอร์เว็บ แล้วแตกไฟล์ ZIP ลงแทนทั้งหมด "
            "ถ้าแตกทับโดยไม่ลบ หน้าที่เอาออกแล้วยังเปิดได้",
            f"Give {target.folder} to whoever keeps the web: delete this site's old files in the web folder, then "
            "unpack the ZIP there. Without deleting, pages that were taken away can still be opened",
        )
    seen = site or target.address
    if target.way == "git":
        return Text(
            f"เปิดดู {seen} (เว็บ git แสดงหน้าใหม่ภายใน 10 นาทีหลังส่ง)",
            f"Look at {seen} (git hosts show a new page within 10 minutes)",
        )
    return Text(f"เปิดดู {seen}", f"Look at {seen}")


def warnings(report: Report) -> Iterator[Text]:
    """Yield what somebody still has to do after a history was rewritten."""
    if report.forgotten:
        few, count = ", ".join(report.forgotten[:_FEW]), len(report.forgotten)
        yield Text(
            f"เขียนประวัติของกิ่งใหม่ ไม่มี {count} รุ่นที่มีผู้ถอนตัวแล้ว "
            f"แต่เว็บ git ยังเปิดรุ่นเหล่านั้นได้จากเลข ({few}) จนกว่าจะล้าง "
            "ให้ขอผู้ดูแลเว็บ git ล้าง (GitHub: ติดต่อ Support เรื่อง sensitive data) "
            "และบอกคนที่เคยคัดลอกที่เก็บนี้ให้ลบ",
            f"The branch's history is rewritten without {count} commits with somebody who withdrew. Until it is purged "
            f"the git host still shows them by number ({few}): ask whoever runs it to purge them "
            "(GitHub: Support, sensitive data), and have copies of the repository deleted",
        )
    if report.held:
        names = ", ".join(report.held)
        yield Text(
            f"กิ่งหรือป้ายอื่นในที่เก็บยังชี้ไปรุ่นที่มีผู้ถอนตัวแล้ว ต้องลบเอง: {names}",
            f"other branches or tags still lead to such commits; delete them: {names}",
        )
