"""Why a host did not do what it was asked, in words that a clerk can act on or read out to the vendor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAMED = 5
"""How many files a sentence names; beyond that it gives a number."""
FIELD = "publish"
"""The field of the records that names the host."""


class HostFault(Exception):
    """A host refused something, or the line to it broke; `lost` is whether trying again at once may help.

    `at_door` is whether nobody gets in there with this name, whatever the folder.
    """

    def __init__(self, message: Text, fix: Text, *, lost: bool = False, at_door: bool = False) -> None:
        """Keep what is wrong and what to do."""
        super().__init__(message.en)
        self.message, self.fix, self.lost, self.at_door = message, fix, lost, at_door

    def problem(self, host: str) -> Problem:
        """Return it as a problem of the host whose address this is."""
        return Problem(host, 0, 0, FIELD, self.message, self.fix)


def found(host: str, faults: Iterator[tuple[Text, Text]]) -> None:
    """Raise `ProblemsFound` for all of some faults, each with its cure, if there are any."""
    problems = [Problem(host, 0, 0, FIELD, message, fix) for message, fix in faults]
    if problems:
        raise ProblemsFound(problems)


_AGAIN = Text(
    "สั่ง tonbaep publish อีกครั้ง โปรแกรมทำต่อจากที่ค้าง เว็บไซต์ที่ประชาชนเห็นยังครบ",
    "run tonbaep publish again; it goes on from there, and what citizens see is whole",
)


def lost(detail: object = "") -> HostFault:
    """Return that the line broke."""
    more = f" ({detail})" if detail else ""
    return HostFault(
        Text(f"สายไปเครื่องแม่ข่ายขาดกลางคัน{more}", f"the connection to the host broke{more}"), _AGAIN, lost=True
    )


def unreachable(host: str, port: int, detail: object) -> HostFault:
    """Return that nobody answers."""
    return HostFault(
        Text(
            f"ต่อเครื่องแม่ข่าย {host} พอร์ต {port} ไม่ได้ ({detail})",
            f"cannot connect to {host}, port {port} ({detail})",
        ),
        Text(
            "ดูว่าต่ออินเทอร์เน็ตอยู่ ชื่อเครื่องและพอร์ตตรงกับที่ผู้ดูแลโฮสต์ให้มา แล้วสั่งใหม่",
            "check the internet, and host and port with whoever runs it; then try again",
        ),
        at_door=True,
    )


def wrong_password() -> HostFault:
    """Return that the host does not let this user in."""
    return HostFault(
        Text("เครื่องแม่ข่ายไม่รับชื่อผู้ใช้หรือรหัสผ่านนี้", "the host refuses this user or password"),
        Text(
            "ตรวจชื่อผู้ใช้ในช่อง publish แล้วสั่ง tonbaep publish --new-password เพื่อใส่รหัสผ่านใหม่",
            "check the user in publish, then run tonbaep publish --new-password",
        ),
        at_door=True,
    )


def refused(what: str, detail: object) -> HostFault:
    """Return that a file or folder may not be written."""
    return HostFault(
        Text(
            f"เครื่องแม่ข่ายไม่ยอมให้เขียนหรือย้าย {what} ({detail})",
            f"the host refuses to write or move {what} ({detail})",
        ),
        Text(
            "ดูว่าโฟลเดอร์ในช่อง publish ถูกและผู้ใช้นี้มีสิทธิ์เขียน ไฟล์ไม่ได้ตั้งเป็นอ่านอย่างเดียว แล้วสั่งใหม่ เว็บไซต์ที่ประชาชนเห็นยังครบ",
            "check the folder in publish, the user's rights, and that the file is not read-only; then run it again. "
            "What citizens see is whole",
        ),
    )


def full(detail: object) -> HostFault:
    """Return that there is no room left."""
    return HostFault(
        Text(f"เนื้อที่บนเครื่องแม่ข่ายเต็มหรือเกินโควตา ({detail})", f"the host is full, or over its quota ({detail})"),
        Text(
            "ขอเนื้อที่เพิ่มหรือลบไฟล์อื่นที่ไม่ใช้บนโฮสต์ แล้วสั่งใหม่ เว็บไซต์ที่ประชาชนเห็นยังเป็นฉบับเดิมครบ",
            "get more room, or delete what is not needed there; then run it again. What citizens see is the old site",
        ),
    )


def no_folder(folder: str) -> HostFault:
    """Return that the folder of the records is not there."""
    return HostFault(
        Text(f"ไม่พบโฟลเดอร์ {folder} บนเครื่องแม่ข่าย", f"there is no folder {folder} on the host"),
        Text(
            "แก้ส่วนท้ายของช่อง publish ให้เป็นโฟลเดอร์ที่มีอยู่ เช่น public_html หรือให้ผู้ดูแลโฮสต์สร้างให้",
            "let publish end in a folder that is there, e.g. public_html, or have it created",
        ),
    )


def other_system(folder: str) -> HostFault:
    """Return that a folder is written as another system writes it."""
    return HostFault(
        Text(f"เครื่องนี้ไม่มีโฟลเดอร์ที่เขียนอย่าง {folder}", f"no folder of this computer is written like {folder}"),
        Text(
            "เขียนโฟลเดอร์เต็มของเครื่องนี้: Windows เช่น Z:\\web หรือ \\\\server\\web  Linux เช่น /srv/web",
            "write a whole folder of this computer: Z:\\web or \\\\server\\web on Windows, /srv/web on Linux",
        ),
    )


def in_the_project(folder: str) -> HostFault:
    """Return that a site would go where its own project is."""
    return HostFault(
        Text(
            f"{folder} อยู่ในโครงการ หรือมีโครงการอยู่ข้างใน ไฟล์จะปนหรือหาย และข้อมูลที่ยังไม่ประกาศอาจเปิดเห็นได้",
            f"{folder} is in the project, or the project is in it: files would be mixed or lost, and records be seen",
        ),
        Text(
            "ใช้โฟลเดอร์นอกโครงการ เช่น tonbaep publish --to ../tonbaep-web ไฟล์ ZIP เขียนชื่อไฟล์อย่างเดียว",
            "take a folder outside it, e.g. tonbaep publish --to ../tonbaep-web; of a ZIP write the name alone",
        ),
    )


def wrong_host_key(host: str, now: str, known: str) -> HostFault:
    """Return that another machine answers than the one that is known."""
    return HostFault(
        Text(
            f"เครื่องที่ตอบไม่ใช่ {host} เครื่องเดิม ลายนิ้วมือเป็น {now} แต่เดิมคือ {known} จึงไม่ส่งรหัสผ่าน",
            f"another machine answers as {host}: its fingerprint is {now}, the known one {known}; no password was sent",
        ),
        Text(
            "ถามผู้ดูแลโฮสต์ทางโทรศัพท์ว่าเปลี่ยนเครื่องหรือไม่ ถ้าใช่ และลายนิ้วมือตรงกัน สั่ง tonbaep publish --new-host",
            "ask whoever runs the host by telephone; if it was replaced and the fingerprint is theirs, "
            "run tonbaep publish --new-host",
        ),
        at_door=True,
    )


def wrong_certificate(host: str, detail: object) -> HostFault:
    """Return that the certificate of a host cannot be trusted."""
    return HostFault(
        Text(
            f"ใบรับรองความปลอดภัยของ {host} ใช้ไม่ได้ ({detail}) จึงไม่ส่งรหัสผ่าน",
            f"the certificate of {host} cannot be trusted ({detail}); no password was sent",
        ),
        Text(
            "แจ้งผู้ดูแลโฮสต์ให้ต่ออายุหรือแก้ใบรับรอง หรือขอชื่อเครื่องที่ตรงกับใบรับรอง",
            "have it renewed or mended, or ask for the name that the certificate is for",
        ),
        at_door=True,
    )


def busy() -> HostFault:
    """Return that somebody else is publishing there now."""
    return HostFault(
        Text("มีอีกเครื่องหนึ่งกำลังเผยแพร่เว็บไซต์นี้อยู่", "another computer is publishing this site now"),
        Text("รอให้เครื่องนั้นเสร็จ แล้วสั่งใหม่", "wait until it is done, then run it again"),
    )


def strange_state() -> HostFault:
    """Return that the list on the host cannot be read."""
    return HostFault(
        Text(
            "บัญชีไฟล์ของโปรแกรมบนเครื่องแม่ข่าย (.tonbaep/state) อ่านไม่ออก หรือมาจากรุ่นใหม่กว่า",
            "the program's list of files on the host (.tonbaep/state) cannot be read, or a newer version wrote it",
        ),
        Text(
            "ใช้โปรแกรมรุ่นล่าสุด ถ้ายังอ่านไม่ออก ให้ผู้ดูแลโฮสต์เปลี่ยนชื่อโฟลเดอร์ .tonbaep แล้วสั่ง tonbaep publish --adopt",
            "use the newest version; if that cannot read it either, have the folder .tonbaep renamed "
            "and run tonbaep publish --adopt",
        ),
    )


def needs_more(what: str) -> HostFault:
    """Return that the packages for this way of publishing are not installed."""
    return HostFault(
        Text(f"การเผยแพร่ทาง {what} ต้องติดตั้งส่วนเสริมก่อน", f"publishing by {what} needs packages that are not installed"),
        Text(
            "สั่ง .venv/bin/python -m pip install --require-hashes -r requirements-publish.lock "
            "(บน Windows ใช้ .venv\\Scripts\\python)",
            "run .venv/bin/python -m pip install --require-hashes -r requirements-publish.lock",
        ),
    )


def _shortly(names: Sequence[str]) -> tuple[str, str]:
    more = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED])
    return (f"{listed} และอีก {more}", f"{listed} and {more} more") if more > 0 else (listed, listed)


def holds_others(names: Sequence[str]) -> Text:
    """Return the question before a folder is taken that holds things of others."""
    th, en = _shortly(sorted(names))
    return Text(
        f"โฟลเดอร์นี้มีของอยู่แล้ว {len(names)} รายการ ({th}) โปรแกรมจะไม่ลบและไม่ทับของเดิม จะวางเว็บไซต์ร่วมกันที่นี่ใช่หรือไม่",
        f"this folder holds {len(names)} things already ({en}); none is deleted or replaced. Put the site beside them?",
    )


def not_taken() -> HostFault:
    """Return that a folder holds files of others, and nobody agreed."""
    return HostFault(
        Text(
            "โฟลเดอร์บนเครื่องแม่ข่ายมีไฟล์ของคนอื่นอยู่ จึงยังไม่ได้วางอะไร",
            "the folder holds files of others; nothing was put there",
        ),
        Text(
            "แก้ช่อง publish ให้เป็นโฟลเดอร์ว่าง เช่น public_html/award หรือสั่ง tonbaep publish --yes ถ้าตั้งใจวางร่วมกัน",
            "let publish name an empty folder, e.g. public_html/award, or run tonbaep publish --yes to share it",
        ),
    )


def in_the_way(names: Sequence[str]) -> HostFault:
    """Return that files of others have the names that the site needs."""
    th, en = _shortly(names)
    return HostFault(
        Text(
            f"บนเครื่องแม่ข่ายมีไฟล์ชื่อเดียวกันที่โปรแกรมไม่ได้วาง {len(names)} ไฟล์: {th}",
            f"{len(names)} files of the same names are there that this program did not put there: {en}",
        ),
        Text(
            "ถ้าเป็นเว็บไซต์นี้ที่เคยคัดลอกขึ้นไปเอง สั่ง tonbaep publish --adopt โปรแกรมเก็บของเดิมไว้ให้ย้อนกลับได้ "
            "ถ้าเป็นของเว็บอื่น ให้ใช้โฟลเดอร์อื่น",
            "if it is this site, once copied by hand, run tonbaep publish --adopt, which keeps the old files; "
            "if they are another site's, use another folder",
        ),
    )


def no_way_back() -> HostFault:
    """Return that there is nothing to go back to."""
    return HostFault(
        Text("บนเครื่องแม่ข่ายไม่มีรุ่นก่อนหน้าให้กลับไป", "there is no earlier release on the host to go back to"),
        Text("ดูรุ่นที่เก็บไว้ด้วย tonbaep publish --list แก้ข้อมูล สร้างใหม่ แล้วเผยแพร่อีกครั้ง", "see tonbaep publish --list"),
    )


def shows_somebody() -> HostFault:
    """Return that the way back leads to somebody who may not be shown."""
    return HostFault(
        Text(
            "รุ่นก่อนหน้ามีผู้ที่เผยแพร่ไม่ได้แล้ว จึงไม่กลับไป",
            "the release before shows somebody who may no longer be shown",
        ),
        Text(
            "สั่ง tonbaep build แล้ว tonbaep publish โปรแกรมลบรุ่นก่อนนั้นจากเครื่องแม่ข่ายด้วย",
            "run tonbaep build and tonbaep publish; that release is then removed from the host",
        ),
    )


def no_tls(host: str) -> HostFault:
    """Return that a server speaks plain FTP only."""
    return HostFault(
        Text(f"เครื่องแม่ข่าย {host} ไม่รองรับ FTPS", f"{host} does not speak FTPS"),
        Text(
            "ขอ SFTP หรือ FTPS จากผู้ดูแลโฮสต์ ถ้าไม่มีจริง ๆ เปลี่ยน ftps:// เป็น ftp:// รหัสผ่านจะเดินทางโดยไม่เข้ารหัส",
            "ask for SFTP or FTPS; if there is neither, write ftp:// instead, and the password travels in the open",
        ),
        at_door=True,
    )


def no_password(address: str) -> HostFault:
    """Return that nobody gave a password."""
    return HostFault(
        Text(f"ยังไม่มีรหัสผ่านของ {address}", f"there is no password for {address}"),
        Text(
            "ที่โต๊ะทำงาน ใส่ในช่องรหัสผ่าน หรือสั่ง tonbaep publish ในหน้าต่างคำสั่งแล้วพิมพ์เมื่อถาม หรือตั้งตัวแปร TONBAEP_PASSWORD",
            "on the desk fill in the password; or run tonbaep publish in a terminal, or set TONBAEP_PASSWORD",
        ),
    )


def unknown_host(host: str, fingerprint: str) -> HostFault:
    """Return that nobody said yet that a machine is the right one."""
    return HostFault(
        Text(
            f"ยังไม่เคยยืนยันเครื่อง {host} ลายนิ้วมือ {fingerprint}",
            f"{host} is not known yet; its fingerprint is {fingerprint}",
        ),
        Text(
            "เทียบลายนิ้วมือกับที่ผู้ดูแลโฮสต์ให้ ถ้าตรง ติ๊กช่องลายนิ้วมือที่โต๊ะทำงาน หรือสั่ง tonbaep publish --new-host",
            "compare it with its keeper; if it is theirs, tick it on the desk or run tonbaep publish --new-host",
        ),
        at_door=True,
    )


def is_it_this_host(host: str, fingerprint: str) -> Text:
    """Return the question before a password is sent to a machine for the first time."""
    return Text(
        f"ต่อกับ {host} เป็นครั้งแรก ลายนิ้วมือของเครื่องคือ {fingerprint} ตรงกับที่ผู้ดูแลโฮสต์ให้ไว้ใช่หรือไม่",
        f"this is the first time at {host}; its fingerprint is {fingerprint}. Is that what its keeper says?",
    )


def changed_since(name: str) -> HostFault:
    """Return that a file of the finished site is not what was made."""
    return HostFault(
        Text(f"ไฟล์ site/{name} ถูกแก้หลังจากสร้าง", f"site/{name} was changed after it was built"),
        Text("สั่ง tonbaep build แล้วเผยแพร่ใหม่", "run tonbaep build, then publish again"),
    )


def sealed_stands() -> HostFault:
    """Return that a sealed result waits on the host for its moment."""
    return HostFault(
        Text("บนเครื่องแม่ข่ายมีผลที่ปิดผนึกรอเวลาอยู่", "a sealed result waits on the host for its moment"),
        Text(
            "แก้เว็บไซต์ก่อนถึงเวลา ให้สั่ง tonbaep publish --sealed อีกครั้ง จะไม่เปิดตามเวลา สั่ง tonbaep publish --withhold",
            "to change the site before then, run tonbaep publish --sealed again; to keep it shut, --withhold",
        ),
    )


def nothing_sealed() -> HostFault:
    """Return that no sealed result is there."""
    return HostFault(
        Text("บนเครื่องแม่ข่ายไม่มีผลที่ปิดผนึกไว้", "no sealed result is on the host"),
        Text("สั่ง tonbaep publish --sealed ก่อนถึงเวลาประกาศ", "run tonbaep publish --sealed before the moment"),
    )


def too_late_to_seal() -> HostFault:
    """Return that the moment of a result has almost come."""
    return HostFault(
        Text("เหลือเวลาก่อนประกาศไม่ถึงสองนาที ปิดผนึกไม่ทัน", "less than two minutes are left: too late to seal"),
        Text("รอให้ถึงเวลา แล้วสั่ง tonbaep build และ tonbaep publish", "wait, then run tonbaep build and tonbaep publish"),
    )


def not_cleaned(fault: HostFault) -> HostFault:
    """Return that the new site is seen, but what had to go is still on the host."""
    return HostFault(
        Text(
            f"เว็บไซต์ใหม่เผยแพร่แล้ว แต่ลบรุ่นเก่าบนเครื่องแม่ข่ายไม่ได้: {fault.message.th}",
            f"the new site is up, but earlier releases could not be removed from the host: {fault.message.en}",
        ),
        Text(
            "ถ้ารุ่นเก่ามีผู้ที่ถอนความยินยอม ให้ผู้ดูแลโฮสต์ลบโฟลเดอร์ .tonbaep/kept แล้วสั่ง tonbaep publish อีกครั้ง",
            "if somebody in them withdrew, have the folder .tonbaep/kept removed, then run tonbaep publish again",
        ),
    )
