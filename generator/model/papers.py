"""What the office decides about a round's official papers: numbers, signers, the meeting; no paper's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, time

    from generator.model.people import Picture, Signer

PaperKey = Literal[
    "project",
    "order",
    "criteria-notice",
    "nominations-memo",
    "nomination-form",
    "agenda",
    "minutes",
    "result-memo",
    "result-notice",
    "invitation-letter",
    "survey-report",
    "final-report",
    "image-consent",
]
"""The official papers of a round, in the order in which they are due."""

PAPER_NAMES: dict[PaperKey, str] = {
    "project": "โครงการ",
    "order": "คำสั่งแต่งตั้งคณะกรรมการคัดเลือก",
    "criteria-notice": "ประกาศหลักเกณฑ์การคัดเลือก",
    "nominations-memo": "บันทึกข้อความเชิญเสนอชื่อ",
    "nomination-form": "แบบเสนอชื่อ",
    "agenda": "ระเบียบวาระการประชุมคัดเลือก",
    "minutes": "รายงานการประชุมคัดเลือก",
    "result-memo": "บันทึกข้อความรายงานผลและขออนุมัติประกาศ",
    "result-notice": "ประกาศผลการคัดเลือก",
    "invitation-letter": "หนังสือเชิญร่วมพิธี",
    "survey-report": "รายงานผลสำรวจความพึงพอใจ",
    "final-report": "รายงานผลการดำเนินโครงการ",
    "image-consent": "ใบยินยอมเผยแพร่ภาพ",
}
"""What the office calls each of them."""

Register = Literal["order", "notice", "memo", "letter"]
"""A register of the office: papers of one register never share a number within a calendar year."""

REGISTERS: dict[PaperKey, Register] = {
    "order": "order",
    "criteria-notice": "notice",
    "nominations-memo": "memo",
    "result-memo": "memo",
    "result-notice": "notice",
    "invitation-letter": "letter",
}
"""The papers that are numbered, each with the register that its number is of."""

NOTICES: tuple[PaperKey, ...] = ("criteria-notice", "result-notice")
"""The papers that are for everybody once they are issued; all others stay in the office."""

PAPER_FONT = "TH Sarabun New"
"""The face that a Word file of the office names, unless the office wants another."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper that was given its number: as the register has it, the day on it, and the digest of what it said.

    `scan` is the file of the signed paper beside the record, empty where none is filed. A notice may have no number;
    minutes have a day alone. `on_site` is set where the office wants the scan of a notice on its site, which shows the
    `pages` of it, pictures without metadata.
    """

    paper: PaperKey
    number: str
    day: date
    digest: str
    scan: str = ""
    on_site: bool = False
    pages: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting at which the committee chooses; what is not known yet is empty or None."""

    day: date | None = None
    starts: time | None = None
    place: str = ""
    number: str = ""


NO_MEETING = Meeting()
"""A meeting of which nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What official papers of a round need besides the round; whatever is empty becomes a dotted line to fill in.

    `code` is the office's code for letters (ตง 72801), `section` the part of the office that writes memos;
    `legal_basis` is the power by which the committee is appointed. `signers` are those of single papers, `head` signs
    the others.
    """

    code: str = ""
    section: str = ""
    legal_basis: str = ""
    duties: tuple[str, ...] = ()
    meeting: Meeting = NO_MEETING
    krut: Picture | None = None
    font: str = PAPER_FONT
    head: Signer | None = None
    signers: tuple[tuple[PaperKey, Signer], ...] = ()
    numbered: tuple[Numbered, ...] = ()

    def of(self, paper: PaperKey) -> tuple[Numbered, ...]:
        """Return every number that a paper was ever given, oldest first; the last one counts."""
        return tuple(each for each in self.numbered if each.paper == paper)

    def signer(self, paper: PaperKey) -> Signer | None:
        """Return who signs a paper, if the record names somebody for it."""
        return next((signer for key, signer in self.signers if key == paper), None)


NO_PAPERS = Papers()
"""What a round has whose office has decided nothing."""
