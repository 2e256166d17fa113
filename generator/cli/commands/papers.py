"""Make the office's own papers, those that are asked for by name; a name that is none shows the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR, as_of
from generator.cli.project import WAITING, moment_of, workshop_of, year_of
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.cli.terminal import Terminal
    from generator.papers.making import Made
    from generator.papers.paper import Paper
    from generator.store import Store

FOLDER = "build/papers"
_ALL = ("ทั้งหมด", "all")


def _papers(options: argparse.Namespace, terminal: Terminal) -> None:
    """Make papers into a folder of the year; what somebody filled in there stays, and the new one gets a number."""
    from generator.amending.save import put_new
    from generator.amending.untouched import Untouched
    from generator.papers import PAPERS
    from generator.papers.making import asked, laid_out, made, pictured
    from generator.papers.official.standing import changed, unkept, without_krut
    from generator.reading import photos, read
    from generator.reading.folder import WINNERS
    from generator.store import Store

    if not options.name:
        _list(PAPERS, terminal)
        return
    chosen = _meant(options.name, PAPERS)
    workshop = workshop_of(options)
    moment = moment_of(options, workshop)
    year = year_of(options, workshop)
    with workshop.locked(lambda: terminal.say(WAITING)):
        store = Store(workshop.photos, workshop.own)
        begun, unready = _each(chosen, options.name, lambda paper: _begun(paper, workshop.project, store, year))
        records = read(workshop.project, store, recount=any(paper.first for paper in chosen))
        pictures, source = workshop.fresh / "pictures", asked(records, year, moment)
        ready, unlaid = _each(begun, options.name, lambda paper: laid_out(paper, source))
        for shown in pictured(ready, source):
            put_new(pictures / shown.name, photos.rendition(store, shown.digest, shown.width, shown.format, shown.face))
        files = list(made(ready, source, pictures, workshop.project / WINNERS / str(year)))
        folder = workshop.project / FOLDER / str(year)
        untouched = Untouched(workshop)
        issued = {each.paper for each in source.award_round.programme.papers.numbered}
        written = [
            file.relative_to(workshop.project).as_posix()
            for (paper, stem), of_one in _together(files).items()
            for file in untouched.put(folder, stem, of_one, forget=paper in issued)
        ]
    if not terminal.as_json:
        told = (*without_krut(ready, source), *changed(records, moment), *unkept(records))
        terminal.problems([*unready, *unlaid, *told])
    for path in written:
        terminal.say(Text(f"ทำ {path} แล้ว", f"{path} is made"))
    waiting = [problem.as_json() for problem in (*unready, *unlaid)]
    terminal.value({"year": year, "files": written, "waiting": waiting})


def _together(files: Sequence[Made]) -> dict[tuple[str, str], dict[str, bytes]]:
    """Return the files of each paper and name by their endings, such as the PDF and the Word file of an order."""
    found: dict[tuple[str, str], dict[str, bytes]] = {}
    for each in files:
        stem, _, ending = each.name.rpartition(".")
        found.setdefault((each.paper, stem), {})[f".{ending}"] = each.value
    return found


def _begun(paper: Paper, project: Path, store: Store, year: int) -> Paper:
    """Write into the records what must stand there before a paper is made, and return the paper."""
    if paper.first:
        paper.first(project, store, year)
    return paper


def _each(
    papers: Sequence[Paper], words: Sequence[str], step: Callable[[Paper], Paper]
) -> tuple[list[Paper], list[Problem]]:
    """Take a step with each paper by itself; return those with which it went, and why it did not with others.

    Only a paper that nobody asked for by its own name may be missing; for one that is named `ProblemsFound` is raised.
    """
    gone: list[Paper] = []
    problems: list[Problem] = []
    for paper in papers:
        try:
            gone.append(step(paper))
        except ProblemsFound as found:
            if {paper.name, paper.title.th} & {*words}:
                raise
            problems += [_not_made(paper, each) for each in found.problems]
    return gone, problems


def _not_made(paper: Paper, problem: Problem) -> Problem:
    """Return why a paper is not made yet, as what stops none of the others."""
    said = problem.message
    message = Text(f"ยังไม่ได้ทำ{paper.title.th}: {said.th}", f"{paper.title.en} is not made yet: {said.en}")
    return replace(problem, message=message, warning=True)


def _list(papers: Sequence[Paper], terminal: Terminal) -> None:
    """Say which papers there are."""
    wide = max(len(paper.name) for paper in papers) + 2
    terminal.say(Text("เอกสารที่ทำได้ สั่ง tonbaep papers ตามด้วยชื่อ", "Papers that can be made: tonbaep papers NAME"))
    for paper in papers:
        name = f"  {paper.name:<{wide}}"
        terminal.say(Text(f"{name}{paper.title.th}: {paper.about.th}", f"{name}{paper.title.en}: {paper.about.en}"))
    terminal.value({"papers": [paper.name for paper in papers]})


def _meant(words: Sequence[str], papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers that the words name, in the table's order; raises `WrongUsage` with the names for another."""
    names = {word: paper for paper in papers for word in (paper.name, paper.title.th)}
    unknown = next((word for word in words if word not in names and word not in _ALL), None)
    if unknown is not None:
        listed = "\n".join(f"    {paper.name}  {paper.title.th}" for paper in papers)
        raise WrongUsage(
            Text(f"ไม่มีเอกสารชื่อ “{unknown}”", f"Unknown paper “{unknown}”"),
            Text(f"ชื่อที่ใช้ได้:\n{listed}", f"the names are:\n{listed}"),
            "NAME",
        )
    return [paper for paper in papers if any(word in _ALL or names[word] is paper for word in words)]


COMMAND = Command(
    "papers",
    Text("ทำเอกสารราชการและแบบของสำนักงาน", "make the office's own papers, such as orders and memos"),
    options=(
        Option(
            "name",
            Text("ชื่อเอกสาร ไม่เขียนคือดูว่ามีอะไรบ้าง", "names of papers; none shows which there are"),
            metavar="NAME",
            nargs="*",
        ),
        as_of(Text('ตามที่เปิดเผยได้ ณ เวลานี้ เช่น "2566-04-20 09:00"', 'as of this time, e.g. "2566-04-20 09:00"')),
        YEAR,
    ),
    run=_papers,
    examples=(
        Example(
            "papers order result-memo",
            "เอกสารราชการของแปดขั้นตอน เป็น PDF และไฟล์ Word ข้อความเดียวกัน เลขไทยทั้งฉบับ: โครงการ คำสั่ง ประกาศ "
            "บันทึกข้อความ แบบเสนอชื่อ ระเบียบวาระ รายงานการประชุม หนังสือเชิญ รายงานผล ใบยินยอม "
            "สั่ง `tonbaep papers` เพื่อดูชื่อ หรือ `papers all` ทำทั้งหมด ฉบับที่ยังทำไม่ได้บอกเหตุไว้ "
            "ทำซ้ำได้ ร่างที่ยังไม่มีใครแก้ได้ฉบับใหม่แทน ฉบับที่แก้ใน Word แล้วหรือออกเลขแล้วยังอยู่ ฉบับใหม่ต่อท้ายชื่อด้วย -2",
        ),
        Example(
            "papers binder",
            "แฟ้มเอกสารของปีเป็นไฟล์ ZIP: สารบัญ แล้วเอกสารทุกฉบับตามลำดับ ฉบับที่ลงนามแล้วใช้สแกน บอกว่ายังขาดฉบับใด ใช้ในสำนักงานเท่านั้น",
        ),
        Example(
            "papers tally-sheet",
            "แผ่นลงคำตอบแบบกระดาษ: ไฟล์ Excel ที่พิมพ์คำตอบแถวละฉบับแล้วนำเข้าด้วย `tonbaep import survey` กับแผ่นให้เขียนด้วยมือ "
            "อยู่ใน `build/papers/2566/` ทำใหม่ไม่ทับไฟล์ที่กรอกแล้ว",
        ),
        Example(
            "papers scoresheet",
            "ใบให้คะแนนของกรรมการ คนละหนึ่งไฟล์ Excel และหนึ่งแผ่นกระดาษ จากรายชื่อใน `winners/2566/nominees.yaml` "
            "มีเลขที่ใบสุ่ม ช่องคะแนนรับเฉพาะคะแนนที่กติกาให้ แถวของคนที่กรรมการคนนั้นให้คะแนนไม่ได้ล็อกไว้พร้อมเหตุ "
            "กรรมการที่เขียนบนกระดาษ เจ้าหน้าที่พิมพ์ลงไฟล์ของกรรมการคนนั้นแทน",
        ),
        Example(
            "papers recount",
            "สมุดนับคะแนนของคณะกรรมการ: ทุกช่องเป็นสูตรพร้อมค่า คิดใหม่ใน Excel หรือ LibreOffice ได้ผลเดิม "
            "มีแผ่นบอกว่าผลจะเปลี่ยนหรือไม่ถ้าไม่นับกรรมการคนหนึ่ง "
            "มีชื่อทุกคน ใช้ภายในเท่านั้น",
        ),
    ),
    about=Text(
        "ทำเอกสารที่ใช้ในสำนักงานลงใน build/papers เฉพาะชื่อที่สั่ง ไม่ขึ้นเว็บไซต์",
        "make papers for use in the office into build/papers, those that are named; nothing of it goes on the site",
    ),
)
