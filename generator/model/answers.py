"""The words in which an office says what the columns of a survey's export are, and how its figures are made."""

from __future__ import annotations

from typing import Final, Literal, get_args

ColumnRole = Literal["ข้อคำถาม", "กอง", "ผู้ให้บริการ", "ช่องทาง", "ที่", "เวลา", "ไม่ใช้"]
"""What a column may be: question, division, person who served, channel, place, time, or not used."""
Formula = Literal["ค่าเฉลี่ย", "ตอบ 4-5"]
"""How a percentage is made: the mean over the highest level, or the share of those who chose the upper two."""
BandSet = Literal["บุญชม", "กว้างเท่ากัน", "ครึ่งขึ้นไป"]
"""Which means make which band: of บุญชม ศรีสะอาด, of equal width, or from the half up."""
DateOrder = Literal["d/m", "m/d"]
"""Whether the day or the month stands first in a date of figures."""

ROLES: Final[tuple[ColumnRole, ...]] = get_args(ColumnRole)
FORMULAS: Final[tuple[Formula, ...]] = get_args(Formula)
BAND_SETS: Final[tuple[BandSet, ...]] = get_args(BandSet)
ORDERS: Final[tuple[DateOrder, ...]] = get_args(DateOrder)
