"""A committee with its score sheets: small records, nominees, and members who fill in with another program.

What is typed is openpyxl's doing; only where a sheet must be laid out is the product asked. Asserts nothing.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import openpyxl
import yaml

from generator.amending import score_sheets
from generator.papers import making, scoresheet
from generator.scoring import importing
from tests.support.small import ROUND

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.model import AwardRound, Records
    from generator.papers.making import Made
    from generator.papers.paper import Asked
    from generator.scoring.importing import Answer
    from tests.support.small import Small

YEAR = 2566
SCORES, NOMINEES, TALLY = "2566/scores.yaml", "2566/nominees.yaml", "2566/tally.yaml"
CHAIR, HEAD, CITIZEN = 1, 2, 3
"""The members: the head of กองช่าง nominated its people, and is nominated, too."""
POSTS: Final = ("ปลัด", "ผู้อำนวยการกองช่าง", "ผู้แทนประชาชน")
MIND, FAIR = "จิตบริการ (40)", "เป็นธรรม (35)"
RECUSED, OTHER, NAME, ID, POST = "งดให้คะแนนเพราะ", "รายละเอียด", "ผู้ได้รับการเสนอชื่อ", "ชื่ออ้างอิง", "ตำแหน่ง"
SEATS = "\n".join(f"  - post: {post}\n    role: กรรมการ" for post in POSTS)
_PIYA = "name: {title: นางสาว, first: ปิยะนุช, last: ศรีท้องถิ่น}, division: palad, category: staff"
_SAK = "name: {title: นาย, first: ศักดิ์สิทธิ์, last: น้ำใจดี}, division: works, category: staff"
_HEAD = "name: {title: นาย, first: สมชาย, last: ใจตรง}, division: works, category: staff, nominated_by: palad"
LISTED = f"""\
nominees:
  - {{id: piya, position: นักพัฒนาชุมชน, {_PIYA}}}
  - {{id: sak, position: นายช่างโยธา, {_SAK}}}
  - {{id: head, position: ผู้อำนวยการกองช่าง, {_HEAD}}}
  - {{id: same, position: ครู, {_PIYA}}}
"""
OURS = ("sak", "head")
"""Whom member two must not score: a nominee of the division, and the member."""
GIVEN: Final[Mapping[str, tuple[Any, Any]]] = {"piya": (5, 4), "sak": (3, 3), "head": (4, 2), "same": (1, 5)}
"""What a member gives: for จิตบริการ and เป็นธรรม."""


class Committee:
    """The committee of a project whose round is rewritten for it."""

    def __init__(self, small: Small, rules: str = "", listed: str = LISTED) -> None:
        """Seat three members before four nominees; `rules` are lines of the round's `tally`."""
        self.small = small
        small.edit(ROUND, "  - post: ปลัด\n    role: ประธานกรรมการ", SEATS)
        if rules:
            small.write(ROUND, small.text(ROUND) + f"tally:\n  {rules}\n")
        small.write(NOMINEES, listed)

    def made(self) -> dict[str, Made]:
        """Draw what is not drawn yet, and return the paper's files by name."""
        return {each.name: each for each in making.made([scoresheet.PAPER], self._asked(), self._pictures)}

    def sheet(self, member: int) -> bytes:
        """Return a member's workbook, empty."""
        leaves = making.leaves(scoresheet.PAPER, self._asked())
        leaf = next(each for each in leaves if each.name == f"scoresheet-member{member}.xlsx")
        return leaf.press.press(leaf.template, leaf.view, self._pictures)

    def _asked(self) -> Asked:
        score_sheets.draw(self.small.project, self.small.store, YEAR)
        records = self.small.read()
        moment = next(each for each in records.rounds if each.programme.year == YEAR).programme.result_at
        return making.asked(records, YEAR, moment)

    @property
    def _pictures(self) -> Path:
        return self.small.project / ".pictures"

    def filled(self, member: int, edit: Callable[[Form], object] = lambda _: None, **given: Any) -> bytes:
        """Return a member's workbook with scores for everybody who may be scored, edited further."""
        form = Form(self.sheet(member))
        for nominee, scores in {**GIVEN, **given}.items():
            if nominee in form.rows and not form.cell(nominee, RECUSED).value:
                form.give(nominee, *scores)
        edit(form)
        return form.saved()

    def answer(self, *raw: bytes, names: tuple[str, ...] = (), recount: bool = False) -> Answer:
        """Return what files come to."""
        called = names or tuple(f"ใบ {number}.xlsx" for number in range(1, len(raw) + 1))
        files = [importing.File(*each) for each in zip(called, raw, strict=True)]
        return importing.answer(self.records(), YEAR, files, self._pictures, recount=recount)

    def keep(self, *raw: bytes) -> Answer:
        """Import files, and keep what is new."""
        answer = self.answer(*raw)
        score_sheets.keep(self.small.project, self.small.store, self.round(), answer.new)
        return answer

    def records(self) -> Records:
        """Return the records as they are."""
        return self.small.read()

    def round(self) -> AwardRound:
        """Return the round."""
        return next(each for each in self.records().rounds if each.programme.year == YEAR)

    def kept(self) -> dict[int, dict[str, Any]]:
        """Return what `scores.yaml` says, as another reader of YAML has it: by member, then by nominee."""
        said = yaml.safe_load(self.small.text(SCORES))
        return {
            sheet["member"]: {each["nominee"]: each.get("scores") or each["recused"] for each in sheet["given"]}
            for sheet in said["sheets"]
            if "given" in sheet
        }


class Form:
    """A workbook that somebody has open: cells by nominee and heading, as openpyxl finds them."""

    def __init__(self, raw: bytes) -> None:
        """Open it and find the headings."""
        self.book = openpyxl.load_workbook(io.BytesIO(raw))
        self.page: Any = self.book["ให้คะแนน"]
        self.head = next(cell.row for cell in self.page["A"] if cell.value == ID)
        self.columns = {cell.value: cell.column for cell in self.page[self.head] if cell.value}
        below = range(self.head + 1, self.page.max_row + 1)
        ids = {self.page.cell(row, 1).value: row for row in below}
        self.rows = {id_: row for id_, row in ids.items() if id_ and not id_.startswith("ลงชื่อ")}

    def cell(self, nominee: str, heading: str) -> Any:
        """Return a cell."""
        return self.page.cell(self.rows[nominee], self.columns[heading])

    def put(self, nominee: str, heading: str, value: object) -> None:
        """Type into a cell."""
        self.cell(nominee, heading).value = value

    def give(self, nominee: str, mind: object, fair: object) -> None:
        """Type scores."""
        self.put(nominee, MIND, mind)
        self.put(nominee, FAIR, fair)

    def saved(self) -> bytes:
        """Save it."""
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def said(answer: Answer) -> str:
    """Return everything that is wrong, as the terminal shows it."""
    return "\n".join(problem.say() for problem in answer.problems)


def anew(answer: Answer) -> Form:
    """Return the only form written anew."""
    (faulty,) = answer.faulty
    return Form(faulty.form)


def write(folder: Path, name: str, raw: bytes) -> Path:
    """Put a file somewhere and return it."""
    file = folder / name
    file.write_bytes(raw)
    return file
