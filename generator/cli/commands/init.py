"""Begin a project of an office's own, from the answers to eight questions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import values
from generator.cli.command import Command, Example, Option
from generator.cli.project import now
from generator.cli.values import WrongUsage
from generator.era import BUDDHIST_ERA
from generator.problems import ProblemsFound, Text

if TYPE_CHECKING:
    import argparse

    from generator.amending.begin import Question
    from generator.cli.terminal import Terminal
    from generator.problems import Problem

_LATER = Text(" (เว้นว่างไว้ตอบทีหลังได้)", " (leave it empty to answer later)")


def _init(options: argparse.Namespace, terminal: Terminal) -> None:
    """Ask what was not given as an option, write the records, and say how much is still open."""
    from generator.amending.begin import QUESTIONS, begin
    from generator.reading import read
    from generator.store import Store

    folder: Path = options.folder.resolve()
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        raise WrongUsage(
            Text(f"โฟลเดอร์ {folder} มีของอยู่แล้ว จึงไม่เขียนอะไร", f"{folder} is not empty, so nothing was written"),
            Text("ใช้ชื่อโฟลเดอร์ใหม่ เช่น tonbaep init อบต-ของเรา", "give the name of a new folder"),
            "init",
        )
    for question in QUESTIONS:
        _refuse(question, getattr(options, question.word) or "")
    answers = {question.word: _answer(question, options, terminal) for question in QUESTIONS}
    year = options.year or now().year + BUDDHIST_ERA
    begin(folder, year, answers, _base(options))
    problems: tuple[Problem, ...] = ()
    try:
        read(folder, Store(folder / ".tonbaep/cache/photos"))
    except ProblemsFound as found:
        problems = found.problems
    due = len(problems)
    there = f'--project "{folder}"' if " " in str(folder) else f"--project {folder}"
    terminal.say(
        Text(
            f"สร้างโครงการที่ {folder} แล้ว ยังเหลือ {due} ช่องที่ต้องกรอก\n"
            f"กรอกในเบราว์เซอร์ สั่ง tonbaep desk {there}\n"
            f"แก้ไฟล์เอง สั่ง tonbaep check {there} เพื่อดูทุกช่อง",
            f"{folder} is made; {due} fields are still open\n"
            f"fill them in in a browser: tonbaep desk {there}\n"
            f"or in the files: tonbaep check {there} lists them",
        )
    )
    terminal.value({"folder": str(folder), "year": year, "open": [problem.as_json() for problem in problems]})


def _base(options: argparse.Namespace) -> Path | None:
    """Return the folder of the base, if one was given; raises `WrongUsage` for one that is none."""
    if options.base is None:
        return None
    base: Path = options.base.resolve()
    if not (base / "winners").is_dir():
        raise WrongUsage(
            Text(f"ไม่พบโครงการฐานที่ {base} หรือในนั้นไม่มีโฟลเดอร์ winners", f"there is no base at {base}"),
            Text("ระบุโฟลเดอร์ของโครงการฐาน หรือไม่ต้องใส่ --base", "give the folder of the base, or leave --base out"),
            "--base",
        )
    return base


def _refuse(question: Question, answer: str) -> None:
    """Raise `WrongUsage` in the door's words for an answer that was given as an option."""
    fault = question.fault(answer) if answer else None
    if fault:
        raise WrongUsage(fault.message, fault.fix, f"--{question.word}")


def _answer(question: Question, options: argparse.Namespace, terminal: Terminal) -> str:
    given = getattr(options, question.word)
    if given is not None:
        return str(given)
    asked = Text(question.asked.th + _LATER.th, question.asked.en + _LATER.en)
    return terminal.ask(asked, lambda typed: _said(question, typed))


def _said(question: Question, typed: str) -> Text | None:
    fault = question.fault(typed)
    return Text(f"{fault.message.th}\n    {fault.fix.th}", f"{fault.message.en}\n    {fault.fix.en}") if fault else None


COMMAND = Command(
    "init",
    Text("เริ่มโครงการของหน่วยงานเอง", "begin a project of your own office"),
    options=(
        Option("folder", Text("โฟลเดอร์ใหม่", "a new folder"), Path, "FOLDER"),
        Option("--name", Text("ชื่อหน่วยงาน", "name of the office"), str, "NAME"),
        Option("--place", Text("ตำบล, อำเภอ, จังหวัด", "subdistrict, district, province"), str, "A,B,C"),
        Option("--site", Text("ที่อยู่เว็บไซต์ หรือ ไม่มี", "website, or ไม่มี for none"), str, "URL"),
        Option("--phone", Text("โทรศัพท์", "telephone"), str, "NUMBER"),
        Option("--colours", Text("สีสองสี เช่น #0f4c5c,#8f5a12", "two colours, as #0f4c5c,#8f5a12"), str, "A,B"),
        Option("--divisions", Text("สำนักและกอง คั่นด้วยจุลภาค", "divisions, with commas between"), str, "A,B"),
        Option("--villages", Text("หมู่บ้าน คั่นด้วยจุลภาค", "villages, with commas between"), str, "A,B"),
        Option("--survey", Text("ลิงก์แบบประเมิน", "link of the survey's form"), str, "URL"),
        Option("--base", Text("โครงการฐานที่หลายหน่วยงานใช้ร่วมกัน", "base that offices share"), Path, "DIR"),
        Option(
            "--year",
            Text("ปี พ.ศ. ของรอบแรก (ไม่ใส่ = ปีนี้)", "year of the first round; this year if left out"),
            values.year,
            "Y",
        ),
    ),
    run=_init,
    examples=(
        Example(
            "init อบต-ของเรา",
            "เริ่มโครงการของหน่วยงานเองในโฟลเดอร์ใหม่ โปรแกรมถามแปดข้อ ข้อไหนยังไม่รู้เว้นไว้ได้ แล้วบอกว่าเหลือช่องไหนต้องกรอก",
        ),
        Example("init อบต-ของเรา --base _ฐาน", "เกณฑ์ วัน สี และคำที่หลายหน่วยงานใช้ร่วมกันอยู่ใน `_ฐาน` ช่องที่เว้นว่างใช้ตามฐาน"),
    ),
)
