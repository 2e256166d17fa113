"""Dates are read as people write them and written as they read them.

Checked against the standard library's calendar.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.era import BANGKOK
from generator.thai import dates
from generator.thai.digits import to_arabic, to_thai

DAY = date(2023, 4, 28)
DAYS = st.dates(date(2400 - 543, 1, 1), date(2799 - 543, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2566-04-28",
        "2566-4-28",
        "28 เมษายน 2566",
        "28 เมษายน พ.ศ. 2566",
        "๒๘ เมษายน พ.ศ. ๒๕๖๖",
        "วันที่ ๒๘ เดือน เมษายน พุทธศักราช ๒๕๖๖",
        "วันที่ 28 เดือนเมษายน พ.ศ.2566",
        "วันศุกร์ที่ 28 เมษายน 2566",
        "28 เม.ย. 66",
        "28 เม.ย. 2566",
        "28 เมย 2566",
        "28เม.ย.66",
        "28/4/2566",
        "28/04/66",
        "28-04-2566",
        "28.4.2566",
        "2566/04/28",
        "28 เมษายน ค.ศ. 2023",
        "  28\u00a0เมษายน   2566 ",
    ],
)
def test_a_date_is_read_in_every_way_people_write_it(written: str) -> None:
    """A clerk types the date as on paper; the records must not require a new habit."""
    assert dates.parse_date(written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        "2566-04-21 09:00",
        "2566-04-21T09:00",
        "2566-04-21 09:00:00",
        "21 เมษายน 2566 เวลา 09.00 น.",
        "21 เมษายน 2566 เวลา 9.00 น.",
        "21 เม.ย. 66 09.00 น.",
        "๒๑/๔/๖๖, ๐๙.๐๐ น.",
        "วันที่ 21 เมษายน 2566เวลา09.00น.",
    ],
)
def test_a_moment_is_a_date_and_a_time_of_bangkok(written: str) -> None:
    """The embargo depends on this one moment."""
    assert dates.parse_moment(written) == datetime(2023, 4, 21, 9, 0, tzinfo=BANGKOK)


def test_midnight_at_the_end_of_a_day_is_the_start_of_the_next() -> None:
    """Papers write the end of a day as 24.00 น., and `datetime` does not know it."""
    assert dates.parse_moment("30 เมษายน 2566 เวลา 24.00 น.") == datetime(2023, 5, 1, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("written", "fault", "cure"),
    [
        ("2566-02-30", "ไม่มีในปฏิทิน", "1 ถึง 28"),
        ("29 กุมภาพันธ์ 2566", "ไม่มีในปฏิทิน", "1 ถึง 28"),
        ("31/12/2565x", "เป็นวันที่ไม่ได้", "28 เมษายน 2566"),
        ("2023-04-28", "ค.ศ.", "2566"),
        ("28 เมษายน 2023", "ค.ศ.", "2566"),
        ("28/4/2023", "ค.ศ.", "2566"),
        ("28 เมษายน ค.ศ. 2566", "ไม่ใช่ปีคริสต์ศักราช", "ตัด ค.ศ. ออก"),
        ("28 เมษยน 2566", "ไม่มีเดือน", "เมษายน"),
        ("2566-13-01", "เดือนที่ 13", "1 ถึง 12"),
        ("1066-04-28", "นอกช่วง", "2400"),
        ("วันเสาร์ที่ 28 เมษายน 2566", "วันศุกร์", "ปฏิทิน"),
        ("เร็ว ๆ นี้", "เป็นวันที่ไม่ได้", "28 เมษายน 2566"),
        ("", "เป็นวันที่ไม่ได้", "28 เมษายน 2566"),
    ],
)
def test_a_date_that_cannot_be_meant_is_refused_with_its_cure(written: str, fault: str, cure: str) -> None:
    """A wrong date that slips through is printed a hundred times."""
    with pytest.raises(dates.DateFault) as found:
        dates.parse_date(written)
    assert fault in found.value.message.th
    assert cure in found.value.fix.th
    assert found.value.message.en
    assert found.value.fix.en


@pytest.mark.parametrize(
    ("written", "fault"), [("2566-04-21", "ยังไม่มีเวลา"), ("2566-04-21 25:00", "25.00"), ("2023-04-21 09:00", "ค.ศ.")]
)
def test_a_moment_without_a_real_time_is_refused(written: str, fault: str) -> None:
    """A result without its hour would be public at midnight."""
    with pytest.raises(dates.DateFault) as found:
        dates.parse_moment(written)
    assert fault in found.value.message.th


def test_a_buddhist_leap_day_is_real() -> None:
    """2567 is 2024: a YAML loader that took it for the year 2567 CE would reject the day."""
    assert dates.parse_date("2567-02-29") == date(2024, 2, 29)


@given(DAYS)
def test_every_day_that_we_write_we_read_back(day: date) -> None:
    """A date on paper must mean the day in the record."""
    for written in (dates.long_date(day), dates.official_date(day)):
        assert dates.parse_date(written) == day
    if 2500 <= dates.buddhist_year(day) <= 2599:
        assert dates.parse_date(dates.short_date(day)) == day


def test_dates_are_written_as_papers_write_them() -> None:
    """The forms are fixed: long in text, Thai digits and พ.ศ. in signed papers, short in tables."""
    assert dates.long_date(DAY) == "28 เมษายน 2566"
    assert dates.official_date(DAY) == "วันที่ ๒๘ เมษายน พ.ศ. ๒๕๖๖"
    assert dates.short_date(DAY) == "28 เม.ย. 66"
    assert dates.short_date(date(1957, 4, 28)) == "28 เม.ย. 00"
    assert dates.weekday(DAY) == "วันศุกร์"
    assert dates.year_text(2566) == "พ.ศ. 2566"
    assert dates.moment_text(datetime(2023, 4, 21, 9, 0, tzinfo=BANGKOK)) == "21 เมษายน 2566 เวลา 09.00 น."


@pytest.mark.parametrize(
    ("last", "written"),
    [
        (date(2023, 4, 28), "28 เมษายน 2566"),
        (date(2023, 4, 30), "28–30 เมษายน 2566"),
        (date(2023, 5, 5), "28 เมษายน – 5 พฤษภาคม 2566"),
        (date(2024, 1, 5), "28 เมษายน 2566 – 5 มกราคม 2567"),
    ],
)
def test_a_range_says_month_and_year_once(last: date, written: str) -> None:
    """A schedule is read at a glance."""
    assert dates.date_range(DAY, last) == written


@given(st.text())
def test_digits_go_to_thai_and_back(text: str) -> None:
    """Only digits change, and nothing is lost."""
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert len(to_thai(text)) == len(text)
