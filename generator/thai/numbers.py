"""Numbers as words; knows how a number is said, not what it counts.

Rules: ราชบัณฑิตยสภา, "อ่านอย่างไรและเขียนอย่างไร": cardinals (legacy.orst.go.th, page 10323), decimals (page 10327).
"""

from __future__ import annotations

from generator.thai.digits import to_arabic

DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
PHONE_TWO = "โท"
"""2 in a telephone number: the older official rule, kept on horns because สอง and สาม are confused in noise."""

_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 10**6
_MILLION_FIGURES = 6


def cardinal(number: int) -> str:
    """Return a whole number in words; a minus sign is ลบ.

    A number of two or more digits that ends in 1 ends in เอ็ด, before ล้าน too (101 หนึ่งร้อยเอ็ด, 21,000,001
    ยี่สิบเอ็ดล้านเอ็ด); 2 in the tens is ยี่; สิบ has no หนึ่ง before it. Above a million the count of millions is
    itself a number, so that any length can be said (10¹² หนึ่งล้านล้าน).
    """
    if number < 0:
        return "ลบ" + cardinal(-number)
    return _say_figures(str(number))


def _say_figures(figures: str) -> str:
    """Return the words of a number given by its digits, without a leading zero."""
    if figures == "0":
        return DIGITS[0]
    groups = []
    while figures:
        figures, group = figures[:-_MILLION_FIGURES], figures[-_MILLION_FIGURES:]
        groups.append(group)
    words = ""
    for group in reversed(groups):
        words = (words + "ล้าน" if words else "") + _below_million(int(group), alone=not words)
    return words


def _below_million(number: int, *, alone: bool) -> str:
    """Return the words below a million, nothing for 0; `alone` says that no million stands before it."""
    words = ""
    figures = str(number)
    for place, figure in zip(range(len(figures) - 1, -1, -1), map(int, figures), strict=True):
        if figure == 0:
            continue
        if place == 0 and figure == 1 and not (alone and number == 1):
            words += "เอ็ด"
        elif place == 1 and figure in (1, 2):
            words += "สิบ" if figure == 1 else "ยี่สิบ"
        else:
            words += DIGITS[figure] + _PLACES[place]
    return words


def digit_by_digit(figures: str, *, two: str = DIGITS[2]) -> str:
    """Return each digit's name in turn, with no เอ็ด and no place values."""
    names = {**{str(value): name for value, name in enumerate(DIGITS)}, "2": two}
    return "".join(names[figure] for figure in to_arabic(figures))


def number(written: str) -> str:
    """Return a number as it stands in a text, with thousands commas and decimals.

    The decimals are said digit by digit after จุด (51.08 ห้าสิบเอ็ดจุดศูนย์แปด); decimals that are all zero mean
    nothing and are left out. Digits with a leading zero are a code, not a count, and are said one by one.
    """
    whole, _, decimals = to_arabic(written).replace(",", "").partition(".")
    sign = "ลบ" if whole.startswith(("-", "−")) else ""
    whole = whole.lstrip("-−")
    words = digit_by_digit(whole) if len(whole) > 1 and whole.startswith("0") else _say_figures(whole or "0")
    point = "จุด" + digit_by_digit(decimals) if decimals.strip("0") else ""
    return sign + words + point
