"""Import the committee's score sheets: whose each is and what it gives is shown, asked, and only then kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import WAITING, workshop_of, year_of
from generator.cli.values import WrongUsage
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from generator.cli.terminal import Terminal
    from generator.disk.swap import Workshop
    from generator.model import AwardRound
    from generator.scoring.importing import Answer, File

_KEEP = Text("\nเก็บคะแนนเหล่านี้ไหม", "\nKeep these scores?")


def _import_scores(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show what sheets give and keep it once somebody agrees; a faulty one comes back as a form written anew."""
    from generator.amending import score_sheets
    from generator.amending.save import read as read_bytes
    from generator.reading import read
    from generator.reading.folder import SCORES, WINNERS
    from generator.scoring import importing, wording
    from generator.store import Store

    workshop = workshop_of(options)
    paths = _paths(options.file)
    year = year_of(options, workshop)
    scores = workshop.project / WINNERS / str(year) / SCORES
    before = read_bytes(scores)
    store = Store(workshop.photos, workshop.own)
    recount = bool(options.reason)
    records = read(workshop.project, store, recount=recount)
    award_round = next(each for each in records.rounds if each.programme.year == year)
    found = importing.answer(records, year, _files(paths), workshop.fresh / "pictures", recount=recount)
    _show(found, award_round, terminal)
    anew = _give_back(found, paths, terminal)
    is_kept = bool(found.new) and (options.yes or terminal.agree(_KEEP))
    if is_kept:
        with workshop.locked(lambda: terminal.say(WAITING)):
            if read_bytes(scores) != before:
                name = scores.relative_to(workshop.project).as_posix()
                raise ProblemsFound([Problem(name, 0, 0, "", wording.MOVED.message, wording.MOVED.fix)])
            after = score_sheets.keep(workshop.project, store, award_round, found.new, recount=recount)
        award_round = next(each for each in after.rounds if each.programme.year == year)
    _close(found, award_round, terminal, is_kept=is_kept)
    if is_kept and recount:
        _count_anew(options.reason, award_round, terminal)
    terminal.fell_short = bool(found.problems) or (bool(found.new) and not is_kept)
    terminal.value(_value(found, anew, workshop, is_kept=is_kept))


def _paths(given: Sequence[Path]) -> list[Path]:
    if not given:
        raise WrongUsage(
            Text("ยังไม่ได้บอกไฟล์ใบให้คะแนน", "No score sheets given"),
            Text("เขียนเช่น tonbaep import scores ใบให้คะแนน/*.xlsx", "Use e.g. tonbaep import scores sheets/*.xlsx"),
            "FILE",
        )
    given = [path for each in given for path in _meant(each)]
    missing = next((path for path in given if not path.is_file()), None)
    if missing is not None:
        raise WrongUsage(
            Text(f"ไม่พบไฟล์ {missing}", f"There is no file {missing}"),
            Text('ตรวจที่อยู่และชื่อไฟล์ ชื่อที่มีเว้นวรรคต้องครอบด้วย " "', 'Check its name; one with spaces is in " "'),
            "FILE",
        )
    return list(dict.fromkeys(path.resolve() for path in given))


def _meant(path: Path) -> list[Path]:
    """Return the files that a pattern names, which no shell of Windows does, without those that came back mended."""
    if path.is_file() or not any(mark in path.name for mark in "*?"):
        return [path]
    from generator.scoring.importing import mended_name

    found = sorted(path.parent.glob(path.name))
    stems = [each.stem for each in found]
    return [each for each in found if not any(other.startswith(mended_name(each.stem)) for other in stems)] or [path]


def _files(paths: Sequence[Path]) -> list[File]:
    """Return what is in the files, of each no more than a sheet may have and a byte that gives it away."""
    from generator.scoring.importing import File
    from generator.scoring.opening import BOUNDS

    files = []
    for path in paths:
        with path.open("rb") as opened:
            files.append(File(str(path), opened.read(BOUNDS.packed + 1)))
    return files


def _show(found: Answer, award_round: AwardRound, terminal: Terminal) -> None:
    """Say whose each sheet is, what it gives, and what of it is another than before."""
    from generator.amending.score_sheets import at_stake
    from generator.scoring import importing

    selection = at_stake(award_round)
    for each in found.taken:
        name = Path(each.name).name
        terminal.say(
            Text(
                f"\n“{name}” ใบของ {each.post} (กรรมการคนที่ {each.sheet.member})",
                f"\n“{name}” is of {each.post} (member {each.sheet.member})",
            )
        )
        for line in importing.lines(each, award_round, selection):
            terminal.say(Text(f"  {line}", f"  {line}"))
        for note in each.notes:
            terminal.say(Text(f"  หมายเหตุ: {note.th}", f"  note: {note.en}"))
        if not each.is_new:
            terminal.say(Text("  เก็บไว้แล้ว ไม่มีอะไรเปลี่ยน", "  kept already: nothing changes"))
        elif each.was:
            terminal.say(Text("  แทนใบที่นำเข้าก่อนหน้านี้", "  replaces the sheet that was imported before"))
            for change in importing.differing(each, award_round, selection):
                terminal.say(Text(f"    {change.th}", f"    {change.en}"))


def _give_back(found: Answer, paths: Sequence[Path], terminal: Terminal) -> dict[str, Path]:
    """Put the form written anew beside each faulty sheet, and say what is wrong with them."""
    from generator.amending.save import keep
    from generator.scoring.importing import mended_name

    anew = {
        each.name: keep(Path(each.name).parent, mended_name(Path(each.name).stem), ".xlsx", each.form)
        for each in found.faulty
    }
    if found.problems and not terminal.as_json:
        terminal.told(found.problems)
        wrong = len({problem.file for problem in found.problems})
        terminal.say(
            Text(f"\nไม่รับ {wrong} ไฟล์จาก {len(paths)} ไฟล์", f"\n{wrong} of {len(paths)} file(s) are not taken")
        )
        for copy in anew.values():
            terminal.say(
                Text(
                    f"แก้ช่องสีแดงใน “{copy.name}” แล้วนำเข้าไฟล์นั้นแทน",
                    f"mend the red cells of “{copy.name}”, and import that instead",
                )
            )
    return anew


def _close(found: Answer, award_round: AwardRound, terminal: Terminal, *, is_kept: bool) -> None:
    """Say whether the scores are kept, and whose sheets are still awaited."""
    from generator.amending.score_sheets import at_stake
    from generator.reading.folder import SCORES, WINNERS

    programme = award_round.programme
    if is_kept:
        name = f"{WINNERS}/{programme.year}/{SCORES}"
        terminal.say(
            Text(f"เก็บคะแนนของกรรมการ {len(found.new)} คนไว้ใน {name} แล้ว", f"{len(found.new)} sheet(s) kept in {name}")
        )
    elif found.new:
        terminal.say(Text("ยังไม่ได้เก็บ ถ้าถูกต้องแล้วสั่งอีกครั้งโดยเติม --yes", "Not kept. Run it again with --yes to keep them"))
    selection = at_stake(award_round)
    came = {sheet.member for sheet in selection.sheets if sheet.digest}
    awaited = [seat.post for number, seat in enumerate(programme.committee, 1) if number not in came]
    if awaited:
        posts = ", ".join(awaited)
        terminal.say(Text(f"ยังไม่ได้รับใบของ {posts}", f"still awaited: {posts}"))
    elif selection.verdict is None:
        terminal.say(Text("ได้รับใบของกรรมการครบทุกคนแล้ว สั่ง tonbaep tally เพื่อนับ", "All sheets came: run tonbaep tally"))


def _count_anew(reason: str, award_round: AwardRound, terminal: Terminal) -> None:
    """Say that the result that was kept no longer follows from the scores."""
    if award_round.selection and award_round.selection.verdict:
        said = f'tonbaep tally --reason "{reason}"'
        terminal.say(
            Text(f"ผลที่เก็บไว้ไม่ตรงกับคะแนนแล้ว นับใหม่ด้วย {said}", f"The result that was kept no longer holds: run {said}")
        )


def _value(found: Answer, anew: dict[str, Path], workshop: Workshop, *, is_kept: bool) -> dict[str, object]:
    return {
        "project": workshop.project.name,
        "sheets": [
            {
                "file": each.name,
                "id": each.sheet.id,
                "member": each.sheet.member,
                "given": sum(bool(given.scores) for given in each.sheet.given),
                "recused": sum(bool(given.recused) for given in each.sheet.given),
                "new": each.is_new,
                "replaces": each.was is not None and each.is_new,
                "notes": [note._asdict() for note in each.notes],
            }
            for each in found.taken
        ],
        "written_anew": {name: str(path) for name, path in anew.items()},
        "problems": [problem.as_json() for problem in found.problems],
        "kept": is_kept,
    }


COMMAND = Command(
    "import scores",
    Text("นำใบให้คะแนนของกรรมการเข้าระบบ เห็นก่อนเก็บ", "import the committee's score sheets, shown before they are kept"),
    options=(
        Option("file", Text("ไฟล์ใบให้คะแนน กี่ไฟล์ก็ได้", "score sheets, as many as there are"), Path, "FILE", nargs="*"),
        Option("--yes", Text("เก็บโดยไม่ต้องถาม", "keep without asking"), is_switch=True),
        Option(
            "--reason",
            Text("เหตุที่แก้คะแนนของผลที่เก็บไว้แล้ว", "why scores of a result that was kept are changed"),
            str,
            "REASON",
        ),
        YEAR,
    ),
    run=_import_scores,
    examples=(
        Example(
            "import scores ใบให้คะแนน/*.xlsx",
            "ใบให้คะแนนที่กรรมการกรอกแล้ว (จาก `tonbaep papers scoresheet`) เข้า `winners/2566/scores.yaml` "
            "รู้ว่าเป็นของใครจากเลขที่ใบ เห็นคะแนนทุกช่องก่อน แล้วโปรแกรมถามก่อนเก็บ ใบที่ผิดได้ไฟล์ `… แก้ไข.xlsx` ที่ระบายสีช่องและบอกวิธีแก้ "
            "ใบที่แก้แล้วแทนใบเดิม "
            "กรรมการที่เขียนบนกระดาษ พิมพ์ลงไฟล์ Excel ของกรรมการคนนั้น แล้วนำเข้าเหมือนกัน",
        ),
    ),
    about=Text(
        "อ่านใบให้คะแนน บอกว่าเป็นของใคร ให้คะแนนอะไร ถาม แล้วเก็บ "
        "ใบที่เขียนบนกระดาษ เจ้าหน้าที่พิมพ์ลงไฟล์ Excel ของกรรมการคนนั้นแล้วนำเข้าเหมือนกัน",
        "read score sheets, say what each member gives, ask, and keep; a paper one is typed into the member's workbook",
    ),
)
