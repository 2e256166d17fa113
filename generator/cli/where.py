"""Where a site goes, as it is typed, and how that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.values import WrongUsage
from generator.problems import Problem, Text

if TYPE_CHECKING:
    import argparse

_ONE_OF = ("list", "back", "dry_run", "sealed", "withhold", "unseal")
"""What one run does instead of publishing."""
_HOME = ("~/", "~\\")
"""The user's own folder, where no shell has put its name."""


def target(text: str) -> object:
    """Return where to put the site; a folder may be named from here on."""
    from generator.reading.targets import target as written
    from generator.reading.tree import Saying

    found = written(text)
    if isinstance(found, Saying) and "://" not in text:
        place = Path.home() / text[2:] if text.startswith(_HOME) else Path(text)
        found = written(str(place.resolve()))
    if isinstance(found, Saying):
        raise WrongUsage(found.message, found.fix, "--to")
    return found


def confirm_one(options: argparse.Namespace) -> None:
    """Raise `WrongUsage` for two things at once: one of them would be done, and not the other."""
    asked = [f"--{name.replace('_', '-')}" for name in _ONE_OF if getattr(options, name)]
    if len(asked) > 1:
        both = " ".join(asked)
        raise WrongUsage(
            Text(f"{both} ใช้พร้อมกันไม่ได้ จึงยังไม่ได้ทำอะไร", f"{both} cannot go together; nothing was done"),
            Text(f"สั่งทีละอย่าง เช่น tonbaep publish {asked[0]}", f"ask for one, e.g. tonbaep publish {asked[0]}"),
            asked[-1],
        )


def confirm_of_many(options: argparse.Namespace) -> None:
    """Raise `WrongUsage` for what is asked of one office only: taking back, looking, and holding a result."""
    asked = [f"--{name.replace('_', '-')}" for name in _ONE_OF if name != "sealed" and getattr(options, name)]
    if asked:
        raise WrongUsage(
            Text(f"{asked[0]} ใช้กับหลายหน่วยงานพร้อมกันไม่ได้", f"{asked[0]} cannot be asked of many offices at once"),
            Text(
                f"สั่ง tonbaep publish {asked[0]} ในโฟลเดอร์ของหน่วยงานนั้น หรือเติม --project โฟลเดอร์",
                f"run tonbaep publish {asked[0]} in the office's folder, or add --project FOLDER",
            ),
            asked[0],
        )


def nowhere() -> Problem:
    """Return that the records name no place, with what to write."""
    return Problem(
        "winners/organisation.yaml",
        0,
        0,
        "publish",
        Text("ยังไม่ได้บอกว่าจะวางเว็บไซต์ที่ไหน", "the records do not say where the site goes"),
        Text(
            "เพิ่มบรรทัด publish: sftp://ชื่อผู้ใช้@ชื่อเครื่อง/public_html ตามที่ผู้ดูแลโฮสต์ให้มา หรือสั่ง tonbaep publish --to โฟลเดอร์",
            "add a line publish: sftp://user@host/public_html, or run tonbaep publish --to FOLDER",
        ),
    )


def is_it_to_go(owner: str) -> Text:
    """Return the question whether the site of another office is to be replaced."""
    return Text(
        f"ที่นี่มีเว็บไซต์ของ {owner} อยู่ จะแทนที่ด้วยเว็บไซต์นี้ทั้งหมดใช่หรือไม่",
        f"The site of {owner} stands here. Replace all of it with this one?",
    )


def anothers(place: str, owner: str) -> Problem:
    """Return that the site of another office stands there, and nobody agreed that it goes."""
    return Problem(
        place,
        0,
        0,
        "publish",
        Text(f"ที่นี่มีเว็บไซต์ของ {owner} อยู่ จึงยังไม่ได้วางอะไร", f"the site of {owner} stands here; nothing was put there"),
        Text(
            "แก้ช่อง publish ให้เป็นโฟลเดอร์ของหน่วยงานนี้ ถ้าหน่วยงานเปลี่ยนชื่อหรือตั้งใจแทนที่ สั่ง tonbaep publish --yes",
            "let publish name this office's own folder; if the office has a new name, or it is meant, add --yes",
        ),
    )
