"""Reads what only `papers.yaml` has: which paper is meant, and the number that a register gave it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator

from generator.model import PAPER_NAMES, PaperKey
from generator.reading import fields
from generator.reading.wording import say, shown
from generator.thai.digits import to_arabic

if TYPE_CHECKING:
    from generator.reading.tree import Saying

_NUMBER = re.compile(r"(ว)? ?(\d{1,6})")
_OF_YEAR = re.compile(r" ?/ ?2[4-7]\d\d$")


def number_of(written: str) -> str | None:
    """Return a number as it stands before its year or behind the office's code, None for what is none.

    45, which may be written with its year, or ว 12 for a circular.
    """
    found = _NUMBER.fullmatch(_OF_YEAR.sub("", to_arabic(written)))
    if found is None:
        return None
    circular, number = found.groups()
    return " ".join(filter(None, (circular, str(int(number)))))


def no_number(written: str) -> Saying:
    """Describe what is no number of a register."""
    return say(
        f"{shown(written)} ไม่ใช่เลขทะเบียน",
        f"{shown(written)} is no number of a register",
        "เขียนเฉพาะเลข เช่น 45 หรือ 45/2566 หนังสือเวียนเขียน ว 12 ส่วนหน้าของหน่วยงานอยู่ในช่อง code ของ papers.yaml",
        "write the number alone: 45, 45/2566, or ว 12 for a circular; the office's code stands at code in papers.yaml",
    )


def _number(written: str) -> str:
    found = number_of(written)
    if found is None:
        raise fields.wrong(no_number(written))
    return found


Paper = Annotated[PaperKey, BeforeValidator(fields.one_of(**PAPER_NAMES))]
Number = Annotated[fields.Line, AfterValidator(_number)]
