"""The rules of who a winner is: a person or a team, how the name is written, and who has died."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from generator import model
from generator.model.titles import is_group, is_monk
from generator.reading.schema import Unread
from generator.reading.tree import Fault
from generator.reading.wording import say, shown
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.reading import schema
    from generator.reading.tree import Loc, Saying

_DIED = re.compile(
    r"[\[(（]?\s*(?:ถึงแก่(?:กรรม|อนิจกรรม|อสัญกรรม|มรณภาพ)|มรณภาพ|เสียชีวิต|(?:ผู้)?ล่วงลับ|วายชนม์)(?:แล้ว)?\s*[\])）]?"
)


def name_of(written: schema.Name, *, late: bool = False) -> model.Name:
    """Return a person's name as a fact."""
    return model.Name(
        written.title,
        written.first,
        written.last or "",
        written.read_as,
        written.jawi,
        written.confirmed,
        late=late,
    )


def called(winner: schema.Winner) -> model.Name:
    """Return how a winner is called, a person or a team; raises `Unread` where neither could be read."""
    return called_so(winner.name, winner.team, late=winner.deceased is not None)


def of_two_people(winners: Iterable[schema.Winner]) -> set[str]:
    """Return the ids that stand for people of different names: of nothing below them is it known whose it is."""
    found: dict[str, set[str]] = {}
    for winner in winners:
        with suppress(Unread):
            found.setdefault(winner.id, set()).add(called(winner).written)
    return {id_ for id_, people in found.items() if len(people) > 1}


def called_so(name: schema.Name | None, team: schema.Team | None, *, late: bool = False) -> model.Name:
    """Return how a person or a team is called; raises `Unread` where neither is there."""
    if team is not None:
        return model.Name("", team.name, "", team.read_as, None, team.confirmed, team=True)
    if name is None:
        raise Unread(name)
    return name_of(name, late=late)


def who(winner: schema.Winner, index: int) -> Iterator[Fault]:
    """Yield a winner who is a person and a team, and a team that is said to have died."""
    if winner.name is not None and winner.team is not None:
        yield Fault(("winners", index, "team"), both(), on_key=True)
    if winner.team is not None and winner.deceased is not None:
        yield Fault(("winners", index, "deceased"), _team_died(), on_key=True)


def both() -> Saying:
    """Describe an entry that is a person and a team."""
    return say(
        "มีทั้ง name และ team ในรายการเดียว",
        "both name and team are given",
        "ผู้ได้รับการคัดเลือกเป็นคนเดียว ให้เหลือ name เป็นทีม ให้เหลือ team แล้วใส่ชื่อคนในทีมไว้ใต้ members",
        "keep name for a person, or team for a team, with its people below members",
    )


def _team_died() -> Saying:
    return say(
        "deceased ใช้กับคน ไม่ใช้กับทีม",
        "deceased is said of a person, not of a team",
        "ลบบรรทัดนี้ ถ้าคนในทีมถึงแก่กรรม ให้แก้รายชื่อใต้ members",
        "delete this line",
    )


def name(winner: schema.Winner, index: int) -> Iterator[Fault]:
    """Yield what is odd in the writing of a winner's name and post."""
    loc: Loc = ("winners", index, "name")
    if winner.name is not None:
        yield from of_person(winner.name, loc)
        if not winner.name.last and not winner.name.confirmed and not is_monk(winner.name.title):
            yield Fault((*loc, "first"), _one_name(called(winner).full), warning=True)
    members = winner.team.members if winner.team else []
    for number, member in enumerate(members):
        yield from of_person(member, ("winners", index, "team", "members", number))
    if winner.position and (found := _DIED.search(winner.position)):
        yield Fault(("winners", index, "position"), _died(winner.position, found))


def of_person(name: schema.Name, loc: Loc) -> Iterator[Fault]:
    """Yield what stands in a name and does not belong there: the name of a team, or a death."""
    if is_group(name.title):
        yield Fault((*loc, "title"), _is_a_team(f"{name.title}{name.first}"))
        return
    for key, text in (("title", name.title), ("first", name.first), ("last", name.last or "")):
        if found := _DIED.search(text):
            yield Fault((*loc, key), _died(text, found))


def _one_name(full: str) -> Saying:
    return say(
        f"{full} มีชื่อเดียว ไม่มีนามสกุล",
        f"{full} has one name and no surname",
        "ถ้ามีนามสกุล ให้เติมช่อง last ถ้าใช้ชื่อเดียวจริง ให้ถามเจ้าตัวแล้วเขียน confirmed: ใช่",
        "add last if there is a surname; if not, ask its owner, and write confirmed: ใช่",
    )


def _is_a_team(whole: str) -> Saying:
    return say(
        f"{shown(whole)} ดูเป็นชื่อทีม ไม่ใช่ชื่อคน",
        f"{shown(whole)} looks like the name of a team, not of a person",
        f"เขียน team: แทน name: แล้วบรรทัดใต้ลงไปเขียน name: {whole}",
        f"write team: instead of name:, and below it name: {whole}",
    )


def _died(text: str, found: re.Match[str]) -> Saying:
    rest = " ".join(text.replace(found[0], " ").split())
    return say(
        f"{shown(text)} บอกว่าผู้นี้ถึงแก่กรรมแล้ว ถ้าอยู่ในชื่อ ใบประกาศและคำกล่าวจะยังใช้คำสำหรับผู้มีชีวิต",
        f"{shown(text)} says that this person has died, which no text would know from here",
        f"{f'เหลือเพียง {rest} แล้ว' if rest else ''}เพิ่มบรรทัด deceased: ตามด้วยวันที่ถึงแก่กรรม หรือ deceased: ใช่",
        f"leave {rest}, and add a line deceased: with the day, or deceased: ใช่",
    )


def consent_of_the_dead(winner: schema.Winner, index: int) -> Iterator[Fault]:
    """Yield a consent that the person cannot have given any more, where nobody is named who gave it."""
    consent = winner.photo.consent if winner.photo else None
    died = winner.deceased
    if consent is None or died is None or consent.by or (died != "unknown" and consent.given < died):
        return
    when = "" if died == "unknown" else f" วันที่ {long_date(died)}"
    yield Fault(
        ("winners", index, "photo", "consent", "given"),
        say(
            f"ผู้นี้ถึงแก่กรรมแล้ว{when} ความยินยอมให้ใช้ภาพต้องมาจากทายาท",
            "this person has died, so the consent to the photo is the relatives' to give",
            "ถ้าทายาทยินยอมเป็นหนังสือ เพิ่มบรรทัด by: บอกว่าใคร เช่น by: ภรรยา",
            "add a line by: with who of the relatives gave it in writing",
        ),
        warning=True,
    )
