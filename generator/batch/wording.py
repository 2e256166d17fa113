"""What a batch says of an office or of itself, each with what to do about it, in Thai and English."""

from __future__ import annotations

from typing import Final

from generator.problems import Text

Said = tuple[Text, Text]
"""What is wrong, and what to do."""

_AGAIN = Text("แล้วสั่งคำสั่งเดิมอีกครั้ง", "then give the same command again")

NO_BATCH: Final[Said] = (
    Text("ไม่พบโฟลเดอร์หรือไฟล์รายชื่อนี้", "there is no such folder or list"),
    Text(
        "เขียนโฟลเดอร์ที่มีโฟลเดอร์ของแต่ละหน่วยงาน หรือไฟล์ CSV ที่มีหน่วยงานละบรรทัด",
        "give a folder of offices, or a list with one a line",
    ),
)
NOBODY: Final[Said] = (
    Text("ไม่มีหน่วยงานใดในนี้", "there is no office in it"),
    Text(
        "วางโฟลเดอร์ของแต่ละหน่วยงานไว้ในนี้ หรือเขียนรายชื่อบรรทัดละหนึ่งหน่วยงาน",
        "put the offices' folders here, or write one a line",
    ),
)
ONE_OFFICE: Final[Said] = (
    Text("นี่เป็นโฟลเดอร์ของหน่วยงานเดียว", "this is the folder of one office"),
    Text(
        "ระบุโฟลเดอร์ที่อยู่เหนือขึ้นไป หรือสั่ง tonbaep build สำหรับหน่วยงานเดียว",
        "give the folder above, or run tonbaep build for one office",
    ),
)
NO_ROW: Final[Said] = (
    Text('บรรทัดนี้อ่านไม่ออก อาจเปิดเครื่องหมาย " ไว้แล้วไม่ปิด', 'this row cannot be read; a " may be open'),
    Text("แก้หรือลบบรรทัดนี้ หนึ่งหน่วยงานหนึ่งบรรทัด", "correct or delete it: one office a line"),
)
BUSY: Final[Said] = (
    Text("มีคำสั่ง batch ทำงานกับโฟลเดอร์นี้อยู่แล้ว", "another batch is at work on this folder"),
    Text(
        "รอให้จบก่อน หรือปิดหน้าต่างนั้นแล้วสั่งใหม่ งานที่เสร็จแล้วไม่ทำซ้ำ",
        "wait for it, or stop it and run again; what is done stays done",
    ),
)
NOT_INSTALLED: Final[Said] = (
    Text("การสร้างหลายหน่วยงานต้องติดตั้งส่วนเสริมก่อน", "a batch needs packages that are not installed"),
    Text(
        "สั่ง .venv/bin/python -m pip install --require-hashes -r requirements-batch.lock "
        "(บน Windows ใช้ .venv\\Scripts\\python) หรือสั่ง tonbaep batch … --list-jobs แล้วให้โปรแกรมอื่นทำทีละบรรทัด",
        "run .venv/bin/python -m pip install --require-hashes -r requirements-batch.lock, or let another program "
        "run the lines of tonbaep batch … --list-jobs",
    ),
)
SCHEDULER_GONE: Final[Said] = (
    Text("เครื่องที่แจกงานหายไปกลางคัน หน่วยงานที่เสร็จแล้วบันทึกไว้ครบ", "the scheduler went away; what was done is kept"),
    Text(
        "เปิดเครื่องแจกงานใหม่ แล้วสั่งคำสั่งเดิมอีกครั้ง จะทำเฉพาะที่เหลือ",
        "start it again and give the same command: only the rest is made",
    ),
)
NOT_YET: Final[Said] = (
    Text("เวลาที่ระบุยังมาไม่ถึง จึงยังไม่สร้างของหน่วยงานใด", "this moment has not come; nothing was built"),
    Text("ใช้เวลาที่ผ่านมาแล้ว หรือไม่ต้องใส่ --as-of", "give a moment that has passed, or leave --as-of out"),
)
OWN_CLOCK: Final[Said] = (
    Text("นาฬิกาของเครื่องนี้ช้ากว่าครั้งก่อนที่สั่ง batch", "this machine's clock is behind the last batch"),
    Text("ตั้งวันและเวลาของเครื่องให้ถูก หรือสั่งโดยระบุเวลาด้วย --as-of", "set the clock, or give the time with --as-of"),
)
NO_LEDGER: Final[Said] = (
    Text("ในโฟลเดอร์นี้ยังไม่มีบันทึกของ tonbaep batch", "no batch has left its ledger in this folder"),
    Text("สั่ง tonbaep batch ก่อน แล้วระบุโฟลเดอร์ที่มี batch.json", "run tonbaep batch, then name the folder with batch.json"),
)
NOT_BUILT: Final[Said] = (
    Text("รอบล่าสุดสร้างไม่สำเร็จ จึงไม่ได้เผยแพร่ ที่ประชาชนเห็นยังเป็นของเดิม", "the last run did not build it; nothing was put up"),
    Text(
        "ดูสาเหตุใน batch.html แก้แล้วสั่ง tonbaep batch และเผยแพร่ใหม่",
        "see batch.html, run tonbaep batch, publish again",
    ),
)
BUILD_AGAIN: Final = Text("สั่ง tonbaep batch แล้วเผยแพร่ใหม่", "run tonbaep batch, then publish again")
NO_FRONT: Final[Said] = (Text("ยังไม่มีเว็บรวมของทุกหน่วยงาน", "there is no site of all offices yet"), BUILD_AGAIN)
FRONT_LATE: Final[Said] = (
    Text("มีผลของหน่วยงานที่ถึงเวลาประกาศแล้วหลังจากสร้างเว็บรวม", "a result has become public since the site of all was made"),
    BUILD_AGAIN,
)
FRONT_OLD: Final[Said] = (
    Text("ข้อมูลที่หน่วยงานเผยแพร่เปลี่ยนไปหลังจากสร้างเว็บรวม", "offices have published other data since it was made"),
    BUILD_AGAIN,
)
NO_FRONT_PLACE: Final[Said] = (
    Text("ยังไม่ได้บอกว่าจะวางเว็บรวมที่ไหน", "nobody said where the site of all offices goes"),
    Text(
        "เพิ่มบรรทัด publish: ใน province.yaml หรือสั่ง tonbaep publish --batch … --to ที่วาง",
        "add a line publish: to province.yaml, or give --to",
    ),
)
NOT_FOR_ALL: Final[Said] = (
    Text("ZIP และ git วางหลายหน่วยงานในที่เดียวไม่ได้", "a ZIP or a git branch cannot hold many offices"),
    Text("ใช้โฟลเดอร์ หรือ sftp:// ftps:// ftp://", "use a folder, or sftp://, ftps://, ftp://"),
)


def no_folder_of_its_own(site: str, front: str) -> Said:
    """Say that an office's address names no folder on the host of all."""
    example = f"{front or 'https://trang.example'}/khuanmao"
    return (
        Text(
            f"ที่อยู่เว็บไซต์ในข้อมูล ({site}) ไม่บอกโฟลเดอร์บนเครื่องแม่ข่ายเดียวกัน คิวอาร์โค้ดจะนำไปที่อื่น",
            f"the site's address {site} names no folder on the host of all; its codes would lead elsewhere",
        ),
        Text(
            f"ให้หน่วยงานเขียน site: อย่าง {example} แล้วสั่ง tonbaep batch ใหม่",
            f"write a site: like {example}",
        ),
    )


def folder_of_another(folder: str, owner: str) -> Said:
    """Say that an office's folder on the host of all is another's, or lies within it."""
    return (
        Text(f"โฟลเดอร์ {folder} เป็นของ {owner} อยู่แล้ว", f"the folder {folder} is {owner}'s"),
        Text("ให้หน่วยงานหนึ่งเขียน site: เป็นโฟลเดอร์อื่น แล้วสั่ง tonbaep batch ใหม่", "let one write another folder in site:"),
    )


def left(address: str) -> Said:
    """Say that an office which the list names no longer still stands on the host."""
    return (
        Text(f"ไม่อยู่ในรายชื่อแล้ว แต่เว็บไซต์ยังอยู่ที่ {address}", f"is no longer listed, but its site still stands at {address}"),
        Text(
            f"ถ้าให้เอาลง สั่ง tonbaep publish --back --to {address} ในโฟลเดอร์ของหน่วยงาน หรือแจ้งผู้ดูแลเครื่องแม่ข่าย",
            f"to take it down, run tonbaep publish --back --to {address} in its folder, or ask whoever runs the host",
        ),
    )


def not_tried(first: str) -> Said:
    """Say that a host lets nobody in, which another office has met before."""
    return (
        Text(f"ไม่ได้ลอง เพราะเครื่องแม่ข่ายนี้ไม่รับเหมือนกับ {first}", f"not tried: the host refuses, as it did for {first}"),
        Text(f"แก้ของ {first} ก่อน แล้วสั่งคำสั่งเดิมอีกครั้ง", f"mend that of {first}, then give the same command again"),
    )


BASE_ELSEWHERE: Final[Said] = (
    Text(
        "ข้อมูลที่นำมาจาก ZIP หรือ git อ้างถึงโครงการฐาน (base) ซึ่งอยู่นอกข้อมูลนั้น จึงไม่เปิด",
        "records from a ZIP or a git host name a base, which lies outside of them, and is not opened",
    ),
    Text(
        "วางหน่วยงานนี้เป็นโฟลเดอร์ หรือเขียนทุกช่องไว้ในข้อมูลของหน่วยงานเอง",
        "bring this office as a folder, or write every field into its own records",
    ),
)


def no_scheduler(address: str, detail: str) -> Said:
    """Say that nobody answers at an address."""
    return (
        Text(f"ไม่มีเครื่องแจกงานตอบที่ {address} ({detail})", f"no scheduler answers at {address} ({detail})"),
        Text(
            "ดูที่อยู่ที่ dask scheduler แสดงตอนเปิด หรือไม่ต้องใส่ --scheduler เพื่อใช้เครื่องนี้เครื่องเดียว",
            "take the address that dask scheduler shows, or leave --scheduler out to use this machine alone",
        ),
    )


def not_started(detail: str) -> Said:
    """Say that this machine could start no workers."""
    return (
        Text(f"เปิดตัวทำงานบนเครื่องนี้ไม่ได้ ({detail})", f"no workers could be started here ({detail})"),
        Text(
            f"ปิดโปรแกรมอื่น หรือลดจำนวนด้วย --workers 1 {_AGAIN.th}",
            f"close other programs, or use --workers 1, {_AGAIN.en}",
        ),
    )


def other_version(machine: str, theirs: str, ours: str) -> Said:
    """Say that a worker has another version of the product."""
    return (
        Text(
            f"เครื่อง {machine} มีโปรแกรมรุ่น {theirs} แต่เครื่องนี้มีรุ่น {ours}",
            f"{machine} has version {theirs}, this machine {ours}",
        ),
        Text(f"ติดตั้งรุ่นเดียวกันทุกเครื่อง {_AGAIN.th}", f"install the same version everywhere, {_AGAIN.en}"),
    )


def name_twice(first: str) -> Said:
    """Say that a name in the list is another's."""
    return (
        Text(f"ชื่อนี้ซ้ำกับ {first}", f"this name is that of {first}"),
        Text("เขียนชื่อให้ต่างกัน หรือลบบรรทัดที่ซ้ำ", "give it another name, or delete the line"),
    )


def folder_twice(first: str) -> Said:
    """Say that an office is in the list twice."""
    return (
        Text(f"หน่วยงานนี้มีอยู่แล้วที่ {first}", f"this office is there already: {first}"),
        Text("ลบบรรทัดที่ซ้ำ หรือแก้ให้เป็นโฟลเดอร์ของหน่วยงานนั้นเอง", "delete the line, or let it name the office's own folder"),
    )


def missing(folder: str) -> Said:
    """Say that a folder is not there."""
    return (
        Text(f"ไม่พบโฟลเดอร์ {folder}", f"there is no folder {folder}"),
        Text("แก้ชื่อโฟลเดอร์ในรายชื่อ หรือขอข้อมูลจากหน่วยงานนี้", "correct it in the list, or ask the office for its records"),
    )


def unreadable(folder: str, detail: str) -> Said:
    """Say that a folder cannot be read."""
    return (
        Text(f"เปิดโฟลเดอร์ {folder} ไม่ได้ ({detail})", f"{folder} cannot be read ({detail})"),
        Text("ขอสิทธิ์อ่านและเขียนโฟลเดอร์นี้จากผู้ดูแลเครื่อง", "ask whoever runs the machine for access"),
    )


def no_records(folder: str) -> Said:
    """Say that a folder holds no records."""
    return (
        Text(
            f"ในโฟลเดอร์ {folder} ไม่มี winners ซึ่งเก็บข้อมูล",
            f"there is no folder winners in {folder}, which holds the records",
        ),
        Text(
            "ให้หน่วยงานเริ่มด้วย tonbaep init หรือเอาโฟลเดอร์นี้ออก",
            "let the office begin with tonbaep init, or take this folder out",
        ),
    )


def of_another(owner: str, name: str) -> Said:
    """Say that records call themselves as another office's do."""
    return (
        Text(f"ข้อมูลนี้ใช้ชื่อ {name} ซึ่งเป็นชื่อของ {owner} อยู่แล้ว", f"these records say {name}, which is {owner}"),
        Text("แก้ช่อง name อำเภอ และจังหวัดให้เป็นของหน่วยงานนี้", "write this office's own name, district and province"),
    )


def not_fetched(source: str, detail: str) -> Said:
    """Say that records could not be brought here."""
    return (
        Text(f"นำข้อมูลจาก {source} มาไม่ได้ ({detail})", f"records cannot be fetched from {source} ({detail})"),
        Text(f"ตรวจที่อยู่และสิทธิ์อ่าน {_AGAIN.th}", f"see that it is right and may be read, {_AGAIN.en}"),
    )


def clock(machine: str) -> Said:
    """Say that a worker's clock is behind, so that what may be public was only made to be looked at."""
    return (
        Text(
            f"นาฬิกาของเครื่อง {machine} ช้ากว่าเวลาที่สั่ง จึงยังไม่ได้เปลี่ยนเว็บไซต์",
            f"the clock of {machine} is behind; the site was not changed",
        ),
        Text(f"ตั้งวันและเวลาของเครื่องนั้นให้ถูก {_AGAIN.th}", f"set it right, {_AGAIN.en}"),
    )


def too_long(seconds: float) -> Said:
    """Say that a build was stopped for its time."""
    return (
        Text(f"สร้างไม่เสร็จใน {seconds:g} วินาที จึงหยุดไว้ ไฟล์เดิมยังอยู่ครบ", f"not done in {seconds:g} seconds, and stopped"),
        Text(
            f"ดูว่ามีภาพใหญ่ผิดปกติหรือเครื่องช้า ให้เวลามากขึ้นด้วย --seconds {_AGAIN.th}",
            f"look for huge photos, or give more --seconds, {_AGAIN.en}",
        ),
    )


def too_much(megabytes: int) -> Said:
    """Say that a build was stopped for its memory."""
    return (
        Text(
            f"ใช้หน่วยความจำเกิน {megabytes} MB จึงหยุดไว้ ไฟล์เดิมยังอยู่ครบ",
            f"took more than {megabytes} MB of memory, and was stopped",
        ),
        Text(
            f"ดูว่ามีภาพใหญ่ผิดปกติ หรือให้หน่วยความจำมากขึ้นด้วย --memory {_AGAIN.th}",
            f"look for huge photos, or give more --memory, {_AGAIN.en}",
        ),
    )


def crashed(code: int) -> Said:
    """Say that a build ended as none should."""
    how = Text(f"สัญญาณ {-code}", f"signal {-code}") if code < 0 else Text(f"จบด้วยเลข {code}", f"code {code}")
    return (
        Text(f"โปรแกรมหยุดกลางคัน ({how.th}) ไฟล์เดิมยังอยู่ครบ", f"the build ended by itself ({how.en})"),
        Text(
            "สั่ง tonbaep build ในโฟลเดอร์นี้ แล้วส่งข้อความบนจอให้ผู้ดูแลโปรแกรม",
            "run tonbaep build there, and send what it says to the maintainers",
        ),
    )


def deadly(detail: str) -> Said:
    """Say that every worker died that had this office, also with no other beside it."""
    return (
        Text(
            "ทุกเครื่องที่ทำหน่วยงานนี้หยุดทำงาน แม้ทำหน่วยงานนี้ลำพัง",
            "each worker that had this office died, also with no other beside it",
        ),
        Text(
            f"สั่ง tonbaep build ในโฟลเดอร์นี้ลำพัง แล้วบอกผู้ดูแลโปรแกรม ({detail})",
            f"run tonbaep build there alone, and tell the maintainers ({detail})",
        ),
    )


def unknown_end(detail: str) -> Said:
    """Say that a worker could not even begin."""
    return (
        Text(f"เครื่องที่รับงานเริ่มทำไม่ได้ ({detail})", f"the worker could not begin ({detail})"),
        Text(f"ดูว่าติดตั้งโปรแกรมครบทุกเครื่อง {_AGAIN.th}", f"see that all is installed there, {_AGAIN.en}"),
    )
