"""Addresses as people copy them: what can only mean one thing is mended, all else refused with the letter named."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure import PublicSurvey, as_typed, verify_link
from generator.model import Certificate
from generator.reading import links
from generator.reading.tree import Saying
from tests.support import rounds
from tests.support.publications import make_publication, pages
from tests.support.small import ORGANISATION, ROUND
from tests.support.web import said

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records
    from tests.support.small import Small

FORM = "https://forms.example/f?entry.1={channel}&entry.2={place}"
BROKEN = FORM.replace("&", "\n    &")
SITE = "https://test.example"

SERVICES = {
    "KoboToolbox": (
        "https://ee.kobotoolbox.org/x/AbCd?d[channel]={channel}&d[place]={place}",
        "d[channel]",
        "d[place]",
    ),
    "KoboToolbox, encoded": ("https://ee.kobotoolbox.org/x/A?d%5Bc%5D={channel}&d%5Bp%5D={place}", "d[c]", "d[p]"),
    "Google, the marks typed as answers": (
        "https://docs.google.com/forms/d/e/1F/viewform?usp=pp_url&entry.1=%7Bchannel%7D&entry.2=%7bplace%7d",
        "entry.1",
        "entry.2",
    ),
    "Google, typed with spaces": (
        "https://docs.google.com/forms/d/e/1F/viewform?entry.1=%7B+channel+%7D&entry.2=%7B%20Place%20%7D",
        "entry.1",
        "entry.2",
    ),
    "sent on by another program": ("https://x.example/f?a=%257Bchannel%257D&b=%257Bplace%257D", "a", "b"),
    "LimeSurvey": ("https://o.limesurvey.net/123?newtest=Y&lang=th&ch={channel}&pl={place}", "ch", "pl"),
    "SurveyMonkey": ("https://www.surveymonkey.com/r/AbCd?c={channel}&p={place}", "c", "p"),
    "Microsoft Forms": (
        'https://forms.office.com/Pages/Page.aspx?id=DQ&r1="{channel}"&r2="{place}"',
        "r1",
        "r2",
    ),
    "capitals": ("HTTPS://Forms.Example/F?a={channel}&b={place}", "a", "b"),
    "a Thai domain and a Thai answer": ("https://แบบสอบถาม.ไทย/ฟอร์ม?ตำบล=ควนเมา&a={channel}&b={place}", "a", "b"),
}

REFUSED = {
    "a space": (f"{FORM}&c=ควน เมา", "เว้นวรรค ต่อจาก “", "%20"),
    "a line broken by a mail": (
        "|-\n    https://forms.example/f?entry.1={channel}\n    &entry.2={place}",
        "ขึ้นบรรทัดใหม่",
        "บรรทัดเดียว",
    ),
    "a line folded by YAML": (
        "https://forms.example/f?entry.1={channel}\n    &entry.2={place}",
        "เว้นวรรค",
        "บรรทัดเดียว",
    ),
    "the bracket of a mail": (f"{FORM}>", "เครื่องหมาย >", "%3E"),
    "a backslash": (f"{FORM}\\", "เครื่องหมาย \\", "%5C"),
    "a percent sign": (f"{FORM}&c=100%", "% ที่ไม่มีตัวเลขฐานสิบหก", "%25"),
    "a host that cannot be": (FORM.replace("forms.example", "แบบ_ประเมิน.ไทย"), "จดเป็นชื่อโดเมนไม่ได้", "เบราว์เซอร์"),
    "another mark": (f"{FORM}&c={{village}}", "{village}", "{place}"),
    "a mark in the host": (FORM.replace("forms", "{place}"), "ใช้ไม่ได้", "{place}"),
    "no channel": ("https://forms.gle/AbCd?p={place}", "{channel}", "plain_link: ใช่"),
}


def _survey(records: Records) -> PublicSurvey:
    """Return the survey of the newest round."""
    programme = records.rounds[0].programme
    return PublicSurvey(records.organisation, programme.year, programme.survey, "open")


@pytest.mark.parametrize("service", SERVICES)
def test_the_form_is_told_channel_and_place_in_every_service_s_own_way(small: Small, service: str) -> None:
    """README names services whose own links were refused; what comes out is read back by another parser."""
    written, channel, place = SERVICES[service]
    small.edit(ROUND, FORM, f"'{written}'")
    records = small.read()
    village = records.organisation.villages[0]
    form = _survey(records).link("loudspeaker", village).form
    assert form.isascii()
    asked = parse_qs(urlsplit(form).query)
    assert [value.strip('"') for key in (channel, place) for value in asked[key]] == ["เสียงตามสาย", village.number]
    assert urlsplit(form).scheme == "https"
    assert urlsplit(form).hostname == urlsplit(form).netloc


@pytest.mark.parametrize("why", REFUSED)
def test_a_link_that_may_mean_two_things_is_refused_with_the_letter_named(small: Small, why: str) -> None:
    """A form's link has a hundred letters; "cannot be used" sends the clerk looking for one."""
    written, message, fix = REFUSED[why]
    small.edit(ROUND, FORM, written)
    problem = small.only_problem()
    assert problem.field == "survey.form"
    assert message in problem.message.th
    assert fix in problem.fix.th


def test_a_form_that_takes_nothing_is_a_choice_with_its_price(small: Small, tmp_path: Path) -> None:
    """Without figures by channel nobody can say which sheet brought replies, and no page may claim to know."""
    small.edit(ROUND, FORM, "https://forms.gle/AbCd\n  plain_link: ใช่")
    records = small.read()
    (warning,) = [each for each in records.warnings if each.field == "survey.plain_link"]
    assert "สื่อไหน" in warning.message.th
    assert _survey(records).link("poster").form == "https://forms.gle/AbCd"
    programme = rounds.make_programme(survey=records.rounds[0].programme.survey)
    made = pages(make_publication(rounds.make_round(programme=programme)), tmp_path)
    for page in ("s/po66.md", "privacy.md"):
        assert "ทราบเพียง" not in said(made[page]), page
        assert "ไม่ทราบว่าคำตอบมาจากใคร" in said(made[page]), page


def test_a_form_that_takes_one_of_two_says_which_is_missing(small: Small) -> None:
    """The choice covers what is missing and no more."""
    small.edit(ROUND, "&entry.2={place}", "\n  plain_link: ใช่")
    (warning,) = [each for each in small.read().warnings if each.field == "survey.plain_link"]
    assert "หมู่" in warning.message.th
    assert "สื่อไหน" not in warning.message.th


THAI = {
    "https://อบต-ควนเมา.ไทย": ("https://xn----0wf3csb0c0b4b0c7h.xn--o3cw4h", "อบต-ควนเมา.ไทย"),
    "https://น้ำใส.ไทย/ดี": ("https://xn--q3c8axa2e2ay.xn--o3cw4h/%E0%B8%94%E0%B8%B5", "น้ำใส.ไทย/ดี"),
    "HTTPS://KhuanMao.example": ("https://khuanmao.example", "khuanmao.example"),
}  # fmt: skip


@pytest.mark.parametrize("written", THAI)
def test_a_thai_domain_is_ascii_in_codes_and_thai_on_paper(small: Small, written: str) -> None:
    """A phone opens ASCII, and people type what they can read."""
    ascii_site, typed = THAI[written]
    small.edit(ORGANISATION, SITE, written)
    records = small.read()
    link = _survey(records).link("poster")
    assert (link.url, link.short) == (f"{ascii_site}/s/po66.html", f"{typed}/s/po66.html")
    confirmed = verify_link(records.organisation, Certificate(1, "a" * 16))
    assert confirmed
    assert confirmed.short.startswith(typed)
    assert as_typed(records.organisation.site) == typed


@given(st.text(alphabet="abc.:/?#[]@!$&'()*+,;=%7BDกขำ์่ \n{}<>\\^`|\"-_~ไทยchannelplace", max_size=60))
def test_any_text_is_an_ascii_address_or_a_saying(written: str) -> None:
    """A link goes into a code, an attribute and a feed: nothing may reach them that ends one."""
    for read in (links.form, links.site, links.page):
        found = read(f"https://{written}")
        if isinstance(found, Saying):
            assert found.message.th
            assert found.fix.en
        else:
            assert found.isascii()
            assert not set(found) & set(' \n<>"\\^`|[]')
