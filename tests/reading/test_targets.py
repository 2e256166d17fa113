"""Where the site goes, as it is copied from a vendor's letter: each form is understood, no password is kept."""

from __future__ import annotations

import pytest

from generator.model import Target
from generator.reading.targets import target
from generator.reading.tree import Saying
from tests.support.small import ORGANISATION, Small

FORMS = {
    "sftp://khuanmao@ftp.khuanmao.example/public_html": Target(
        "sftp", "public_html", "ftp.khuanmao.example", "khuanmao"
    ),
    "SFTP://khuanmao@Ftp.Khuanmao.Example:2222/public_html/award/": Target(
        "sftp", "public_html/award", "ftp.khuanmao.example", "khuanmao", 2222
    ),
    "ftps://khuanmao@10.0.0.5": Target("ftps", "", "10.0.0.5", "khuanmao"),
    "ftp://admin%40khuanmao.example@ftp.example/www": Target("ftp", "www", "ftp.example", "admin@khuanmao.example"),
    "sftp://k@h.example/%E0%B9%80%E0%B8%A7%E0%B9%87%E0%B8%9A": Target("sftp", "เว็บ", "h.example", "k"),
    "sftp://k@h.example/50%25": Target("sftp", "50%", "h.example", "k"),
    "/srv/www/award": Target("folder", "/srv/www/award"),
    "Z:\\web": Target("folder", "Z:\\web"),
    "\\\\server\\web\\award": Target("folder", "\\\\server\\web\\award"),
    "git@git.example:khuanmao/site.git": Target(
        "git", "~/khuanmao/site.git", "git.example", "git", branch="gh-pages", scheme="ssh"
    ),
    "https://git.example/khuanmao/site.git#main": Target(
        "git", "khuanmao/site.git", "git.example", branch="main", scheme="https"
    ),
    "git@git.example:/srv/x.git#a/b": Target("git", "srv/x.git", "git.example", "git", branch="a/b", scheme="ssh"),
    "https://award-office-of-khuanmao@git.example/x.git": Target(
        "git", "x.git", "git.example", "award-office-of-khuanmao", branch="gh-pages", scheme="https"
    ),
    "/srv/x.git#main": Target("git", "/srv/x.git", branch="main"),
    "site-for-vendor.zip": Target("zip", "site-for-vendor.zip"),
}


@pytest.mark.parametrize("written", FORMS)
def test_each_form_is_understood(written: str) -> None:
    """A vendor writes it in one of these ways, and the clerk copies it."""
    assert target(written) == FORMS[written]


@pytest.mark.parametrize(
    "written", [written for written, found in FORMS.items() if found.host or found.way in {"folder", "git"}]
)
def test_an_address_is_read_as_it_is_told(written: str) -> None:
    """What a message calls the place is what the clerk may write for it."""
    found = target(written)
    assert isinstance(found, Target)
    assert target(found.address) == found


WRONG = {
    "sftp://ftp.khuanmao.example/public_html": "ไม่มีชื่อผู้ใช้",
    "http://khuanmao.example": "ไม่รู้จักวิธี",
    "s3://bucket/site": "ไม่รู้จักวิธี",
    "sftp://k@h.example:0/www": "ไม่รู้จักวิธี",
    "sftp://k@h.example:70000/www": "ไม่รู้จักวิธี",
    "sftp://k@h.example/../../etc": "ไม่รู้จักวิธี",
    "sftp://k@h.example/%2e%2e/etc": "ไม่รู้จักวิธี",
    "public_html": "ไม่ใช่โฟลเดอร์เต็ม",
    "ftp.khuanmao.example": "ไม่ใช่โฟลเดอร์เต็ม",
}


@pytest.mark.parametrize("written", WRONG)
def test_what_is_no_place_is_said_with_what_to_write(written: str) -> None:
    """A slip is told with all the ways in which a place may be written."""
    found = target(written)
    assert isinstance(found, Saying)
    assert WRONG[written] in found.message.th
    assert found.fix.th


CANARY = "hunter2-canary"
"""What must be found nowhere."""
WITH_PASSWORD = (
    f"sftp://khuanmao:{CANARY}@ftp.khuanmao.example/public_html",
    f"ftp://khuanmao:{CANARY}@ftp.khuanmao.example",
    f"ftps://khuanmao:{CANARY}@10.0.0.5:21/www",
    f"https://khuanmao:{CANARY}@git.example/site.git",
    f"khuanmao:{CANARY}@ftp.khuanmao.example/www",
    f"sftp://khuanmao:{CANARY}/x@ftp.khuanmao.example/www",
    f"sftp://khuanmao:{CANARY}@x@ftp.khuanmao.example/www",
    f"sftp:// khuanmao:{CANARY}@ftp.khuanmao.example/www",
    f"https://ghp_{CANARY}7d1Kq@git.example/khuanmao/site.git",
    f"git+HTTPS://glpat-{CANARY}-0x@git.example/site.git#main",
)


@pytest.mark.parametrize("written", WITH_PASSWORD)
def test_a_password_in_the_records_is_refused_and_not_said_again(written: str) -> None:
    """Records are copied, sent and shown: whoever puts a password there is told, in words that do not hold it."""
    found = target(written)
    assert isinstance(found, Saying)
    assert CANARY not in repr(found)


def test_a_fault_is_at_its_line_and_column(small: Small) -> None:
    """The clerk jumps there; the password that stands there is in no line of what is said."""
    lines = small.text(ORGANISATION).splitlines()
    small.write(ORGANISATION, "\n".join([*lines, f"publish: {WITH_PASSWORD[0]}", ""]))
    problem = next(each for each in small.problems() if each.field == "publish")
    assert (problem.line, problem.column) == (len(lines) + 1, len("publish: ") + 1)
    assert "รหัสผ่าน" in problem.message.th
    assert CANARY not in problem.say("th") + problem.say("en")
