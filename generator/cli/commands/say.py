"""Show how a text is read aloud, word by word, and why; write nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.command import Command, Example, Option
from generator.problems import Text

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from generator.cli.terminal import Terminal
    from generator.thai.aloud.telling import Told


def _say(options: argparse.Namespace, terminal: Terminal) -> None:
    """Read a text by the rules of the scripts and the readings of the office, if a project is here."""
    from generator.reading.own_readings import own_readings
    from generator.thai.aloud.telling import told

    text = " ".join(options.text)
    words = told(text, readings=own_readings(_project(options)))
    for word in words:
        terminal.say(_line(word))
    said = " ".join(word.said or _ROOM for word in words if word.said or word.gap)
    terminal.say(Text(f"\nอ่านว่า: {said}", f"\nread: {said}"))
    for gap in dict.fromkeys(word.gap for word in words if word.gap):
        terminal.say(_to_write(gap))
    terminal.value(
        {
            "text": text,
            "said": said,
            "words": [_as_json(word) for word in words],
            "gaps": [word.gap for word in words if word.gap],
        }
    )


_ROOM = "........"


def _project(options: argparse.Namespace) -> Path:
    """Return the project here or in a folder above; a text can be tried without one."""
    here: Path = options.project.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / "winners").is_dir()), here)


def _line(word: Told) -> Text:
    """Return one word with how it is said and what it was taken for; what is read as it is written needs no reason."""
    if word.gap:
        return Text(f"  {word.written}  →  ?  ยังไม่รู้ว่าอ่านอย่างไร", f"  {word.written}  →  ?  no known reading")
    th, en = _reasons(word)
    if not word.said:
        return Text(f"  {word.written}  →  (ไม่อ่าน)  {th}", f"  {word.written}  →  (not said)  {en}")
    if word.said == word.written:
        return Text(f"  {word.written}", f"  {word.written}")
    return Text(f"  {word.written}  →  {word.said}  {th}", f"  {word.written}  →  {word.said}  {en}")


def _reasons(word: Told) -> tuple[str, str]:
    from generator.thai.aloud.kinds import KINDS

    kinds = [KINDS[kind] for kind in word.kinds]
    return (
        "; ".join(f"[{kind.called.th}] {kind.why.th}" for kind in kinds),
        "; ".join(f"[{kind.called.en}] {kind.why.en}" for kind in kinds),
    )


def _to_write(gap: str) -> Text:
    line = f'- {{written: "{gap}", say: คำอ่าน}}'
    return Text(
        f"“{gap}” ให้เขียนเป็นคำไทยเต็ม หรือเพิ่มใน winners/organisation.yaml ใต้ readings: ว่า {line}",
        f"“{gap}”: write it out in Thai, or add to winners/organisation.yaml, below readings:, {line}",
    )


def _as_json(word: Told) -> dict[str, object]:
    from generator.thai.aloud.kinds import KINDS

    reasons = [{"kind": kind, "th": KINDS[kind].why.th, "en": KINDS[kind].why.en} for kind in word.kinds]
    return {"written": word.written, "said": word.said, "gap": word.gap, "reasons": reasons}


COMMAND = Command(
    "say",
    Text("ลองดูว่าข้อความอ่านออกเสียงอย่างไร เพราะอะไร", "show how a text is read aloud, and why"),
    options=(Option("text", Text("ข้อความที่จะลอง", "the text to try"), str, "TEXT", "+"),),
    run=_say,
    examples=(
        Example(
            'say "ครบ 2 เดือน (มี.ค.-เม.ย. 66)"',
            "บอกทีละคำว่าบทประกาศจะอ่านอย่างไร เพราะอะไร คำที่ยังไม่รู้ บอกบรรทัดที่ต้องเขียน",
            "ก่อนใส่คำย่อหรือตัวเลขแปลก ๆ ในข้อมูล",
        ),
    ),
)
