"""Count a round from its score sheets and the survey: every step in words, and kept once somebody agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.cli.options import YEAR
from generator.cli.project import WAITING, trusted_now, workshop_of, year_of
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.cli.terminal import Terminal
    from generator.model import AwardRound, Selection
    from generator.tally.counting import Count


def _tally(options: argparse.Namespace, terminal: Terminal) -> None:
    """Show a count, and write the result where it is one and somebody agrees."""
    from generator.amending import keep_tally
    from generator.disclosure.counted import unopened
    from generator.reading import read
    from generator.store import Store
    from generator.tally import telling
    from generator.tally.counting import count

    workshop = workshop_of(options)
    year = year_of(options, workshop)
    store = Store(workshop.photos, workshop.own)
    with workshop.locked(lambda: terminal.say(WAITING)):
        records = read(workshop.project, store, recount=True)
        award_round = next(each for each in records.rounds if each.programme.year == year)
        selection = _selection(award_round)
        found = count(award_round.programme, selection)
        for line in telling.lines(award_round.programme, selection, found):
            terminal.say(line)
        for line in telling.for_the_chair(award_round.programme, selection, found):
            terminal.say(line)
        for why in unopened(award_round, found):
            terminal.say(Text(f"  open_table ยังไม่เปิดตาราง {why.th}", f"  open_table opens no table: {why.en}"))
        terminal.value(_value(award_round, selection, found))
        if not found.holds:
            raise ProblemsFound(_undecided(award_round, found))
        stands = keep_tally.stands(award_round, selection)
        if stands and keep_tally.written(workshop.project, award_round, found):
            terminal.say(Text("\nผลนี้เก็บไว้แล้ว ไม่มีอะไรเปลี่ยน", "\nThis result is kept already: nothing changes"))
            return
        if selection.verdict and not stands and not options.reason:
            raise ProblemsFound([_no_reason(year)])
        if not (options.yes or terminal.agree(Text("\nเก็บผลนี้ไหม", "\nKeep this result?"))):
            terminal.say(
                Text("ยังไม่ได้เก็บ ถ้าถูกต้องแล้วสั่งอีกครั้งโดยเติม --yes", "Not kept. Run it again with --yes to keep it")
            )
            terminal.fell_short = True
            return
        kept = keep_tally.Kept(trusted_now(workshop), options.reason or "")
        keep_tally.keep(workshop.project, store, award_round, found, kept)
    terminal.say(
        Text(
            f"เก็บผลไว้ใน winners/{year}/tally.yaml และเขียนผู้ได้รับการคัดเลือกใน winners/{year}/winners.yaml แล้ว "
            "เติมคำชมเชย เรื่องเล่า และภาพในไฟล์นั้น",
            f"The result is in winners/{year}/tally.yaml and who was chosen in winners/{year}/winners.yaml; "
            "add citation, story and photo there",
        )
    )


def _selection(award_round: AwardRound) -> Selection:
    """Return what the round is counted from; raises `ProblemsFound` where nobody is nominated or scored."""
    from generator.reading import wording
    from generator.reading.folder import NOMINEES, SCORES, WINNERS

    year = award_round.programme.year
    selection = award_round.selection
    if selection is None:
        raise ProblemsFound(
            [
                _of_file(f"{WINNERS}/{year}/{NOMINEES}", *wording.nobody_nominated()),
            ]
        )
    if not any(sheet.digest for sheet in selection.sheets):
        raise ProblemsFound(
            [
                _of_file(
                    f"{WINNERS}/{year}/{SCORES}",
                    Text("ยังไม่มีคะแนนจากกรรมการคนใด", "no member has given scores"),
                    Text(
                        "สั่ง tonbaep papers scoresheet ให้กรรมการกรอก แล้วนำเข้าด้วย tonbaep import scores",
                        "run tonbaep papers scoresheet, let members fill them in, and run tonbaep import scores",
                    ),
                )
            ]
        )
    return selection


def _undecided(award_round: AwardRound, found: Count) -> list[Problem]:
    from generator.reading.folder import NOMINEES, ROUND, SCORES, WINNERS

    folder = f"{WINNERS}/{award_round.programme.year}"
    problems = []
    if len(found.members) < found.quorum:
        problems.append(
            _of_file(
                f"{folder}/{SCORES}",
                Text(
                    f"กรรมการให้คะแนนแล้ว {len(found.members)} คน ไม่ครบองค์ประชุม {found.quorum} คน",
                    f"{len(found.members)} members gave scores, fewer than the quorum of {found.quorum}",
                ),
                Text(
                    "รอใบให้คะแนนของกรรมการที่เหลือ แล้วนำเข้าด้วย tonbaep import scores",
                    "wait for the other sheets and import them with tonbaep import scores",
                ),
            )
        )
    posts = {number: seat.post for number, seat in enumerate(award_round.programme.committee, 1)}
    problems += [
        _of_file(
            f"{folder}/{SCORES}",
            Text(
                f"กรรมการ {len(each.members)} คนยังไม่ได้ให้คะแนน {each.nominee} เพราะไม่มีชื่อในใบที่ส่งกลับมา: "
                f"{', '.join(posts[number] for number in each.members)}",
                f"{len(each.members)} member(s) were not asked about {each.nominee}, who is on no sheet of theirs",
            ),
            Text(
                "สั่ง tonbaep papers scoresheet ให้กรรมการเหล่านั้นให้คะแนนคนนี้ด้วย แล้วนำเข้าใหม่ด้วย tonbaep import scores",
                "run tonbaep papers scoresheet, let these members score the person, and import the sheets again",
            ),
        )
        for each in found.unscored
    ]
    problems += [
        _of_file(
            f"{folder}/{SCORES}",
            Text(
                f"{id_} มีกรรมการให้คะแนนเพียง {len(found.line(id_).members)} คน น้อยกว่าองค์ประชุม {found.quorum} คน",
                f"only {len(found.line(id_).members)} scored {id_}, fewer than the quorum of {found.quorum}",
            ),
            Text(
                "ให้กรรมการที่งดโดยไม่มีส่วนได้เสียให้คะแนน แล้วนำใบเข้าใหม่",
                "let members who recused themselves without an interest give scores, and import their sheets again",
            ),
        )
        for id_ in found.thin
    ]
    voted = "ลงมติ" in award_round.programme.ties
    for tie in found.open:
        ids = ", ".join(tie.nominees)
        problems.append(
            _of_file(
                f"{folder}/{NOMINEES if voted else ROUND}",
                Text(f"{ids} เท่ากันทุกข้อที่กติกาบอก ยังไม่รู้ว่าใครอยู่ก่อน", f"{ids} are equal by every rule"),
                Text(
                    f"ให้กรรมการลงมติ แล้วเขียนใน decisions:  - order: [{ids}] เรียงคนที่อยู่ก่อนไว้หน้า และ reason: เหตุผล"
                    if voted
                    else "เติมข้อสุดท้ายของ ties เป็น ลงมติ หรือ ร่วม ถ้ากติกาที่ประกาศไว้บอกอย่างนั้น",
                    f"let the committee decide; write in decisions:  - order: [{ids}] and reason:"
                    if voted
                    else "end ties with ลงมติ (a vote) or ร่วม (shared), if the rules as announced say so",
                ),
            )
        )
    return problems


def _no_reason(year: int) -> Problem:
    from generator.reading.folder import TALLY, WINNERS

    return _of_file(
        f"{WINNERS}/{year}/{TALLY}",
        Text("มีผลที่เก็บไว้แล้ว และข้อมูลเปลี่ยนไปหลังจากนั้น", "a result is kept, and the records have changed since"),
        Text(
            'บอกเหตุผลที่นับใหม่: tonbaep tally --reason "เหตุผล"', 'say why it is counted anew: tonbaep tally --reason "…"'
        ),
    )


def _of_file(file: str, message: Text, fix: Text) -> Problem:
    return Problem(file, 0, 0, "", message, fix)


def _value(award_round: AwardRound, selection: Selection, found: Count) -> dict[str, object]:
    return {
        "year": award_round.programme.year,
        "members": list(found.members),
        "awaited": list(found.awaited),
        "quorum": found.quorum,
        "open": [list(tie.nominees) for tie in found.open],
        "nominees": len(selection.nominees),
        "lines": [
            {
                "id": line.nominee.id,
                "category": line.nominee.category.key,
                "total": None if line.printed is None else str(line.printed),
                "place": line.place,
                "chosen": line.chosen,
                "out": line.out,
                "decided_by": line.decided_by,
            }
            for line in found.lines
        ],
    }


COMMAND = Command(
    "tally",
    Text(
        "นับคะแนนจากใบให้คะแนนและเสียงประชาชน เห็นทุกขั้นก่อนเก็บ",
        "count score sheets and citizens' voice, shown before it is kept",
    ),
    options=(
        Option("--yes", Text("เก็บโดยไม่ต้องถาม", "keep without asking"), is_switch=True),
        Option("--reason", Text("เหตุผลที่นับใหม่ เมื่อเก็บผลไว้แล้ว", "why a kept result is counted anew"), metavar="TEXT"),
        YEAR,
    ),
    run=_tally,
    examples=(
        Example(
            "tally",
            "รวมคะแนนจากใบให้คะแนนของกรรมการกับความพึงพอใจของประชาชน ตามกติกาใน `round.yaml` บอกทุกขั้นเป็นคำ "
            "ใครเว้นให้คะแนนใคร ถ้าไม่นับกรรมการคนหนึ่งผลจะเปลี่ยนไหม ตอบตกลงแล้วจึงเขียนอันดับและคะแนนรวมลงใน `winners.yaml` "
            "กับเก็บข้อเท็จจริงทุกข้อไว้ใน `tally.yaml` แก้คะแนนหรือกติกาหลังจากนั้น `tonbaep check` จะบอกว่าข้อไหน",
        ),
    ),
    about=Text(
        "นับคะแนนตามกติกาใน round.yaml บอกทุกขั้น แล้วเก็บผลเมื่อมีผู้ตกลง",
        "count by the rules of round.yaml, say every step, and keep the result once somebody agrees",
    ),
)
