"""The commands that the desk has buttons for: what each is called, what it asks for, and how it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.problems import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    Given = Callable[[str], str]
    """Returns what a form brought under a name, without the spaces around it."""


class Asked(NamedTuple):
    """What a command asks for: a person, a paper, files, answers, a text, a yes, or a secret, which is no word of it.

    What is `due` must be given; of files each stands on a line of its own. `answers` of citizens are kept nowhere, a
    `scan` only where the command files it. An `official` paper is one of those that are signed or numbered.
    """

    name: str
    title: Text
    kind: str = "text"
    due: bool = False
    result: bool = False
    """Whether the moment of the result is proposed while it is still to come."""
    rare: bool = False
    """Whether it is folded away, since few ask for it."""


class Action(NamedTuple):
    """A button; `typed` returns the words of its command for what was given, in a year.

    One that is `grave` writes into the records, or cannot be undone: it is agreed to first. One that is `shown` shows
    what it would write, and is run again to keep that.
    """

    word: str
    title: Text
    help: Text
    typed: Callable[[int, Given], list[str]]
    asked: tuple[Asked, ...] = ()
    grave: bool = False
    shown: bool = False


def _proof(year: int, given: Given) -> list[str]:
    moment = given("moment")
    return ["proof", "--year", str(year), *(["--as-of", moment] if moment else [])]


def _withdraw(year: int, given: Given) -> list[str]:
    words = ["withdraw", given("person")]
    if given("collected"):
        return [*words, "--collected"]
    hidden = given("reason")
    return [*words, "--year", str(year), *(["--hide-name", hidden] if hidden else [])]


def _freeze(year: int, given: Given) -> list[str]:
    again = given("again")
    return ["freeze", "--year", str(year), *(["--again", again] if again else [])]


def _papers(year: int, given: Given) -> list[str]:
    return ["papers", given("paper"), "--year", str(year)]


def _number(year: int, given: Given) -> list[str]:
    told = [f"--{key}={given(key)}" for key in ("number", "day") if given(key)]
    return ["freeze", "--paper", given("official"), *told, "--year", str(year)]


def _file(year: int, given: Given) -> list[str]:
    return ["file", *given("scan").splitlines()[:1], "--paper", given("official"), "--year", str(year)]


def _scores(year: int, given: Given) -> list[str]:
    return ["import", "scores", *given("files").splitlines(), "--year", str(year)]


def _survey(year: int, given: Given) -> list[str]:
    people = given("people")
    taken = [
        *(["--dates", given("dates")] if given("dates") else []),
        *(["--people", people] if people else []),
        *(["--take"] if given("take") else []),
    ]
    return ["import", "survey", *given("answers").splitlines()[:1], "--year", str(year), *taken]


def _tally(year: int, given: Given) -> list[str]:
    reason = given("reason")
    return ["tally", "--year", str(year), *(["--reason", reason] if reason else [])]


def _publish(*more: str) -> Callable[[int, Given], list[str]]:
    """Return how a way of publishing is typed, with what was ticked."""

    def typed(_: int, given: Given) -> list[str]:
        return [
            "publish",
            *more,
            *(f"--{each.name}" for each in (*_AT_HOST, *_FIRST) if each.kind == "yes" and given(each.name)),
        ]

    return typed


SECRET = "password"  # noqa: S105 - the name of the field
_AT_HOST = (
    Asked(SECRET, Text("รหัสผ่านของโฮสต์ (เครื่องจำไว้แล้ว ไม่ต้องใส่)", "password of the host (not if it is kept)"), "secret"),
    Asked("remember", Text("ให้เครื่องนี้จำรหัสผ่าน", "let this computer keep the password"), "yes"),
    Asked(
        "new-host",
        Text("ลายนิ้วมือของเครื่องตรงกับที่ผู้ดูแลโฮสต์ให้ (ครั้งแรก)", "the host's fingerprint is the right one (first time)"),
        "yes",
        rare=True,
    ),
)
_FIRST = (
    Asked(
        "adopt",
        Text("รับไฟล์ของเว็บไซต์นี้ที่เคยคัดลอกขึ้นเอง", "take over this site's files, copied there by hand"),
        "yes",
        rare=True,
    ),
    Asked(
        "yes",
        Text("วางร่วมกับของเดิมในโฟลเดอร์นั้น และให้หน้าเว็บหายไปได้มาก", "share that folder, and let many pages vanish"),
        "yes",
        rare=True,
    ),
    Asked("sample", Text("ลองเผยแพร่ แม้ยังเป็นตัวอย่าง", "try it, although it is a sample"), "yes", rare=True),
)
_MOMENT = Text("ดู ณ วันและเวลา (ไม่ใส่ = ที่สร้างไว้แล้ว)", "as it will be at (left out: what was built)")
ACTIONS: Final = (
    Action(
        "build",
        Text("สร้างสื่อทั้งชุด", "Build everything"),
        Text(
            "ทำทุกชิ้นและเว็บไซต์จากข้อมูลที่บันทึกแล้ว สั่งซ้ำได้ ที่ไม่เปลี่ยนไม่ทำใหม่",
            "Makes all pieces and the site; what has not changed is not made again",
        ),
        lambda _, __: ["build"],
    ),
    Action(
        "whole",
        Text("สร้างทุกแผ่นของปีนี้", "Build every sheet of this year"),
        Text(
            "ใช้เมื่อรอบนี้พ้นไปแล้ว และต้องการแผ่นที่ไม่ได้ทำทุกวัน",
            "For a round that is over, whose sheets are no longer made each time",
        ),
        lambda year, _: ["build", "--year", str(year)],
    ),
    Action(
        "early",
        Text("ดูล่วงหน้า", "Look ahead"),
        Text(
            "ทำอย่างที่จะเป็น ณ วันและเวลาหนึ่ง ลงโฟลเดอร์ preview โดยไม่แตะของจริง",
            "Makes everything as it will be, into the folder preview; what is real is not touched",
        ),
        lambda _, given: ["build", "--as-of", given("moment")],
        (
            Asked(
                "moment",
                Text("วันและเวลา เช่น 21 เมษายน 2566 เวลา 09.00 น.", "day and time, such as 21/04/2566 09:00"),
                due=True,
                result=True,
            ),
        ),
    ),
    Action(
        "sealed",
        Text("พิมพ์ของวันประกาศผลไว้ก่อน", "Print the result beforehand"),
        Text(
            "ทำแผ่นของวันประกาศลงโฟลเดอร์ build/sealed เก็บเป็นความลับจนถึงเวลา ไม่ออกไปในชุดแจก",
            "Makes the sheets of that day into build/sealed; they stay secret, and in no pack",
        ),
        lambda _, __: ["build", "--sealed"],
    ),
    Action(
        "papers",
        Text("ทำเอกสารของสำนักงาน", "Make an office paper"),
        Text(
            "คำสั่ง ประกาศ บันทึก ใบให้คะแนน แผ่นลงคำตอบ และเอกสารอื่น ลงโฟลเดอร์ build/papers ไฟล์ที่แก้หรือกรอกแล้วยังอยู่",
            "Orders, notices, memos, score sheets and others, into build/papers; what was filled in there stays",
        ),
        _papers,
        (Asked("paper", Text("เอกสาร", "paper"), "paper", due=True),),
    ),
    Action(
        "number",
        Text("ออกเลขที่เอกสารราชการ", "Number an official paper"),
        Text(
            "เก็บเลขที่และวันที่ตามทะเบียนของหน่วยงาน ฉบับอื่นอ้างถึงเลขนี้เอง ข้อมูลเปลี่ยนหลังจากนั้น โปรแกรมบอก",
            "Keeps number and day as the register has them; other papers refer to it, and later changes are told",
        ),
        _number,
        (
            Asked("official", Text("เอกสาร", "paper"), "official", due=True),
            Asked(
                "number", Text("เลขที่ตามทะเบียน (ไม่ใส่ = เลขถัดไปที่รู้)", "number of the register (left out: the next known)")
            ),
            Asked("day", Text("ลงวันที่ (ไม่ใส่ = วันนี้)", "day on the paper (left out: today)")),
        ),
        grave=True,
    ),
    Action(
        "file",
        Text("เก็บสแกนเอกสารที่ลงนามแล้ว", "File the scan of a signed paper"),
        Text(
            "เก็บไฟล์ PDF JPG หรือ PNG ไว้กับข้อมูลของปีนี้ ขึ้นเว็บไซต์เฉพาะประกาศที่เลือกให้แสดงสแกน เอกสารต้องมีเลขที่หรือวันที่แล้ว",
            "Keeps it with this year's records, off the site unless a notice is to show it; the paper must be numbered",
        ),
        _file,
        (
            Asked("official", Text("เอกสาร", "paper"), "official", due=True),
            Asked("scan", Text("ไฟล์สแกน", "scan"), "scan", due=True),
        ),
        grave=True,
    ),
    Action(
        "survey",
        Text("นำคำตอบแบบประเมินเข้า", "Bring in the survey's answers"),
        Text(
            "ไฟล์ CSV หรือ XLSX จากแบบฟอร์ม หรือแผ่นลงคำตอบแบบกระดาษ เห็นว่าแต่ละคอลัมน์คืออะไรและนับได้เท่าไรก่อนเก็บ เก็บเฉพาะตัวเลข",
            "A CSV or XLSX file of a form, or the tally sheet; shown before it is kept, and only figures are kept",
        ),
        _survey,
        (
            Asked("answers", Text("ไฟล์คำตอบ", "file of answers"), "answers", due=True),
            Asked("take", Text("แก้ตัวเลขที่พิมพ์เองให้ตรงด้วย", "make the figures that were typed the same"), "yes"),
            Asked("people", Text("ผู้รับบริการทั้งหมดกี่คน (ไม่ทราบไม่ต้องใส่)", "how many people were served"), rare=True),
            Asked("dates", Text("วันที่ในไฟล์: d/m หรือ m/d (เมื่อโปรแกรมถาม)", "dates: d/m or m/d (if asked)"), rare=True),
        ),
        shown=True,
    ),
    Action(
        "scores",
        Text("นำใบให้คะแนนของกรรมการเข้า", "Bring in score sheets"),
        Text(
            "เลือกไฟล์ที่กรรมการกรอกแล้วได้หลายไฟล์ เห็นคะแนนก่อนเก็บ ไฟล์ที่กรอกผิดได้กลับมาเป็นไฟล์ใหม่ มีสีที่ช่องที่ต้องแก้",
            "Several at once; scores are shown before they are kept, a faulty sheet comes back in colour",
        ),
        _scores,
        (Asked("files", Text("ไฟล์ที่กรอกแล้ว", "filled-in sheets"), "files", due=True),),
        shown=True,
    ),
    Action(
        "tally",
        Text("นับคะแนน", "Count the scores"),
        Text(
            "รวมคะแนนกรรมการกับเสียงประชาชนตามกติกาที่ประกาศไว้ เห็นทุกขั้นก่อนเก็บเป็นผล",
            "Members' scores and citizens' voice by the rules as announced; every step is shown before it is kept",
        ),
        _tally,
        (
            Asked(
                "reason", Text("นับใหม่เพราะ (เมื่อเก็บผลไว้แล้ว)", "counted anew because (once a result is kept)"), rare=True
            ),
        ),
        shown=True,
    ),
    Action(
        "next",
        Text("ตั้งปีถัดไป", "Begin the next year"),
        Text(
            "คัดลอกหลักเกณฑ์ของปีล่าสุด เลื่อนวันให้ตรงวันในสัปดาห์ ไม่เอารายชื่อคนมาด้วย",
            "Copies the rules of the last year, moves its days to the same weekdays, and takes nobody along",
        ),
        lambda year, _: ["new", str(year + 1)],
        grave=True,
    ),
    Action(
        "proof",
        Text("ทำฉบับตรวจให้ลงนาม", "Make the proof book"),
        Text("เล่มที่ผู้บริหารอ่านและลงนามก่อนเผยแพร่", "The book that is read and signed before publication"),
        _proof,
        (Asked("moment", _MOMENT, result=True),),
    ),
    Action(
        "pack",
        Text("รวมเป็นชุดแจก", "Pack for the helpers"),
        Text(
            "ชุด ZIP ของผู้ช่วยแต่ละคน พร้อมใบเรียกคืนและรายการพิมพ์ใหม่",
            "A ZIP for each helper, with what to take down and print anew",
        ),
        lambda _, __: ["pack"],
        grave=True,
    ),
    Action(
        "publish",
        Text("เผยแพร่ขึ้นเว็บ", "Publish the site"),
        Text(
            "ส่งเว็บไซต์ที่สร้างแล้วไปที่ที่เขียนไว้ในหน้าหน่วยงานของเรา เฉพาะที่เปลี่ยน ประชาชนเห็นของเดิมหรือของใหม่ที่ครบ",
            "Sends what changed to the place named on the page of our office; citizens see the old site or the new one",
        ),
        _publish(),
        (*_AT_HOST, *_FIRST),
        grave=True,
    ),
    Action(
        "back",
        Text("กลับไปเว็บไซต์รุ่นก่อน", "Go back to the site before"),
        Text("เว็บไซต์เป็นอย่างก่อนเผยแพร่ครั้งล่าสุด ไม่ต้องส่งไฟล์", "The site is as before the last publication; no file is sent"),
        _publish("--back"),
        _AT_HOST[:1] + _AT_HOST[2:],
        grave=True,
    ),
    Action(
        "waiting",
        Text("วางผลไว้บนเว็บ ให้เปิดเองเมื่อถึงเวลา", "Let the result wait on the host"),
        Text(
            "ผลอยู่บนเครื่องแม่ข่ายอย่างปิดผนึก ถึงเวลาประกาศเปิดเองทุกหน้า โปรแกรมลองก่อนว่าโฮสต์ปิดสนิท ไม่สนิทจะไม่ส่ง",
            "The result lies there sealed and opens at its moment; a host that would not keep it is found out first",
        ),
        _publish("--sealed"),
        (*_AT_HOST[:1], *_AT_HOST[2:], _FIRST[2]),
        grave=True,
    ),
    Action(
        "withhold",
        Text("ไม่ให้ผลที่วางไว้เปิด", "Keep that result shut"),
        Text("แม้ถึงเวลาก็ไม่เปิด จนกว่าจะวางใหม่", "It does not open, whatever the clock says, until it is put there anew"),
        _publish("--withhold"),
        (*_AT_HOST[:1], *_AT_HOST[2:], _FIRST[2]),
        grave=True,
    ),
    Action(
        "freeze",
        Text("ออกเลขที่ประกาศเกียรติคุณ", "Number the certificates"),
        Text(
            "เก็บเลขที่ รหัสตรวจสอบ และข้อความของแต่ละใบ ออกแล้วไม่เปลี่ยน",
            "Numbers, codes and words of each are kept, and do not change",
        ),
        _freeze,
        (
            Asked(
                "again",
                Text("ออกใบใหม่เลขที่เดิมให้ (ไม่ใส่ = คนที่ยังไม่มีเลข)", "reissue for (left out: who has no number)"),
                "person",
            ),
        ),
        grave=True,
    ),
    Action(
        "withdraw",
        Text("ถอนความยินยอม", "Withdraw a consent"),
        Text(
            "ถอนภาพและคำที่บรรยายตัวคนออกจากทุกชิ้น สร้างใหม่ แล้วบอกว่าต้องเก็บอะไรคืนจากที่ไหน",
            "Takes photo and words off every piece, builds, and says what must be taken down where",
        ),
        _withdraw,
        (
            Asked("person", Text("ใคร", "who"), "person", due=True),
            Asked(
                "reason",
                Text("ไม่เปิดเผยชื่อด้วย เพราะ (ไม่ใส่ = ชื่อยังอยู่)", "hide the name too, because (left out: the name stays)"),
            ),
            Asked("collected", Text("เก็บคืนครบแล้ว ไม่ต้องแจ้งอีก", "everything has come back"), "yes"),
        ),
        grave=True,
    ),
)
BY_WORD: Final = {action.word: action for action in ACTIONS}
